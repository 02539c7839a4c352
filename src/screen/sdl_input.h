// What a key, a presenter's button or a touch means, by who may use them.
// screen/sdl_screen asks for every input event; with controls = "none" all of them mean nothing.
// It keeps no state and handles no window events.
#pragma once

#include "screen/screen.h"

#include <string_view>

union SDL_Event;

namespace heiban {

struct InputRules {
  std::string_view controls; // none, staff, visitors
  bool windowed = false;     // Esc and Q leave
  int rotation = 0;          // degrees clockwise from page to display
  int width = 0, height = 0; // px of the window
  bool touched = false;      // fingers have been reported: the mouse only repeats them
};

// A touch in the page's outer thirds turns back or on, in its middle it holds; so does a click of
// the left button where a touch screen poses as a mouse. Presenters send Page Up, Page Down, B and,
// for their button of starting a show, F5.
ScreenEventKind meaning_of(const SDL_Event& event, const InputRules& rules);

} // namespace heiban
