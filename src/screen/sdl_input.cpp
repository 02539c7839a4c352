#include "screen/sdl_input.h"

#include <SDL.h>

namespace heiban {
namespace {

ScreenEventKind meaning_of_key(SDL_Keycode key) {
  switch (key) {
  case SDLK_RIGHT:
  case SDLK_DOWN:
  case SDLK_PAGEDOWN:
  case SDLK_SPACE:
  case SDLK_RETURN:
    return ScreenEventKind::Next;
  case SDLK_LEFT:
  case SDLK_UP:
  case SDLK_PAGEUP:
  case SDLK_BACKSPACE:
    return ScreenEventKind::Previous;
  case SDLK_b:
  case SDLK_p:
  case SDLK_PAUSE:
  case SDLK_PERIOD:
    return ScreenEventKind::Hold;
  default:
    return ScreenEventKind::None;
  }
}

ScreenEventKind meaning_of_place(double share) {
  if (share < 1.0 / 3)
    return ScreenEventKind::Previous;
  return share > 2.0 / 3 ? ScreenEventKind::Next : ScreenEventKind::Hold;
}

} // namespace

ScreenEventKind meaning_of(const SDL_Event& event, std::string_view controls, bool windowed) {
  if (event.type == SDL_KEYDOWN && event.key.repeat == 0) {
    const SDL_Keycode key = event.key.keysym.sym;
    if (windowed && (key == SDLK_ESCAPE || key == SDLK_q))
      return ScreenEventKind::Quit;
    if (controls != "none")
      return meaning_of_key(key);
  }
  if (event.type == SDL_FINGERUP && controls != "none")
    return meaning_of_place(event.tfinger.x);
  return ScreenEventKind::None;
}

} // namespace heiban
