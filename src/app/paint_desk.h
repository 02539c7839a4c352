// PaintDesk: where the board orders its next page and fetches it when it is drawn.
// The board's loop calls it; behind it the Painter works on a thread of its own, in order.
// It decides nothing: what to draw is the order's word, whether it still fits is the board's.
#pragma once

#include "app/painter.h"
#include "app/wake.h"
#include "app/worker.h"

#include <mutex>
#include <optional>

namespace heiban {

class PaintDesk {
public:
  explicit PaintDesk(Setup setup); // starts reading the edition at once

  void set_size(int width, int height);
  void reload();
  void leave_out(CrashHistory crashes, bool all);
  void order(PaintOrder order);
  std::optional<Painted> take(); // the page that was ordered, when it is drawn
  void finish(); // returns when all that was ordered is drawn: for whoever turns the time by hand
  int fd() const { return done_.fd(); } // readable while a page waits to be taken

private:
  Painter painter_; // the worker's alone
  std::mutex mutex_;
  std::optional<Painted> drawn_;
  EventFd done_;
  Worker worker_; // last: it stops before what it works on goes
};

} // namespace heiban
