// Character data of XML: references decoded, line ends made \n, pieces joined to one text.
// The XML reader calls it for texts and attribute values.
// What needs no change stays a view into the source.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

// Appends `raw` as XML means it (XML 1.0 §2.11, §4.1), HTML's names understood, what is no
// reference left as it stands. False when it was not what XML allows.
bool append_xml_text(std::string& out, std::string_view raw, bool references);

// Attribute values have their white space made spaces as well (§3.3.3).
bool append_xml_value(std::string& out, std::string_view raw);

// One text node's pieces: character data and CDATA sections that follow one another.
class TextPieces {
public:
  bool add(std::string_view raw, bool references); // as append_xml_text
  bool empty() const { return first_.empty() && joined_.empty(); }
  // The text; `is_view`: it stands in the source and lives as long as that.
  std::string_view text(bool& is_view) const;
  void clear();

private:
  std::string_view first_; // while it is all there is
  std::string joined_;
};

} // namespace heiban
