// CheckReport: the whole verdict on a board: feeds, notices held and shown, legibility, the round.
// `heiban check` prints it (check_print.cpp); it looks at the state folder and changes
// nothing there. It does not judge the config's syntax: config/load did that before there could be
// a report.
#pragma once

#include "app/setup.h"
#include "page/legibility.h"
#include "programme/forecast.h"
#include "review/review.h"

#include <string>
#include <vector>

namespace heiban {

struct CheckedFeed {
  std::string name, url;
  bool asked = false;                  // false: --offline
  std::string problem;                 // Chinese; why it did not answer just now
  size_t entries = 0;                  // in the answer
  std::optional<Instant> last_success; // of the fetcher
  std::string last_problem;            // Chinese; the fetcher's last poll
  std::vector<std::string> findings;   // Chinese
  bool refused = false;                // its last answer was refused whole; staff may approve it
  std::vector<std::string> notes;      // Chinese: what a list page gave, and by which selector
};

struct CheckedNotice {
  std::string id, feed, title;
  VerdictKind kind = VerdictKind::Held;
  std::string rule, reason; // empty when shown
  Instant since;            // it has been so
};

struct CheckReport {
  std::string config, state;
  int width = 0, height = 0; // px
  double distance_m = 0, diagonal_inches = 0;
  Legibility legibility;
  std::vector<CheckedFeed> feeds;
  std::vector<CheckedNotice> notices; // by feed, in the feed's order
  bool preview = false; // nothing was fetched yet: notices and round are what a fetch would bring
  bool has_edition = false;
  Forecast forecast;                 // meaningful with an edition
  std::vector<std::string> findings; // Chinese: fonts, pages, the round, the floor

  bool unreachable() const;  // a feed did not answer
  bool has_findings() const; // something for staff to do
};

CheckReport check_board(const Setup& setup, bool offline);

void print_text(const CheckReport& report);
void print_json(const CheckReport& report);

} // namespace heiban
