#include "review/held_words.h"

#include "base/utf8.h"

#include <algorithm>

namespace heiban {
namespace {

std::string fold(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (c >= 0xFF01 && c <= 0xFF5E)
      c -= 0xFEE0; // full-width ASCII
    if (c >= 'A' && c <= 'Z')
      c += 'a' - 'A';
    const bool blank = c <= 0x20 || c == 0xA0 || c == 0xAD || c == 0x3000 || c == 0xFEFF ||
                       (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
                       (c >= 0x205F && c <= 0x206F);
    if (!blank)
      append_utf8(out, c);
  }
  return out;
}

} // namespace

HeldWords::HeldWords(const std::vector<std::string>& words) {
  for (const std::string& word : words)
    folded_.push_back(fold(word));
}

std::vector<HeldWordHit> HeldWords::find(const Notice& notice) const {
  std::vector<HeldWordHit> hits;
  if (folded_.empty())
    return hits;
  visit_texts(notice, [&](const Place& place, std::string_view text, const Block*) {
    const std::string folded = fold(text);
    for (size_t i = 0; i < folded_.size(); ++i) {
      const bool known = std::any_of(hits.begin(), hits.end(),
                                     [&](const HeldWordHit& hit) { return hit.word == i; });
      if (!known && !folded_[i].empty() && folded.find(folded_[i]) != folded.npos)
        hits.push_back({i, place});
    }
  });
  return hits;
}

} // namespace heiban
