// html_blocks: an item's HTML (or plain text) → blocks, for the markup Chinese sites really carry.
// make_notice and `heiban notice` call it.
// It fetches no pictures, judges nothing and drops no text but scripts, styles, page chrome and what
// is struck through (which it tells).
#pragma once

#include "notice/block.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct HtmlBlocks {
  std::vector<Block> blocks;
  std::vector<std::string> links;    // absolute where base_url allows
  std::vector<std::string> findings; // Chinese; caps met, tables cut …
  std::string source;                // the organ that a 来源： line names, or empty
};

// `title`: a body's first line repeating it is left out.
HtmlBlocks html_blocks(std::string_view html, std::string_view title, std::string_view base_url);
HtmlBlocks plain_blocks(std::string_view text, std::string_view title);

} // namespace heiban
