// What the rows of a fee table's sheet are: blank, a section's heading, a line below the table.
// fee_schedule and fee_parts read sheets with it. It knows words and places, not the law: whether a
// fee is whole say the rules.
#pragma once

#include "notice/fee_column.h"
#include "notice/fee_head.h"

namespace heiban {

using FeeLine = std::vector<std::string>; // a row of a FeeGrid

bool is_blank_line(const FeeLine& row);

// The row's only text, when it has just one (in one cell, or merged over several); else empty.
std::string lone_text(const FeeLine& row);

// Whether a lone text is a section's: merged across, or numbered like one. Else it is a fee that
// lacks everything but its name, and the rules must see it.
bool is_section_line(const Sheet& sheet, size_t row, std::string_view text);

// Whether a lone text below the table is a note, no mere name of a fee: who signs, and when, too.
bool is_note_line(const Sheet& sheet, size_t row, std::string_view text);

// A line of several cells that is no fee: "投诉电话：" beside "12315", "制表人：…" beside
// "审核人：…".
bool is_foot_line(const FeeLine& row, const FeeHeads& heads);

// Behind the last row of more than one text: lone texts and foot lines from there on are notes.
size_t end_of_fees(const FeeGrid& grid, size_t from, const FeeHeads& heads);

// A foot line's cells as one text: 投诉电话：12315　学校投诉电话：0000-1234567.
std::string foot_text(const FeeLine& row, const FeeHeads& heads);

} // namespace heiban
