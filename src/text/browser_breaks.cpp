#include "text/browser_breaks.h"

#include "text/icu_properties.h"

namespace heiban {
namespace {

bool is_ascii_graphic(char32_t c) {
  return c > 0x20 && c < 0x7F;
}

// Between two ASCII characters a browser has a table of its own: breaks after ? and -, but not
// after the - of a negative number.
bool parts_ascii(std::u32string_view text, size_t i, bool icu) {
  const auto alphanumeric = [](char32_t c) {
    const char32_t lower = c | 0x20;
    return (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z');
  };
  if (text[i - 1] == '-' && text[i] >= '0' && text[i] <= '9')
    return i >= 2 && alphanumeric(text[i - 2]);
  return icu && (text[i - 1] == '-' || text[i - 1] == '?');
}

bool is_quote(char32_t c) {
  return c == U'“' || c == U'”' || c == U'‘' || c == U'’';
}

// UAX 14 of Unicode 16, LB19a: a quotation mark is parted from its neighbours only where both of
// them are East Asian. At a text's end the trimming suite has a quote begin a line.
bool is_between_east_asian(std::u32string_view text, size_t i) {
  return i > 0 && is_east_asian(text[i - 1]) &&
         (i + 1 == text.size() || is_east_asian(text[i + 1]));
}

} // namespace

std::u32string as_browser_reads(std::u32string_view text) {
  std::u32string read(text);
  for (char32_t& c : read)
    c = c == U'‘' ? U'“' : c == U'’' ? U'”' : c;
  return read;
}

bool browser_parts(std::u32string_view text, size_t i, bool icu) {
  const char32_t before = text[i - 1], here = text[i];
  if (is_ascii_graphic(before) && is_ascii_graphic(here))
    return parts_ascii(text, i, icu);
  const bool quoted = (is_quote(here) && before != U' ' && !is_between_east_asian(text, i)) ||
                      (is_quote(before) && here != U' ' && !is_between_east_asian(text, i - 1));
  return icu && !quoted;
}

} // namespace heiban
