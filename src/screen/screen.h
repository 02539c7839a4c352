// Screen: the glass as one page; the real one is screen/sdl_screen.cpp, tests have a fake.
// The board's loop owns one and calls it from one thread.
// It knows images and events only: no notices, no pages, no programme.
#pragma once

#include "base/result.h"
#include "page/image.h"
#include "screen/drift.h"
#include "screen/transition.h"

#include <functional>
#include <memory>
#include <string>

namespace heiban {

enum class ScreenEventKind {
  None,    // the time is up, or `wake_fd` is readable
  Resized, // the page has another size now; lay out again and present
  Lost,    // what stood on the glass is gone: present again
  Quit,    // somebody closed the window (window mode only)
  Next,    // these three only with controls = "staff" or "visitors"
  Previous,
  Hold
};

struct ScreenEvent {
  ScreenEventKind kind = ScreenEventKind::None;
  int width = 0, height = 0; // Resized: the page's size in px, rotation undone
};

struct ScreenOptions {
  int width = 0, height = 0;     // window mode, px of the page; 0: full screen
  int rotation = 0;              // 0, 90, 180, 270 degrees clockwise
  std::string display;           // number from 1, or name; empty: the first
  std::string renderer = "auto"; // auto, surface, accelerated
  std::string title;
  std::string controls = "none"; // none, staff, visitors
  // Told the page's size as soon as it is known, before the window is there: layout can begin.
  std::function<void(int width, int height)> size_known;
};

class Screen {
public:
  virtual ~Screen() = default;
  virtual int width() const = 0; // px of the page to draw, rotation undone
  virtual int height() const = 0;

  // Puts the image on the glass. Nothing is drawn again until the next call. TryLater where the
  // glass cannot be reached now (a mode change is under way): an event tells when to try again.
  virtual Result<void> present(const Image& image) = 0;
  // Replaces the rectangle at (x, y) px by `part`, which lies within the page.
  virtual Result<void> present_part(const Image& part, int x, int y) = 0;
  // One frame of a transition from what stands on the glass to `image`, of the page's size.
  virtual Result<void> present_step(const Image& image, const TransitionStep& step) = 0;

  // Where the pages lie from now on (screen/drift.h). `at_once` moves what stands there; else it
  // comes with the next image. TryLater as present().
  virtual Result<void> drift(Shift to, bool at_once) = 0;

  // Waits for an event for at most `timeout_ms` (-1: for ever) without polling, or until `wake_fd`
  // (-1: none) is readable.
  virtual ScreenEvent wait(int64_t timeout_ms, int wake_fd) = 0;

  // Switches the display off or on. False where it cannot be: what is presented goes on standing.
  virtual bool power(bool on) = 0;

  // For the log and the status file: which driver and path was chosen, and why.
  virtual std::string describe() const = 0;
};

// Where no session bus is running, libdbus would start one for SDL; a wall needs none. Changes the
// environment, which other threads read without a lock: to be called before the first of them.
void keep_session_bus_from_starting();

// Broken when there is no display to open. `width` × `height` are those of a first guess at once:
// a window manager may answer with Resized.
Result<std::unique_ptr<Screen>> open_sdl_screen(const ScreenOptions& options);

} // namespace heiban
