// page_helper: what the tests of pages share: the project's fonts and themes, notices built by hand
// or at random, and the text of a page read back.
// It judges nothing; each test says what must hold.
#pragma once

#include "page/paginate.h"

#include <random>
#include <string>
#include <vector>

namespace heiban::testing {

FontSet& shared_fonts(); // opened once; one thread
Theme theme_named(const std::string& name = "heiban");
PageStyle style_of(int width, int height, const std::string& theme = "heiban");

Block paragraph(std::string text, BlockAlign align = BlockAlign::Start);
Block heading(int level, std::string text);
Block item(std::string text, int level = 1);
Block signature(std::string organ, std::string date);
Block attachments(std::vector<std::string> names);
Block table(std::vector<std::vector<std::string>> rows, bool head = true);
Block picture(int width, int height, std::string caption);
Notice notice_of(std::string title, std::vector<Block> blocks);

// Hand-built notices of every kind the board shows, by name.
struct NamedNotice {
  std::string name;
  Notice notice;
};
std::vector<NamedNotice> sample_notices();

using Random = std::mt19937;
std::string random_sentence(Random& random, size_t characters);
Notice random_notice(Random& random);

std::string without_spaces(std::string_view text); // ASCII, U+00A0 and U+3000
std::vector<const RunItem*> runs_of(const Page& page);

} // namespace heiban::testing
