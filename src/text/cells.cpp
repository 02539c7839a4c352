#include "text/cells.h"

#include "text/icu_properties.h"
#include "text/paragraph.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kLongestRun = 1024; // code points handed to HarfBuzz at once
constexpr size_t kMostJoined = 64;   // marks on one base; it looks back over all of them for each

constexpr bool is_variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

class Filler {
public:
  Filler(Shaper& shaper, std::u32string_view text, const std::vector<CharClass>& classes,
         const CellStyle& style, Cells& cells)
      : shaper_(shaper), text_(text), classes_(classes), style_(style), cells_(cells),
        em_(style.size_px * 64) {}

  // Fills [from, to), all in one role.
  void fill(size_t from, size_t to, FontRole role) {
    role_ = role;
    for (size_t i = from; i < to;) {
      const CharClass kind = classes_[i];
      const bool alone = i + 1 >= to || classes_[i + 1] != CharClass::Joined;
      const bool selected = !alone && is_variation_selector(text_[i + 1]);
      if (alone && is_ideographic(kind))
        ideograph(i++);
      else if (alone && is_half_solidus(i))
        solidus(i++);
      else if ((alone || selected) && is_spaced_mark(kind) && !inside_word(i))
        mark(i++);
      else if (is_variation_selector(text_[i]))
        cells_.at[i++] = {}; // of a mark: our faces have one form of it
      else if (kind >= CharClass::Space && kind != CharClass::Joined)
        blank(i++);
      else
        i = word(i, to);
    }
  }

private:
  void ideograph(size_t i) {
    const RoleGlyph& found = shaper_.glyph_of(role_, text_[i]);
    if (found.face == RoleGlyph::kNone)
      return box(i);
    const int32_t advance =
        found.em ? em_ : shaper_.advance_of(found.face, found.glyph, style_.size_px);
    cells_.at[i] = {found.glyph, advance, 0, found.face, CellKind::Glyph};
  }

  void box(size_t i) {
    cells_.at[i] = {static_cast<uint32_t>(text_[i]), em_, 0, 0, CellKind::Box};
    cells_.uncovered.push_back(static_cast<uint32_t>(i));
  }

  void mark(size_t i) {
    const RoleGlyph& found = shaper_.glyph_of(role_, text_[i]);
    if (found.face == RoleGlyph::kNone)
      return box(i);
    const MarkForm& form = shaper_.mark(found.face, style_.size_px, text_[i], found.glyph);
    // A browser leaves narrow quotes narrow; print gives them their em.
    if (style_.profile == TextProfile::Css && form.natural_advance != form.advance)
      cells_.at[i] = {form.glyph, form.natural_advance, 0, found.face, CellKind::Glyph};
    else
      cells_.at[i] = {form.glyph, form.advance, form.advance - form.half_advance, found.face,
                      CellKind::Mark};
  }

  // Print's 分隔号 takes half an em (rule 9); one between letters or figures is of their script.
  bool is_half_solidus(size_t i) const {
    if (classes_[i] != CharClass::Solidus || style_.profile != TextProfile::Gb)
      return false;
    return text_[i] == U'／' || (i > 0 && is_ideographic(classes_[i - 1])) ||
           (i + 1 < text_.size() && is_ideographic(classes_[i + 1]));
  }

  void solidus(size_t i) {
    const RoleGlyph& found = shaper_.glyph_of(role_, U'/');
    if (found.face == RoleGlyph::kNone)
      return box(i);
    const int32_t own = shaper_.advance_of(found.face, found.glyph, style_.size_px);
    cells_.at[i] = {
        static_cast<uint32_t>(cells_.extra.size()), em_ / 2, 0, found.face, CellKind::Many, 1};
    cells_.extra.push_back({found.glyph, 0, em_ / 2, (em_ / 2 - own) / 2, 0});
  }

  // An interpunct between letters or digits belongs to their script.
  bool inside_word(size_t i) const {
    return classes_[i] == CharClass::MiddleDot && i > 0 && i + 1 < text_.size() &&
           is_alphanumeric(classes_[i - 1]) && is_alphanumeric(classes_[i + 1]);
  }

  void blank(size_t i) {
    const CharClass kind = classes_[i];
    int32_t advance = 0;
    if (kind == CharClass::WideSpace || kind == CharClass::Tab)
      advance = em_;
    if (kind == CharClass::Space || kind == CharClass::FixedSpace)
      advance = word_space();
    cells_.blank += advance;
    cells_.at[i] = {0, advance, 0, 0, CellKind::Empty};
  }

  // Print's word space is a third of an em (clreq 3.2.2), a browser's the font's own.
  int32_t word_space() {
    if (style_.profile == TextProfile::Gb)
      return em_ / 3;
    const RoleGlyph& found = shaper_.glyph_of(role_, U' ');
    if (found.face == RoleGlyph::kNone)
      return em_ / 4;
    return shaper_.advance_of(found.face, found.glyph, style_.size_px);
  }

  bool joins_word(size_t i) const {
    const CharClass kind = classes_[i];
    if (is_half_solidus(i))
      return false;
    if (kind == CharClass::Joined || inside_word(i))
      return true;
    return !is_ideographic(kind) && !is_spaced_mark(kind) && kind < CharClass::Space;
  }

  static bool is_cjk_symbol(CharClass kind, char32_t c) {
    return kind == CharClass::Dash || kind == CharClass::Ellipsis || kind == CharClass::Connector ||
           c == U'／';
  }

  // Faces have a dash of two em and one of three; a longer row is made of the first, so that lines
  // may part between them.
  size_t most_of_row(size_t i, size_t most) const {
    if (classes_[i] != CharClass::Dash)
      return most;
    size_t end = i;
    while (end < most && classes_[end] == CharClass::Dash)
      ++end;
    return end - i > 3 ? i + 2 : most;
  }

  static uint32_t own_script(char32_t c) {
    if (c < 0x80)
      return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? kScriptLatn : 0;
    return script_of(c);
  }

  // Whether a run of `script` goes on with `c`, whose script is the run's where that had none yet.
  static bool keeps_script(char32_t c, uint32_t& script) {
    const uint32_t own = own_script(c);
    if (own != 0 && script != 0 && own != script)
      return false;
    script = script == 0 ? own : script;
    return true;
  }

  // Shapes the run of one face, one script and one kind that begins at `i`; returns its end.
  size_t word(size_t i, size_t to) {
    cells_.at[i] = {};
    const uint8_t face = face_of(i);
    if (face == RoleGlyph::kNone) {
      if (classes_[i] != CharClass::Joined)
        box(i); // a selector without a base is nothing
      return i + 1;
    }
    const bool symbol = is_cjk_symbol(classes_[i], text_[i]);
    const bool hani = symbol || is_ideographic(classes_[i]) || is_spaced_mark(classes_[i]);
    const size_t most = most_of_row(i, std::min(to, i + kLongestRun));
    size_t end = i + 1, joined = 0;
    uint32_t script = hani ? kScriptHani : own_script(text_[i]);
    while (end < most && joined < kMostJoined &&
           (classes_[end] == CharClass::Joined ||
            (hani == symbol && joins_word(end) && face_of(end) == face &&
             is_cjk_symbol(classes_[end], text_[end]) == symbol &&
             (hani || keeps_script(text_[end], script))))) {
      joined = classes_[end] == CharClass::Joined ? joined + 1 : 0;
      cells_.at[end++] = {};
    }
    shape(i, end, face, script == 0 ? kScriptLatn : script);
    return end;
  }

  uint8_t face_of(size_t i) { return shaper_.glyph_of(role_, text_[i]).face; }

  void shape(size_t from, size_t to, uint8_t face, uint32_t script) {
    const std::u32string_view run = text_.substr(from, to - from);
    // The apostrophe of don’t is a full-width quote in a Chinese face's default form.
    const bool apostrophe =
        style_.profile != TextProfile::Css && run.find(U'’') != std::u32string_view::npos;
    const GlyphForm form = apostrophe ? GlyphForm::Proportional : GlyphForm::Normal;
    const std::vector<ShapedGlyph>& glyphs = shaper_.word(face, style_.size_px, script, form, run);
    for (size_t g = 0; g < glyphs.size();) {
      size_t end = g + 1;
      while (end < glyphs.size() && glyphs[end].cluster == glyphs[g].cluster)
        ++end;
      cluster(from + glyphs[g].cluster, face, glyphs.data() + g, end - g);
      g = end;
    }
  }

  void cluster(size_t i, uint8_t face, const ShapedGlyph* glyphs, size_t count) {
    const bool missing =
        std::any_of(glyphs, glyphs + count, [](const ShapedGlyph& g) { return g.glyph == 0; });
    if (missing)
      return incomplete(i, face);
    if (count == 1 && glyphs->dx == 0 && glyphs->dy == 0) {
      cells_.at[i] = {glyphs->glyph, glyphs->advance, 0, face, CellKind::Glyph};
      return;
    }
    count = std::min<size_t>(count, 255);
    int32_t advance = 0;
    for (size_t g = 0; g < count; ++g)
      advance += glyphs[g].advance;
    cells_.at[i] = {static_cast<uint32_t>(cells_.extra.size()),
                    advance,
                    0,
                    face,
                    CellKind::Many,
                    static_cast<uint8_t>(count)};
    cells_.extra.insert(cells_.extra.end(), glyphs, glyphs + count);
  }

  // The face has the base but not what joins it: the base stands, the rest is reported.
  void incomplete(size_t i, uint8_t face) {
    const uint32_t glyph = shaper_.glyph_of(role_, text_[i]).glyph;
    cells_.at[i] = {glyph, shaper_.advance_of(face, glyph, style_.size_px), 0, face,
                    CellKind::Glyph};
    cells_.uncovered.push_back(static_cast<uint32_t>(i + 1));
  }

  Shaper& shaper_;
  std::u32string_view text_;
  const std::vector<CharClass>& classes_;
  const CellStyle& style_;
  Cells& cells_;
  int32_t em_;
  FontRole role_ = FontRole::Body;
};

} // namespace

void fill_cells(Shaper& shaper, std::u32string_view text, const std::vector<CharClass>& classes,
                const CellStyle& style, Cells& cells) {
  cells.at.resize(text.size());
  cells.extra.clear();
  cells.uncovered.clear();
  cells.blank = 0;
  Filler filler(shaper, text, classes, style, cells);
  size_t at = 0;
  if (style.roles)
    for (const RoleRange& range : *style.roles) {
      const size_t start = std::clamp(range.start, at, text.size());
      const size_t end = std::clamp(range.end, start, text.size());
      filler.fill(at, start, style.role);
      filler.fill(start, end, range.role);
      at = end;
    }
  filler.fill(at, text.size(), style.role);
}

} // namespace heiban
