#include "text/address.h"

#include <algorithm>
#include <iterator>

namespace heiban {
namespace {

using View = std::u32string_view;

constexpr View kNames[] = {U".cn", U".com", U".net", U".org", U".edu", U".gov", U".html", U".htm"};

bool contains(View set, char32_t c) {
  return set.find(c) != View::npos;
}

} // namespace

void AddressFinder::enter_token(size_t from) {
  static_assert(std::size(kNames) == kDomains);
  marked_ = false;
  for (past_ = from; past_ < text_.size(); ++past_) {
    const char32_t c = text_[past_];
    if (c <= 0x20 || c >= 0x7F || contains(U"\"<>", c))
      break;
    marked_ |= c == U'.' || c == U':' || c == U'@';
  }
  for (end_ = past_; end_ > from && contains(U".,;:!?)]}'", text_[end_ - 1]);)
    --end_;
  if (!marked_)
    return;
  const View token = text_.substr(from, end_ - from);
  const auto in_text = [&](size_t at) { return at == View::npos ? at : from + at; };
  last_scheme_ = in_text(token.rfind(U"://"));
  last_dot_ = in_text(token.rfind(U'.'));
  next_at_ = in_text(token.find(U'@'));
  for (size_t i = 0; i < kDomains; ++i)
    next_domain_[i] = in_text(token.find(kNames[i]));
}

bool AddressFinder::is_address(size_t from) {
  constexpr size_t kLeast = 4;
  const View token = text_.substr(0, end_);
  if (!marked_ || end_ < from + kLeast)
    return false;
  if (last_scheme_ != View::npos && last_scheme_ >= from)
    return true;
  if (token.substr(from).starts_with(U"www."))
    return true;
  if (next_at_ < from)
    next_at_ = token.find(U'@', from);
  if (next_at_ != View::npos)
    return last_dot_ != View::npos && last_dot_ > next_at_;
  for (size_t i = 0; i < kDomains; ++i) {
    size_t& at = next_domain_[i];
    if (at < from)
      at = token.find(kNames[i], from);
    if (at == View::npos)
      continue;
    const size_t end = at + kNames[i].size();
    if (end == token.size() || contains(U"/:?.", token[end]))
      return true;
  }
  return false;
}

size_t AddressFinder::end(size_t from) {
  if (from >= past_)
    enter_token(from);
  return from < end_ && is_address(from) ? end_ : from;
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
