// Transition: the way from one page to the next as steps by steady time, in place: each step moves
// what already stands on the glass, so that no third frame is kept.
// The board asks for a step a frame and hands it to screen/glass; tests turn the time.
// It draws nothing and reads no clock.
#pragma once

#include "page/page.h"

#include <cstdint>
#include <string_view>

namespace heiban {

inline constexpr int64_t kTransitionMs = 400; // the customer's limit is 600
inline constexpr int64_t kFrameMs = 16;       // between two steps of a push: 60 a second
inline constexpr int64_t kFadeFrameMs = 25;   // of a fade, where nothing moves: a third less work
inline constexpr int64_t kSlowFrameMs = 33;   // below 30 a second a transition is left out

enum class TransitionKind { None, Fade, Push };
TransitionKind transition_kind(std::string_view word); // none, fade, push; anything else is Fade

struct TransitionStep {
  TransitionKind kind = TransitionKind::None;
  int weight = 256;           // Fade: how far the glass moves towards the image, of 256
  Rect area;                  // Push: the part of the page that moves, px
  int from_px = 0, to_px = 0; // Push: columns of the image standing before and after this step
  bool last = true;           // the image stands alone afterwards
};

class Transition {
public:
  // `area` is what a push moves; a fade always takes the whole page.
  Transition(TransitionKind kind, Rect area, int64_t start_ms);
  TransitionStep step(int64_t steady_ms);

private:
  TransitionKind kind_;
  Rect area_;
  int64_t start_ms_;
  double done_ = 0; // Fade: what the steps so far have reached, rounding included
  int pushed_px_ = 0;
};

// Whether this machine keeps 30 frames a second: after two transitions in a row that did not, they
// are left out for ten minutes, then tried again (a compile may have been running).
class TransitionPace {
public:
  bool allowed(int64_t steady_ms) const { return steady_ms >= resume_ms_; }
  void record(int frames, int64_t took_ms, int64_t steady_ms);

private:
  int slow_in_a_row_ = 0;
  int64_t resume_ms_ = INT64_MIN;
};

} // namespace heiban
