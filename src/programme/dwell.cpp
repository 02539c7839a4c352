#include "programme/metrics.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

// All weights of the reading time stand here.
//
// The rate itself is the config's reading_speed: adults read 240 to 260 characters of Chinese a
// minute (TYPESETTING, Legibility; Trauzettel-Klosinski & Dietz 2012, the IReST texts, measured
// aloud, i.e. at the slow reader's pace), so a character takes a quarter of a second, which is also
// what one fixation of the eye takes.
constexpr int64_t kSettleMs = 2000; // to notice that the page is another and find its first line
// Digits are taken in two to a fixation: a field of 6 × 6 of them is scanned in 18.
constexpr double kDigit = 0.5;
// The way to the next cell, and from there to its column's head, is a fixation that reads nothing.
constexpr double kCell = 1.0;
constexpr int64_t kPictureMs = 5000; // a map is looked over besides its caption
// A list of names is searched for one name: a row is dismissed in two fixations.
constexpr int64_t kListRowMs = 500;
constexpr int kListRows = 8;        // fewer rows are a table to be read
constexpr int kListCharacters = 24; // a row; longer ones are read

bool is_name_list(const PageMetrics& page) {
  return page.rows >= kListRows && page.characters <= page.rows * kListCharacters;
}

} // namespace

double reading_load(const PageMetrics& page) {
  return page.characters - (1 - kDigit) * page.digits + kCell * page.cells;
}

int64_t dwell_ms(const PageMetrics& page, const ProgrammeSettings& settings) {
  const double reading = 1000.0 * reading_load(page) / settings.characters_per_second;
  int64_t wanted = static_cast<int64_t>(std::llround(reading));
  if (is_name_list(page))
    wanted = std::min(wanted, page.rows * kListRowMs);
  wanted += kSettleMs + (page.picture ? kPictureMs : 0);
  return std::max(settings.dwell_floor_ms, std::min(settings.dwell_cap_ms, wanted));
}

} // namespace heiban
