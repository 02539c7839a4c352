#include "markup/html_elements.h"

#include <algorithm>
#include <array>

namespace heiban {
namespace {

struct Row {
  std::string_view name;
  uint16_t traits;
};

// Sorted by name.
constexpr Row kElements[] = {
    {"a", kInline},
    {"abbr", kInline},
    {"acronym", kInline},
    {"address", kBlock},
    {"applet", kScope},
    {"area", kVoid},
    {"article", kBlock},
    {"aside", kBlock},
    {"audio", 0},
    {"b", kInline},
    {"base", kVoid | kHeadOnly},
    {"basefont", kVoid},
    {"bdi", kInline},
    {"bdo", kInline},
    {"bgsound", kVoid},
    {"big", kInline},
    {"blink", kInline},
    {"blockquote", kBlock},
    {"body", kStructural},
    {"br", kVoid},
    {"button", kScope},
    {"canvas", 0},
    {"caption", kScope | kTablePart},
    {"center", kBlock},
    {"cite", kInline},
    {"code", kInline},
    {"col", kVoid | kTablePart},
    {"colgroup", kTablePart},
    {"command", kVoid},
    {"data", kInline},
    {"datalist", 0},
    {"dd", kBlock},
    {"del", kInline},
    {"details", kBlock},
    {"dfn", kInline},
    {"dialog", kBlock},
    {"dir", kBlock},
    {"div", kBlock},
    {"dl", kBlock},
    {"dt", kBlock},
    {"em", kInline},
    {"embed", kVoid},
    {"fieldset", kBlock},
    {"figcaption", kBlock},
    {"figure", kBlock},
    {"font", kInline},
    {"footer", kBlock},
    {"form", kBlock},
    {"frame", kVoid},
    {"frameset", kStructural},
    {"h1", kBlock | kHeading},
    {"h2", kBlock | kHeading},
    {"h3", kBlock | kHeading},
    {"h4", kBlock | kHeading},
    {"h5", kBlock | kHeading},
    {"h6", kBlock | kHeading},
    {"head", kStructural},
    {"header", kBlock},
    {"hgroup", kBlock},
    {"hr", kVoid | kBlock},
    {"html", kStructural},
    {"i", kInline},
    {"iframe", kRawText | kHidden},
    {"img", kVoid},
    {"input", kVoid},
    {"ins", kInline},
    {"isindex", kVoid},
    {"kbd", kInline},
    {"keygen", kVoid},
    {"label", kInline},
    {"legend", 0},
    {"li", kBlock},
    {"link", kVoid | kHeadOnly},
    {"listing", kBlock},
    {"main", kBlock},
    {"map", 0},
    {"mark", kInline},
    {"marquee", kScope},
    {"math", kForeign},
    {"menu", kBlock},
    {"meta", kVoid | kHeadOnly},
    {"meter", 0},
    {"nav", kBlock},
    {"nobr", kInline},
    {"noembed", kRawText | kHidden},
    {"noframes", kRawText | kHidden},
    {"noscript", 0},
    {"object", kScope},
    {"ol", kBlock},
    {"optgroup", 0},
    {"option", 0},
    {"output", kInline},
    {"p", kBlock},
    {"param", kVoid},
    {"picture", 0},
    {"plaintext", kBlock},
    {"pre", kBlock},
    {"progress", 0},
    {"q", kInline},
    {"rb", kInline},
    {"rp", kInline},
    {"rt", kInline},
    {"rtc", kInline},
    {"ruby", kInline},
    {"s", kInline},
    {"samp", kInline},
    {"script", kRawText | kHidden | kHeadOnly},
    {"search", kBlock},
    {"section", kBlock},
    {"select", 0},
    {"slot", 0},
    {"small", kInline},
    {"source", kVoid},
    {"spacer", kVoid},
    {"span", kInline},
    {"strike", kInline},
    {"strong", kInline},
    {"style", kRawText | kHidden | kHeadOnly},
    {"sub", kInline},
    {"summary", kBlock},
    {"sup", kInline},
    {"svg", kForeign},
    {"table", kBlock | kScope},
    {"tbody", kTablePart},
    {"td", kScope | kTablePart},
    {"template", kHidden},
    {"textarea", kRawText},
    {"tfoot", kTablePart},
    {"th", kScope | kTablePart},
    {"thead", kTablePart},
    {"time", kInline},
    {"title", kRawText | kHeadOnly},
    {"tr", kTablePart},
    {"track", kVoid},
    {"tt", kInline},
    {"u", kInline},
    {"ul", kBlock},
    {"var", kInline},
    {"video", 0},
    {"wbr", kVoid},
    {"xmp", kBlock | kRawText},
};
static_assert(std::is_sorted(std::begin(kElements), std::end(kElements),
                             [](const Row& a, const Row& b) { return a.name < b.name; }));

constexpr size_t kLongestName = 10; // blockquote, figcaption

// Where the names of each letter begin in the table: most look-ups then compare once or twice.
constexpr std::array<uint8_t, 27> letter_starts() {
  std::array<uint8_t, 27> starts{};
  size_t row = 0;
  for (int letter = 0; letter < 27; ++letter) {
    while (row < std::size(kElements) && kElements[row].name[0] < 'a' + letter)
      ++row;
    starts[letter] = static_cast<uint8_t>(row);
  }
  return starts;
}
constexpr std::array<uint8_t, 27> kStarts = letter_starts();

} // namespace

HtmlElementInfo html_element(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || name[0] < 'a' || name[0] > 'z')
    return {};
  const int letter = name[0] - 'a';
  for (size_t row = kStarts[letter]; row < kStarts[letter + 1]; ++row)
    if (kElements[row].name == name)
      return {true, kElements[row].traits, kElements[row].name};
  return {};
}

} // namespace heiban
