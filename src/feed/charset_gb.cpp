#include "feed/charset_gb.h"

#include <cstdint>
#include <iconv.h>

namespace heiban {
namespace {

constexpr size_t kFirstLead = 0x81, kLastLead = 0xFE, kFirstTrail = 0x40, kLastTrail = 0xFE;
constexpr size_t kTrails = kLastTrail - kFirstTrail + 1;

bool is_lead(uint8_t byte) {
  return byte >= kFirstLead && byte <= kLastLead;
}
bool is_trail(uint8_t byte) {
  return byte >= kFirstTrail && byte <= kLastTrail;
}
size_t place_of(uint8_t lead, uint8_t trail) {
  return (lead - kFirstLead) * kTrails + (trail - kFirstTrail);
}

// What iconv makes of one pair, when that is one code point of the first plane, two bytes of UTF-8
// or more; else 0.
char16_t code_of(iconv_t handle, uint8_t lead, uint8_t trail) {
  char pair[2] = {static_cast<char>(lead), static_cast<char>(trail)}, code[8];
  char *in = pair, *out = code;
  size_t in_left = sizeof pair, out_left = sizeof code;
  iconv(handle, nullptr, nullptr, nullptr, nullptr);
  if (iconv(handle, &in, &in_left, &out, &out_left) != 0 || in_left > 0 || out - code != 2)
    return 0;
  const auto low = static_cast<uint8_t>(code[0]), high = static_cast<uint8_t>(code[1]);
  const auto value = static_cast<char16_t>(high << 8 | low);
  return value < 0x80 ? 0 : value;
}

// Precondition: 0x80 ≤ code, no surrogate. Returns the place behind it.
char* put(char* to, char16_t code) {
  if (code < 0x800) {
    *to++ = static_cast<char>(0xC0 | code >> 6);
  } else {
    *to++ = static_cast<char>(0xE0 | code >> 12);
    *to++ = static_cast<char>(0x80 | (code >> 6 & 0x3F));
  }
  *to++ = static_cast<char>(0x80 | (code & 0x3F));
  return to;
}

} // namespace

GbTable::GbTable() : codes_((kLastLead - kFirstLead + 1) * kTrails) {
  const iconv_t handle = iconv_open("UTF-16LE", "GB18030");
  if (handle == reinterpret_cast<iconv_t>(-1))
    return; // everything is left to whoever asks
  for (size_t lead = kFirstLead; lead <= kLastLead; ++lead)
    for (size_t trail = kFirstTrail; trail <= kLastTrail; ++trail) {
      const auto first = static_cast<uint8_t>(lead), second = static_cast<uint8_t>(trail);
      codes_[place_of(first, second)] = code_of(handle, first, second);
    }
  iconv_close(handle);
}

const GbTable& GbTable::instance() {
  static const GbTable table;
  return table;
}

size_t GbTable::append(std::string_view bytes, std::string& out) const {
  constexpr size_t kPiece = 4096, kLongest = 3; // bytes of UTF-8
  char piece[kPiece];
  char* to = piece;
  size_t at = 0;
  while (at < bytes.size()) {
    if (to > piece + kPiece - kLongest) {
      out.append(piece, to - piece);
      to = piece;
    }
    const auto lead = static_cast<uint8_t>(bytes[at]);
    if (lead < 0x80) {
      *to++ = static_cast<char>(lead);
      ++at;
      continue;
    }
    const auto trail = static_cast<uint8_t>(at + 1 < bytes.size() ? bytes[at + 1] : 0);
    const char16_t code = is_lead(lead) && is_trail(trail) ? codes_[place_of(lead, trail)] : u'\0';
    if (code == 0)
      break;
    to = put(to, code);
    at += 2;
  }
  out.append(piece, to - piece);
  return at;
}

} // namespace heiban
