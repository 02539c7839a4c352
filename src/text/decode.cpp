#include "text/decode.h"

#include "base/utf8.h"

namespace heiban {

void decode_text(std::string_view s, std::u32string& out) {
  out.resize(s.size());
  char32_t* to = out.data();
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  for (size_t at = 0; at < s.size();) {
    const unsigned char lead = byte(at);
    // The three-byte forms that cannot be overlong or surrogates: all Han of the basic plane.
    if (lead >= 0xE1 && lead <= 0xEF && lead != 0xED && at + 2 < s.size() &&
        (byte(at + 1) & 0xC0) == 0x80 && (byte(at + 2) & 0xC0) == 0x80) {
      *to++ = static_cast<char32_t>((lead & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 |
                                    (byte(at + 2) & 0x3F));
      at += 3;
    } else if (lead < 0x80) {
      *to++ = lead;
      ++at;
    } else {
      *to++ = next_code_point(s, at);
    }
  }
  out.resize(static_cast<size_t>(to - out.data()));
}

} // namespace heiban
