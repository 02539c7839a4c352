// Waits until something is drawn in the middle of the screen (eight colours or more) and prints how
// many milliseconds that took since it was started; exits with 1 after 60 s of nothing.
// tests/bench/glass_cost.sh starts it together with the program it watches.
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <chrono>
#include <cstdio>
#include <set>
#include <thread>

int main() {
  using namespace std::chrono;
  const auto start = steady_clock::now();
  const auto passed = [&] { return duration_cast<milliseconds>(steady_clock::now() - start); };
  Display* display = XOpenDisplay(nullptr);
  if (!display)
    return 1;
  while (passed() < seconds(60)) {
    XImage* image =
        XGetImage(display, DefaultRootWindow(display), 300, 250, 1320, 300, AllPlanes, ZPixmap);
    std::set<unsigned long> colours;
    for (int y = 0; image && y < image->height; y += 3)
      for (int x = 0; x < image->width; x += 3)
        colours.insert(XGetPixel(image, x, y));
    if (image)
      XDestroyImage(image);
    if (colours.size() >= 8) {
      std::printf("%ld\n", static_cast<long>(passed().count()));
      return 0;
    }
    std::this_thread::sleep_for(milliseconds(5));
  }
  return 1;
}
