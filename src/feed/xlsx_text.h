// XlsxText: the text of one shared or inline string, gathered from its runs (<t> within <si>,
// <is>). feed/xlsx_parts and feed/xlsx_sheet feed it the XML's events. Phonetic runs are left out;
// it knows no fonts: a text struck through is a text.
#pragma once

#include "markup/xml_events.h"

#include <string>
#include <string_view>

namespace heiban {

class XlsxText {
public:
  void start(std::string_view name, std::span<const Attribute> attributes);
  void text(std::string_view text);
  void end(std::string_view name);
  bool gathers() const { return in_text_; }

  std::string take(); // decoded, and begins anew
  void clear();

private:
  std::string out_, run_;
  int phonetic_ = 0;
  bool in_text_ = false, keeps_spaces_ = false;
};

// _x000D_ → U+000D (ECMA-376 Part 1 §22.9.2.19 ST_Xstring); line ends become '\n', other control
// characters nothing.
std::string decode_escapes(std::string_view text);

} // namespace heiban
