// The glass as memory: what is on it, how often it was drawn on, and a window that can be lost.
#pragma once

#include "screen/glass.h"
#include "screen/screen.h"

namespace heiban {

class FakeScreen : public Screen {
public:
  FakeScreen(int width, int height) : glass(width, height) {}

  int width() const override { return glass.width; }
  int height() const override { return glass.height; }

  Result<void> present(const Image& image) override { return present_step(image, {}); }

  Result<void> present_part(const Image& part, int x, int y) override {
    if (unreachable)
      return Error{ErrorKind::TryLater, "no window"};
    ++parts;
    view().put(part, x, y);
    return {};
  }

  Result<void> present_step(const Image& image, const TransitionStep& step) override {
    if (unreachable)
      return Error{ErrorKind::TryLater, "no window"};
    ++frames;
    view().step(image, step);
    return {};
  }

  Result<void> drift(Shift to, bool at_once) override {
    const Shift by{to.x - shift.x, to.y - shift.y};
    shift = to;
    if (at_once)
      view().move(by);
    moves += at_once;
    return {};
  }

  ScreenEvent wait(int64_t, int) override { return {}; }
  bool power(bool on) override {
    powered = on;
    return true;
  }
  std::string describe() const override { return "memory"; }

  ScreenEvent resize(int width, int height) {
    glass = Image(width, height);
    return {ScreenEventKind::Resized, width, height};
  }

  Image glass;
  bool unreachable = false, powered = true;
  int frames = 0, parts = 0, moves = 0;
  Shift shift;

private:
  Glass view() {
    return Glass(glass.pixels.data(), glass.width, glass.height, static_cast<size_t>(glass.width),
                 0, shift);
  }
};

} // namespace heiban
