// units: what is read as one thing and therefore not parted: numbers with their units, 文号, dates,
// times, amounts, phone numbers, web and mail addresses (TYPESETTING 5).
// breaks.cpp binds them after the table of pairs has spoken.
// It adds no break; an address or a date keeps places where it may part when no line can hold it.
#pragma once

#include "text/breaks.h"

#include <string_view>
#include <vector>

namespace heiban {

void bind_units(std::u32string_view text, const std::vector<CharClass>& classes,
                std::vector<BreakLevel>& levels);

} // namespace heiban
