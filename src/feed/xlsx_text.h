// XlsxText: the text of one shared or inline string, gathered from its runs (<t> within <si>,
// <is>). feed/xlsx_parts and feed/xlsx_sheet feed it the XML's events. Phonetic runs and runs that
// are struck through are left out; of fonts it knows nothing else.
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
  bool has_struck() const { return has_struck_; } // a run was left out for its line through

  // What runs with a font of their own say: the cell's font is not theirs (ECMA-376 Part 1
  // §18.4.7).
  std::string own() const;
  std::string take(); // decoded, and begins anew
  void clear();

private:
  std::string out_, own_, run_;
  int phonetic_ = 0;
  bool in_text_ = false, keeps_spaces_ = false;
  bool has_font_ = false, struck_ = false, has_struck_ = false; // of the run; of the string
};

bool is_struck(std::span<const Attribute> attributes); // of a font's <strike>

// _x000D_ → U+000D (ECMA-376 Part 1 §22.9.2.19 ST_Xstring); line ends become '\n', other control
// characters nothing.
std::string decode_escapes(std::string_view text);

} // namespace heiban
