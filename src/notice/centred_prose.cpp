#include "notice/centred_prose.h"

#include "base/utf8.h"
#include "notice/spans.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kProse = 30; // code points; a shorter sentence may be a motto

bool is_centred(const RawBlock& raw) {
  return is_text(raw.block) && raw.block.align == BlockAlign::Center;
}

bool is_sentence(const RawBlock& raw) {
  return raw.block.text.find("。") != std::string::npos;
}

bool is_prose(const RawBlock& raw) {
  return is_sentence(raw) && count_code_points(raw.block.text) > kProse;
}

// 各学校：
bool is_salutation(const RawBlock& raw) {
  return raw.block.text.ends_with("：") || raw.block.text.ends_with(":");
}

} // namespace

void uncentre_prose(std::vector<RawBlock>& blocks) {
  for (auto at = blocks.begin(); at != blocks.end();) {
    if (!is_centred(*at)) {
      ++at;
      continue;
    }
    const auto end = std::find_if_not(at, blocks.end(), is_centred);
    if (std::any_of(at, end, is_prose)) {
      at = std::find_if(at, end,
                        [](const RawBlock& raw) { return is_salutation(raw) || is_sentence(raw); });
      for (; at != end; ++at)
        at->block.align = BlockAlign::Start;
    }
    at = end;
  }
}

} // namespace heiban
