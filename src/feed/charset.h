// decode_document: bytes of unknown or lied-about encoding → UTF-8, as a careful reader would
// guess. Feed parsing, list pages, CSV tables and items' pages call it; inside heiban all text is
// UTF-8. It parses nothing but the declarations at the head of a document, and never fails: at
// worst some characters become U+FFFD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct Decoded {
  std::string_view text() const { return converted ? std::string_view(storage) : source; }

  std::string charset;               // "UTF-8", "GB18030", … (iconv's name)
  std::vector<std::string> warnings; // Chinese: a declaration that was not true, characters lost
  std::string_view source;           // the bytes given, where they were UTF-8 already
  std::string storage;
  bool converted = false;
};

// BOM → declared by the document (XML, HTML meta), then by HTTP, each decoded strictly → UTF-8 if
// valid → uchardet on the whole → GB18030. gb2312 and gbk mean GB18030 (2022); text that is plainly
// UTF-8 is UTF-8 whatever was declared. Private-use code points of GB 18030-2005 become the
// characters they have had since 2022. The result may view into `bytes`.
Decoded decode_document(std::string_view bytes, std::string_view http_content_type);

// The charset parameter of a Content-Type, or empty.
std::string charset_of_content_type(std::string_view content_type);

} // namespace heiban
