// 目录: every entry stands once and whole under its category, whatever the screen.
#include "page/index_page.h"

#include "page/page_helper.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

namespace heiban {
namespace {

constexpr std::pair<int, int> kSizes[] = {{1920, 1080}, {3840, 2160}, {1080, 1920}, {1366, 768},
                                          {1024, 768},  {1920, 540},  {640, 480},   {64, 64}};
const char* const kThemes[] = {"heiban", "gongwen", "contrast"};

std::vector<IndexEntry> entries_of(int count) {
  const char* const categories[] = {"公告公示", "部门文件", "收费公示", "招生入学"};
  const char* const titles[] = {"云岭县教育局关于公布2026年秋季学期公办幼儿园保教费收费标准的通知",
                                "2026年云岭县中小学教师职称评审通过人员名单公示", "放假通知",
                                "关于印发《云岭县义务教育学校课后服务管理办法（试行）》的通知"};
  std::vector<IndexEntry> entries;
  for (int i = 0; i < count; ++i)
    entries.push_back({categories[i % 4], fmt::format("{}（{}）", titles[i * 7 % 4], i + 1),
                       fmt::format("{}月{}日", 12 - i % 12, 1 + i % 28),
                       static_cast<IndexMark>(i % 4)});
  return entries;
}

struct Seen {
  std::map<std::string, std::string> titles; // by category, in order of reading
  std::vector<std::string> chips;
  int entries = 0;
};

Seen read(const std::vector<IndexEntry>& entries, const PageStyle& style) {
  Seen seen;
  const auto pages = paginate_index(entries, style, testing::shared_fonts());
  std::string category;
  for (size_t i = 0; i < pages->count(); ++i) {
    const Page page = pages->page(i);
    EXPECT_EQ(page.of, static_cast<int>(pages->count()));
    seen.entries += pages->facts(i).rows;
    for (const RunItem* run : testing::runs_of(page)) {
      const bool in_body = run->box.y >= page.frame.body.y && run->box.y < page.frame.body.bottom();
      if (!in_body)
        continue;
      if (run->role == PageRole::Label)
        seen.chips.push_back(run->text);
      if (run->role == PageRole::Label && run->run.size_px > 0 && run->text.size() >= 12)
        category = run->text.substr(0, 12);
      if (run->role == PageRole::Body)
        seen.titles[category] += run->text;
    }
  }
  return seen;
}

TEST(IndexPage, EveryEntryStandsOnceAndWholeUnderItsCategory) {
  for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920},
                                      std::pair{1366, 768}, std::pair{3840, 2160}}) {
    for (const int count : {1, 5, 24, 130}) {
      SCOPED_TRACE(fmt::format("{}x{} {}", width, height, count));
      const std::vector<IndexEntry> entries = entries_of(count);
      const Seen seen = read(entries, testing::style_of(width, height));
      std::map<std::string, std::string> expected;
      for (const IndexEntry& entry : entries)
        expected[entry.category] += entry.title;
      EXPECT_EQ(seen.entries, count);
      for (const auto& [category, titles] : expected)
        EXPECT_EQ(testing::without_spaces(seen.titles.at(category)),
                  testing::without_spaces(titles));
    }
  }
}

TEST(IndexPage, MarksAreWords) {
  const Seen seen = read(entries_of(8), testing::style_of(1920, 1080));
  for (const char* word : {"新", "公示中", "紧急", "公告公示"})
    EXPECT_TRUE(std::find(seen.chips.begin(), seen.chips.end(), word) != seen.chips.end()) << word;
}

TEST(IndexPage, StandsInItsBodyAtEverySize) {
  for (const char* theme : kThemes)
    for (const auto& [width, height] : kSizes) {
      SCOPED_TRACE(fmt::format("{} {}x{}", theme, width, height));
      const auto pages = paginate_index(entries_of(24), testing::style_of(width, height, theme),
                                        testing::shared_fonts());
      for (size_t i = 0; i < pages->count(); ++i) {
        const Page page = pages->page(i);
        const Rect& body = page.frame.body;
        for (const RunItem* run : testing::runs_of(page)) {
          EXPECT_GE(run->box.x, 0);
          EXPECT_LE(run->box.right(), width) << run->text;
          if (run->role != PageRole::Body || body.h < 5 * run->box.h)
            continue;
          EXPECT_GE(run->box.y, body.y) << run->text;
          EXPECT_LE(run->box.bottom(), body.bottom()) << run->text;
        }
      }
    }
}

// px of the lowest entry's foot, from the body's top.
int filled(const Page& page) {
  int lowest = page.frame.body.y;
  for (const RunItem* run : testing::runs_of(page))
    if (run->role == PageRole::Body)
      lowest = std::max(lowest, run->box.bottom());
  return lowest - page.frame.body.y;
}

TEST(IndexPage, NoPageStandsNearlyEmptyBesideFullOnes) {
  for (const auto& [width, height] :
       {std::pair{1920, 1080}, std::pair{1080, 1920}, std::pair{1366, 768}})
    for (int count = 2; count < 60; ++count) {
      const auto pages = paginate_index(entries_of(count), testing::style_of(width, height),
                                        testing::shared_fonts());
      int least = height, most = 0;
      for (size_t i = 0; i < pages->count(); ++i) {
        const int height_used = filled(pages->page(i));
        least = std::min(least, height_used);
        most = std::max(most, height_used);
      }
      EXPECT_GE(least * 2, most) << width << "x" << height << ", " << count << " entries";
    }
}

TEST(IndexPage, TitlesTurnBetweenWords) {
  const std::vector<IndexEntry> entries = {
      {"工作动态", "一堂课，两个教室：我县“专递课堂”走进白鹭乡", "11月24日", IndexMark::New},
      {"工作动态", "我县12所学校通过市级“绿色学校”复核", "11月17日", IndexMark::None},
      {"招聘公示", "关于2026年公开招聘中小学教师拟聘用人员的公示", "11月24日",
       IndexMark::Objection}};
  for (const auto& [width, height] :
       {std::pair{1920, 1080}, std::pair{1080, 1920}, std::pair{1366, 768}, std::pair{640, 480}}) {
    const auto pages =
        paginate_index(entries, testing::style_of(width, height), testing::shared_fonts());
    for (size_t i = 0; i < pages->count(); ++i) {
      const Page page = pages->page(i);
      for (const RunItem* run : testing::runs_of(page))
        for (const char* rest : {"堂”", "级“", "师拟", "示", "鹭乡"})
          EXPECT_FALSE(run->role == PageRole::Body && run->text.starts_with(rest)) << run->text;
    }
  }
}

TEST(IndexPage, AnEmptyBoardHasAPage) {
  const auto pages = paginate_index({}, testing::style_of(1920, 1080), testing::shared_fonts());
  ASSERT_EQ(pages->count(), 1u);
  EXPECT_EQ(pages->page(0).of, 1);
}

} // namespace
} // namespace heiban
