// Image persistence (FAULTS 36): every kind of page at each minute's shift, on the themes that
// light letters on a dark ground. The drift is once around in under half an hour, so what goes out
// in one round goes out in every half hour of the day.
#include "screen/compose.h"
#include "screen/drift.h"

#include "page/index_page.h"
#include "page/page_helper.h"
#include "page/quiet_page.h"
#include "page/raster.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr int kSide = 48, kTop = 24; // px: beyond any shift, before any letter
const Instant kMorning = from_beijing({{2026, 11, 27}, 8, 30, 0});

int light(uint32_t pixel) {
  return static_cast<int>(
      ((pixel >> 16 & 255) * 299 + (pixel >> 8 & 255) * 587 + (pixel & 255) * 114) / 1000);
}
int light(Colour c) {
  return light(static_cast<uint32_t>(c.r << 16 | c.g << 8 | c.b));
}

class BurnIn : public ::testing::TestWithParam<const char*> {
protected:
  void SetUp() override {
    auto fonts = load_fonts(HEIBAN_ROOT "/fonts/fonts.toml");
    ASSERT_TRUE(fonts);
    auto made = make_composer(*fonts);
    ASSERT_TRUE(made);
    composer = std::move(*made);
    style = testing::style_of(1920, 1080, GetParam());
    style.screen.controls = "staff";
  }

  // Pixels that are lit at every minute of a round; the frame's are not counted.
  size_t lit_all_the_time(Page page) {
    // Letters and lines: grounds and pictures stay where they are.
    std::erase_if(page.items, [](const PageItem& item) {
      const auto* fill = std::get_if<FillItem>(&item);
      return std::holds_alternative<PictureItem>(item) ||
             (fill && std::min(fill->box.w, fill->box.h) > 8);
    });
    FontSet& fonts = testing::shared_fonts();
    Image image = raster(page, fonts, [](const auto&) { return std::optional<Pixels>(); });
    Settings settings;
    settings.bureau = style.bureau;
    settings.screen = style.screen;
    composer->draw(image, page, live_labels(page, kMorning, style.theme, settings, kMorning, true));
    const int threshold = (light(page.background) + light(style.theme.muted)) / 2;
    const auto is_lit = [&](int x, int y) { return light(image.row(y)[x]) > threshold; };
    // What a pixel of the glass shows at a shift stands that far beside it on the page.
    struct Pixel {
      int x, y;
    };
    std::vector<Pixel> lit;
    for (int y = kTop; y < image.height - kTop; ++y)
      for (int x = kSide; x < image.width - kSide; ++x)
        lit.push_back({x, y});
    for (int minute = 0; minute < kDriftMinutes; ++minute) {
      const Shift shift = drift_of(page, kMorning + minute * kMinute);
      std::erase_if(lit, [&](Pixel at) { return !is_lit(at.x - shift.x, at.y - shift.y); });
    }
    return lit.size();
  }

  std::unique_ptr<Composer> composer;
  PageStyle style;
};

TEST_P(BurnIn, NoStrokeOfANoticeStaysLit) {
  for (const auto& sample : testing::sample_notices()) {
    const auto pages = paginate(sample.notice, style, testing::shared_fonts());
    for (const size_t i : {size_t{0}, pages->count() - 1})
      EXPECT_EQ(lit_all_the_time(pages->page(i)), 0u) << sample.name << " " << i;
  }
}

TEST_P(BurnIn, NoStrokeOfTheBoardsOwnPagesStaysLit) {
  FontSet& fonts = testing::shared_fonts();
  std::vector<IndexEntry> entries;
  for (int i = 0; i < 20; ++i)
    entries.push_back({i % 3 == 0 ? "公告公示" : "收费公示",
                       "关于公布全县教育系统重要事项办理结果的公告", "11月24日", IndexMark::None});
  EXPECT_EQ(lit_all_the_time(paginate_index(entries, style, fonts)->page(0)), 0u);
  EXPECT_EQ(lit_all_the_time(fallback_page(style, fonts)), 0u);
  const QuietWords words{"明天（星期三）8:30 开放", "国庆节放假"};
  EXPECT_EQ(lit_all_the_time(quiet_page(words, style, fonts)), 0u);
}

INSTANTIATE_TEST_SUITE_P(DarkThemes, BurnIn, ::testing::Values("heiban", "contrast"));

} // namespace
} // namespace heiban
