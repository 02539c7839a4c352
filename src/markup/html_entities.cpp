#include "markup/html_entities.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace heiban {
namespace {

constexpr size_t kLongestLegacyName = 6; // brvbar, Oslash …

// The tables are searched as the texts they are, so that nothing has to be built at start. The
// entry of `name` without its name, or nullopt.
std::optional<std::string_view> find_entry(std::string_view table, std::string_view name) {
  size_t low = 0, high = table.size() - 1; // positions of '|' before and after the candidates
  while (low < high) {
    const size_t start = table.rfind('|', low + (high - low) / 2);
    const size_t end = table.find('|', start + 1);
    const std::string_view entry = table.substr(start + 1, end - start - 1);
    const std::string_view entry_name = entry.substr(0, entry.find(' '));
    const int order = name.compare(entry_name);
    if (order == 0)
      return entry.substr(entry_name.size());
    if (order < 0)
      high = start;
    else
      low = end;
  }
  return std::nullopt;
}

bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

} // namespace

bool append_html_entity(std::string& out, std::string_view name) {
  const std::optional<std::string_view> entry = find_entry(kHtmlEntityTable, name);
  if (!entry)
    return false;
  std::string_view values = entry->substr(1);
  while (!values.empty()) {
    uint32_t code_point = 0;
    const auto read = std::from_chars(values.data(), values.data() + values.size(), code_point, 16);
    append_utf8(out, code_point);
    values.remove_prefix(read.ptr - values.data());
    if (!values.empty())
      values.remove_prefix(1); // '+'
  }
  return true;
}

size_t legacy_entity_prefix(std::string_view s) {
  if (s.empty() || !is_letter(s[0]))
    return 0;
  for (size_t length = std::min(kLongestLegacyName, s.size()); length >= 2; --length)
    if (find_entry(kHtmlLegacyNames, s.substr(0, length)))
      return length;
  return 0;
}

} // namespace heiban
