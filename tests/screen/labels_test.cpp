#include "screen/compose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace heiban {
namespace {

constexpr const char* kNoto = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
constexpr uint32_t kGround = 0x20302A;

FontBook book(const std::string& path = kNoto) {
  FontBook fonts;
  fonts.roles[static_cast<size_t>(FontRole::Label)] = {{path, 2}};
  return fonts;
}

Page page() {
  Page page;
  page.width = 800;
  page.height = 450;
  page.number = 1;
  page.of = 3;
  page.frame.label_px = 24;
  page.frame.date = {300, 10, 330, 40};
  page.frame.clock = {650, 10, 130, 40};
  page.frame.page_mark = {600, 400, 180, 34};
  page.frame.freshness = {300, 400, 280, 34};
  return page;
}

LiveLabels labels(const std::string& clock) {
  const Colour white{250, 250, 250};
  return {{{"2026年11月24日 星期二", "11月24日"}, white},
          {{clock}, white},
          {{"第1页/共3页"}, white},
          {{"数据更新于 8:30"}, white}};
}

// The box of pixels in `place` that are not ground; empty when all are.
Rect ink_in(const Image& image, Rect place) {
  int left = place.right(), right = place.x, top = place.bottom(), bottom = place.y;
  for (int y = place.y; y < place.bottom(); ++y)
    for (int x = place.x; x < place.right(); ++x)
      if (image.row(y)[x] != kGround) {
        left = std::min(left, x), right = std::max(right, x + 1);
        top = std::min(top, y), bottom = std::max(bottom, y + 1);
      }
  return {left, top, right - left, bottom - top};
}

class Labels : public testing::Test {
protected:
  void SetUp() override {
    if (!std::filesystem::exists(kNoto))
      GTEST_SKIP() << "fonts-noto-cjk is not installed";
    auto made = make_composer(book());
    ASSERT_TRUE(made) << made.error().message;
    composer = std::move(*made);
    composer->draw(image, page(), labels("8:30"));
  }

  std::unique_ptr<Composer> composer;
  Image image{800, 450, kGround};
};

TEST_F(Labels, StandAtTheRightOfTheirPlacesAndNowhereElse) {
  const Page at = page();
  Image outside = image;
  for (const Rect place : {at.frame.date, at.frame.clock, at.frame.page_mark, at.frame.freshness}) {
    const Rect ink = ink_in(image, place);
    ASSERT_FALSE(ink.empty());
    EXPECT_GE(ink.right(), place.right() - 4);
    EXPECT_GT(ink.y, place.y) << "clipped at its top";
    EXPECT_LT(ink.bottom(), place.bottom()) << "clipped at its foot";
    for (int y = place.y; y < place.bottom(); ++y)
      std::fill_n(outside.row(y) + place.x, place.w, kGround);
  }
  EXPECT_TRUE(ink_in(outside, {0, 0, 800, 450}).empty());
}

TEST_F(Labels, AMinuteLaterOnlyTheClockIsDrawnAnew) {
  const std::vector<LabelPatch> patches = composer->update(labels("8:31"));
  ASSERT_EQ(patches.size(), 1u);
  EXPECT_EQ(patches[0].x, page().frame.clock.x);
  EXPECT_EQ(patches[0].y, page().frame.clock.y);
  EXPECT_EQ(patches[0].image.width, page().frame.clock.w);
  EXPECT_TRUE(composer->update(labels("8:31")).empty());
}

// The patch is what a page drawn at that minute would look like: nothing of 8:30 is left below it.
TEST_F(Labels, APatchEqualsAPageDrawnAnew) {
  const LabelPatch patch = composer->update(labels("11:11")).at(0);
  Image fresh(800, 450, kGround);
  make_composer(book()).value()->draw(fresh, page(), labels("11:11"));
  for (int y = 0; y < patch.image.height; ++y)
    for (int x = 0; x < patch.image.width; ++x)
      ASSERT_EQ(patch.image.row(y)[x], fresh.row(patch.y + y)[patch.x + x]);
}

TEST_F(Labels, TheFirstFormThatFitsIsDrawn) {
  Page narrow = page();
  Image wide_image(800, 450, kGround), narrow_image(800, 450, kGround);
  composer->draw(wide_image, narrow, labels("8:30"));
  narrow.frame.date = {300, 10, 130, 40};
  composer->draw(narrow_image, narrow, labels("8:30"));
  EXPECT_LT(ink_in(narrow_image, narrow.frame.date).w, ink_in(wide_image, page().frame.date).w);
  EXPECT_FALSE(ink_in(narrow_image, narrow.frame.date).empty());
}

TEST_F(Labels, WhereNothingFitsNothingIsDrawn) {
  Page tiny = page();
  tiny.frame.date = {300, 10, 12, 40};
  tiny.frame.clock = {};                      // no room
  tiny.frame.page_mark = {780, 440, 100, 40}; // beyond the image
  Image out(800, 450, kGround);
  composer->draw(out, tiny, labels("8:30"));
  tiny.frame.freshness = {};
  EXPECT_TRUE(ink_in(out, {0, 0, 800, 60}).empty());
  EXPECT_TRUE(ink_in(out, {590, 390, 210, 60}).empty());
}

TEST(LabelFaces, AMissingFileIsPassedOver) {
  if (!std::filesystem::exists(kNoto))
    GTEST_SKIP() << "fonts-noto-cjk is not installed";
  FontBook fonts = book("/nonexistent.otf");
  EXPECT_FALSE(make_composer(fonts));
  fonts.roles[static_cast<size_t>(FontRole::Label)].push_back({kNoto, 2});
  EXPECT_TRUE(make_composer(fonts));
}

} // namespace
} // namespace heiban
