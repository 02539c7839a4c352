// What a declared charset name means: labels as the web uses them → iconv names.
// Only feed/charset.cpp calls it.
// It opens no converter: a name iconv does not know is found out there.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

enum class CharsetKind { Utf8, Utf16, Latin, Other }; // Latin: decodes any bytes, so proves nothing

struct CharsetName {
  std::string iconv_name; // empty: not a name at all, or one that is refused
  CharsetKind kind = CharsetKind::Other;
};

CharsetName charset_name(std::string_view label);

} // namespace heiban
