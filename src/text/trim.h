// trim: which of two neighbouring marks gives half an em away (标点挤压).
// spacing.cpp asks it for pairs.
// It knows classes, not widths: a mark without blank of its own gives nothing.
#pragma once

#include "config/settings.h"
#include "text/classes.h"

namespace heiban {

enum class PairTrim : uint8_t { None, First, Second };

// Gb: TYPESETTING 10. Css: CSS Text 4 text-spacing-trim, zh-Hans classes. Strict: none.
PairTrim pair_trim(TextProfile profile, CharClass a, CharClass b);

// Css: ASCII brackets hug full-width ones.
bool is_narrow_opening(char32_t c);
bool is_narrow_closing(char32_t c);

} // namespace heiban
