#include "page/frame.h"

#include "page/page_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

bool inside(const Rect& inner, const Rect& outer) {
  return inner.empty() || (inner.x >= outer.x && inner.y >= outer.y &&
                           inner.right() <= outer.right() && inner.bottom() <= outer.bottom());
}

bool apart(const Rect& a, const Rect& b) {
  return a.empty() || b.empty() || a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y ||
         b.bottom() <= a.y;
}

struct Case {
  int width, height;
  double metres;
};

class FrameSizes : public ::testing::TestWithParam<std::tuple<std::pair<int, int>, double>> {
protected:
  Frame frame() const {
    const auto [size, metres] = GetParam();
    ScreenSettings screen;
    screen.distance_m = metres;
    return frame_of(size.first, size.second, testing::theme_named(),
                    legibility(screen, size.first, size.second));
  }
  Rect page() const {
    const auto size = std::get<0>(GetParam());
    return {0, 0, size.first, size.second};
  }
};

TEST_P(FrameSizes, EverythingHasItsPlace) {
  const Frame f = frame();
  ASSERT_FALSE(f.body.empty());
  EXPECT_GE(f.body.h, page().h / 2);
  for (const Rect& strip : {f.head, f.body, f.foot})
    EXPECT_TRUE(inside(strip, page()));
  EXPECT_TRUE(apart(f.head, f.body) && apart(f.body, f.foot) && apart(f.head, f.foot));
  for (const Rect& label : {f.name, f.chip, f.date, f.clock})
    EXPECT_TRUE(inside(label, f.head));
  for (const Rect& label : {f.publisher, f.disclaimer, f.page_mark, f.freshness, f.ticks})
    EXPECT_TRUE(inside(label, f.foot));
}

TEST_P(FrameSizes, NoTwoLabelsShareAPlace) {
  const Frame f = frame();
  const std::vector<Rect> places = {f.name,       f.date,      f.clock,     f.publisher,
                                    f.disclaimer, f.page_mark, f.freshness, f.ticks};
  for (size_t i = 0; i < places.size(); ++i)
    for (size_t j = i + 1; j < places.size(); ++j)
      EXPECT_TRUE(apart(places[i], places[j])) << i << " and " << j;
}

TEST_P(FrameSizes, MarginsAreEven) {
  const Frame f = frame();
  EXPECT_EQ(f.body.x, page().w - f.body.right());
}

INSTANTIATE_TEST_SUITE_P(
    All, FrameSizes,
    ::testing::Combine(::testing::Values(std::pair{1920, 1080}, std::pair{3840, 2160},
                                         std::pair{1080, 1920}, std::pair{1366, 768},
                                         std::pair{1024, 768}, std::pair{1920, 540},
                                         std::pair{3840, 1080}, std::pair{640, 480},
                                         std::pair{720, 1280}, std::pair{64, 64},
                                         std::pair{64, 2000}, std::pair{2000, 64}),
                       ::testing::Values(1.0, 3.0, 5.0, 12.0)));

TEST(Frame, AUsualScreenHasAllLabels) {
  for (const auto& [w, h] : {std::pair{1920, 1080}, std::pair{3840, 2160}, std::pair{1080, 1920},
                             std::pair{1366, 768}, std::pair{1024, 768}, std::pair{1920, 540}}) {
    const Frame f = frame_of(w, h, testing::theme_named(), legibility({}, w, h));
    for (const Rect& label : {f.name, f.chip, f.date, f.clock, f.publisher, f.disclaimer,
                              f.page_mark, f.freshness, f.ticks})
      EXPECT_FALSE(label.empty()) << w << "x" << h;
    EXPECT_GE(f.label_px, legibility({}, w, h).floor_px);
  }
}

} // namespace
} // namespace heiban
