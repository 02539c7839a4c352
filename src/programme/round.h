// Round: who takes part in a round at one instant, in which order, and how long each page stands.
// plan walks it, forecast adds it up. Pure.
// It remembers nothing between two calls: what was shown comes in as Shown.
#pragma once

#include "programme/plan.h"
#include "programme/relief.h"

namespace heiban {

class Round {
public:
  Round(const Edition& edition, const Metrics& metrics, const ProgrammeSettings& settings,
        Instant now);

  const std::vector<Turn>& turns() const { return turns_; }    // urgent first, then newest first
  const Turn* find(const std::string& id) const;               // nullptr: it may not stand now
  int64_t page_ms(const Turn& turn, size_t page) const;        // page from 0
  size_t index_pages() const { return index_.full_ms.size(); } // 0: no index opens this round
  int64_t index_ms(size_t page) const;

  bool emergency() const { return emergency_; } // urgent notices have the glass to themselves
  const Relief& relief() const { return relief_; }

  // The page after which a turn is over for this round, given one of its pages; both from 0.
  size_t end_of_part(const Turn& turn, size_t page) const;
  // The older ones that wait for a later round: all but those that have waited longest.
  std::vector<std::string> left_out(const std::map<std::string, int64_t>& served) const;

private:
  void take_turns(const Edition& edition, const Metrics& metrics);
  void take_index(const Metrics& metrics);

  const ProgrammeSettings& settings_;
  Instant now_;
  std::vector<Turn> turns_;
  Reading index_;
  bool emergency_ = false;
  Relief relief_;
};

// plan() for a round that is worked out: it holds as long as what is valid and in its 公示期 does.
Plan next_in(const Round& round, const Metrics& metrics, Shown shown, const ProgrammeRules& rules,
             Instant now);

} // namespace heiban
