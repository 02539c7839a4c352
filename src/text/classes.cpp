#include "text/classes.h"

#include "text/icu_properties.h"

#include <array>

namespace heiban {
namespace {

struct Named {
  CharClass kind;
  std::u32string_view characters;
};

// The marks the rules name (TYPESETTING 1–9), and nothing else.
constexpr Named kMarks[] = {
    {CharClass::NonStarter, U"々〻ゝゞヽヾー〼ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"},
    {CharClass::Opening, U"“‘（〔【〖［｛《〈「『〘〚〝｟"},
    {CharClass::Closing, U"”’）〕】〗］｝》〉」』〙〛〞〟｠"},
    {CharClass::Pause, U"，、；："},
    {CharClass::Stop, U"。．"},
    {CharClass::Exclaim, U"！？‼⁇⁈⁉"},
    {CharClass::MiddleDot, U"·・‧･"},
    {CharClass::Connector, U"～〜–－゠"},
    {CharClass::Hyphen, U"-‐"},
    {CharClass::Dash, U"—―⸺⸻"},
    {CharClass::Ellipsis, U"…⋯‥"},
    {CharClass::Solidus, U"/／"},
    {CharClass::Postfix, U"%‰‱°℃℉％′″‵﹪￠¢"},
    {CharClass::Prefix, U"¥￥$€£￡№+−±"},
    {CharClass::AsciiMark, U"!\"#&'()*,.:;<=>?@[\\]^_`{|}~"},
    {CharClass::Space, U" "},
    {CharClass::WideSpace, U"　"},
    {CharClass::FixedSpace, U"\u00A0\u202F"},
    {CharClass::Tab, U"\t"},
    {CharClass::Han, U"〇"},
    {CharClass::Break, U"\n\r\v\f\u0085\u2028\u2029"},
    {CharClass::Hidden, U"\u00AD\u200B\u2060\uFEFF"},
};

struct Range {
  char32_t first, last;
  CharClass kind;
};

constexpr Range kRanges[] = {
    {'0', '9', CharClass::Digit},      {'A', 'Z', CharClass::Letter},
    {'a', 'z', CharClass::Letter},     {0x3041, 0x3096, CharClass::Kana},
    {0x30A1, 0x30FA, CharClass::Kana}, {0x3105, 0x312F, CharClass::Kana},
    {0x31A0, 0x31BF, CharClass::Kana}, {0x3400, 0x4DBF, CharClass::Han},
    {0x4E00, 0x9FFF, CharClass::Han},  {0xF900, 0xFAD9, CharClass::Han},
};

using Plane = std::array<CharClass, 0x10000>;

Plane build_basic_plane() {
  Plane plane{};
  for (const Range& range : kRanges)
    for (char32_t c = range.first; c <= range.last; ++c)
      plane[c] = range.kind;
  for (char32_t c = 0; c < plane.size(); ++c) {
    const bool surrogate_or_private = c >= 0xD800 && c < 0xF900;
    const bool hangul = c >= 0xAC00 && c < 0xD7A4;
    if (plane[c] == CharClass::Other && !surrogate_or_private && !hangul)
      plane[c] = unicode_class(c);
  }
  for (const Named& named : kMarks)
    for (const char32_t c : named.characters)
      plane[c] = named.kind;
  return plane;
}

const Plane& basic_plane() {
  static const Plane plane = build_basic_plane();
  return plane;
}

CharClass class_beyond_basic_plane(char32_t c) {
  const bool han = (c >= 0x20000 && c <= 0x2FA1D) || (c >= 0x30000 && c <= 0x323AF);
  return han ? CharClass::Han : unicode_class(c);
}

bool is_letter_at(const std::vector<CharClass>& classes, size_t i) {
  return i < classes.size() && classes[i] == CharClass::Letter;
}

} // namespace

CharClass class_of(char32_t c) {
  return c < 0x10000 ? basic_plane()[c] : class_beyond_basic_plane(c);
}

void classify(std::u32string_view text, std::vector<CharClass>& classes) {
  const Plane& plane = basic_plane();
  classes.resize(text.size());
  bool dashes = false, apostrophes = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const CharClass kind = c < 0x10000 ? plane[c] : class_beyond_basic_plane(c);
    classes[i] = kind;
    dashes |= kind == CharClass::Dash;
    apostrophes |= c == U'’';
  }
  if (dashes)
    for (size_t i = 0; i < text.size(); ++i) {
      const bool one_em = text[i] == U'—' || text[i] == U'―';
      const bool before = i > 0 && text[i - 1] == text[i];
      const bool after = i + 1 < text.size() && text[i + 1] == text[i];
      if (one_em && !before && !after)
        classes[i] = CharClass::Connector;
    }
  if (apostrophes)
    for (size_t i = 1; i < text.size(); ++i)
      if (text[i] == U'’' && is_letter_at(classes, i - 1) && is_letter_at(classes, i + 1))
        classes[i] = CharClass::Letter;
}

} // namespace heiban
