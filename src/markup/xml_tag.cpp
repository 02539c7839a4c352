#include "markup/xml_tag.h"

#include "markup/xml_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace heiban {
namespace {

constexpr size_t npos = std::string_view::npos;
constexpr size_t kMaxAttributes = 64;

constexpr std::array<bool, 256> name_bytes() {
  std::array<bool, 256> table{};
  for (int c = 0; c < 256; ++c)
    table[c] = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80) ||
               c == '_' || c == '-' || c == '.' || c == ':' || c >= 0x80;
  return table;
}
constexpr std::array<bool, 256> kInName = name_bytes();

} // namespace

bool starts_xml_name(char c) {
  return kInName[static_cast<uint8_t>(c)] && !(c >= '0' && c <= '9') && c != '-' && c != '.';
}

std::string_view XmlTag::read_name(size_t& at) const {
  const size_t start = at;
  while (at < source_.size() && kInName[static_cast<uint8_t>(source_[at])])
    ++at;
  return source_.substr(start, at - start);
}

bool XmlTag::read(size_t& at) {
  found_.clear();
  well_formed_ = true;
  while (at < source_.size() && source_[at] != '<') {
    const char c = source_[at];
    if (c == '>')
      return ++at, false;
    if (c == '/' && at + 1 < source_.size() && source_[at + 1] == '>')
      return at += 2, true;
    if (starts_xml_name(c)) {
      attribute(at);
      continue;
    }
    well_formed_ = well_formed_ && is_xml_space(c);
    ++at;
  }
  well_formed_ = false;
  return false;
}

void XmlTag::attribute(size_t& at) {
  const std::string_view name = read_name(at);
  while (at < source_.size() && is_xml_space(source_[at]))
    ++at;
  std::string_view value;
  if (at < source_.size() && source_[at] == '=') {
    ++at;
    while (at < source_.size() && is_xml_space(source_[at]))
      ++at;
    value = read_value(at);
  } else {
    well_formed_ = false;
  }
  const auto same = [&](const Attr& other) { return other.name == name; };
  if (found_.size() == kMaxAttributes || std::any_of(found_.begin(), found_.end(), same))
    well_formed_ = false;
  else
    found_.push_back({name, decoded(value)});
}

// What is never closed is known at once, and a hostile document cannot make every tag search to
// its end.
size_t XmlTag::last(char quote, std::optional<size_t>& place) const {
  if (!place)
    place = source_.rfind(quote);
  return *place;
}

std::string_view XmlTag::read_value(size_t& at) {
  if (at >= source_.size())
    return {};
  const char quote = source_[at];
  const size_t closing = quote == '"'    ? last(quote, last_quote_)
                         : quote == '\'' ? last(quote, last_apostrophe_)
                                         : npos;
  if (closing != npos && closing > at) {
    const size_t end = source_.find(quote, at + 1);
    const std::string_view value = source_.substr(at + 1, end - at - 1);
    at = end + 1;
    return value;
  }
  well_formed_ = false;
  const size_t start = at;
  while (at < source_.size() && !is_xml_space(source_[at]) && source_[at] != '>')
    ++at;
  return source_.substr(start, at - start);
}

std::string_view XmlTag::decoded(std::string_view raw) {
  if (raw.find_first_of("&\t\r\n") == npos)
    return raw;
  scratch_.clear();
  if (!append_xml_value(scratch_, raw))
    well_formed_ = false;
  return builder_.keep(scratch_);
}

} // namespace heiban
