#include "text/address.h"

#include <algorithm>

namespace heiban {
namespace {

using View = std::u32string_view;

constexpr View kDomains[] = {U".cn",  U".com", U".net",  U".org",
                             U".edu", U".gov", U".html", U".htm"};

bool contains(View set, char32_t c) {
  return set.find(c) != View::npos;
}

bool looks_like_address(View token) {
  if (token.size() < 4)
    return false;
  if (token.find(U"://") != View::npos || token.starts_with(U"www."))
    return true;
  const size_t at = token.find(U'@');
  if (at != View::npos && at > 0)
    return token.find(U'.', at) != View::npos;
  return std::any_of(std::begin(kDomains), std::end(kDomains), [&](View domain) {
    const size_t found = token.find(domain);
    if (found == View::npos || found == 0)
      return false;
    const size_t end = found + domain.size();
    return end == token.size() || contains(U"/:?.", token[end]);
  });
}

} // namespace

size_t address_end(View text, size_t from) {
  size_t end = from;
  while (end < text.size() && text[end] > 0x20 && text[end] < 0x7F && !contains(U"\"<>", text[end]))
    ++end;
  while (end > from && contains(U".,;:!?)]}'", text[end - 1]))
    --end;
  return looks_like_address(text.substr(from, end - from)) ? end : from;
}

void bind_address(View text, size_t from, size_t to, std::vector<BreakLevel>& levels) {
  const View address = text.substr(from, to - from);
  const size_t scheme = address.find(U"://"), mail = address.find(U'@');
  const size_t host = scheme != View::npos ? scheme + 3 : mail != View::npos ? mail + 1 : 0;
  const size_t host_end = std::min(address.find(U'/', host), address.size());
  for (size_t i = 1; i < address.size(); ++i) {
    const char32_t before = address[i - 1], here = address[i];
    const bool in_host = i > host && i < host_end;
    BreakLevel& level = levels[from + i];
    if (before == U'/' || contains(U"/-.", here))
      level = BreakLevel::Mark;
    else if (!in_host && (contains(U"?&=#_%@", here) || before == U'.'))
      level = BreakLevel::Joint;
    else
      level = i < host_end ? BreakLevel::Core : BreakLevel::Cluster;
  }
}

} // namespace heiban
