// A file of its own: the X11 headers that SDL_syswm.h brings define None, Status and the like.
#include "screen/sdl_connection.h"

#include <SDL.h>
#include <SDL_syswm.h>

namespace heiban {
namespace {

#if defined(SDL_VIDEO_DRIVER_WAYLAND)
// Found in the library that SDL has already loaded: it is no dependency of ours.
int wayland_fd(wl_display* display) {
  using GetFd = int (*)(wl_display*);
  void* library = SDL_LoadObject("libwayland-client.so.0");
  if (!library)
    return -1;
  const auto get_fd = reinterpret_cast<GetFd>(SDL_LoadFunction(library, "wl_display_get_fd"));
  const int fd = get_fd ? get_fd(display) : -1;
  SDL_UnloadObject(library);
  return fd;
}
#endif

} // namespace

int connection_fd(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (!SDL_GetWindowWMInfo(window, &info))
    return -1;
  switch (info.subsystem) {
#if defined(SDL_VIDEO_DRIVER_X11)
  case SDL_SYSWM_X11:
    return ConnectionNumber(info.info.x11.display);
#endif
#if defined(SDL_VIDEO_DRIVER_WAYLAND)
  case SDL_SYSWM_WAYLAND:
    return wayland_fd(info.info.wl.display);
#endif
  default:
    return -1;
  }
}

} // namespace heiban
