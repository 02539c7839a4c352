#include "page/frame.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace heiban {
namespace {

// What the strips are made of; rows are counted in lines of labels.
struct Strips {
  int head_rows = 0, foot_rows = 0;
};

// Widths in em of the labels: what their longest usual wording takes.
constexpr int kNameEm = 9, kChipEm = 7, kDateEm = 18, kClockEm = 4;
constexpr int kPublisherEm = 20, kDisclaimerEm = 18, kMarkEm = 8, kFreshEm = 9, kExpiredEm = 24;
constexpr int kHintEm = 13, kLeastHintEm = 6;
constexpr double kStripShare = 0.3; // of the height, head and foot together
constexpr double kRowPitch = 1.4;   // em of a strip's row
constexpr double kScales[] = {1, 0.85, 0.7};

struct Sizes {
  int width, height; // inside the border
  int side;          // px between border and text
  int name, label;   // em
  int row;           // px of a strip's row
  int pad;           // px above and below a strip's rows
  int tick;          // px of the tick line

  int across() const { return width - 2 * side; }
  int head_height(int rows) const {
    if (rows == 0)
      return 0;
    return static_cast<int>(name * kRowPitch) + (rows - 1) * (row + pad / 2) + 2 * pad;
  }
  int foot_height(int rows) const { return rows == 0 ? 0 : rows * row + 2 * pad + tick; }
};

// `scale`: of the labels, which are never set under the floor.
Sizes sizes_of(int width, int height, int border, const Legibility& legibility, double scale) {
  Sizes s{};
  const auto scaled = [&](double em) {
    return static_cast<int>(std::lround(legibility.body_px * em * scale));
  };
  s.width = width - 2 * border;
  s.height = height - 2 * border;
  s.label = std::max(legibility.floor_px, scaled(0.82));
  s.name = std::max(s.label, scaled(1.15));
  const int generous = std::max(static_cast<int>(std::lround(width * 0.035)), legibility.body_px);
  s.side = std::min(generous, s.width / 16);
  s.row = static_cast<int>(std::lround(s.label * kRowPitch));
  s.pad = static_cast<int>(std::lround(s.label * 0.35));
  s.tick = std::max(2, std::min(width, height) / 270);
  return s;
}

// Whether a foot of one row holds all that a foot says.
bool foot_in_one(const Sizes& s) {
  return s.across() >= (kPublisherEm + kDisclaimerEm + kFreshEm + kMarkEm + 3) * s.label;
}

// The fullest strips that leave the body its share and fit across; none may be found. `all`: only
// those that leave nothing out.
std::optional<Strips> fitting_strips(const Sizes& s, bool all) {
  const int em = s.across() / s.label;
  const bool head_in_one = em >= kNameEm * s.name / s.label + kChipEm + kDateEm + kClockEm;
  const bool foot_in_two = em >= kDisclaimerEm + kExpiredEm;
  const int head = head_in_one ? 1 : 2;
  for (const Strips strips :
       {Strips{head, foot_in_two ? 2 : 3}, Strips{head, 2}, Strips{1, 2}, Strips{1, 1}}) {
    if (strips.foot_rows == 1 && !foot_in_one(s) && (all || em < kMarkEm * 2))
      continue;
    if (s.head_height(strips.head_rows) + s.foot_height(strips.foot_rows) <= s.height * kStripShare)
      return strips;
  }
  return std::nullopt;
}

// On a low screen both strips with smaller labels rather than one of them, or one cut short.
std::pair<Sizes, Strips> choose(int width, int height, int border, const Legibility& legibility) {
  Sizes s{};
  for (const bool all : {true, false})
    for (const double scale : kScales) {
      s = sizes_of(width, height, border, legibility, scale);
      if (const std::optional<Strips> strips = fitting_strips(s, all))
        return {s, *strips};
    }
  const bool room =
      s.across() >= kMarkEm * 2 * s.label && s.foot_height(1) <= s.height * kStripShare;
  return {s, Strips{0, room ? 1 : 0}};
}

void place_head(Frame& frame, const Sizes& s, int rows) {
  if (rows == 0)
    return;
  const int left = frame.head.x + s.side, right = frame.head.right() - s.side;
  const int first = static_cast<int>(s.name * kRowPitch);
  const int top = frame.head.y + s.pad;
  const int clock = std::min(kClockEm * s.label, s.across() / 4);
  const int gap = s.label;
  frame.clock = {right - clock, top, clock, first};
  if (rows == 1) {
    const int name = kNameEm * s.name + kChipEm * s.label;
    const int room = frame.clock.x - gap - left;
    const int date = std::clamp(room - name - gap, 0, kDateEm * s.label);
    frame.date = {frame.clock.x - gap / 2 - date, top, date, first};
    frame.name = {left, top, (date > 0 ? frame.date.x - gap : frame.clock.x - gap) - left, first};
    frame.chip = frame.name;
    return;
  }
  const int second = top + first + s.pad / 2;
  const int chip = std::min(kChipEm * s.label, s.across() / 3);
  frame.name = {left, top, frame.clock.x - gap - left, first};
  frame.chip = {left, second, chip, s.row};
  frame.date = {left + chip + gap, second, s.across() - chip - gap, s.row};
}

void place_foot(Frame& frame, const Sizes& s, int rows) {
  if (rows == 0)
    return;
  const int left = frame.foot.x + s.side, right = frame.foot.right() - s.side;
  const int gap = s.label;
  frame.ticks = {left, frame.foot.y, s.across(), s.tick};
  const auto row_top = [&](int row) { return frame.foot.y + s.tick + s.pad + row * s.row; };
  const int mark = std::min(kMarkEm * s.label, s.across() / 2);
  frame.page_mark = {right - mark, row_top(0), mark, s.row};
  const int before_mark = frame.page_mark.x - gap - left;
  if (rows == 1) {
    const int fresh = kFreshEm * s.label, disclaimer = kDisclaimerEm * s.label;
    const bool all = before_mark >= kPublisherEm * s.label + gap + disclaimer + gap + fresh;
    if (!all) {
      frame.publisher = {left, row_top(0), before_mark, s.row};
      return;
    }
    frame.freshness = {frame.page_mark.x - gap - fresh, row_top(0), fresh, s.row};
    frame.disclaimer = {frame.freshness.x - gap - disclaimer, row_top(0), disclaimer, s.row};
    frame.publisher = {left, row_top(0), frame.disclaimer.x - gap - left, s.row};
    return;
  }
  frame.publisher = {left, row_top(0), before_mark, s.row};
  if (rows == 2) {
    const int disclaimer = std::min(kDisclaimerEm * s.label, s.across() * 3 / 5);
    frame.disclaimer = {left, row_top(1), disclaimer, s.row};
    frame.freshness = {left + disclaimer + gap, row_top(1), s.across() - disclaimer - gap, s.row};
    return;
  }
  frame.disclaimer = {left, row_top(1), s.across(), s.row};
  frame.freshness = {left, row_top(2), s.across(), s.row};
  frame.fresh_left = true;
}

// In the foot, right of the publisher or of the disclaimer, whichever leaves more room.
void place_hint(Frame& frame) {
  const auto spare = [&](const Rect& place, int em) { return place.w - (em + 1) * frame.label_px; };
  const int beside_publisher = spare(frame.publisher, kPublisherEm);
  const int beside_disclaimer = spare(frame.disclaimer, kDisclaimerEm);
  Rect& host = beside_publisher >= beside_disclaimer ? frame.publisher : frame.disclaimer;
  const int room = std::max(beside_publisher, beside_disclaimer);
  if (host.empty() || room < kLeastHintEm * frame.label_px)
    return;
  const int width = std::min(room, kHintEm * frame.label_px);
  frame.hint = {host.right() - width, host.y, width, host.h};
  host.w -= width + frame.label_px;
}

} // namespace

Frame frame_of(int width, int height, const Theme& theme, const Legibility& legibility,
               bool controls) {
  Frame frame;
  const int shorter = std::min(width, height);
  frame.border = std::clamp(static_cast<int>(std::lround(theme.frame_px_1080 * shorter / 1080.0)),
                            0, shorter / 16);
  const auto [s, strips] = choose(width, height, frame.border, legibility);
  const int left = frame.border, top = frame.border;
  const int head = s.head_height(strips.head_rows), foot = s.foot_height(strips.foot_rows);
  frame.head = {left, top, s.width, head};
  frame.foot = {left, top + s.height - foot, s.width, foot};
  const int above = std::min(legibility.body_px / 2, s.height / 32);
  const int below = std::min(legibility.body_px * 3 / 4, s.height / 32);
  frame.body = {left + s.side, top + head + above, s.across(),
                s.height - head - foot - above - below};
  frame.name_px = s.name;
  frame.label_px = s.label;
  place_head(frame, s, strips.head_rows);
  place_foot(frame, s, strips.foot_rows);
  if (controls)
    place_hint(frame);
  return frame;
}

} // namespace heiban
