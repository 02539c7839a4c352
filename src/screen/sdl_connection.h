// The descriptor on which the display server's events arrive, so that one poll() can wait for them.
// screen/sdl_screen waits on it together with the board's own descriptors.
// It reads nothing from it: SDL does.
#pragma once

struct SDL_Window;

namespace heiban {

// -1 where the driver has none (dummy, offscreen, KMS/DRM).
int connection_fd(SDL_Window* window);

} // namespace heiban
