// HZ (RFC 1843): GB 2312 in seven bits, ~{ … ~} → the eight bits everybody else writes.
// Only feed/charset_iconv.cpp calls it: glibc has no such converter.
// It judges nothing: what is no HZ comes out as it went in.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

std::string gb2312_of_hz(std::string_view bytes);

} // namespace heiban
