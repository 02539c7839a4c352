#include "feed/person.h"

#include "base/utf8.h"
#include "feed/feed_limits.h"

#include <algorithm>

namespace heiban {
namespace {

bool in_address(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '.' ||
         c == '_' || c == '-' || c == '+' || c == '%' || c == '\'';
}

struct Address {
  size_t begin = 0, end = 0; // half-open; empty: none
};

// The first local@host.domain; enough to take it out of a name, not to judge it.
Address find_address(std::string_view s) {
  for (size_t at = s.find('@'); at != std::string_view::npos; at = s.find('@', at + 1)) {
    size_t begin = at, end = at + 1;
    while (begin > 0 && in_address(s[begin - 1]))
      --begin;
    while (end < s.size() && in_address(s[end]))
      ++end;
    while (end > at + 1 && s[end - 1] == '.')
      --end;
    if (begin < at && end > at + 1)
      return {begin, end};
  }
  return {};
}

void replace_all(std::string& s, std::string_view what) {
  for (size_t at = s.find(what); at != std::string::npos; at = s.find(what, at))
    s.erase(at, what.size());
}

} // namespace

std::string person_name(std::string_view text) {
  std::string name(trim(text));
  const Address address = find_address(name);
  if (address.begin == address.end)
    return name;
  const std::string mail = name.substr(address.begin, address.end - address.begin);
  size_t end = address.end;
  if (end < name.size() && name[end] == '?') // mailto:a@e.cn?subject=…
    end = std::min(name.find_first_of(" \t\r\n()<>", end), name.size());
  name.erase(address.begin, end - address.begin);
  for (const std::string_view left : {"mailto:", "<>", "()", "[]", "（）", "&lt;&gt;"})
    replace_all(name, left);
  std::string_view kept = trim(name);
  const bool bracketed = (kept.starts_with('(') && kept.ends_with(')')) ||
                         (kept.starts_with('"') && kept.ends_with('"') && kept.size() > 1);
  if (bracketed)
    kept = trim(kept.substr(1, kept.size() - 2));
  while (!kept.empty() && (kept.back() == ',' || kept.back() == ';' || kept.back() == '-'))
    kept = trim(kept.substr(0, kept.size() - 1));
  while (!kept.empty() && (kept.front() == ',' || kept.front() == ';' || kept.front() == '-'))
    kept = trim(kept.substr(1));
  return kept.empty() ? mail : std::string(kept);
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (text.empty() || list.size() >= kMaxListed ||
      std::find(list.begin(), list.end(), text) != list.end())
    return;
  list.push_back(std::move(text));
}

std::vector<std::string> split_keywords(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const char32_t c = next_code_point(text, at);
    const bool parts = c == ',' || c == ';' || c == U'，' || c == U'；' || c == U'、' || c == '\n';
    if (!parts)
      word += text.substr(start, at - start);
    if (!parts && at < text.size())
      continue;
    add_once(words, std::string(trim(word)));
    word.clear();
  }
  return words;
}

} // namespace heiban
