// official: blocks of text → pieces, in the look of official documents (GB/T 9704-2012) on a
// screen: levels of headings, the addressee, hanging items, the attachment note, signature and
// date. story calls it for each run of text blocks. Tables and pictures are not its business.
#pragma once

#include "notice/block.h"
#include "page/piece.h"

#include <span>
#include <vector>

namespace heiban {

// `opening`: the blocks begin the notice, so an addressee may be the first of them.
std::vector<Piece> official_pieces(std::span<const Block> blocks, bool opening, FontRole body,
                                   FontSet& fonts);

bool is_addressee(std::string_view text); // 各中小学校、幼儿园：

} // namespace heiban
