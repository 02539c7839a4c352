// The fonts every test of text/ uses: those of fonts/fonts.toml, opened once a process.
#pragma once

#include "text/font_set.h"
#include "text/paragraph.h"

#include <string>
#include <vector>

namespace heiban::test {

FontSet& fonts();

// Lines of `text` as UTF-8.
std::vector<std::string> lines_of(std::string_view text, const ParagraphStyle& style, double em);
std::vector<std::string> slices(std::string_view text, const SetParagraph& set);

ParagraphStyle plain(TextProfile profile); // 40 px, no indent

// A tab-separated file below tests/cases/typeset, without its header line.
std::vector<std::vector<std::string>> rows(const std::string& file);

} // namespace heiban::test
