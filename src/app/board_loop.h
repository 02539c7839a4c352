// board_loop: the board on the real screen, with the real clocks, signals and files, until somebody
// ends it. `heiban board` and `heiban run` are this loop, without and with a fetcher.
// It decides nothing about pages (app/board.h does) and opens no IP socket.
#pragma once

#include "app/setup.h"

#include <string>
#include <vector>

namespace heiban {

struct BoardRun {
  Setup setup;
  SetupOptions options;   // that it was made of, for a config that changes; a size means a window
  bool supervise = false; // keep `heiban fetch` running
};

// The command line of the fetcher that belongs to this board.
std::vector<std::string> fetch_arguments(const Setup& setup, bool once);

// Whether the environment names a display (DISPLAY, WAYLAND_DISPLAY, SDL_VIDEODRIVER). One that is
// named and cannot be opened is a fault to restart from; with none, `heiban run` renders files.
bool display_named();

// The exit code. kNoDisplay: no display could be opened, nothing was said about it yet.
inline constexpr int kNoDisplay = -1;
int run_board(BoardRun run);

} // namespace heiban
