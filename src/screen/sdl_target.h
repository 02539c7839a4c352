// SdlTarget: the pixels that become a window's content, and the way they get there.
// screen/sdl_screen draws into it through Glass; it is the frame that exposure repaints from.
// It handles no events and knows no rotation.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

struct SDL_Window;

namespace heiban {

struct TargetPixels { // XRGB 8-8-8-8, native byte order; null while the window has no surface
  uint32_t* pixels = nullptr;
  int width = 0, height = 0;
  size_t pitch = 0; // px a row
};

class SdlTarget {
public:
  virtual ~SdlTarget() = default;
  // The window's pixels at its present size. After a change of size they hold the old content
  // stretched to the new one, so that the glass is never black until a page of that size comes.
  virtual TargetPixels pixels() = 0;
  // Brings a rectangle to the glass; false when the window cannot be reached now.
  virtual bool show(int x, int y, int width, int height) = 0;
  // Drops what the driver has lost; the pixels stay. `software`: no accelerated renderer from now
  // on.
  virtual void rebuild(bool software) = 0;
  virtual std::string describe() const = 0;
};

// "auto": the window's surface where the driver has one (X11: shared memory with the server), else
// a streaming texture (Wayland and KMS/DRM with SDL 2.26). "surface" and "accelerated" ask for one
// of them and take the other where it cannot be had. Broken when neither can.
Result<std::unique_ptr<SdlTarget>> open_target(SDL_Window* window, const std::string& renderer);

} // namespace heiban
