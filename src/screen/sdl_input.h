// What a key, a presenter's button or a touch means, by who may use them.
// screen/sdl_screen asks for every input event; with controls = "none" all of them mean nothing.
// It keeps no state and handles no window events.
#pragma once

#include "screen/screen.h"

#include <string_view>

union SDL_Event;

namespace heiban {

// `windowed`: Esc and Q leave. A touch in the page's outer thirds turns back or on, in its middle
// it holds; presenters send Page Up, Page Down and B.
ScreenEventKind meaning_of(const SDL_Event& event, std::string_view controls, bool windowed);

} // namespace heiban
