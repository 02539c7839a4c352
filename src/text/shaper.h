// Shaper: what the faces of a book say about characters: the face and glyph of a lone character,
// marks with their half-width form, shaped words; all cached, because texts repeat themselves.
// cells.h asks it while a paragraph is set; opened_fonts.h owns it with the faces.
// It lays nothing out. Advances are in 1/64 px at the size asked for. One thread.
#pragma once

#include "config/fonts.h"
#include "text/classes.h"
#include "text/hb_face.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace heiban {

// Which face of a role's chain draws a character. Its advance is read from `em` where that is set.
struct RoleGlyph {
  uint16_t glyph = 0;
  uint8_t face = kNone;
  bool em = false; // the advance is exactly one em
  static constexpr uint8_t kNone = 0xFF;
};

// A mark set full-width, and how it stands when its blank is taken away (TYPESETTING 9, 14).
struct MarkForm {
  uint32_t glyph = 0;
  int32_t advance = 0, dx = 0;
  int32_t half_advance = 0, half_dx = 0; // half_advance = advance: it has no blank to give
  int32_t natural_advance = 0;           // as the font has it
  bool known = false;
};

class Shaper {
public:
  using Chains = std::array<std::vector<uint8_t>, kFontRoles>; // face indices in fallback order
  Shaper(std::vector<std::unique_ptr<HbFace>> faces, Chains chains);

  const RoleGlyph& glyph_of(FontRole role, char32_t c) {
    const std::unique_ptr<Page>& page = pages_[static_cast<size_t>(role)][c >> 8];
    return page ? (*page)[c & 0xFF] : fill_page(role, c);
  }
  int32_t advance_of(int face, uint32_t glyph, int size_px);
  const MarkForm& mark(int face, int size_px, char32_t c, uint32_t glyph);
  // Valid until the next call.
  const std::vector<ShapedGlyph>& word(int face, int size_px, uint32_t script, GlyphForm form,
                                       std::u32string_view text);
  HbFace& face(int index) { return *faces_[static_cast<size_t>(index)]; }
  size_t face_count() const { return faces_.size(); }

  // Between paragraphs: drops what was kept of too many sizes.
  void forget_some();

private:
  using Page = std::array<RoleGlyph, 256>;
  using MarkPage = std::array<MarkForm, 256>;
  // In one of the two slots that its hash names; a third takes place and memory of the older.
  struct Word {
    std::u32string text;
    std::vector<ShapedGlyph> glyphs;
  };
  struct Words {
    std::vector<Word> slots;
    size_t shaped = 0; // since there are so many slots
  };
  struct Sized { // one face at one size
    int face = 0, size_px = 0;
    std::array<std::unique_ptr<MarkPage>, 256> marks;
    std::array<Words, 2> words; // by GlyphForm: normal, proportional
  };

  const RoleGlyph& fill_page(FontRole role, char32_t c);
  Sized& sized(int face, int size_px);
  static Word& slot_of(Words& words, std::u32string_view text);

  std::vector<std::unique_ptr<HbFace>> faces_;
  Chains chains_;
  std::array<std::vector<std::unique_ptr<Page>>, kFontRoles> pages_;
  std::vector<std::unique_ptr<Sized>> sized_;
  Sized* last_ = nullptr;
  std::vector<ShapedGlyph> long_word_;
};

} // namespace heiban
