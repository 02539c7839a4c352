#include "app/board.h"

#include "base/log.h"

#include <algorithm>
#include <utility>

namespace heiban {
namespace {

constexpr int64_t kRetryMs = 1000; // the window could not be reached
constexpr size_t kHistory = 64;    // pages

constexpr int64_t kAskAgainMs = 60'000;
constexpr int64_t kDriftMs = 59'000; // about once a minute, with the clock's own wake-up

// A page that stands for want of others is asked for again soon: the clock may be set, an edition
// may come.
int64_t dwell_ms(const Slot& slot) {
  const bool waits = slot.kind == SlotKind::Quiet || slot.kind == SlotKind::Fallback ||
                     slot.kind == SlotKind::Stopped;
  return waits ? std::min(slot.dwell_ms, kAskAgainMs) : slot.dwell_ms;
}

bool same(const Standing& a, const Standing& b) {
  return a.notice_id == b.notice_id && a.content_hash == b.content_hash && a.page == b.page &&
         a.of == b.of && a.own == b.own;
}

// What a report says of it: the index is a part of the round.
std::string state_of(const Standing& one) {
  return one.own == own_word(SlotKind::Index) ? "" : one.own;
}

} // namespace

Board::Board(BoardParts parts, const Settings& settings, const Theme& theme, BoardStart start)
    : parts_(parts), settings_(settings), theme_(theme), dark_(settings.screen.off_hours == "off"),
      ordered_(start.ordered), stopped_(start.stopped) {
  parts_.desk.set_size(parts_.screen.width(), parts_.screen.height());
}

Board::~Board() {
  light_up();
}

int64_t Board::tick(const Moment& at) {
  collect();
  if (phase_ != Phase::Moving && due(at) && ready_) {
    if (fits(*ready_, at.now))
      turn(at);
    else
      overtake();
  }
  if (phase_ == Phase::Moving)
    return move(at);
  if (!ready_ && !ordered_)
    order(at);
  if (phase_ == Phase::Still)
    refresh_labels(at);
  return next_wake(at);
}

// A page that was overtaken while it was being drawn comes back all the same: for its memory.
void Board::collect() {
  std::optional<Painted> painted = parts_.desk.take();
  if (!painted)
    return;
  ordered_ = false;
  ready_ = std::move(painted);
  if (std::exchange(outdated_, false))
    return overtake();
  if (ready_->problem != problem_) {
    problem_ = ready_->problem;
    ++news_;
  }
}

// What was drawn or ordered ahead no longer holds.
void Board::overtake() {
  outdated_ = ordered_;
  if (!ready_)
    return;
  next_ = std::move(ready_->image);
  ready_.reset();
}

// The page that stands once more, the one before it, or the one that follows.
void Board::order(const Moment& at) {
  PaintOrder order{.at = at.now,
                   .now = at.now,
                   .trusted = at.trusted,
                   .stopped = stopped_,
                   .shown = standing_.plan.after,
                   .image = std::move(next_)};
  if (redraw_) {
    order.shown = standing_.before;
  } else if (back_) {
    order.shown = history_.back();
  } else {
    order.at = at.now + left_ms(at) / 1000;
    order.before = standing_.before;
    order.standing = standing_.key;
  }
  ordered_ = true;
  parts_.desk.order(std::move(order));
}

bool Board::due(const Moment& at) const {
  const bool urgent = ready_ && ready_->at_once && ready_->from <= at.now;
  return phase_ == Phase::Empty || redraw_ || urgent || left_ms(at) <= 0;
}

// Until the turn: the dwell is over, or what stands may stand no longer.
int64_t Board::left_ms(const Moment& at) const {
  int64_t left = turn_at_ms_ - at.steady_ms;
  if (standing_.until)
    left = std::min(left, (*standing_.until - at.now) * 1000 - at.millis);
  return std::max<int64_t>(left, 0);
}

bool Board::fits(const Painted& page, Instant now) const {
  if (page.page.width != parts_.screen.width() || page.page.height != parts_.screen.height())
    return false;
  return page.from <= now && (!page.until || now < *page.until);
}

void Board::turn(const Moment& at) {
  const TransitionKind kind = transition_to(*ready_, at);
  remember();
  Painted next = std::move(*ready_);
  ready_.reset();
  next_ = std::move(next.image);
  standing_ = std::move(next);
  // Whoever turned to a page may read it in peace; then the round goes on by itself.
  const int64_t dwell = dwell_ms(standing_.plan.now);
  turn_at_ms_ = at.steady_ms + (by_hand_ ? std::max(dwell, hold_ms()) : dwell);
  by_hand_ = held_ = false;
  redraw_ = back_ = false;
  // A round of one page goes on standing, and nothing is drawn.
  if (!standing_.same)
    begin(kind, at);
}

void Board::remember() {
  if (phase_ == Phase::Empty || redraw_)
    return;
  if (back_)
    return history_.pop_back();
  if (history_.size() == kHistory)
    history_.erase(history_.begin());
  history_.push_back(standing_.before);
}

// A board that was killed at night has left the display off.
void Board::light_up() {
  if (std::exchange(dark_, false) && !parts_.screen.power(true))
    log::warn("board: the display's power cannot be switched");
}

void Board::begin(TransitionKind kind, const Moment& at) {
  if (!standing_.plan.now.display_off)
    light_up();
  if (parts_.composer)
    parts_.composer->draw(next_, standing_.page, labels(at));
  // A push leaves the strips where they are; any other turn hides a small move.
  if (kind != TransitionKind::Push)
    drift(false, at);
  transition_.emplace(kind, standing_.page.frame.body, at.steady_ms);
  phase_ = Phase::Moving;
  moving_since_ms_ = next_frame_ms_ = at.steady_ms;
  frames_ = 0;
}

TransitionKind Board::transition_to(const Painted& next, const Moment& at) {
  const TransitionKind wanted = transition_kind(settings_.screen.transition);
  if (phase_ == Phase::Empty || redraw_ || theme_.reduced_motion || next.same ||
      wanted == TransitionKind::None)
    return TransitionKind::None;
  if (!pace_.allowed(at.steady_ms)) {
    ++left_out_;
    return TransitionKind::None;
  }
  const bool within_notice = next.key.notice_id == standing_.key.notice_id;
  return wanted == TransitionKind::Push && within_notice ? TransitionKind::Push
                                                         : TransitionKind::Fade;
}

bool Board::in_transition(int64_t steady_ms) const {
  return phase_ == Phase::Moving && steady_ms - moving_since_ms_ < kTransitionMs;
}

int64_t Board::move(const Moment& at) {
  if (at.steady_ms < next_frame_ms_)
    return next_frame_ms_ - at.steady_ms;
  const TransitionStep step = transition_->step(at.steady_ms);
  if (const Result<void> shown = parts_.screen.present_step(next_, step); !shown) {
    log::warn("board: {}", shown.error().message);
    transition_.emplace(TransitionKind::None, Rect{}, at.steady_ms);
    next_frame_ms_ = at.steady_ms + kRetryMs;
    return kRetryMs;
  }
  ++presents_;
  ++frames_;
  const int64_t frame = step.kind == TransitionKind::Fade ? kFadeFrameMs : kFrameMs;
  next_frame_ms_ = at.steady_ms + frame;
  if (!step.last)
    return frame;
  settle(at);
  return tick(at);
}

void Board::settle(const Moment& at) {
  phase_ = Phase::Still;
  if (frames_ > 1)
    pace_.record(frames_, at.steady_ms - moving_since_ms_, at.steady_ms);
  if (++turns_ == 1)
    ++news_;
  const Slot& slot = standing_.plan.now;
  if (slot.display_off)
    dark_ = parts_.screen.power(false);
  if (state_of(standing_.stands) != (recorded_ ? state_of(*recorded_) : ""))
    ++news_;
  log::debug("board: notice {} page {} of {}", slot.notice_id, slot.page, slot.of);
  parts_.record.withdrawals(standing_.withdrawn, at.now);
  if (recorded_ && same(*recorded_, standing_.stands))
    return;
  recorded_ = standing_.stands;
  in_hand(Hand::Standing, recorded_->notice_id, recorded_->content_hash);
  parts_.record.stands(standing_.stands, at.now, at.trusted);
}

LiveLabels Board::labels(const Moment& at) const {
  return live_labels(standing_.page, standing_.fresh_at, theme_, settings_, at.now, at.trusted,
                     held_);
}

int64_t Board::hold_ms() const {
  return settings_.screen.hold_seconds * 1000;
}

// Against burn-in: with a turn, or by itself where a page stands for minutes.
void Board::drift(bool at_once, const Moment& at) {
  if (!settings_.screen.pixel_shift)
    return;
  drifted_ms_ = at.steady_ms;
  const Shift to = drift_of(standing_.page, at.now);
  if (parts_.screen.drift(to, at_once)) {
    presents_ += at_once;
    return;
  }
  redraw_ = true;
  overtake();
}

void Board::refresh_labels(const Moment& at) {
  if (at.steady_ms - drifted_ms_ >= kDriftMs)
    drift(true, at);
  if (!parts_.composer)
    return;
  for (const LabelPatch& patch : parts_.composer->update(labels(at))) {
    ++presents_;
    if (parts_.screen.present_part(patch.image, patch.x, patch.y))
      continue;
    redraw_ = true;
    overtake();
  }
}

// Until the turn or the next minute, whichever comes first; a page that is late wakes by itself.
int64_t Board::next_wake(const Moment& at) const {
  if (phase_ == Phase::Empty)
    return -1;
  const int64_t minute = 60'000 - (beijing(at.now).second * 1000 + at.millis);
  int64_t left = left_ms(at);
  if (ready_ && ready_->at_once)
    left = std::min(left, (ready_->from - at.now) * 1000 - at.millis);
  return std::max<int64_t>(left > 0 ? std::min(left, minute) : minute, 1);
}

void Board::on_event(const ScreenEvent& event, const Moment& at) {
  const bool leafs = event.kind == ScreenEventKind::Next || event.kind == ScreenEventKind::Hold ||
                     event.kind == ScreenEventKind::Previous;
  if (stopped_ && leafs)
    return;
  switch (event.kind) {
  case ScreenEventKind::Resized:
    parts_.desk.set_size(event.width, event.height);
    [[fallthrough]];
  case ScreenEventKind::Lost:
    redraw_ = phase_ != Phase::Empty;
    if (phase_ == Phase::Moving)
      phase_ = Phase::Still;
    overtake();
    break;
  case ScreenEventKind::Next:
    turn_at_ms_ = at.steady_ms;
    by_hand_ = true;
    break;
  case ScreenEventKind::Hold:
    held_ = !held_;
    turn_at_ms_ = at.steady_ms + (held_ ? hold_ms() : 0);
    break;
  case ScreenEventKind::Previous:
    back_ = phase_ != Phase::Empty && !history_.empty();
    turn_at_ms_ = back_ ? at.steady_ms : turn_at_ms_;
    by_hand_ = by_hand_ || back_;
    overtake();
    break;
  default:
    break;
  }
}

void Board::edition_changed() {
  parts_.desk.reload();
  overtake();
  // Nobody need wait until the bureau's name has stood for its time.
  if (phase_ != Phase::Empty && standing_.key.kind == SlotKind::Fallback)
    turn_at_ms_ = INT64_MIN / 2;
}

void Board::set_stopped(bool stopped) {
  if (stopped == stopped_)
    return;
  stopped_ = stopped;
  back_ = false;
  overtake();
  if (phase_ != Phase::Empty)
    turn_at_ms_ = INT64_MIN / 2;
}

int64_t Board::overdue_ms(const Moment& at) const {
  if (phase_ != Phase::Still || turn_at_ms_ < 0)
    return 0;
  return std::max<int64_t>(at.steady_ms - turn_at_ms_, 0);
}

void Board::describe(Report& report) const {
  const Slot& slot = standing_.plan.now;
  report.state = phase_ == Phase::Empty          ? "starting"
                 : slot.kind == SlotKind::Notice ? "showing"
                                                 : own_word(slot.kind);
  report.edition = standing_.edition;
  report.fresh_at = standing_.fresh_at ? iso_utc(*standing_.fresh_at) : "";
  report.notice = slot.notice_id;
  report.page = slot.page;
  report.of = slot.of;
  report.driver = parts_.screen.describe();
  report.width = parts_.screen.width();
  report.height = parts_.screen.height();
  report.presents = presents_;
  report.turns = turns_;
  report.transitions_left_out = left_out_;
  if (!problem_.empty())
    report.problems.push_back(problem_);
}

} // namespace heiban
