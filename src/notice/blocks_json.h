// blocks_json: a notice's blocks as the JSON that `heiban notice` prints.
// app calls it; the edition's own codec is edition/codec.h.
// It has the fields a reader of the command needs, and none of the clean picture's.
#pragma once

#include "notice/block.h"

#include <string>
#include <vector>

namespace heiban {

// {"blocks":[{"kind","level","align","text","bold","rows","src","alt","names"}]}, fields that do
// not belong to a kind left out.
std::string blocks_json(const std::vector<Block>& blocks);

} // namespace heiban
