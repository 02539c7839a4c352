#include "markup/xml_text.h"

#include "markup/decode_text.h"

#include <algorithm>
#include <cstddef>

namespace heiban {
namespace {

bool starts_with_xml_name(std::string_view rest) { // rest begins at &
  for (const std::string_view name : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#"})
    if (rest.starts_with(name))
      return true;
  return false;
}

// Moves `at` past a carriage return; a line feed behind it speaks for both.
void append_line_end(std::string& out, std::string_view raw, size_t& at) {
  if (++at == raw.size() || raw[at] != '\n')
    out += '\n';
}

} // namespace

bool append_xml_text(std::string& out, std::string_view raw, bool references) {
  bool allowed = true;
  size_t next_reference = references ? raw.find('&') : raw.npos;
  size_t next_return = raw.find('\r');
  for (size_t at = 0;;) {
    const size_t stop = std::min({next_reference, next_return, raw.size()});
    out.append(raw, at, stop - at);
    at = stop;
    if (at == raw.size())
      return allowed;
    if (at == next_return) {
      append_line_end(out, raw, at);
      next_return = raw.find('\r', at);
      continue;
    }
    allowed = allowed && starts_with_xml_name(raw.substr(at, 6));
    if (!append_reference(out, raw, at, References::Strict)) {
      allowed = false;
      out += raw[at++];
    }
    next_reference = raw.find('&', at);
  }
}

bool append_xml_value(std::string& out, std::string_view raw) {
  const size_t start = out.size();
  const bool allowed = append_xml_text(out, raw, true);
  std::replace_if(
      out.begin() + static_cast<ptrdiff_t>(start), out.end(),
      [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return allowed;
}

bool TextPieces::add(std::string_view raw, bool references) {
  const bool as_it_is = raw.find('\r') == raw.npos && (!references || raw.find('&') == raw.npos);
  if (empty() && as_it_is) {
    first_ = raw;
    return true;
  }
  if (joined_.empty())
    joined_ = first_;
  first_ = {};
  return append_xml_text(joined_, raw, references);
}

std::string_view TextPieces::text(bool& is_view) const {
  is_view = joined_.empty();
  return is_view ? first_ : std::string_view(joined_);
}

void TextPieces::clear() {
  first_ = {};
  joined_.clear();
}

} // namespace heiban
