#include "text/fonts_helper.h"

#include "base/utf8.h"
#include "config/fonts.h"

#include <cmath>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace heiban::test {

FontSet& fonts() {
  static const std::unique_ptr<FontSet> set = [] {
    Result<FontBook> book = load_fonts(HEIBAN_ROOT "/fonts/fonts.toml");
    if (!book)
      throw std::runtime_error(book.error().message);
    Result<std::unique_ptr<FontSet>> opened = FontSet::open(*book);
    if (!opened)
      throw std::runtime_error(opened.error().message);
    return std::move(*opened);
  }();
  return *set;
}

std::vector<std::string> slices(std::string_view text, const SetParagraph& set) {
  const std::u32string points = to_utf32(text);
  std::vector<std::string> lines;
  for (const TextLine& line : set.lines)
    lines.push_back(to_utf8(std::u32string_view(points).substr(line.start, line.end - line.start)));
  return lines;
}

std::vector<std::string> lines_of(std::string_view text, const ParagraphStyle& style, double em) {
  const Px64 width{static_cast<int32_t>(std::lround(em * style.size_px * 64))};
  return slices(text, set_paragraph(fonts(), text, style, width));
}

ParagraphStyle plain(TextProfile profile) {
  ParagraphStyle style;
  style.profile = profile;
  style.first_indent_em = 0;
  return style;
}

std::vector<std::vector<std::string>> rows(const std::string& file) {
  std::ifstream in(std::string(HEIBAN_TESTS "/cases/typeset/") + file);
  std::vector<std::vector<std::string>> all;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> fields(1);
    for (const char c : line)
      if (c == '\t')
        fields.emplace_back();
      else
        fields.back() += c;
    all.push_back(std::move(fields));
  }
  return all;
}

} // namespace heiban::test
