// The least an SDL program can be: a full-screen window surface with sixteen stripes, then sleep.
// tests/bench/glass_cost.sh measures the board against it.
#include <SDL.h>

int main(int, char**) {
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0)
    return 1;
  SDL_Window* window = SDL_CreateWindow("empty", 0, 0, 1920, 1080, SDL_WINDOW_FULLSCREEN_DESKTOP);
  SDL_Surface* surface = window ? SDL_GetWindowSurface(window) : nullptr;
  if (!surface)
    return 1;
  for (int i = 0; i < 16; ++i) {
    const SDL_Rect stripe{i * surface->w / 16, 0, surface->w / 16, surface->h};
    SDL_FillRect(surface, &stripe, static_cast<Uint32>(0x101010 * i));
  }
  SDL_UpdateWindowSurface(window);
  SDL_Event event;
  while (SDL_WaitEvent(&event) && event.type != SDL_QUIT)
    if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_EXPOSED)
      SDL_UpdateWindowSurface(window);
}
