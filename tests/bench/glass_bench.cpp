// A cross-fade's frame beside a memcpy of it, at 1080p and 4K, and both with the present.
// Wanted: blend ≤ 2 × memcpy; blend with present ≤ 1.3 × (blend + present of an unchanged frame),
// the latter being what present_unchanged takes without the memcpy in it.
// The presents need a display: run it under Xvfb.
#include "page/image.h"
#include "screen/blend.h"
#include "screen/glass.h"
#include "screen/screen.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <cstring>

namespace heiban {
namespace {

Image board(int width, int height, uint32_t seed) {
  Image image(width, height);
  for (uint32_t& pixel : image.pixels) {
    seed = seed * 1664525u + 1013904223u;
    pixel = seed >> 8;
  }
  return image;
}

void sizes(benchmark::internal::Benchmark* bench) {
  bench->Args({1920, 1080})->Args({3840, 2160})->Unit(benchmark::kMicrosecond);
}

void memcpy_frame(benchmark::State& state) {
  const Image from = board(state.range(0), state.range(1), 1);
  Image to = board(state.range(0), state.range(1), 2);
  for (auto _ : state) {
    std::memcpy(to.pixels.data(), from.pixels.data(), from.pixels.size() * 4);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(memcpy_frame)->Apply(sizes);

void blend_frame(benchmark::State& state) {
  const Image from = board(state.range(0), state.range(1), 1);
  Image to = board(state.range(0), state.range(1), 2);
  int weight = 0;
  for (auto _ : state) {
    blend_towards(to.pixels.data(), from.pixels.data(), from.pixels.size(), weight++ % 64);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(blend_frame)->Apply(sizes);

void turned_blend_frame(benchmark::State& state) {
  const Image from = board(state.range(1), state.range(0), 1);
  Image to = board(state.range(0), state.range(1), 2);
  Glass glass(to.pixels.data(), to.width, to.height, static_cast<size_t>(to.width), 90);
  for (auto _ : state)
    glass.step(from, {.kind = TransitionKind::Fade, .weight = 32, .last = false});
}
BENCHMARK(turned_blend_frame)->Apply(sizes);

std::unique_ptr<Screen> window(benchmark::State& state) {
  if (!std::getenv("DISPLAY")) {
    state.SkipWithError("no DISPLAY");
    return nullptr;
  }
  ScreenOptions options{.width = static_cast<int>(state.range(0)),
                        .height = static_cast<int>(state.range(1))};
  keep_session_bus_from_starting();
  auto opened = open_sdl_screen(options);
  if (opened)
    return std::move(*opened);
  state.SkipWithError("no window");
  return nullptr;
}

// The same image again: a copy of the frame, and the whole way to the glass.
void present_unchanged(benchmark::State& state) {
  const auto screen = window(state);
  const Image from = board(state.range(0), state.range(1), 1);
  for (auto _ : state)
    (void)screen->present(from);
}

void blend_and_present(benchmark::State& state) {
  const auto screen = window(state);
  const Image from = board(state.range(0), state.range(1), 1);
  int weight = 0;
  for (auto _ : state)
    (void)screen->present_step(
        from, {.kind = TransitionKind::Fade, .weight = weight++ % 64, .last = false});
}
BENCHMARK(present_unchanged)->Apply(sizes);
BENCHMARK(blend_and_present)->Apply(sizes);

} // namespace
} // namespace heiban

BENCHMARK_MAIN();
