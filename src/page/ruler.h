// Ruler: a cheap upper bound of a text's width, so that most cells and short lines need no setting.
// Table columns are weighed with it; what may not fit is set by text/paragraph.h and counted.
// It never says a text is narrower than it is; it may say it is wider.
#pragma once

#include "text/font_set.h"

#include <array>
#include <string_view>

namespace heiban {

inline constexpr int kMilliEm = 1000; // widths below are in 1/1000 em

class Ruler {
public:
  Ruler(FontSet& fonts, FontRole role);

  int width(std::string_view utf8) const;        // the whole text on one line
  int longest_word(std::string_view utf8) const; // of Latin letters and figures, or one Han
  int longest_unit(std::string_view utf8) const; // what reads as one, 文号 and dates: dearer to ask

private:
  int advance(char32_t character) const;
  std::array<int, 128> ascii_;
};

} // namespace heiban
