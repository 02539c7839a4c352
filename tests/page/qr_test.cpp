// The QR code: read back from the page's pixels by a reader of somebody else's, large enough, and
// never in the way of the text.
#include "page/qr_place.h"

#include "page/page_helper.h"
#include "page/raster.h"
#include "picture/png.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace heiban {
namespace {

constexpr const char* kLink = "https://www.yunling.example/zwgk/2026/11/t20261124_41.html";

Notice linked_notice() {
  Notice notice =
      testing::notice_of("关于明日停电的通知",
                         {testing::paragraph("因线路检修，11月25日8:00至12:00县教育局办公楼停电。"),
                          testing::signature("云岭县教育局", "2026年11月24日")});
  notice.link = kLink;
  return notice;
}

std::string read_with_zbar(const Image& image) {
  const std::string file =
      (std::filesystem::temp_directory_path() / fmt::format("qr-{}.png", ::getpid())).string();
  std::ofstream(file, std::ios::binary)
      << encode_png(image.pixels.data(), image.width, image.height);
  FILE* reader = ::popen(("zbarimg -q --raw '" + file + "' 2>/dev/null").c_str(), "r");
  std::string out;
  std::array<char, 256> part{};
  while (reader && std::fgets(part.data(), part.size(), reader))
    out += part.data();
  if (reader)
    ::pclose(reader);
  std::filesystem::remove(file);
  return out;
}

bool meets(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

TEST(Qr, IsReadFromThePixelsOfEveryTheme) {
  if (std::system("command -v zbarimg >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "zbarimg is not installed (zbar-tools)";
  for (const char* theme : {"heiban", "gongwen", "contrast"})
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
      const PageStyle style = testing::style_of(width, height, theme);
      const Page page = paginate(linked_notice(), style, testing::shared_fonts())->page(0);
      const Image image = raster(page, testing::shared_fonts(),
                                 [](const std::string&) { return std::optional<Pixels>(); });
      EXPECT_EQ(read_with_zbar(image), std::string(kLink) + "\n") << theme << " " << width;
    }
}

TEST(Qr, IsFifteenCentimetresOnALargeScreen) {
  const auto code = qr_code(kLink);
  ASSERT_TRUE(code);
  for (const auto& [width, height] :
       {std::pair{1920, 1080}, std::pair{3840, 2160}, std::pair{1080, 1920}})
    for (const double inches : {40.0, 55.0, 85.0}) {
      PageStyle style = testing::style_of(width, height);
      style.screen.diagonal_inches = inches;
      Page page;
      page.width = width;
      page.height = height;
      const QrSize size = qr_size(*code, style.screen, page);
      const double metres = size.module * code->side * inches * 0.0254 / std::hypot(width, height);
      EXPECT_GE(metres, 0.15) << width << " " << inches;
      EXPECT_EQ(size.card, (code->side + 8) * size.module) << "the quiet zone is four modules";
    }
}

TEST(Qr, NeverStandsInTheWayOfText) {
  for (const auto& sample : testing::sample_notices())
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920},
                                        std::pair{1366, 768}, std::pair{1920, 540}}) {
      Notice notice = sample.notice;
      notice.link = kLink;
      const PageStyle style = testing::style_of(width, height);
      const auto pages = paginate(notice, style, testing::shared_fonts());
      const Page page = pages->page(pages->count() - 1);
      for (size_t i = 0; i < page.items.size(); ++i) {
        const auto* card = std::get_if<FillItem>(&page.items[i]);
        if (!card || card->box.w != card->box.h || card->box.w < 100)
          continue;
        for (size_t j = 0; j < i; ++j)
          if (const auto* run = std::get_if<RunItem>(&page.items[j])) {
            EXPECT_FALSE(meets(run->box, card->box)) << sample.name << " " << run->text;
          }
      }
    }
}

// Beside a full left column the empty right one has room; where both are alike it stands left.
TEST(Qr, TakesTheEmptierCorner) {
  Page page;
  page.width = 1920;
  page.height = 1080;
  page.frame.body = {70, 100, 1780, 800};
  const QrSize size{6, 330};
  const auto x_beside = [&](std::vector<Rect> lines) {
    page.items.clear();
    for (const Rect& box : lines) {
      RunItem line;
      line.box = box;
      page.items.emplace_back(line);
    }
    const auto room = qr_room(page, size, 33);
    return room ? room->x : -1;
  };
  const int left = 70, right = 1850 - 330;
  EXPECT_EQ(x_beside({}), left);
  EXPECT_EQ(x_beside({{70, 100, 800, 400}}), right);
  EXPECT_EQ(x_beside({{1050, 100, 800, 400}}), left);
  EXPECT_EQ(x_beside({{70, 100, 800, 400}, {1050, 100, 800, 360}}), left) << "nearly alike";
  EXPECT_EQ(x_beside({{70, 100, 1780, 700}}), -1) << "no room";
  EXPECT_EQ(x_beside({{70, 100, 800, 700}}), right);
  EXPECT_EQ(x_beside({{70, 100, 800, 700}, {1050, 100, 450, 700}}), -1)
      << "the line's end is nearer than an em";
}

int widest_line(const Notice& notice, const PageStyle& style) {
  const Page page = paginate(notice, style, testing::shared_fonts())->page(0);
  int widest = 0;
  for (const PageItem& item : page.items)
    if (const auto* run = std::get_if<RunItem>(&item); run && run->role == PageRole::Body)
      widest = std::max(widest, run->box.w);
  return widest;
}

TEST(Qr, CostsAShortNoticeNoColumn) {
  for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1366, 768}})
    for (int sentences = 1; sentences < 7; ++sentences) {
      Notice notice = linked_notice();
      for (int i = 0; i < sentences; ++i)
        notice.blocks[0].text += "请各股室提前保存资料，关闭电器，窗口业务改在下午办理。";
      const PageStyle style = testing::style_of(width, height);
      const int with = widest_line(notice, style);
      notice.link.clear();
      EXPECT_GE(with, widest_line(notice, style) * 2 / 3) << width << " " << sentences;
    }
}

TEST(Qr, IsOnlyThereWhereItIsWanted) {
  const auto fills = [](const Notice& notice, const PageStyle& style) {
    const Page page = paginate(notice, style, testing::shared_fonts())->page(0);
    return std::count_if(page.items.begin(), page.items.end(), [](const PageItem& item) {
      return std::holds_alternative<FillItem>(item);
    });
  };
  PageStyle style = testing::style_of(1920, 1080);
  EXPECT_GT(fills(linked_notice(), style), 100);
  Notice without = linked_notice();
  without.link.clear();
  EXPECT_LT(fills(without, style), 30);
  style.screen.qr = false;
  EXPECT_LT(fills(linked_notice(), style), 30);
}

} // namespace
} // namespace heiban
