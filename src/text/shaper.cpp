#include "text/shaper.h"

#include "text/icu_properties.h"

namespace heiban {
namespace {

constexpr size_t kPages = 0x1100;                    // of 256 code points
constexpr size_t kWordLength = 48;                   // longer words are shaped each time
constexpr size_t kFewWords = 256, kMostWords = 4096; // slots of a face at a size; powers of two
constexpr size_t kSizes = 48;                        // of all faces

int32_t scaled(int64_t units, int size_px, uint32_t upem) {
  return static_cast<int32_t>((units * size_px * 64 * 2 + upem) / (2 * static_cast<int64_t>(upem)));
}

// Where a font without `halt` keeps its blank, by the ink: the half must hold the ink.
void half_by_ink(MarkForm& form, CharClass kind, InkSpan ink, int32_t em) {
  const int32_t half = em / 2, slack = em / 16;
  if (form.advance < em || ink.right - ink.left > half)
    return;
  form.half_advance = half;
  const int32_t shift = kind == CharClass::Opening ? half - em : 0;
  const int32_t left = ink.left + shift, right = ink.right + shift;
  const bool fits = left >= -slack && right <= half + slack;
  form.half_dx = fits ? shift : half / 2 - (ink.left + ink.right) / 2;
}

// Chinese quotes and interpuncts that the font has only in a narrow form stand in a full em.
void widen(MarkForm& form, CharClass kind, int32_t em) {
  const int32_t half = em / 2, inset = (half - form.advance) / 2;
  form.half_advance = half;
  form.half_dx = inset;
  form.dx = kind == CharClass::Opening     ? half + inset
            : kind == CharClass::MiddleDot ? (em - form.advance) / 2
                                           : inset;
  form.advance = em;
}

size_t first_slot_of(std::u32string_view text, size_t slots) { // of two
  uint64_t hash = text.size();
  for (const char32_t c : text)
    hash = (hash ^ c) * 0x9E3779B97F4A7C15u;
  return (hash ^ hash >> 32) & (slots - 2);
}

} // namespace

Shaper::Shaper(std::vector<std::unique_ptr<HbFace>> faces, Chains chains)
    : faces_(std::move(faces)), chains_(std::move(chains)) {
  for (auto& pages : pages_)
    pages.resize(kPages);
}

const RoleGlyph& Shaper::fill_page(FontRole role, char32_t c) {
  if (c > 0x10FFFF)
    c = 0xFFFD;
  std::unique_ptr<Page>& page = pages_[static_cast<size_t>(role)][c >> 8];
  if (page)
    return (*page)[c & 0xFF];
  page = std::make_unique<Page>();
  for (char32_t i = 0; i < 256; ++i)
    for (const uint8_t face : chains_[static_cast<size_t>(role)]) {
      const HbFace& candidate = *faces_[face];
      const uint32_t glyph = candidate.glyph_of((c & ~char32_t{0xFF}) + i);
      if (glyph == 0)
        continue;
      const bool em =
          candidate.advance_units(glyph) == static_cast<int32_t>(candidate.units_per_em());
      (*page)[i] = {static_cast<uint16_t>(glyph), face, em};
      break;
    }
  return (*page)[c & 0xFF];
}

int32_t Shaper::advance_of(int face_index, uint32_t glyph, int size_px) {
  const HbFace& f = face(face_index);
  return scaled(f.advance_units(glyph), size_px, f.units_per_em());
}

Shaper::Sized& Shaper::sized(int face, int size_px) {
  if (last_ && last_->face == face && last_->size_px == size_px)
    return *last_;
  for (const auto& sized : sized_)
    if (sized->face == face && sized->size_px == size_px)
      return *(last_ = sized.get());
  sized_.push_back(std::make_unique<Sized>());
  last_ = sized_.back().get();
  last_->face = face;
  last_->size_px = size_px;
  return *last_;
}

const MarkForm& Shaper::mark(int face_index, int size_px, char32_t c, uint32_t glyph) {
  std::unique_ptr<MarkPage>& page = sized(face_index, size_px).marks[(c >> 8) & 0xFF];
  if (!page)
    page = std::make_unique<MarkPage>();
  MarkForm& form = (*page)[c & 0xFF];
  if (form.known)
    return form;
  HbFace& f = face(face_index);
  const CharClass kind = class_of(c);
  const int32_t em = size_px * 64;
  std::vector<ShapedGlyph> full, half;
  const std::u32string_view text(&c, 1);
  f.shape(text, size_px, kScriptHani, false, GlyphForm::Normal, full);
  f.shape(text, size_px, kScriptHani, false, GlyphForm::HalfWidth, half);
  form.known = true;
  form.glyph = full.size() == 1 ? full[0].glyph : glyph;
  form.advance = full.size() == 1 ? full[0].advance : advance_of(face_index, glyph, size_px);
  form.natural_advance = form.half_advance = form.advance;
  if (half.size() == 1 && half[0].glyph == form.glyph && half[0].advance < form.advance) {
    form.half_advance = half[0].advance;
    form.half_dx = half[0].dx;
  } else if (form.advance * 10 < em * 6 && kind != CharClass::Exclaim) {
    widen(form, kind, em);
  } else {
    half_by_ink(form, kind, f.ink_of(form.glyph, size_px), em);
  }
  return form;
}

const std::vector<ShapedGlyph>& Shaper::word(int face_index, int size_px, uint32_t script,
                                             GlyphForm form, std::u32string_view text) {
  const bool rtl = is_right_to_left(text.front());
  if (text.size() > kWordLength) {
    face(face_index).shape(text, size_px, script, rtl, form, long_word_);
    return long_word_;
  }
  Word& word = slot_of(sized(face_index, size_px).words[form == GlyphForm::Normal ? 0 : 1], text);
  if (word.text != text) {
    word.text = text;
    face(face_index).shape(text, size_px, script, rtl, form, word.glyphs);
  }
  return word.glyphs;
}

// The word's slot, or the one that it takes.
Shaper::Word& Shaper::slot_of(Words& words, std::u32string_view text) {
  if (words.slots.empty() || (words.shaped > words.slots.size() && words.slots.size() < kMostWords))
    words = {std::vector<Word>(words.slots.empty() ? kFewWords : words.slots.size() * 4), 0};
  Word* pair = &words.slots[first_slot_of(text, words.slots.size())];
  for (const size_t i : {0, 1})
    if (pair[i].text == text)
      return pair[i];
  ++words.shaped;
  std::swap(pair[0], pair[1]);
  return *pair;
}

void Shaper::forget_some() {
  if (sized_.size() <= kSizes)
    return;
  sized_.clear();
  last_ = nullptr;
}

} // namespace heiban
