// The display's power: off outside opening hours where staff want that, and on again for certain.
// screen/sdl_screen calls it for Screen::power.
// On X11 by DPMS; elsewhere it does nothing, and the dark quiet page stands instead.
#pragma once

struct SDL_Window;

namespace heiban {

// False where it cannot be done: no X11, or a server without DPMS.
bool set_display_power(SDL_Window* window, bool on);

} // namespace heiban
