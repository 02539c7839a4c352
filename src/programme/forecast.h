// Forecast: how long a round is, whether the config's wishes can be kept, and what staff should
// know of it. `heiban check` and `plan` print it. Pure.
// It promises for the notices valid at one instant; when they change, so does the forecast.
#pragma once

#include "programme/plan.h"

namespace heiban {

struct Forecast {
  int notices = 0, pages = 0;        // that may stand now
  int index_pages = 0;               // of the 目录 that opens each round
  int64_t round_ms = 0;              // at most
  int64_t longest_wait_ms = 0;       // between two showings of the same page, at most
  int scale_permille = 1000;         // pages stand for this part of their reading time
  int rounds = 1;                    // in so many, each page comes once
  int older = 0;                     // notices that wait for a second or third round
  int spread = 0;                    // long lists that show a part of their pages a round
  int target_minutes = 0;            // the config's, for a round
  int guarantee_minutes = 0;         // … for every page
  bool target_kept = true;           // a round is no longer than the config's target
  bool guarantee_kept = true;        // every page once in the config's minutes
  std::vector<std::string> remarks;  // Chinese: relief that keeps both promises
  std::vector<std::string> findings; // Chinese: promises that cannot be kept
};

Forecast forecast(const Edition& edition, const Metrics& metrics, const ProgrammeRules& rules,
                  Instant now);

std::string duration_zh(int64_t ms); // 18分30秒

} // namespace heiban
