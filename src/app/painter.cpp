#include "app/painter.h"

#include "app/recall_round.h"
#include "app/trim_memory.h"
#include "base/log.h"
#include "edition/codec.h"
#include "notice/title_names.h"
#include "programme/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace heiban {
namespace {

const EditionNotice* find(const Edition& edition, const std::string& id) {
  const auto found = std::find_if(edition.notices.begin(), edition.notices.end(),
                                  [&](const EditionNotice& one) { return one.notice.id == id; });
  return found == edition.notices.end() ? nullptr : &*found;
}

// Of the edition only the notice whose turn it is: all that the first page needs.
Edition first_of(const Edition& edition, const Shown& shown, Instant at) {
  Edition first{.sequence = edition.sequence, .made_at = edition.made_at, .feeds = edition.feeds};
  const auto had_its_turn = [&](const EditionNotice& one) {
    return std::ranges::find(shown.done, one.notice.id) != shown.done.end();
  };
  const EditionNotice* chosen = find(edition, shown.notice_id);
  if (chosen && (!valid_at(*chosen, at) || had_its_turn(*chosen)))
    chosen = nullptr;
  for (const EditionNotice& one : edition.notices) {
    if (!valid_at(one, at))
      continue;
    if (one.notice.urgency == Urgency::Urgent) {
      chosen = &one;
      break;
    }
    if (!chosen || (had_its_turn(*chosen) && !had_its_turn(one)))
      chosen = &one;
  }
  if (chosen)
    first.notices.push_back(*chosen);
  return first;
}

// The days that the notice names, or as they are counted; a notice may stand before its first. A
// last day that cannot be reckoned is no end to be attested.
void take_period(const EditionNotice& notice, Standing& out) {
  const std::optional<Publicity>& period = notice.notice.publicity;
  out.period_to = period ? end_of(*period) : notice.until;
  if (!out.period_to)
    return;
  const bool first_known = period && period->first;
  out.period_from = first_known ? beijing_midnight(*period->first) : notice.from;
}

// As the ledger will know it.
Standing standing_of(const Slot& slot, const EditionNotice* notice, Instant at) {
  Standing out;
  out.page = slot.page;
  out.of = slot.of;
  out.own = own_word(slot.kind);
  if (!notice)
    return out;
  out.notice_id = slot.notice_id;
  out.content_hash = notice->notice.content_hash;
  const bool may_name = notice->notice.publicity || in_public_notice(notice->notice, at);
  out.title = may_name ? title_without_names(notice->notice) : notice->notice.title;
  out.category = notice->notice.category;
  out.doc_number = notice->notice.doc_number;
  if (in_public_notice(notice->notice, at))
    take_period(*notice, out);
  return out;
}

uint32_t packed(Colour c) {
  return static_cast<uint32_t>(c.r) << 16 | static_cast<uint32_t>(c.g) << 8 | c.b;
}

void fit(Image& image, int width, int height) {
  image.width = width;
  image.height = height;
  image.pixels.resize(static_cast<size_t>(width) * static_cast<size_t>(height));
}

} // namespace

Painter::Painter(Setup setup)
    : setup_(std::move(setup)), rules_(setup_.programme_rules()), always_on_(rules_) {
  always_on_.hours = {};
}

void Painter::set_size(int width, int height) {
  if (wall_ && width == setup_.width && height == setup_.height)
    return;
  setup_.width = width;
  setup_.height = height;
  wall_.reset();
}

void Painter::reload() {
  Result<Edition> loaded = load_edition(setup_.state);
  if (!loaded) {
    edition_problem_ = fmt::format("no edition: {}", loaded.error().message);
    log::warn("board: {}", edition_problem_);
    return;
  }
  edition_problem_.clear();
  // A damaged file makes load_edition fall back to the one before: ours is the better one then.
  if (loaded->sequence < edition_.sequence && loaded->made_at < edition_.made_at)
    return;
  edition_ = std::move(*loaded);
  for (const Notice& notice : heiban::leave_out(crashes_, edition_)) {
    edition_problem_ = fmt::format("notice {} is left out: two boards died over it", notice.id);
    log::warn("board: {}", edition_problem_);
  }
  if (leaves_all_out_) {
    edition_.notices.clear();
    edition_problem_ = "no notice is shown for ten minutes: the board died five times";
    log::warn("board: {}", edition_problem_);
  }
  log::info("board: edition {} with {} notices", edition_.sequence, edition_.notices.size());
}

void Painter::leave_out(CrashHistory crashes, bool all) {
  crashes_ = std::move(crashes);
  leaves_all_out_ = all;
  reload();
}

bool Painter::ready() {
  if (!fonts_) {
    Result<std::unique_ptr<FontSet>> opened = FontSet::open(setup_.fonts);
    font_problem_ = opened ? "" : fmt::format("no fonts: {}", opened.error().message);
    if (!opened)
      return false;
    fonts_ = std::move(*opened);
    for (const std::string& finding : fonts_->findings())
      log::warn("fonts: {}", finding);
  }
  if (!wall_)
    wall_ = std::make_unique<Wall>(setup_, *fonts_);
  return true;
}

// When the glass is to change before the turn: something urgent is in force now, though it may be
// over by then, or comes into force on the way; or what had the glass to itself was taken back.
// Whatever else was withdrawn leaves with the turn.
std::optional<Instant> Painter::interruption(const PaintOrder& order) const {
  const std::string& stands = order.standing.notice_id;
  const std::vector<std::string>& emergencies = order.shown.emergencies;
  const bool alarm = std::ranges::find(emergencies, stands) != emergencies.end();
  if (alarm && !find(edition_, stands))
    return order.now;
  return next_interruption(edition_, wall_->metrics(), order.shown,
                           order.trusted ? rules_ : always_on_, order.now, order.at);
}

// The first page after a start must not wait until everything is laid out.
Plan Painter::plan_for(PaintOrder& order, bool& at_once) {
  if (order.stopped) // nothing is laid out: it must stand at once
    return {.now = {.kind = SlotKind::Stopped, .dwell_ms = kDay * 1000}, .after = order.shown};
  wall_->take(started_ ? edition_ : first_of(edition_, order.shown, order.at), order.at,
              order.trusted);
  const std::optional<Instant> urgent = interruption(order);
  at_once = urgent.has_value();
  if (urgent && *urgent < order.at) {
    order.at = *urgent;
    order.shown = order.before;
  }
  Plan planned =
      plan(edition_, wall_->metrics(), order.shown, order.trusted ? rules_ : always_on_, order.at);
  if (!std::exchange(started_, true))
    planned.after.round = 0; // with all the others there the round is made up anew
  return planned;
}

void Painter::describe(Painted& painted, Instant at) const {
  const Slot& slot = painted.plan.now;
  painted.key = {slot.kind, slot.notice_id, wall_->shows(slot), slot.page,
                 slot.of,   setup_.width,   setup_.height};
  painted.edition = edition_.sequence;
  painted.fresh_at = freshness(edition_);
  painted.problem = edition_problem_;
  painted.withdrawn = edition_.withdrawn;
  if (slot.kind == SlotKind::Index) // it must not name what is over
    painted.until = next_change(edition_, at);
  const EditionNotice* one = find(edition_, slot.notice_id);
  painted.stands = standing_of(slot, one, at);
  if (one) {
    painted.from = one->from;
    painted.until = one->until;
    if (one->notice.publicity) { // the page names the day it is on
      const CivilDate today = beijing(at).date;
      const Instant tomorrow = beijing_midnight(add_days(today, 1));
      painted.from = std::max(painted.from, beijing_midnight(today));
      painted.until = std::min(painted.until.value_or(tomorrow), tomorrow);
    }
  }
}

Painted Painter::paint(PaintOrder order) {
  if (!started_ && order.shown.round == 0)
    order.shown = recall_round(setup_.state, edition_);
  Painted painted{.before = order.shown, .image = std::move(order.image)};
  if (!ready()) {
    painted.plan.now.kind = order.stopped ? SlotKind::Stopped : SlotKind::Fallback;
    painted.plan.now.dwell_ms = setup_.settings.programme.dwell_cap_ms;
    painted.page.width = setup_.width;
    painted.page.height = setup_.height;
    painted.problem = font_problem_;
    painted.image = Image(setup_.width, setup_.height, packed(setup_.theme.background));
    return painted;
  }
  painted.plan = plan_for(order, painted.at_once);
  painted.before = order.shown;
  describe(painted, order.at);
  in_hand(Hand::Drawing, painted.stands.notice_id, painted.stands.content_hash);
  painted.page = wall_->page(painted.plan.now);
  painted.same = painted.key == order.standing;
  if (!painted.same) {
    fit(painted.image, painted.page.width, painted.page.height);
    wall_->draw(painted.image, painted.page);
  }
  in_hand(Hand::Drawing, "", "");
  painted.page.items = {};
  trim_memory(setup_.fonts);
  return painted;
}

} // namespace heiban
