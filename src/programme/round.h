// Round: who takes part in a round at one instant, in which order, and how long each page stands.
// plan walks it, forecast adds it up. Pure.
// It remembers nothing between two calls: what was shown comes in as Shown.
#pragma once

#include "programme/plan.h"

namespace heiban {

struct Turn { // a notice that may stand now
  const Notice* notice = nullptr;
  const NoticeMetrics* metrics = nullptr;
  bool alone = false; // urgent, and for a day at most: nothing else stands beside it
  bool every = false; // in every round: urgent, or in its 公示期, or among the newest
  int64_t full_ms = 0, least_ms = 0; // all its pages: as they read, and at the scan floor
};

class Round {
public:
  Round(const Edition& edition, const Metrics& metrics, const ProgrammeSettings& settings,
        Instant now);

  const std::vector<Turn>& turns() const { return turns_; } // urgent first, then newest first
  const Turn* find(const std::string& id) const;            // nullptr: it may not stand now
  int64_t page_ms(const Turn& turn, size_t page) const;     // page from 0
  int64_t turn_ms(const Turn& turn) const;

  bool emergency() const { return emergency_; } // urgent notices have the glass to themselves
  size_t index_pages() const { return index_.size(); } // 0: no index opens this round
  int64_t index_ms(size_t page) const { return scaled(index_[page]); }

  // Permille of the reading time that pages stand for; 1000: as they read.
  int scale() const { return scale_; }
  // True when not even the scan floor brings all of them into one round.
  bool too_long() const { return too_long_; }

  // Those that wait for a later round, given how many rounds each has waited already.
  std::vector<std::string> left_out(const std::map<std::string, int>& missed) const;
  int64_t longest_ms() const; // of a round, at most
  int rounds_between() const; // two showings of the same page, at most

private:
  void take_turns(const Edition& edition, const Metrics& metrics);
  void take_index(const Metrics& metrics);
  void choose_scale();
  int64_t scaled(const PageMetrics& page) const;
  void mark_every_round();
  int64_t sum_ms(bool older_only) const;
  int64_t room_for_older() const;
  int64_t longest_older_ms() const;

  const ProgrammeSettings& settings_;
  Instant now_;
  std::vector<Turn> turns_;
  std::vector<PageMetrics> index_;
  bool emergency_ = false;
  int64_t target_ms_ = 0;
  int scale_ = 1000;
  bool too_long_ = false;
};

// Rounds an older notice waits at most before it comes again.
inline constexpr int kMostMissed = 2;

} // namespace heiban
