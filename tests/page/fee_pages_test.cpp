// A fee table on its pages, whatever stands in it and whatever screen it stands on: every row once
// and in order, heads and complaint phone on each page, nothing under the floor, nothing upon
// another thing, nothing shortened. HEIBAN_FEE_PAGES=500 plays that many schedules.
#include "notice/fee_notice.h"
#include "page/legibility.h"
#include "page/page_helper.h"

#include "base/file.h"
#include "base/utf8.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace heiban {
namespace {

using testing::Random;

constexpr std::pair<int, int> kSizes[] = {
    {1920, 1080}, {3840, 2160}, {1080, 1920}, {1366, 768}, {1920, 540}};
constexpr const char* kThemes[] = {"heiban", "gongwen", "contrast"};
constexpr const char* kPhones = "投诉电话：12315、0000-5550120";

int below(Random& random, int most) {
  return static_cast<int>(random() % static_cast<unsigned>(most));
}

template <size_t N>
std::string one_of(Random& random, const char* const (&words)[N]) {
  return words[random() % N];
}

constexpr const char* kProjects[] = {"学费",
                                     "住宿费（4人间，有空调）",
                                     "课后服务费",
                                     "伙食费",
                                     "作业本费",
                                     "保教费（省级示范）",
                                     "实训材料费",
                                     "教科书费",
                                     "研学旅行费（自愿参加）",
                                     "学费、杂费、课本费"};
constexpr const char* kStandards[] = {"850",       "免费",           "0.50",      "11.5",
                                      "1,234.50",  "300—500",        "不超过120", "按实际消费结算",
                                      "￥1050.00", "15.60元/生·学期"};
constexpr const char* kUnits[] = {"元/生·学期", "元/生·月", "元/课时", "元/生·餐", "元/吨"};
constexpr const char* kClasses[] = {"行政事业性收费", "服务性收费", "代收费"};
constexpr const char* kOrgans[] = {"省发展和改革委员会、省财政厅、省教育厅", "云岭县教育局",
                                   "市发展和改革委员会、市教育局、市财政局", "国务院"};

std::vector<std::string> random_row(Random& random) {
  std::string basis;
  for (int i = below(random, 12) == 0 ? 1 + below(random, 12) : 1; i > 0; --i)
    basis += (basis.empty() ? "" : "；") + one_of(random, kOrgans) +
             fmt::format(" 云发改〔{}〕{}号", 2012 + below(random, 15), 1 + below(random, 400));
  std::string scope = testing::random_sentence(random, 2 + static_cast<size_t>(below(random, 40)));
  return {one_of(random, kProjects),
          one_of(random, kStandards),
          one_of(random, kUnits),
          one_of(random, kClasses),
          scope,
          basis};
}

Sheet random_sheet(Random& random, int rows) {
  Sheet sheet;
  const std::vector<std::string> heads = {"收费项目", "收费标准", "计费单位",
                                          "性质",     "收费范围", "收费依据（批准机关及文号）"};
  const auto add = [&](std::vector<std::string> cells) {
    cells.resize(heads.size());
    sheet.rows.push_back(std::move(cells));
    sheet.row_numbers.push_back(static_cast<int>(sheet.rows.size()));
  };
  add({"云岭县中小学、幼儿园收费公示表"});
  add({"2026—2027学年"});
  add(heads);
  int section = 0;
  for (int i = 0; i < rows; ++i) {
    if (section < 8 && below(random, 9) == 0)
      add({fmt::format("（{}）第{}类学校", ++section, section)});
    const auto first = static_cast<int>(sheet.rows.size());
    const int together = below(random, 10) == 0 ? 2 + below(random, 5) : 1;
    for (int j = 0; j < together; ++j)
      add(random_row(random));
    if (together > 1) {
      const int column = below(random, 2) == 0 ? 0 : 5;
      for (int j = 1; j < together; ++j)
        sheet.rows[static_cast<size_t>(first + j)][static_cast<size_t>(column)].clear();
      sheet.merges.push_back({first, column, first + together, column + 1});
    }
  }
  add({kPhones});
  for (size_t i = 0; i < heads.size(); ++i)
    sheet.column_numbers.push_back(static_cast<int>(i) + 1);
  return sheet;
}

Notice notice_of(const Sheet& sheet) {
  static const FeeHeads heads = read_fee_heads(
      read_file(std::string(HEIBAN_ROOT) + "/assets/fees/heads.tsv", 1u << 20).value());
  const std::optional<FeeSchedule> schedule = read_fee_schedule(sheet, heads);
  EXPECT_TRUE(schedule);
  return fee_notice(schedule.value(), sheet, {});
}

std::map<char32_t, int> letters_of(std::string_view text) {
  std::map<char32_t, int> out;
  for (const char32_t c : to_utf32(testing::without_spaces(text)))
    ++out[c];
  return out;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

std::string told(const Rect& box) {
  return fmt::format("{}+{} {}+{}", box.x, box.w, box.y, box.h);
}

void expect_sound_page(const Page& page, int floor_px) {
  const std::vector<const RunItem*> runs = testing::runs_of(page);
  for (size_t i = 0; i < runs.size(); ++i) {
    const RunItem& run = *runs[i];
    EXPECT_GE(run.run.size_px, floor_px) << run.text;
    EXPECT_TRUE(run.box.x >= 0 && run.box.right() <= page.width) << run.text;
    EXPECT_TRUE(run.box.y >= 0 && run.box.bottom() <= page.height) << run.text;
    EXPECT_EQ(run.text.find("…"), std::string::npos) << run.text;
    for (size_t j = i + 1; j < runs.size(); ++j)
      EXPECT_FALSE(overlap(run.box, runs[j]->box))
          << run.text << " " << told(run.box) << " | " << runs[j]->text << " " << told(runs[j]->box)
          << " on page " << page.number;
  }
}

// Heads (told as heads, or as keys before the values of columns that stand in lines of their own)
// and the complaint phone.
void expect_complete_page(const Page& page) {
  std::string all, heads;
  bool has_rows = false;
  for (const RunItem* run : testing::runs_of(page)) {
    all += testing::without_spaces(run->text);
    if (run->role == PageRole::Head || run->row == 0)
      heads += testing::without_spaces(run->text);
    has_rows = has_rows || run->row > 0;
  }
  if (!has_rows)
    return;
  EXPECT_NE(all.find("0000-5550120"), std::string::npos) << "no phone on page " << page.number;
  for (const char* head : {"收费项目", "收费标准"}) {
    std::map<char32_t, int> letters = letters_of(heads);
    for (const auto& [c, count] : letters_of(head))
      EXPECT_GE(letters[c], count) << head << " is no head of page " << page.number;
  }
}

// The rows' texts over all pages: in order, each whole, none left out.
void expect_whole_table(const Notice& notice, const std::vector<Page>& pages) {
  const auto table = std::ranges::find(notice.blocks, BlockKind::Table, &Block::kind);
  ASSERT_NE(table, notice.blocks.end());
  std::map<int, std::string> shown;
  int last = 0;
  for (const Page& page : pages)
    for (const RunItem* run : testing::runs_of(page)) {
      if (run->row < 1 || run->role == PageRole::Head)
        continue;
      EXPECT_GE(run->row, last) << "rows stand in another order";
      last = run->row;
      shown[run->row] += run->text;
    }
  for (size_t row = 1; row < table->rows.size(); ++row) {
    std::map<char32_t, int> letters = letters_of(shown[static_cast<int>(row)]);
    for (const TableCell& cell : table->rows[row])
      for (const auto& [c, count] : letters_of(cell.text))
        EXPECT_GE(letters[c] -= count, 0) << "row " << row << " lacks part of " << cell.text;
  }
}

void expect_sound(const Notice& notice, std::pair<int, int> size, const char* theme) {
  SCOPED_TRACE(fmt::format("{}x{} {}", size.first, size.second, theme));
  const PageStyle style = testing::style_of(size.first, size.second, theme);
  const Legibility reading = legibility(style.screen, style.width, style.height);
  const auto laid = paginate(notice, style, testing::shared_fonts());
  std::vector<Page> pages;
  for (size_t i = 0; i < laid->count(); ++i) {
    pages.push_back(laid->page(i));
    EXPECT_EQ(pages.back().number, static_cast<int>(i) + 1);
    EXPECT_EQ(pages.back().of, static_cast<int>(laid->count()));
    expect_sound_page(pages.back(), reading.floor_px);
    expect_complete_page(pages.back());
  }
  expect_whole_table(notice, pages);
}

int schedules() {
  const char* wanted = std::getenv("HEIBAN_FEE_PAGES");
  return wanted ? std::atoi(wanted) : 16;
}

TEST(FeePages, HoldEveryRowOfAnySchedule) {
  for (int seed = 0; seed < schedules() && !HasFailure(); ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    Random random(static_cast<unsigned>(seed));
    const bool thorough = std::getenv("HEIBAN_FEE_PAGES") != nullptr;
    const int most = seed % 8 == 7 ? (thorough ? 2000 : 300) : 40;
    const Notice notice = notice_of(random_sheet(random, 1 + below(random, most)));
    expect_sound(notice, kSizes[seed % std::size(kSizes)],
                 kThemes[static_cast<size_t>(seed / 4) % std::size(kThemes)]);
  }
}

// Standards by school stage: in their columns or in lines of their own, each says whose it is.
TEST(FeePages, TellWhichStandardIsWhich) {
  Sheet sheet =
      read_csv(
          "云岭县收费公示表,,,,,,\n"
          "收费项目,收费标准（元/生·学期）,,,收费依据,收费范围,性质\n,小学,初中,九年一贯制,,,\n"
          "作业本费,15,25,20,省教育厅、省发展改革委 省教财〔2021〕52号,自愿统一购买的学生,代收费\n"
          "投诉电话：12315、0000-5550120,,,,,,\n")
          .value()
          .sheets[0];
  const Notice notice = notice_of(sheet);
  for (const auto& size : kSizes) {
    const PageStyle style = testing::style_of(size.first, size.second, "heiban");
    std::string all;
    const auto pages = paginate(notice, style, testing::shared_fonts());
    for (size_t i = 0; i < pages->count(); ++i) {
      const Page page = pages->page(i);
      for (const RunItem* run : testing::runs_of(page))
        all += testing::without_spaces(run->text);
    }
    for (const char* stage : {"小学", "初中", "九年一贯制"})
      EXPECT_NE(all.find(stage), std::string::npos) << stage << " " << size.first;
  }
}

constexpr const char* kElevenColumns =
    "云岭县收费公示表,,,,,,,,,,\n"
    "序号,收费项目,收费项目编码,收费标准（元）,计费单位,收费性质,收费范围（对象）,批准机关,"
    "批准文号,"
    "减免政策,备注\n一、行政事业性收费,,,,,,,,,,\n"
    "1,普通高中学费（省级示范性普通高中）,103044101,850,元/生·学期,行政事业性收费,"
    "县第一中学、县第二中学在籍在读学生，不含复读生,省发展和改革委员会、省财政厅、省教育厅,"
    "《关于进一步规范普通高中学校收费管理有关问题的通知》（云发改价格〔2021〕316号）,"
    "家庭经济困难学生（含残疾学生、低保家庭学生、特困救助供养学生）免收学费,按学期收取，不得预收\n"
    "二、代收费,,,,,,,,,,\n"
    "2,作业本费,—,10.85,元/生·学期,代收费,一至六年级学生,省教育厅、省发展和改革委员会,"
    "云教财〔2021〕52号,家庭经济困难学生免费提供,据实结算\n"
    "3,研学旅行费,—,按实际发生费用据实收取,元/生·次,代收费,参加活动的学生,县教育局,"
    "岭教基〔2024〕3号,无,\n投诉电话：12315、0000-5550152,,,,,,,,,,\n";

// However many columns there are, what a fee costs and by what it is charged stand beside its name.
TEST(FeePages, KeepAmountsAndUnitsBesideTheFee) {
  const Notice notice = notice_of(read_csv(kElevenColumns).value().sheets[0]);
  for (const auto& size : kSizes)
    for (const char* theme : kThemes) {
      const PageStyle style = testing::style_of(size.first, size.second, theme);
      const auto pages = paginate(notice, style, testing::shared_fonts());
      std::string heads; // of the last page with a row; notes may follow it
      for (size_t i = pages->count(); heads.empty() && i-- > 0;) {
        const Page page = pages->page(i);
        for (const RunItem* run : testing::runs_of(page))
          if (run->role == PageRole::Head)
            heads += testing::without_spaces(run->text);
      }
      for (const char* head : {"收费项目", "收费标准", "计费单位"})
        EXPECT_NE(heads.find(head), heads.npos) << head << " " << size.first << theme;
    }
}

// … and a code is no name: it goes before the fee's own does.
TEST(FeePages, KeepTheNameAndNotItsCode) {
  std::string csv = "云岭县收费公示表,,,,,,,,\n序号,项目编码,收费项目,收费标准,计费单位,性质,"
                    "收费范围,收费依据,减免政策\n";
  for (int i = 1; i <= 9; ++i)
    csv += fmt::format("{},A{:04},普通高中住宿费（八人间，有独立卫生间）,240,元/生·学期,"
                       "行政事业性收费,县第一中学、县第二中学全体住宿学生,"
                       "省发展和改革委员会、省财政厅、省教育厅 云发改价格〔2021〕{}号,"
                       "家庭经济困难学生、残疾学生、烈士子女免收\n",
                       i, i, 300 + i);
  const Notice notice = notice_of(read_csv(csv + kPhones + ",,,,,,,,\n").value().sheets[0]);
  for (const auto& size : kSizes) {
    const PageStyle style = testing::style_of(size.first, size.second, "heiban");
    const Page page = paginate(notice, style, testing::shared_fonts())->page(1);
    std::string heads;
    for (const RunItem* run : testing::runs_of(page))
      if (run->role == PageRole::Head)
        heads += testing::without_spaces(run->text);
    EXPECT_NE(heads.find("收费项目"), heads.npos) << size.first << "x" << size.second;
  }
}

// A section's heading stands above a row of it, on the lowest screen too.
TEST(FeePages, EndWithNoSectionsHeading) {
  const Notice notice = notice_of(read_csv(kElevenColumns).value().sheets[0]);
  for (const auto& size : {std::pair{1920, 540}, {1920, 1080}, {1366, 768}})
    for (const char* theme : kThemes) {
      const PageStyle style = testing::style_of(size.first, size.second, theme);
      const auto pages = paginate(notice, style, testing::shared_fonts());
      for (size_t i = 0; i < pages->count(); ++i) {
        const Page page = pages->page(i);
        std::string last;
        for (const RunItem* run : testing::runs_of(page))
          if (run->role == PageRole::Cell)
            last = run->text;
        EXPECT_FALSE(last.starts_with("一、") || last.starts_with("二、"))
            << size.second << theme << " page " << i + 1;
      }
    }
}

// One cell that alone is taller than a page: it is told line by line over the pages.
TEST(FeePages, HoldACellTallerThanThePage) {
  Random random(7);
  Sheet sheet = random_sheet(random, 3);
  for (int i = 0; i < 120; ++i)
    sheet.rows[sheet.rows.size() - 2][5] += fmt::format("；云岭县教育局 云教发〔2026〕{}号", i + 1);
  for (const auto& size : kSizes)
    expect_sound(notice_of(sheet), size, "heiban");
}

} // namespace
} // namespace heiban
