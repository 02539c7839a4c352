// Small questions about a raw block's text, asked by several readers of notice.
// They count in code points, as bold ranges and links do.
// Nothing here changes a block.
#pragma once

#include "notice/raw_block.h"

#include <string>
#include <string_view>

namespace heiban {

bool is_text(const Block& block);     // paragraph, heading or item
bool is_all_bold(const Block& block); // but for its blanks
bool is_all_link(const RawBlock& raw);

std::u32string text_of(const RawBlock& raw);

// A paragraph without its first `count` code points, blanks after them included.
void drop_front(RawBlock& raw, size_t count);

// Whether `text` ends like the name of an organ: 局, 委员会, 办公室, 学校 …
bool is_organ(std::u32string_view text);

// A whole text that is one date: 2026年11月24日, 二〇二六年十一月二十四日, 2026-11-24. Blanks
// ignored.
bool is_date_line(std::u32string_view text);

// Whether an address names a file to download: .pdf, .docx, .xls …
bool is_file_address(std::string_view url);

} // namespace heiban
