#include "app/ahead.h"

#include <algorithm>

namespace heiban {
namespace {

// The index must not name what is over, and a notice leaves on the second.
std::optional<Instant> stands_until(const Slot& slot, const Edition& edition, Instant at) {
  if (slot.kind == SlotKind::Index)
    return next_change(edition, at);
  for (const EditionNotice& one : edition.notices)
    if (one.notice.id == slot.notice_id)
      return one.until;
  return std::nullopt;
}

} // namespace

Ahead::Ahead(const Setup& setup, const EditionAt& asked, Wall& wall)
    : asked_(asked), wall_(wall), rules_(setup.programme_rules()) {}

Ahead::Step Ahead::next() {
  const Instant at = asked_.now + passed_ms_ / 1000;
  wall_.take(asked_.edition, at);
  Plan plan = heiban::plan(asked_.edition, wall_.metrics(), shown_, rules_, at);
  Step step{plan.now, at, std::max<int64_t>(plan.now.dwell_ms, 1),
            shown_.round > 0 && plan.after.round != shown_.round};
  if (const auto until = stands_until(step.slot, asked_.edition, at); until && *until > at)
    step.stands_ms = std::min(step.stands_ms, (*until - at) * 1000 - passed_ms_ % 1000);
  const Instant end = at + (passed_ms_ % 1000 + step.stands_ms) / 1000;
  if (const auto urgent =
          next_interruption(asked_.edition, wall_.metrics(), plan.after, rules_, at, end);
      urgent && *urgent > at)
    step.stands_ms = std::min(step.stands_ms, (*urgent - at) * 1000 - passed_ms_ % 1000);
  shown_ = std::move(plan.after);
  passed_ms_ += step.stands_ms;
  return step;
}

} // namespace heiban
