#include "screen/sdl_power.h"

#include <SDL.h>
#include <SDL_syswm.h>

#include <cstdint>

namespace heiban {
namespace {

// Of X11/extensions/dpmsconst.h; the library is found when it is wanted, as SDL does with its own.
constexpr uint16_t kModeOn = 0, kModeOff = 3;

struct Dpms {
  int (*capable)(Display*) = nullptr;
  int (*enable)(Display*) = nullptr;
  int (*disable)(Display*) = nullptr;
  int (*force_level)(Display*, uint16_t) = nullptr;
  int (*flush)(Display*) = nullptr;

  explicit operator bool() const { return capable && enable && disable && force_level && flush; }
};

template <typename Function>
void find(void* library, const char* name, Function& out) {
  out = reinterpret_cast<Function>(SDL_LoadFunction(library, name));
}

// Both libraries are in the process already, SDL's X11 driver has loaded them.
Dpms load_dpms() {
  Dpms dpms;
  void* extensions = SDL_LoadObject("libXext.so.6");
  void* x11 = SDL_LoadObject("libX11.so.6");
  if (!extensions || !x11)
    return dpms;
  find(extensions, "DPMSCapable", dpms.capable);
  find(extensions, "DPMSEnable", dpms.enable);
  find(extensions, "DPMSDisable", dpms.disable);
  find(extensions, "DPMSForceLevel", dpms.force_level);
  find(x11, "XFlush", dpms.flush);
  return dpms;
}

} // namespace

bool set_display_power(SDL_Window* window, bool on) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11)
    return false;
  Display* display = info.info.x11.display;
  static const Dpms dpms = load_dpms();
  if (!dpms || !dpms.capable(display))
    return false;
  // Only an enabled DPMS obeys; one that stays enabled would switch off by itself in hours.
  dpms.enable(display);
  dpms.force_level(display, on ? kModeOn : kModeOff);
  if (on)
    dpms.disable(display);
  dpms.flush(display);
  return true;
}

} // namespace heiban
