#include "feed/charset_two_byte.h"

#include "base/utf8.h"

#include <cstdint>

namespace heiban {
namespace {

enum Script : uint8_t { Latin, Mark, Greek, Cyrillic, Armenian, Hebrew, Points, Arabic, Other };

struct Range {
  char32_t last;
  Script script;
};

// What two bytes of UTF-8 reach: U+0080 to U+07FF.
constexpr Range kRanges[] = {
    {0x2AF, Latin},    {0x2FF, Other},  {0x36F, Mark},   {0x3FF, Greek},  {0x52F, Cyrillic},
    {0x58F, Armenian}, {0x5CF, Points}, {0x5FF, Hebrew}, {0x6FF, Arabic}, {0x7FF, Other},
};

Script script_of(char32_t c) {
  for (const Range& range : kRanges)
    if (c <= range.last)
      return range.script;
  return Other;
}

bool is_letter(char32_t c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

struct Pairs {
  size_t all = 0;
  size_t low_trails = 0; // below A1: four of ten characters of Big5, none of GB 2312
  size_t high_leads = 0; // from C7: a third of GB 2312's usual Han, only rare ones of Big5
  bool neither = false;  // a lead below A1, a sequence of four bytes: no Big5
};

Pairs survey_pairs(std::string_view bytes) {
  constexpr size_t kEnough = 4000; // pairs
  Pairs out;
  for (size_t at = 0; at + 1 < bytes.size() && out.all < kEnough; ++at) {
    const auto lead = static_cast<uint8_t>(bytes[at]), trail = static_cast<uint8_t>(bytes[at + 1]);
    if (lead < 0x80)
      continue;
    out.neither |= lead < 0xA1 || lead > 0xF9 || trail < 0x40;
    ++out.all;
    out.low_trails += trail < 0xA1;
    out.high_leads += lead >= 0xC7;
    ++at;
  }
  return out;
}

} // namespace

bool has_pairs_of_gb(std::string_view bytes) {
  const Pairs pairs = survey_pairs(bytes);
  return pairs.all >= 2 && pairs.low_trails == 0 && pairs.high_leads * 5 >= pairs.all;
}

bool has_pairs_of_big5(std::string_view bytes) {
  const Pairs pairs = survey_pairs(bytes);
  return pairs.all >= 4 && !pairs.neither && pairs.low_trails * 5 >= pairs.all &&
         pairs.high_leads * 5 <= pairs.all;
}

// GB 2312's Han have lead bytes from B0 and trail bytes from A1. Real text keeps to one script
// beside Latin, and its marks follow letters.
bool is_rather_gb2312(std::string_view text) {
  unsigned scripts = 0; // one bit each
  bool stray_mark = false;
  char32_t before = ' ';
  for (size_t at = 0; at < text.size();) {
    const auto trail = static_cast<uint8_t>(at + 1 < text.size() ? text[at + 1] : 0);
    const char32_t c = next_code_point(text, at);
    if (c >= 0x80 && (c >= 0x800 || trail < 0xA1))
      return false;
    if (c >= 0x80) {
      const Script script = script_of(c);
      scripts |= 1u << script;
      stray_mark |= script == Mark && before < 0xC0 && !is_letter(before);
    }
    before = c;
  }
  const bool points_alone = (scripts & 1u << Points) && !(scripts & 1u << Hebrew);
  unsigned others = scripts & ~(1u << Latin | 1u << Mark | 1u << Points);
  int count = 0;
  for (; others != 0; others &= others - 1)
    ++count;
  return stray_mark || points_alone || count > 1;
}

} // namespace heiban
