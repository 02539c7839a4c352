#include "app/painter.h"

#include "app/trim_memory.h"
#include "base/log.h"
#include "edition/codec.h"
#include "notice/title_names.h"

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

// The edition down to the first notice that may stand: all that the first page needs.
Edition first_of(const Edition& edition, Instant at) {
  Edition first{.sequence = edition.sequence, .made_at = edition.made_at, .feeds = edition.feeds};
  const auto found = std::find_if(edition.notices.begin(), edition.notices.end(),
                                  [&](const EditionNotice& one) { return valid_at(one, at); });
  if (found != edition.notices.end())
    first.notices.push_back(*found);
  return first;
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
  log::info("board: edition {} with {} notices", edition_.sequence, edition_.notices.size());
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

// The first page after a start must not wait until everything is laid out.
void Painter::take_for(const PaintOrder& order) {
  wall_->take(started_ ? edition_ : first_of(edition_, order.at), order.at, order.trusted);
  started_ = true;
}

void Painter::describe(Painted& painted, Instant at) const {
  const Slot& slot = painted.plan.now;
  painted.key = {slot.kind, slot.notice_id, wall_->shows(slot), slot.page,
                 slot.of,   setup_.width,   setup_.height};
  painted.edition = edition_.sequence;
  painted.fresh_at = freshness(edition_);
  painted.problem = edition_problem_;
  if (slot.kind == SlotKind::Index) // it must not name what is over
    painted.until = next_change(edition_, at);
  if (const EditionNotice* one = find(edition_, slot.notice_id)) {
    painted.from = one->from;
    painted.until = one->until;
    if (one->notice.publicity) {                                 // the page names the day it is on
      painted.plan.now.title = title_without_names(one->notice); // for the ledger
      const CivilDate today = beijing(at).date;
      const Instant tomorrow = beijing_midnight(add_days(today, 1));
      painted.from = std::max(painted.from, beijing_midnight(today));
      painted.until = std::min(painted.until.value_or(tomorrow), tomorrow);
    }
  }
}

Painted Painter::paint(PaintOrder order) {
  Painted painted{.before = order.shown, .image = std::move(order.image)};
  if (!ready()) {
    painted.plan.now.kind = SlotKind::Fallback;
    painted.plan.now.dwell_ms = setup_.settings.programme.dwell_cap_ms;
    painted.page.width = setup_.width;
    painted.page.height = setup_.height;
    painted.problem = font_problem_;
    painted.image = Image(setup_.width, setup_.height, packed(setup_.theme.background));
    return painted;
  }
  take_for(order);
  painted.plan =
      plan(edition_, wall_->metrics(), order.shown, order.trusted ? rules_ : always_on_, order.at);
  painted.at_once = interrupts(edition_, wall_->metrics(), order.shown, order.at);
  describe(painted, order.at);
  painted.page = wall_->page(painted.plan.now);
  painted.same = painted.key == order.standing;
  if (!painted.same) {
    fit(painted.image, painted.page.width, painted.page.height);
    wall_->draw(painted.image, painted.page);
  }
  painted.page.items = {};
  trim_memory(setup_.fonts);
  return painted;
}

} // namespace heiban
