#include "page/page_helper.h"
#include "page/paginate.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

// The page that stands when nothing else can: all of it on one page, at every size a lobby has.
TEST(FallbackPage, SaysAllOfItOnOnePage) {
  for (const auto& [width, height] :
       {std::pair{1920, 1080}, {3840, 2160}, {1080, 1920}, {1366, 768}, {1024, 768}}) {
    PageStyle style = testing::style_of(width, height);
    style.bureau.name = "云岭县教育局";
    style.bureau.address = "云岭县文昌路1号";
    style.bureau.office_hours = "周一至周五";
    style.bureau.phones = {"办公室0000-0000000", "监督举报12345"};
    style.bureau.website = "https://www.yunling.example";
    const Page page = fallback_page(style, testing::shared_fonts());
    EXPECT_EQ(page.of, 1) << width;
    EXPECT_TRUE(page.notice_id.empty());
    std::string text;
    for (const PageItem& item : page.items)
      if (const auto* run = std::get_if<RunItem>(&item))
        text += run->text;
    for (const std::string& part :
         {style.bureau.name, style.bureau.address, style.bureau.office_hours,
          style.bureau.phones[0], style.bureau.phones[1], std::string("网站：www.yunling.example")})
      EXPECT_NE(text.find(part), std::string::npos) << width << " lacks " << part;
  }
}

// A bureau that gave only its name still has a page that is not black.
TEST(FallbackPage, StandsWithANameAlone) {
  PageStyle style = testing::style_of(1920, 1080);
  style.bureau = {};
  style.bureau.name = "云岭县教育局";
  const Page page = fallback_page(style, testing::shared_fonts());
  EXPECT_EQ(page.of, 1);
  EXPECT_EQ(page.title, "云岭县教育局");
}

} // namespace
} // namespace heiban
