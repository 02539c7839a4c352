// Page chrome: what a site's page puts around an article and a board must not show: share buttons,
// 打印, 关闭窗口, 上一篇, 责任编辑 at the tail; the line of 浏览次数 and 字体 at the head.
// html_blocks calls both on the raw blocks.
// It is cut at the ends only: the same words inside the article are the article's.
#pragma once

#include "notice/raw_block.h"

#include <vector>

namespace heiban {

void cut_tail(std::vector<RawBlock>& blocks);
void cut_head(std::vector<RawBlock>& blocks);

} // namespace heiban
