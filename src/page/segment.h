// Segment: one stretch of a notice that flows in one way: running text, a table, a picture.
// layout asks it how much fits in a height, and to draw that again when the page is asked for.
// It keeps no display list: units (lines, rows) are numbers until they are drawn.
#pragma once

#include "page/builder.h"

#include <cstddef>

namespace heiban {

struct SegmentFill {
  size_t to = 0;  // one past the last unit placed; == from: nothing fits here
  int height = 0; // px used
};

struct SegmentPlace {      // of a part of a segment on a page
  size_t from = 0, to = 0; // units
  int y = 0, height = 0;   // px, as fill() answered
};

class Segment {
public:
  virtual ~Segment() = default;

  virtual size_t units() const = 0;
  // Units from `from`, at most up to `limit`, into `height` px. `at_top`: the page is empty, so
  // something must be placed whatever it looks like.
  virtual SegmentFill fill(size_t from, size_t limit, int height, bool at_top) const = 0;
  virtual void draw(const SegmentPlace& place, PageBuilder& page) const = 0;

  virtual int gap_before() const = 0; // px of blank above it, none at a page's top
  // Whether it may not stand on a page without the last units of what comes before it (signature).
  virtual bool clings_to_previous() const { return false; }
  // The unit from which on it moves along when what follows finds no room; units(): it does not.
  virtual size_t tail_for_next() const { return units(); }
  // The unit from which on it keeps company to a clinging follower.
  virtual size_t tail_for_clinging() const { return units() - (units() > 1 ? 2 : 1); }

  // Whether a page that begins with this unit tears what belongs together (a signature, a heading).
  virtual bool stranded(size_t) const { return false; }

  virtual int characters(size_t from, size_t to) const = 0;
  virtual int digits(size_t, size_t) const { return 0; } // of the characters
  virtual int rows(size_t, size_t) const { return 0; }
  virtual int cells(size_t, size_t) const { return 0; }
  virtual bool is_picture() const { return false; }
};

size_t count_digits(std::string_view text); // 0–9, half or full width

} // namespace heiban
