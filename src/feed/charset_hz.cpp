#include "feed/charset_hz.h"

namespace heiban {

std::string gb2312_of_hz(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  bool chinese = false;
  for (size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    const char next = at + 1 < bytes.size() ? bytes[at + 1] : '\0';
    if (c == '\n')
      chinese = false; // RFC 1843: a line ends in ASCII
    if (c == '~' && (next == '{' || next == '}' || next == '\n' || (next == '~' && !chinese))) {
      chinese = next == '{';
      if (next == '~')
        out += '~';
      ++at;
    } else if (chinese && c > 0x20 && next > 0x20) {
      out += static_cast<char>(c | 0x80);
      out += static_cast<char>(next | 0x80);
      ++at;
    } else {
      out += c;
    }
  }
  return out;
}

} // namespace heiban
