// font_book: the fonts of fonts/fonts.toml for commands that need no other setting.
// layout and fonts call it; commands with a config get the book from app/setup.h.
// It prints what is wrong, in Chinese, once.
#pragma once

#include "text/font_set.h"

#include <memory>
#include <string>

namespace heiban {

// `book`: a fonts.toml; empty: the one that lies beside the assets. nullptr with the exit code set.
std::unique_ptr<FontSet> open_font_book(const std::string& book, int& exit_code);

} // namespace heiban
