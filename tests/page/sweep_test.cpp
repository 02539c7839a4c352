// Every kind of page in every theme at every layout, judged as data: each letter stands out from
// what lies under it, nothing leaves its margins, nothing meets anything else, nothing is too
// small.
#include "page/index_page.h"
#include "page/page_helper.h"
#include "page/quiet_page.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>

namespace heiban {
namespace {

constexpr double kLeastContrast = 7; // TYPESETTING, Legibility
constexpr size_t kPagesSeen = 5;     // of a notice: its first ones, and its last

constexpr std::pair<int, int> kSizes[] = {{1920, 1080}, {1080, 1920}, {1920, 540},
                                          {3840, 2160}, {1366, 768},  {1024, 768}};

struct Look {
  std::string theme;
  int width, height;
};

void PrintTo(const Look& look, std::ostream* out) {
  *out << look.theme << look.width << "x" << look.height;
}

std::vector<Look> looks() {
  std::vector<Look> all;
  for (const char* theme : {"heiban", "gongwen", "contrast"})
    for (const auto& [width, height] : kSizes)
      all.push_back({theme, width, height});
  return all;
}

std::vector<Page> some_pages(const Pagination& pages) {
  std::vector<Page> out;
  for (size_t i = 0; i < pages.count(); ++i)
    if (i < kPagesSeen || i + 1 == pages.count())
      out.push_back(pages.page(i));
  return out;
}

std::vector<IndexEntry> entries() {
  const char* const categories[] = {"公告公示", "部门文件", "收费公示", "招生入学", "没有颜色的栏"};
  const char* const titles[] = {"云岭县教育局关于公布2026年秋季学期公办幼儿园保教费收费标准的通知",
                                "2026年云岭县中小学教师职称评审通过人员名单公示", "放假通知"};
  std::vector<IndexEntry> out;
  for (int i = 0; i < 26; ++i)
    out.push_back({categories[i % 5], titles[i * 7 % 3],
                   fmt::format("{}月{}日", 12 - i % 12, 1 + i), static_cast<IndexMark>(i % 4)});
  return out;
}

Notice alert(const std::string& title) {
  Notice notice = testing::notice_of(
      title,
      {testing::paragraph("县气象台发布预警：预计未来3小时我县大部有强降雨。全县中小学、幼儿园"
                          "今日下午停课，已到校的学生由学校妥善安置，家长请注意接送安全。"),
       testing::signature("云岭县教育局", "2026年11月24日")});
  notice.urgency = Urgency::Urgent;
  return notice;
}

// A head of two storeys, which low pages tell once, as rows.
Notice enrolment_plan() {
  Block table = testing::table({{"学校", "班数", "计划人数", "其中"},
                                {"统招", "指标到校", "特长"},
                                {"云岭县第一中学", "16", "800", "380", "400", "20"},
                                {"云岭县第二中学", "14", "700", "406", "280", "14"},
                                {"云岭县职业技术学校（综合高中班）", "4", "180", "180", "—", "—"}});
  for (size_t i = 0; i < 3; ++i)
    table.rows[0][i].rowspan = 2;
  table.rows[0][3].colspan = 3;
  for (TableCell& cell : table.rows[1])
    cell.head = true;
  return testing::notice_of(
      "云岭县2026年高中阶段学校招生计划",
      {testing::paragraph("经市教育局批准，现将我县2026年高中阶段学校招生计划公布如下："), table});
}

// What hangs on the board, by kind: notices as they come, with a link each, alerts, own pages.
std::vector<std::pair<std::string, std::vector<Page>>> kinds(const PageStyle& style) {
  FontSet& fonts = testing::shared_fonts();
  std::vector<std::pair<std::string, std::vector<Page>>> all;
  for (auto& sample : testing::sample_notices()) {
    sample.notice.link = "https://www.yunling.example/zwgk/2026/11/t20261124_41.html";
    all.emplace_back(sample.name, some_pages(*paginate(sample.notice, style, fonts)));
  }
  all.emplace_back("enrolment plan", some_pages(*paginate(enrolment_plan(), style, fonts)));
  for (const char* title :
       {"云岭县教育局关于全县中小学、幼儿园临时停课的紧急通知", "暴雨红色预警信号：全县停课",
        "暴雨橙色预警信号", "大风黄色预警信号", "寒潮蓝色预警信号", "停课"})
    all.emplace_back(title, some_pages(*paginate(alert(title), style, fonts)));
  all.emplace_back("index", some_pages(*paginate_index(entries(), style, fonts)));
  all.push_back({"fallback", {fallback_page(style, fonts)}});
  all.push_back({"quiet", {quiet_page({"明天（星期三）8:30 开放", "国庆节放假"}, style, fonts)}});
  return all;
}

bool meet(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool within(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.right() <= outer.right() && inner.y >= outer.y &&
         inner.bottom() <= outer.bottom();
}

// Where the letters' em boxes stand.
Rect letters(const RunItem& run) {
  const int size = run.run.size_px;
  return {run.box.x, run.baseline - static_cast<int>(std::lround(size * 0.88)), run.box.w, size};
}

std::string place(const Rect& r) {
  return fmt::format("({},{} {}x{})", r.x, r.y, r.w, r.h);
}

class Sweep : public ::testing::TestWithParam<Look> {
protected:
  void look_at(const Page& page) {
    for (size_t i = 0; i < page.items.size(); ++i)
      if (const auto* run = std::get_if<RunItem>(&page.items[i]))
        look_at_run(page, i, *run);
    look_at_margins(page);
    look_at_pictures(page);
    look_at_labels(page);
  }

private:
  void look_at_run(const Page& page, size_t at, const RunItem& run) {
    const Rect em = letters(run);
    Colour ground = page.background;
    for (size_t i = 0; i < page.items.size(); ++i) {
      if (const auto* fill = std::get_if<FillItem>(&page.items[i])) {
        if (!meet(fill->box, em))
          continue;
        EXPECT_LT(i, at) << "painted over: " << run.text;
        EXPECT_TRUE(within(em, fill->box))
            << "a fill's edge at " << place(fill->box) << " cuts " << run.text << place(em);
        ground = fill->colour;
      } else if (const auto* other = std::get_if<RunItem>(&page.items[i]); other && i > at) {
        EXPECT_FALSE(meet(em, letters(*other)))
            << run.text << place(em) << " meets " << other->text << place(letters(*other));
      }
    }
    EXPECT_GE(contrast(run.colour, ground), kLeastContrast) << run.text;
    EXPECT_GE(run.run.size_px, reading.floor_px) << run.text;
  }

  void look_at_margins(const Page& page) {
    const Frame& frame = page.frame;
    const Rect board{frame.border, frame.border, page.width - 2 * frame.border,
                     page.height - 2 * frame.border};
    for (const RunItem* run : testing::runs_of(page)) {
      const Rect em = letters(*run);
      EXPECT_TRUE(within(em, board)) << run->text << place(em);
      const bool head = em.bottom() <= frame.head.bottom() && !frame.head.empty();
      const bool foot = em.y >= frame.foot.y && !frame.foot.empty();
      const Rect& part = head ? frame.head : foot ? frame.foot : frame.body;
      EXPECT_TRUE(within(em, part)) << run->text << place(em) << " leaves " << place(part);
      EXPECT_GE(em.x, frame.body.x) << run->text;
      EXPECT_LE(em.right(), frame.body.right()) << run->text;
    }
  }

  void look_at_pictures(const Page& page) {
    for (const PageItem& item : page.items) {
      const auto* picture = std::get_if<PictureItem>(&item);
      if (!picture)
        continue;
      EXPECT_TRUE(within(picture->box, page.frame.body)) << place(picture->box);
      for (const PageItem& other : page.items) {
        const auto* run = std::get_if<RunItem>(&other);
        EXPECT_FALSE(run && meet(letters(*run), picture->box)) << (run ? run->text : "");
      }
    }
  }

  // The places that are kept for what changes while a page stands.
  void look_at_labels(const Page& page) {
    const Frame& frame = page.frame;
    const bool night = frame.head.empty() && frame.foot.empty();
    const Theme theme = testing::theme_named(GetParam().theme);
    const Rect labels[] = {frame.date, frame.clock, frame.page_mark, frame.freshness, frame.hint};
    for (size_t i = 0; i < std::size(labels); ++i) {
      if (labels[i].empty())
        continue;
      const bool head = i < 2;
      EXPECT_TRUE(within(labels[i], night ? frame.body : head ? frame.head : frame.foot)) << i;
      EXPECT_GE(labels[i].h, frame.label_px) << i;
      for (size_t j = 0; j < i; ++j)
        EXPECT_FALSE(meet(labels[i], labels[j])) << i << " meets " << j;
      for (const RunItem* run : testing::runs_of(page))
        EXPECT_FALSE(meet(labels[i], letters(*run))) << i << " meets " << run->text;
      const Colour ground = ground_of(page, labels[i]);
      if (head)
        EXPECT_GE(contrast(page.head_ink.value_or(theme.head_text), ground), kLeastContrast) << i;
      else
        for (const Colour ink : {theme.text, theme.muted, theme.fresh, theme.stale, theme.expired})
          EXPECT_GE(contrast(ink, ground), kLeastContrast) << i;
    }
    EXPECT_GE(frame.label_px, reading.floor_px);
  }

  static Colour ground_of(const Page& page, const Rect& rect) {
    Colour ground = page.background;
    for (const PageItem& item : page.items)
      if (const auto* fill = std::get_if<FillItem>(&item); fill && meet(fill->box, rect)) {
        EXPECT_TRUE(within(rect, fill->box)) << place(fill->box) << " cuts a label's place";
        ground = fill->colour;
      }
    return ground;
  }

protected:
  Legibility reading;
};

TEST_P(Sweep, EveryKindOfPageIsSound) {
  const Look& look = GetParam();
  PageStyle style = testing::style_of(look.width, look.height, look.theme);
  style.screen.controls = "visitors"; // the foot says how to turn pages, too
  reading = legibility(style.screen, look.width, look.height, style.theme.size_step);
  for (const auto& [kind, pages] : kinds(style)) {
    ASSERT_FALSE(pages.empty());
    for (const Page& page : pages) {
      SCOPED_TRACE(fmt::format("{} page {} of {}", kind, page.number, page.of));
      look_at(page);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Looks, Sweep, ::testing::ValuesIn(looks()),
                         ::testing::PrintToStringParamName());

} // namespace
} // namespace heiban
