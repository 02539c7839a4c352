#include "show_helper.h"

#include "base/utf8.h"

#include <gtest/gtest.h>

#include <fstream>

namespace heiban {
namespace {

struct Block {
  FeedCase row;
  std::string base, type;
};

std::vector<Block> blocks_of(const char* file) {
  std::ifstream in(file);
  std::vector<Block> blocks;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## "))
      blocks.push_back({{line.substr(3), {}, {}}, {}, {}});
    else if (blocks.empty())
      continue; // the head of the file
    else if (line.starts_with("=> "))
      blocks.back().row.lines.push_back(line.substr(3));
    else if (line.starts_with("@base "))
      blocks.back().base = line.substr(6);
    else if (line.starts_with("@type "))
      blocks.back().type = line.substr(6);
    else
      blocks.back().row.document += line + '\n';
  }
  return blocks;
}

TEST(Documents, EveryBlockOfTheFile) {
  const std::vector<Block> blocks = blocks_of(HEIBAN_TESTS "/feed/documents.txt");
  EXPECT_GT(blocks.size(), 250u);
  for (const Block& block : blocks) {
    ASSERT_FALSE(block.row.lines.empty()) << block.row.what;
    check_feed(block.row, block.base, block.type);
  }
}

} // namespace
} // namespace heiban
