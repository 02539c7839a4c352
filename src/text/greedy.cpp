#include "text/greedy.h"

namespace heiban {

void fill_lines(const std::vector<Candidate>& candidates, const Measures& measures,
                std::vector<uint32_t>& chosen) {
  chosen.assign(1, 0);
  const auto last = static_cast<uint32_t>(candidates.size() - 1);
  for (uint32_t k = 1; k <= last; ++k) {
    const uint32_t start = chosen.back();
    const LineSize size = line_between(candidates[start], candidates[k]);
    const int32_t measure = start == 0 ? measures.first : measures.rest;
    const bool fits = size.natural - candidates[k].end_cut <= measure;
    if (!fits && k - 1 > start) {
      chosen.push_back(k - 1);
      --k; // measured again as a line from there
    }
  }
  chosen.push_back(last);
}

} // namespace heiban
