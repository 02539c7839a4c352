// Cells: a text's code points as glyphs: the face, the glyph and the natural advance of each.
// paragraph.cpp fills them; spacing.h trims their advances, place.h draws from them.
// Han and kana take cmap and advance alone, without HarfBuzz (a test compares the two over every
// face); all else is shaped. It adds no gaps and trims nothing.
#pragma once

#include "config/fonts.h"
#include "config/settings.h"
#include "text/classes.h"
#include "text/shaper.h"

#include <string_view>
#include <vector>

namespace heiban {

struct RoleRange;

enum class CellKind : uint8_t {
  Empty, // no glyph: spaces, controls, the rest of a cluster
  Glyph, // one glyph at the pen
  Mark,  // one glyph, a spaced mark: its place follows from how much blank it keeps
  Many,  // several glyphs, or one with an offset: `glyph` is an index into Cells::extra
  Box,   // no face has it: `glyph` is the code point
};

struct Cell {
  uint32_t glyph = 0;
  int32_t advance = 0; // 1/64 px; the whole cluster's on its first code point
  int32_t cut = 0;     // of a mark: the blank it can lose
  uint8_t face = 0;
  CellKind kind = CellKind::Empty;
  uint8_t count = 0; // of glyphs, when Many
};

struct Cells {
  std::vector<Cell> at;
  std::vector<ShapedGlyph> extra;
  std::vector<uint32_t> uncovered; // indices of the characters no face has
  int64_t blank = 0;               // 1/64 px that typed blanks take
};

struct CellStyle {
  FontRole role = FontRole::Body;
  int size_px = 0;
  TextProfile profile = TextProfile::Gb;
  const std::vector<RoleRange>* roles = nullptr;
};

void fill_cells(Shaper& shaper, std::u32string_view text, const std::vector<CharClass>& classes,
                const CellStyle& style, Cells& cells);

} // namespace heiban
