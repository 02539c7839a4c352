// Relief: what gives way where all that is valid would make a round too long.
// Round asks for it once; plan and forecast go by the answer. Pure.
// It knows no ids and no edition, only how long things read.
//
// In this order, each step only where the one before it was not enough for the round's target:
//   1. pages stand shorter, down to half of their reading time: a page can still be skimmed;
//   2. older notices come every second or third round, and long lists show a half or a third of
//      their pages a round, in order;
//   3. pages stand shorter still, down to the config's scan floor;
//   4. the round grows beyond the target, and staff are told.
// The guarantee outranks all of it: where waiting would break it, nobody waits and the round grows
// instead. It is impossible only where all pages at the scan floor take longer than it allows.
#pragma once

#include "config/settings.h"
#include "notice/notice.h"
#include "programme/metrics.h"

#include <vector>

namespace heiban {

struct Reading { // of some pages in a row
  struct Run {   // of pages that read equally long: most of a long list's do
    int64_t full_ms = 0;
    size_t pages = 0;
  };
  std::vector<int64_t> full_ms; // each page, as it reads
  std::vector<Run> runs;        // the same pages
  int64_t sum_ms = 0;
};

Reading reading_of(const std::vector<PageMetrics>& pages, const ProgrammeSettings& settings);

struct Turn { // a notice that may stand now
  const Notice* notice = nullptr;
  const NoticeMetrics* metrics = nullptr;
  bool alone = false; // urgent, and for a day at most: nothing else stands beside it
  bool must = false;  // in every round: urgent, or in its 公示期
  Reading reading;
  bool spread = false; // its pages are spread over Relief::rounds rounds
  bool every = true;   // it has its turn in every round
};

// More pages are a long list, which may be spread over rounds.
inline constexpr size_t kLongPages = 8;
// Rounds between two turns of an older notice, at most.
inline constexpr int kMostRounds = 3;

struct Relief {
  int permille = 1000;     // of the reading time that pages stand for; 0: all at the scan floor
  int rounds = 1;          // in so many, every page comes once
  int64_t room_ms = 0;     // of a round, for older notices
  int64_t round_ms = 0;    // a round, at most
  int64_t wait_ms = 0;     // between two showings of the same page, at most
  bool target_kept = true; // round_ms against the config's
  bool guarantee_kept = true;
};

int64_t scaled_ms(int64_t full_ms, int permille, const ProgrammeSettings& settings);

// Pages of a turn's part in a round.
size_t part_pages(size_t pages, int rounds);

// Marks `spread` and `every` in `turns`, which are in the order of the round.
Relief choose_relief(std::vector<Turn>& turns, const Reading& index,
                     const ProgrammeSettings& settings);

} // namespace heiban
