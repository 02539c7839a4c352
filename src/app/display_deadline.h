// DisplayDeadline: a board whose display does not answer while its window is opened ends, so that
// its unit can start another, instead of waiting for ever before a black screen.
// board_loop holds one while it opens the screen; later it is the service manager's watchdog that
// notices. It mends nothing: a window manager that dies at that moment takes the window with it.
#pragma once

namespace heiban {

class DisplayDeadline {
public:
  DisplayDeadline(); // ten seconds from now the process ends, with a line in the log
  ~DisplayDeadline();
  DisplayDeadline(const DisplayDeadline&) = delete;
  DisplayDeadline& operator=(const DisplayDeadline&) = delete;
};

} // namespace heiban
