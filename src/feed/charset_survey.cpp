#include "feed/charset_survey.h"

#include "base/utf8.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace heiban {
namespace {

// Bytes of the well-formed sequence that starts at `at`, 0 when it is ill formed (Unicode 15
// table 3-7); `cut` when the document ends inside it.
size_t sequence_length(std::string_view s, size_t at, bool& cut) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(s[i]); };
  const uint8_t lead = byte(at);
  const size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  for (size_t i = 1; i < length; ++i) {
    if (at + i == s.size()) {
      cut = true;
      return 0;
    }
    uint8_t low = 0x80, high = 0xBF;
    if (i == 1) {
      if (lead == 0xE0)
        low = 0xA0;
      if (lead == 0xED)
        high = 0x9F;
      if (lead == 0xF0)
        low = 0x90;
      if (lead == 0xF4)
        high = 0x8F;
    }
    if (byte(at + i) < low || byte(at + i) > high)
      return 0;
  }
  return length;
}

// Past whole runs of three-byte sequences that need no further look, which Chinese text is made of.
size_t skip_common_han(std::string_view s, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(s[i]); };
  while (at + 3 <= s.size() && byte(at) > 0xE0 && byte(at) < 0xED &&
         (byte(at + 1) & 0xC0) == 0x80 && (byte(at + 2) & 0xC0) == 0x80)
    at += 3;
  return at;
}

size_t skip_ascii(std::string_view s, size_t at) {
  uint64_t word;
  for (; at + sizeof word <= s.size(); at += sizeof word) {
    std::memcpy(&word, s.data() + at, sizeof word);
    if (word & 0x8080808080808080u)
      break;
  }
  while (at < s.size() && static_cast<uint8_t>(s[at]) < 0x80)
    ++at;
  return at;
}

constexpr char32_t kRareHan = 0xE815; // FE50 … FE7E, FE80 … FEA0
constexpr std::array<char32_t, 80> kRareHanSince2022 = {
    0x2E81, 0x20087, 0x20089, 0x200CC, 0x2E84,  0x3473, 0x3447, 0x2E88, 0x2E8B,  0x9FB4,
    0x359E, 0x361A,  0x360E,  0x2E8C,  0x2E97,  0x396E, 0x3918, 0x9FB5, 0x39CF,  0x39DF,
    0x3A73, 0x39D0,  0x9FB6,  0x9FB7,  0x3B4E,  0x3C6E, 0x3CE0, 0x2EA7, 0x215D7, 0x9FB8,
    0x2EAA, 0x4056,  0x415F,  0x2EAE,  0x4337,  0x2EB3, 0x2EB6, 0x2EB7, 0x2298F, 0x43B1,
    0x43AC, 0x2EBB,  0x43DD,  0x44D6,  0x4661,  0x464C, 0x9FB9, 0x4723, 0x4729,  0x477C,
    0x478D, 0x2ECA,  0x4947,  0x497A,  0x497D,  0x4982, 0x4983, 0x4985, 0x4986,  0x499F,
    0x499B, 0x49B7,  0x49B6,  0x9FBA,  0x241FE, 0x4CA3, 0x4C9F, 0x4CA0, 0x4CA1,  0x4C77,
    0x4CA2, 0x4D13,  0x4D14,  0x4D15,  0x4D16,  0x4D17, 0x4D18, 0x4D19, 0x4DAE,  0x9FBB};
constexpr char32_t kVertical = 0xE78D; // A6D9 … A6DF, A6EC, A6ED, A6F3
constexpr std::array<char32_t, 10> kVerticalSince2022 = {0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14,
                                                         0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19};

char32_t since_2022(char32_t c) {
  if (c >= kRareHan && c < kRareHan + kRareHanSince2022.size())
    return kRareHanSince2022[c - kRareHan];
  if (c >= kVertical && c < kVertical + kVerticalSince2022.size())
    return kVerticalSince2022[c - kVertical];
  if (c == 0xE7C7)
    return 0x1E3F; // A8BC
  if (c == 0xE7C8)
    return 0x1F9; // A8BF
  if (c == 0xE7E7)
    return 0x303E; // A989
  if (c >= 0xE7E8 && c <= 0xE7F3)
    return 0x2FF0 + (c - 0xE7E8); // A98A … A995
  return c;
}

// U+E78D … U+E864 are EE 9E 8D … EE A1 A4 in UTF-8.
size_t find_private_use(std::string_view s, size_t from) {
  for (size_t at = s.find('\xEE', from); at != std::string_view::npos;
       at = s.find('\xEE', at + 1)) {
    size_t end = at;
    const char32_t c = next_code_point(s, end);
    if (since_2022(c) != c)
      return at;
  }
  return std::string_view::npos;
}

} // namespace

Utf8Survey survey(std::string_view bytes) {
  Utf8Survey found;
  size_t last_high = bytes.size();
  for (size_t at = skip_ascii(bytes, 0); at < bytes.size();) {
    if (const size_t after = skip_common_han(bytes, at); after > at) {
      found.high += after - at;
      found.paired += after - at;
      found.longer += (after - at) / 3;
      last_high = after - 1;
      at = skip_ascii(bytes, after);
      continue;
    }
    bool cut = false;
    const size_t length = sequence_length(bytes, at, cut);
    const size_t step = length == 0 ? 1 : length;
    found.high += step;
    if (length == 2)
      ++found.two_byte;
    if (length > 2)
      ++found.longer;
    if (length == 0 && !cut)
      ++found.bad;
    found.paired += step > 1 ? step : 0;
    if (step == 1) {
      const bool beside = last_high + 1 == at ||
                          (at + 1 < bytes.size() && static_cast<uint8_t>(bytes[at + 1]) >= 0x80);
      found.paired += beside;
    }
    last_high = at + step - 1;
    at += step;
    if (at < bytes.size() && static_cast<uint8_t>(bytes[at]) < 0x80)
      at = skip_ascii(bytes, at);
    if (cut) {
      found.cut = bytes.size() - (at - step);
      break;
    }
  }
  return found;
}

bool has_gb2005_private_use(std::string_view utf8) {
  return find_private_use(utf8, 0) != std::string_view::npos;
}

std::string map_gb2005_private_use(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  size_t done = 0;
  for (size_t at = find_private_use(utf8, 0); at != std::string_view::npos;
       at = find_private_use(utf8, done)) {
    out.append(utf8, done, at - done);
    done = at;
    append_utf8(out, since_2022(next_code_point(utf8, done)));
  }
  return out.append(utf8, done);
}

} // namespace heiban
