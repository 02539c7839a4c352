#include "programme/metrics.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

constexpr int64_t kSettleMs = 2000;
constexpr int64_t kPictureMs = 5000;
constexpr int64_t kListRowMs = 500;
constexpr int kListRows = 8;        // fewer rows are a table to be read
constexpr int kListCharacters = 24; // a row; longer ones are read

bool is_name_list(const PageMetrics& page) {
  return page.rows >= kListRows && page.characters <= page.rows * kListCharacters;
}

} // namespace

int64_t dwell_ms(const PageMetrics& page, const ProgrammeSettings& settings) {
  const double reading = 1000.0 * page.characters / settings.characters_per_second;
  int64_t wanted = static_cast<int64_t>(std::llround(reading));
  if (is_name_list(page))
    wanted = std::min(wanted, page.rows * kListRowMs);
  wanted += kSettleMs + (page.picture ? kPictureMs : 0);
  return std::max(settings.dwell_floor_ms, std::min(settings.dwell_cap_ms, wanted));
}

} // namespace heiban
