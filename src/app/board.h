// Board: what stands on the glass, for how long, and what follows: a state machine that is given
// the time. app/board_loop turns it with the real clocks; tests turn it with their own.
// It owns no thread and waits for nothing: what takes time is ordered from the PaintDesk.
#pragma once

#include "app/board_parts.h"
#include "app/moment.h"
#include "screen/transition.h"

#include <optional>
#include <string>
#include <vector>

namespace heiban {

class Board {
public:
  Board(BoardParts parts, const Settings& settings, const Theme& theme, BoardStart start);
  ~Board(); // the display is on again: who comes after it may know nothing of that
  Board(const Board&) = delete;

  // Does what is due; returns how many ms from now it wants to be called again, or -1: only when
  // desk.fd() is readable. Call it after every event too.
  int64_t tick(const Moment& at);
  void on_event(const ScreenEvent& event, const Moment& at);
  void edition_changed(); // edition.json was replaced
  // Between two frames of a transition; never for longer than one takes, whatever the display does.
  bool in_transition(int64_t steady_ms) const;
  // 紧急断播: nothing but the neutral page from the next tick on; false: the round goes on.
  void set_stopped(bool stopped);

  // Of the next page: the paint thread may be stuck.
  int64_t overdue_ms(const Moment& at) const;

  // Fills in what the board knows; the caller adds the process and the time.
  void describe(Report& report) const;
  // Rises when something a report tells has changed for the worse or the better.
  int64_t news() const { return news_; }

private:
  enum class Phase { Empty, Still, Moving };
  void collect();
  void overtake();
  void order(const Moment& at);
  bool due(const Moment& at) const;
  int64_t left_ms(const Moment& at) const;
  bool fits(const Painted& page, Instant now) const;
  void turn(const Moment& at);
  void remember();
  void begin(TransitionKind kind, const Moment& at);
  int64_t move(const Moment& at);
  void settle(const Moment& at);
  void light_up();
  void refresh_labels(const Moment& at);
  void drift(bool at_once, const Moment& at);
  int64_t next_wake(const Moment& at) const;
  LiveLabels labels(const Moment& at) const;
  int64_t hold_ms() const;
  TransitionKind transition_to(const Painted& next, const Moment& at);

  BoardParts parts_;
  const Settings& settings_;
  const Theme& theme_;
  Phase phase_ = Phase::Empty;
  Painted standing_; // on the glass, or moving onto it; its image is next_
  Image next_;       // the one frame besides the window's own; lent to the desk with each order
  int64_t turn_at_ms_ = 0;
  bool redraw_ = false; // the glass lost what stands, or has another size
  bool dark_;           // the display may be off

  std::optional<Painted> ready_;
  bool ordered_ = false;       // the desk has an order
  bool outdated_ = false;      // … which a newer edition or size has overtaken
  bool back_ = false;          // the page before is wanted
  bool stopped_ = false;       // 紧急断播
  bool held_ = false;          // somebody has stopped the round for a while
  bool by_hand_ = false;       // somebody has asked for the turn that is due
  std::vector<Shown> history_; // what was shown before each page that has stood
  std::optional<Transition> transition_;
  TransitionPace pace_;
  int64_t moving_since_ms_ = 0, next_frame_ms_ = 0, drifted_ms_ = 0;
  int frames_ = 0;
  std::optional<Standing> recorded_;
  std::string problem_;
  int64_t presents_ = 0, turns_ = 0, left_out_ = 0, news_ = 0;
};

} // namespace heiban
