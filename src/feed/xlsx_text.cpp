#include "feed/xlsx_text.h"

#include "base/utf8.h"

#include <charconv>
#include <optional>

namespace heiban {
namespace {

// The code unit of an escape "_x4E00_" at the text's beginning.
std::optional<char32_t> escape_at(std::string_view text) {
  constexpr size_t kSize = 7;
  if (text.size() < kSize || text[0] != '_' || text[1] != 'x' || text[kSize - 1] != '_')
    return {};
  uint32_t unit = 0;
  const char *from = text.data() + 2, *to = text.data() + kSize - 1;
  const auto [end, error] = std::from_chars(from, to, unit, 16);
  if (error != std::errc() || end != to)
    return {};
  return unit;
}

std::string_view without_outer_spaces(std::string_view text) {
  constexpr std::string_view kXmlSpaces = " \t\r\n";
  const size_t from = std::min(text.find_first_not_of(kXmlSpaces), text.size());
  text.remove_prefix(from);
  return text.substr(0, text.find_last_not_of(kXmlSpaces) + 1);
}

void append(std::string& out, char32_t c) {
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  if (c == '\r')
    out += '\n';
  else if (!surrogate && (c >= 0x20 || c == '\n' || c == '\t'))
    append_utf8(out, c);
}

} // namespace

std::string decode_escapes(std::string_view text) {
  constexpr size_t kSize = 7;
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const std::optional<char32_t> escaped = escape_at(text.substr(i));
    const char32_t c = escaped ? *escaped : static_cast<unsigned char>(text[i]);
    if (c == '\r') { // one line end, whether another character of it follows or not
      i += escaped ? kSize : 1;
      if (i < text.size() && text[i] == '\n')
        ++i;
      out += '\n';
    } else if (escaped) {
      append(out, c);
      i += kSize;
    } else {
      out += text[i++];
    }
  }
  return out;
}

bool is_struck(std::span<const Attribute> attributes) {
  const std::string_view value = find_attribute(attributes, "val");
  return value != "0" && value != "false"; // <strike/> alone says it is
}

void XlsxText::start(std::string_view name, std::span<const Attribute> attributes) {
  if (name == "rPh")
    ++phonetic_;
  if (name == "r")
    has_font_ = struck_ = false;
  else if (name == "rPr")
    has_font_ = true;
  else if (name == "strike")
    struck_ = is_struck(attributes);
  in_text_ = name == "t" && phonetic_ == 0;
  if (in_text_)
    keeps_spaces_ = find_attribute(attributes, "space") == "preserve";
}

void XlsxText::text(std::string_view text) {
  if (in_text_)
    run_ += text;
}

void XlsxText::end(std::string_view name) {
  if (name == "rPh")
    --phonetic_;
  if (!in_text_)
    return;
  const std::string_view text = keeps_spaces_ ? std::string_view(run_) : without_outer_spaces(run_);
  if (struck_) {
    has_struck_ = has_struck_ || !trim(text).empty();
  } else {
    out_ += text;
    if (has_font_)
      own_ += text;
  }
  run_.clear();
  in_text_ = false;
}

std::string XlsxText::own() const {
  return decode_escapes(own_);
}

std::string XlsxText::take() {
  std::string out = decode_escapes(out_);
  clear();
  return out;
}

void XlsxText::clear() {
  out_.clear();
  own_.clear();
  run_.clear();
  phonetic_ = 0;
  in_text_ = has_font_ = struck_ = has_struck_ = false;
}

} // namespace heiban
