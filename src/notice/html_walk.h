// walk_html: the tree of an item's HTML → blocks in the order a visitor reads them.
// html_blocks calls it and then looks for titles, headings, signatures and chrome in what it gives.
// It decides by elements and styles alone, never by what a text says.
#pragma once

#include "markup/tree.h"
#include "notice/raw_block.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct WalkLimits {
  size_t blocks = 20'000;
  size_t cells = 600'000;       // of all tables
  size_t text_bytes = 2u << 20; // of all blocks: 700,000 Han, some 900 pages
};

struct Walked {
  std::vector<RawBlock> blocks;
  std::vector<std::string> findings; // Chinese; which cap was met
};

// The longest beginning of `utf8` that fits into `bytes` and ends at a character.
std::string_view beginning_of(std::string_view utf8, size_t bytes);

Walked walk_html(const Node& root, std::string_view base_url, const WalkLimits& limits = {});

} // namespace heiban
