// What the fast path of Han rests on: cmap and advance say what HarfBuzz says, over whole faces;
// and every Han of GB 18030-2022 level 3 has a face.
#include "text/coverage.h"
#include "text/engine.h"
#include "text/glyph_cache.h"
#include "text/glyphs.h"

#include "text/fonts_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

using test::fonts;

TEST(Fonts, EveryHanOfGb18030Level3HasAFace) {
  for (const FontRole role : {FontRole::Body, FontRole::Title, FontRole::Hei, FontRole::Kai,
                              FontRole::Label, FontRole::Song}) {
    const HanCoverage coverage = cover_gb18030_level3(fonts(), role);
    EXPECT_EQ(coverage.total, 87887u);
    EXPECT_EQ(coverage.covered, 87887u) << "role " << static_cast<int>(role);
  }
}

// One run of 64 characters at a time: contexts count too.
TEST(Fonts, HanFastPathSaysWhatHarfBuzzSays) {
  Shaper& shaper = fonts().engine().shaper;
  size_t compared = 0, fast = 0;
  for (const FontRole role : {FontRole::Body, FontRole::Title, FontRole::Hei, FontRole::Kai}) {
    std::u32string run;
    int face = -1;
    std::vector<ShapedGlyph> shaped;
    const auto compare = [&] {
      if (run.empty())
        return;
      constexpr int kSize = 37;
      shaper.face(face).shape(run, kSize, kScriptHani, false, GlyphForm::Normal, shaped);
      ASSERT_EQ(shaped.size(), run.size());
      for (size_t i = 0; i < run.size(); ++i) {
        const RoleGlyph& glyph = shaper.glyph_of(role, run[i]);
        const int32_t advance = glyph.em ? kSize * 64 : shaper.advance_of(face, glyph.glyph, kSize);
        ASSERT_EQ(shaped[i].glyph, glyph.glyph) << std::hex << uint32_t{run[i]};
        ASSERT_EQ(shaped[i].advance, advance) << std::hex << uint32_t{run[i]};
        ASSERT_EQ(shaped[i].dx, 0);
        ASSERT_EQ(shaped[i].dy, 0);
        ++compared;
        fast += glyph.em;
      }
      run.clear();
    };
    for (const HanRange& range : gb18030_level3())
      for (char32_t c = range.first; c <= range.last; ++c) {
        const int next = shaper.glyph_of(role, c).face;
        if (next != face || run.size() == 64)
          compare();
        face = next;
        run += c;
      }
    compare();
  }
  EXPECT_EQ(compared, 4u * 87887u);
  EXPECT_GT(fast * 1000, compared * 998); // nearly all are one em wide
}

TEST(Fonts, MarksKeepTheirBlankOnTheSideThatHaltSays) {
  Shaper& shaper = fonts().engine().shaper;
  constexpr int kSize = 40, kEm = kSize * 64;
  struct {
    char32_t mark;
    int32_t half_dx;
  } const rows[] = {{U'（', -kEm / 2}, {U'）', 0}, {U'，', 0},      {U'。', 0},
                    {U'“', -kEm / 2},  {U'”', 0},  {U'·', -kEm / 4}};
  for (const auto& row : rows) {
    const RoleGlyph& glyph = shaper.glyph_of(FontRole::Body, row.mark);
    const MarkForm& form = shaper.mark(glyph.face, kSize, row.mark, glyph.glyph);
    EXPECT_EQ(form.advance, kEm) << std::hex << uint32_t{row.mark};
    EXPECT_EQ(form.half_advance, kEm / 2) << std::hex << uint32_t{row.mark};
    EXPECT_EQ(form.half_dx - form.dx, row.half_dx) << std::hex << uint32_t{row.mark};
  }
}

TEST(Fonts, NarrowQuotesOfAFaceStandInAnEm) {
  Shaper& shaper = fonts().engine().shaper; // LXGW WenKai: “ is 0.35 em, and there is no halt
  constexpr int kSize = 40, kEm = kSize * 64;
  for (const char32_t mark : {U'“', U'”', U'·', U'，', U'（'}) {
    const RoleGlyph& glyph = shaper.glyph_of(FontRole::Kai, mark);
    const MarkForm& form = shaper.mark(glyph.face, kSize, mark, glyph.glyph);
    EXPECT_EQ(form.advance, kEm);
    EXPECT_EQ(form.half_advance, kEm / 2);
    const InkSpan ink = shaper.face(glyph.face).ink_of(form.glyph, kSize);
    EXPECT_GE(form.half_dx + ink.left, -kEm / 16);
    EXPECT_LE(form.half_dx + ink.right, kEm / 2 + kEm / 16);
  }
}

size_t ink_of(const GlyphBitmap& bitmap) {
  size_t sum = 0;
  for (int i = 0; i < bitmap.width * bitmap.height; ++i)
    sum += bitmap.coverage[i];
  return sum;
}

TEST(Fonts, GlyphsAreDrawnAndUncoveredCharactersBoxed) {
  const SetParagraph set =
      set_paragraph(fonts(), "国\U0010FFFD字", test::plain(TextProfile::Gb), Px64::from_px(400));
  ASSERT_EQ(set.uncovered, std::vector<char32_t>{0x10FFFD});
  EXPECT_EQ(set.uncovered_at, std::vector<size_t>{1});
  size_t glyphs = 0, boxes = 0;
  for (const GlyphRun& run : set.lines[0].runs)
    for (const PlacedGlyph& glyph : run.glyphs) {
      EXPECT_GT(ink_of(fonts().bitmap(static_cast<int>(run.face), glyph.glyph, run.size_px)),
                2000u);
      ++glyphs;
      boxes += run.face == kBoxFace;
    }
  EXPECT_EQ(glyphs, 3u);
  EXPECT_EQ(boxes, 1u);
}

// A face's rules are by script: what joins a Hangul syllable does so behind a Latin word, too.
TEST(Fonts, ScriptsAreShapedApart) {
  const auto widths = [](std::string_view text) {
    return set_paragraph(test::fonts(), text, test::plain(TextProfile::Css),
                         Px64::from_px(4000))
        .lines[0]
        .advances;
  };
  const std::vector<Px64> alone = widths("가\u20DD"), behind = widths("com가\u20DD");
  ASSERT_EQ(behind.size(), 5u);
  EXPECT_EQ(behind[3].raw + behind[4].raw, alone[0].raw + alone[1].raw);
}

TEST(Fonts, GlyphCacheStaysWithinItsBudget) {
  GlyphCache cache(1 << 20);
  for (uint32_t glyph = 0; glyph < 5000; ++glyph) {
    cache.keep({0, 40, glyph}, {0, 0, 40, 40, std::vector<uint8_t>(1600, 1)});
    ASSERT_LE(cache.bytes(), 1u << 20);
    ASSERT_NE(cache.find({0, 40, glyph}), nullptr);
  }
  EXPECT_EQ(cache.find({0, 40, 0}), nullptr); // long gone
}

TEST(Fonts, MissingFilesAreFindingsAndTheChainGoesOn) {
  FontBook book;
  book.roles[0] = {{"/nowhere/none.ttf", 0},
                   {"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2}};
  const Result<std::unique_ptr<FontSet>> opened = FontSet::open(book);
  ASSERT_TRUE(opened);
  ASSERT_EQ((*opened)->findings().size(), 1u);
  EXPECT_NE((*opened)->findings()[0].find("/nowhere/none.ttf"), std::string::npos);
  EXPECT_EQ((*opened)->face_for(FontRole::Title, U'国'), 0);
  book.roles[0].pop_back();
  EXPECT_EQ(FontSet::open(book).error().kind, ErrorKind::Broken);
}

} // namespace
} // namespace heiban
