// Editions made up for the programme's tests, with their metrics, without a page being set.
#pragma once

#include "programme/plan.h"

#include <fmt/format.h>

namespace heiban {

inline constexpr Instant kNow{1'795'491'000};

struct Made {
  Edition edition;
  Metrics metrics;

  EditionNotice& add(const std::string& id, int pages, int characters = 100) {
    EditionNotice& one = edition.notices.emplace_back();
    one.notice.id = id;
    one.notice.title = "题目" + id;
    one.from = kNow - kDay;
    metrics.notices[id].pages.assign(static_cast<size_t>(pages), PageMetrics{characters});
    return one;
  }

  EditionNotice& add_objection(const std::string& id, int pages, int characters = 100) {
    EditionNotice& one = add(id, pages, characters);
    one.notice.title = "关于拟聘用人员的公示";
    one.notice.valid_to = one.until = kNow + 30 * kDay;
    return one;
  }

  EditionNotice& add_urgent(const std::string& id, int pages) {
    EditionNotice& one = add(id, pages);
    one.notice.urgency = Urgency::Urgent;
    return one;
  }
};

// One round from `shown` on, as "a1 a2 b1", with the dwell of each page added up in `ms`.
struct Walked {
  std::string pages;
  int64_t ms = 0;
  int64_t shortest_ms = INT64_MAX;
};

inline Walked walk_round(const Made& made, const ProgrammeRules& rules, Shown& shown,
                         Instant now = kNow) {
  Walked walked;
  for (int64_t round = -1;;) {
    const Plan next = plan(made.edition, made.metrics, shown, rules, now);
    if (round >= 0 && next.after.round != round)
      return walked;
    round = next.after.round;
    const std::string name =
        next.now.kind == SlotKind::Notice ? next.now.notice_id : own_word(next.now.kind);
    walked.pages += fmt::format("{}{}{}", walked.pages.empty() ? "" : " ", name, next.now.page);
    walked.ms += next.now.dwell_ms;
    walked.shortest_ms = std::min(walked.shortest_ms, next.now.dwell_ms);
    shown = next.after;
  }
}

} // namespace heiban
