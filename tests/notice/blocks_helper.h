// A notice's blocks as lines of text, so that a test can say in one string what it expects.
#pragma once

#include "notice/html_blocks.h"

#include <string>
#include <vector>

namespace heiban {

// A line a block: "p 正文", "p^ centred", "p> right", "h1 一、…", "i2 item", "sig 局⏎日期",
// "att 甲 | 乙", "img src (alt) caption", "t 序号*|学校* / 1|一小" with a cell's spans as
// {rows,columns}. Bold stands between ** and **, a line break is ⏎.
std::string dump_blocks(const std::vector<Block>& blocks);

// html_blocks of an item of https://www.yunling.example/jyj/t1.html, dumped.
std::string dump_html(std::string_view html, std::string_view title = "");

} // namespace heiban
