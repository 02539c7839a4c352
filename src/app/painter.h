// Painter: the edition as read from disk, laid out for the screen → the next page, drawn.
// It lives on the board's paint thread (app/paint_desk.h), which owns the fonts; the board hands it
// what has been shown and gets back a page, its dwell and how long it may be trusted.
// It presents nothing, draws no live label and reads no clock.
#pragma once

#include "app/crash_note.h"
#include "app/setup.h"
#include "app/wall.h"
#include "edition/edition.h"
#include "ledger/ledger.h"
#include "page/image.h"
#include "programme/plan.h"

#include <memory>
#include <optional>
#include <string>

namespace heiban {

// Tells two drawn pages apart without looking at pixels.
struct PageKey {
  SlotKind kind = SlotKind::Notice;
  std::string notice_id, shows; // what the page depends on: content hash, category, urgency
  int page = 0, of = 0, width = 0, height = 0;
  bool operator==(const PageKey&) const = default;
};

struct PaintOrder {
  Instant at;           // when the page is to stand …
  Instant now;          // … unless something cannot wait, from here on
  bool trusted = true;  // false: no hour is believed, and the board is on
  bool stopped = false; // 紧急断播: the neutral page, whatever the edition says
  Shown shown;          // what has stood before it
  Shown before;         // … and before what stands, which comes again if it is cut short
  PageKey standing;     // a page equal to it is not drawn again; empty: draw whatever comes
  Image image;          // memory to draw into, whatever its size
};

struct Painted {
  Plan plan;
  Shown before; // the order's `shown`: to draw the same page again
  PageKey key;
  Standing stands;   // for the ledger
  Page page;         // without its items: they are drawn
  Image image;       // no live labels
  bool same = false; // equal to the order's `standing`: the image says nothing
  // From `from` on, though what stands has time left: it is urgent, or an emergency was taken back.
  bool at_once = false;
  Instant from;                 // the page may stand from here …
  std::optional<Instant> until; // … to here; none: until withdrawn
  std::optional<Instant> fresh_at;
  int64_t edition = 0;                      // sequence number; 0: none yet
  std::string problem;                      // English; empty when all is well
  std::vector<EditionWithdrawal> withdrawn; // that the edition names, for the ledger
};

class Painter {
public:
  explicit Painter(Setup setup);

  void set_size(int width, int height); // px of the page
  void reload();                        // reads edition.json; the last good one stays on failure
  // Without the notices that boards before this one died over; `all`: without any, for a while.
  void leave_out(CrashHistory crashes, bool all);
  Painted paint(PaintOrder order);

private:
  bool ready(); // fonts and wall
  Plan plan_for(PaintOrder& order, bool& at_once);
  std::optional<Instant> interruption(const PaintOrder& order) const;
  void describe(Painted& painted, Instant at) const;

  Setup setup_;
  ProgrammeRules rules_, always_on_;
  std::unique_ptr<FontSet> fonts_;
  std::unique_ptr<Wall> wall_;
  Edition edition_;
  CrashHistory crashes_;
  bool leaves_all_out_ = false;
  bool started_ = false; // a first page has been drawn
  std::string font_problem_, edition_problem_;
};

} // namespace heiban
