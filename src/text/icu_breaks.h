// IcuBreaks: Unicode's own opinion: line breaks (UAX #14), words and grapheme clusters, and the
// visual order of mixed-direction lines (UAX #9).
// breaks.h asks it where our own table has no answer; balance.h asks for Chinese words.
// Untailored: the rules of Chinese setting are laid over it by breaks.h. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace heiban {

class IcuBreaks {
public:
  enum class Kind { Line, Word, Cluster }; // Line: locale zh, lb=strict (no break before ぁ ー)
  IcuBreaks();
  ~IcuBreaks();

  // flags[i] is set where a boundary lies before code point i; size text.size() + 1, the first and
  // the last always set.
  void boundaries(Kind kind, std::u32string_view text, std::vector<uint8_t>& flags);

  // order[k] = index of the code point that stands k-th from the left, the paragraph left to right.
  void visual_order(std::u32string_view text, std::vector<size_t>& order);

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace heiban
