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
  case SDLK_F5:
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

// How far right on the page a place of the window is, as a share of its width.
double share_of_page(double x, double y, int rotation) {
  switch (rotation) {
  case 90:
    return y;
  case 180:
    return 1 - x;
  case 270:
    return 1 - y;
  default:
    return x;
  }
}

ScreenEventKind meaning_of_click(const SDL_MouseButtonEvent& click, const InputRules& rules) {
  if (click.button != SDL_BUTTON_LEFT || rules.touched || rules.width <= 0 || rules.height <= 0)
    return ScreenEventKind::None;
  return meaning_of_place(share_of_page(static_cast<double>(click.x) / rules.width,
                                        static_cast<double>(click.y) / rules.height,
                                        rules.rotation));
}

} // namespace

ScreenEventKind meaning_of(const SDL_Event& event, const InputRules& rules) {
  if (event.type == SDL_KEYDOWN && event.key.repeat == 0) {
    const SDL_Keycode key = event.key.keysym.sym;
    if (rules.windowed && (key == SDLK_ESCAPE || key == SDLK_q))
      return ScreenEventKind::Quit;
    if (rules.controls != "none")
      return meaning_of_key(key);
  }
  if (rules.controls == "none")
    return ScreenEventKind::None;
  if (event.type == SDL_FINGERUP)
    return meaning_of_place(share_of_page(event.tfinger.x, event.tfinger.y, rules.rotation));
  if (event.type == SDL_MOUSEBUTTONUP)
    return meaning_of_click(event.button, rules);
  return ScreenEventKind::None;
}

} // namespace heiban
