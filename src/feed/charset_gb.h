// GbTable: GB 18030's characters of one and two bytes → UTF-8 by a table, as iconv reads them.
// feed/charset_iconv.cpp uses it on long documents: iconv itself takes longer than reading the
// feed. It knows no characters of four bytes and judges nothing ill formed: there it stops.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

class GbTable {
public:
  // Made by iconv at the first call.
  static const GbTable& instance();

  // Appends what it can read from the start of `bytes`; returns how many bytes that was.
  size_t append(std::string_view bytes, std::string& out) const;

private:
  GbTable();
  std::vector<char16_t> codes_; // by lead and trail byte; 0: for iconv
};

} // namespace heiban
