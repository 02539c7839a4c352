// What must hold of every page of every notice at every size: nothing lost, doubled, overlapping,
// outside the body or under the legibility floor; no widow, no orphan, no stranded heading.
#include "page/legibility.h"
#include "page/page_helper.h"

#include "base/utf8.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

namespace heiban {
namespace {

using testing::Random;

struct Laid {
  Notice notice;
  PageStyle style;
  std::vector<Page> pages;
};

Laid lay(Notice notice, int width, int height) {
  Laid laid{std::move(notice), testing::style_of(width, height), {}};
  const auto pages = paginate(laid.notice, laid.style, testing::shared_fonts());
  for (size_t i = 0; i < pages->count(); ++i)
    laid.pages.push_back(pages->page(i));
  return laid;
}

bool in_body(const RunItem& run, const Page& page) {
  const Rect& body = page.frame.body;
  return run.box.y >= body.y && run.box.bottom() <= body.bottom();
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

void expect_sound_geometry(const Laid& laid) {
  const Legibility reading = legibility(laid.style.screen, laid.style.width, laid.style.height);
  for (const Page& page : laid.pages) {
    const std::vector<const RunItem*> runs = testing::runs_of(page);
    for (const RunItem* run : runs) {
      EXPECT_GE(run->run.size_px, reading.floor_px) << run->text;
      EXPECT_GE(run->box.x, 0) << run->text;
      EXPECT_LE(run->box.right(), page.width) << run->text;
      const bool strip = run->box.y < page.frame.body.y || run->box.y >= page.frame.foot.y;
      if (!strip && page.frame.body.h > 3 * run->box.h) {
        EXPECT_TRUE(in_body(*run, page)) << page.number << " " << run->text;
        EXPECT_GE(run->box.x, page.frame.body.x) << run->text;
        EXPECT_LE(run->box.right(), page.frame.body.right() + 1) << run->text;
      }
    }
    for (size_t i = 0; i < runs.size(); ++i)
      for (size_t j = i + 1; j < runs.size(); ++j)
        EXPECT_FALSE(overlap(runs[i]->box, runs[j]->box))
            << page.number << " |" << runs[i]->text << "| and |" << runs[j]->text << "|";
  }
}

std::string expected_text(const Block& block) {
  std::string text = block.kind == BlockKind::Attachments ? "附件：" : block.text;
  const bool labelled = !text.empty() && (std::isdigit(static_cast<unsigned char>(text[0])) ||
                                          text.starts_with("（"));
  if (block.kind == BlockKind::Item && !labelled)
    text = "•" + text;
  for (size_t i = 0; i < block.names.size(); ++i)
    text += (block.names.size() > 1 ? fmt::format("{}.", i + 1) : "") + block.names[i];
  return testing::without_spaces(text);
}

// Running text in reading order, table cells and repeated titles left out.
std::string shown_text(const Laid& laid) {
  std::string text;
  for (const Page& page : laid.pages)
    for (const RunItem* run : testing::runs_of(page)) {
      const bool running_title =
          run->role == PageRole::Title && page.number > 1 && run->colour == laid.style.theme.muted;
      if (in_body(*run, page) && run->row < 0 && !running_title && run->role != PageRole::Foot)
        text += run->text;
    }
  return testing::without_spaces(text);
}

// The dates of a 公示期 and its day may stand in two lines, without the mark between them.
std::string without_mark(std::string text) {
  constexpr std::string_view mark = "·";
  if (const size_t at = text.find(mark); at != text.npos)
    text.erase(at, mark.size());
  return text;
}

void expect_whole_text(const Laid& laid) {
  std::string expected = laid.notice.title + laid.notice.doc_number;
  if (laid.notice.publicity)
    expected += publicity_line(*laid.notice.publicity, laid.style.today);
  for (const Block& block : laid.notice.blocks)
    if (block.kind != BlockKind::Table)
      expected += expected_text(block);
  expected = testing::without_spaces(expected);
  const bool period = laid.notice.publicity.has_value();
  EXPECT_EQ(period ? without_mark(shown_text(laid)) : shown_text(laid),
            period ? without_mark(expected) : expected);
}

using RowTexts = std::map<int, std::string>;

// The texts of a table's rows as shown, in the order they appear, heads by themselves.
void expect_whole_tables(const Laid& laid) {
  size_t tables = 0;
  const Block* table = nullptr;
  for (const Block& block : laid.notice.blocks)
    if (block.kind == BlockKind::Table)
      ++tables, table = &block;
  if (tables != 1)
    return; // rows of two tables share their numbers
  RowTexts shown;
  int last = -1;
  for (const Page& page : laid.pages)
    for (const RunItem* run : testing::runs_of(page)) {
      if (run->row < 0 || run->role != PageRole::Cell)
        continue;
      EXPECT_GE(run->row, last) << "rows stand in another order";
      last = run->row;
      shown[run->row] += testing::without_spaces(run->text);
    }
  for (size_t row = 0; row < table->rows.size(); ++row) {
    std::map<char32_t, int> letters;
    for (const char32_t c : to_utf32(shown[static_cast<int>(row)]))
      ++letters[c];
    for (const TableCell& cell : table->rows[row]) {
      if (cell.head)
        continue;
      for (const char32_t c : to_utf32(testing::without_spaces(cell.text)))
        EXPECT_GE(--letters[c], 0) << "row " << row << " lacks part of " << cell.text;
    }
  }
}

struct ShownLine {
  size_t block = 0;
  int page = 0, y = 0, column = 0;
};

// The lines of the notice's running text, each with the block it belongs to.
std::vector<ShownLine> lines_of(const Laid& laid) {
  std::vector<std::pair<size_t, std::string>> blocks; // index, text still to come
  for (size_t i = 0; i < laid.notice.blocks.size(); ++i)
    if (laid.notice.blocks[i].kind != BlockKind::Table)
      blocks.emplace_back(i, expected_text(laid.notice.blocks[i]));
  std::vector<ShownLine> lines;
  size_t at = 0;
  int column = 0;
  for (const Page& page : laid.pages)
    for (const RunItem* run : testing::runs_of(page)) {
      const bool body = run->row < 0 && in_body(*run, page) &&
                        (run->role == PageRole::Body || run->role == PageRole::Heading ||
                         run->role == PageRole::Label);
      if (!body || run->text == laid.notice.doc_number)
        continue;
      const std::string text = testing::without_spaces(run->text);
      while (at < blocks.size() && blocks[at].second.empty())
        ++at;
      if (at == blocks.size() || !blocks[at].second.starts_with(text))
        continue; // a caption
      blocks[at].second.erase(0, text.size());
      const bool same = !lines.empty() && lines.back().page == page.number &&
                        lines.back().y == run->box.y && lines.back().block == blocks[at].first;
      if (same)
        continue;
      const bool on =
          !lines.empty() && lines.back().page == page.number && run->box.y > lines.back().y;
      if (!on)
        ++column;
      lines.push_back({blocks[at].first, page.number, run->box.y, column});
    }
  return lines;
}

void expect_no_widows(const Laid& laid) {
  const std::vector<ShownLine> lines = lines_of(laid);
  for (size_t from = 0; from < lines.size();) {
    size_t to = from;
    while (to < lines.size() && lines[to].block == lines[from].block)
      ++to;
    const Block& block = laid.notice.blocks[lines[from].block];
    const bool prose = block.kind == BlockKind::Paragraph || block.kind == BlockKind::Item;
    if (prose && to - from > 1) {
      EXPECT_EQ(lines[from].column, lines[from + 1].column) << "orphan: " << block.text;
      EXPECT_EQ(lines[to - 1].column, lines[to - 2].column) << "widow: " << block.text;
    }
    const bool pure = block.text.find("。") == std::string::npos; // no text runs on in it
    if (block.kind == BlockKind::Heading && pure && to < lines.size() &&
        lines[to].block == lines[from].block + 1) {
      EXPECT_EQ(lines[to - 1].column, lines[to].column) << "stranded: " << block.text;
    }
    from = to;
  }
}

void expect_sound(const Notice& notice, int width, int height) {
  SCOPED_TRACE(fmt::format("{}x{}", width, height));
  const Laid laid = lay(notice, width, height);
  ASSERT_FALSE(laid.pages.empty());
  for (size_t i = 0; i < laid.pages.size(); ++i) {
    EXPECT_EQ(laid.pages[i].number, static_cast<int>(i) + 1);
    EXPECT_EQ(laid.pages[i].of, static_cast<int>(laid.pages.size()));
  }
  expect_sound_geometry(laid);
  expect_whole_text(laid);
  expect_whole_tables(laid);
  const Legibility reading = legibility(laid.style.screen, width, height);
  if (laid.pages[0].frame.body.h >= reading.cap_px * 2 * 8)
    expect_no_widows(laid);
}

constexpr std::pair<int, int> kSizes[] = {{1920, 1080}, {3840, 2160}, {1080, 1920}, {1366, 768},
                                          {1024, 768},  {1920, 540},  {640, 480},   {64, 64}};

TEST(Invariants, HoldForTheSamples) {
  for (const auto& sample : testing::sample_notices())
    for (const auto& [width, height] : kSizes) {
      if (width == 64 && sample.notice.blocks.size() < 3 && sample.name == "names")
        continue;
      SCOPED_TRACE(sample.name);
      expect_sound(sample.notice, width, height);
    }
}

// A list's running number is ours: on a screen too narrow for both it gives way to the names.
TEST(Invariants, HoldForAListOnTheNarrowestScreen) {
  Notice notice;
  notice.title = "名单";
  Block list;
  list.kind = BlockKind::Table;
  list.rows.push_back({{"姓名与就读学校", 1, 1, true}});
  for (int i = 0; i < 120; ++i)
    list.rows.push_back({{"学生甲乙丙丁", 1, 1, false}});
  notice.blocks.push_back(list);
  for (const auto& [width, height] : kSizes)
    expect_sound(notice, width, height);
}

class RandomNotices : public ::testing::TestWithParam<int> {};

TEST_P(RandomNotices, Hold) {
  Random random(static_cast<unsigned>(GetParam()));
  for (int i = 0; i < 12; ++i) {
    SCOPED_TRACE(fmt::format("seed {} notice {}", GetParam(), i));
    const Notice notice = testing::random_notice(random);
    const auto& [width, height] = kSizes[random() % std::size(kSizes)];
    expect_sound(notice, width, height);
    if (HasFailure())
      return;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomNotices, ::testing::Range(0, 25));

TEST(Invariants, TheSameNoticeGivesTheSamePages) {
  const Notice notice = testing::sample_notices()[0].notice;
  const Laid once = lay(notice, 1920, 1080), twice = lay(notice, 1920, 1080);
  ASSERT_EQ(once.pages.size(), twice.pages.size());
  EXPECT_EQ(shown_text(once), shown_text(twice));
}

TEST(Invariants, APageMayBeAskedForInAnyOrder) {
  const Notice notice = testing::sample_notices()[2].notice;
  const auto pages = paginate(notice, testing::style_of(1920, 1080), testing::shared_fonts());
  const auto text = [&](size_t index) {
    const Page page = pages->page(index);
    std::string all;
    for (const RunItem* run : testing::runs_of(page))
      all += run->text;
    return all;
  };
  const std::string last = text(pages->count() - 1), first = text(0);
  EXPECT_EQ(text(pages->count() - 1), last);
  EXPECT_EQ(text(0), first);
  EXPECT_NE(first, last);
}

TEST(Invariants, AnEmptyNoticeHasAPage) {
  for (const auto& [width, height] : kSizes) {
    const auto pages =
        paginate(Notice{}, testing::style_of(width, height), testing::shared_fonts());
    ASSERT_GE(pages->count(), 1u);
    EXPECT_EQ(pages->page(0).of, static_cast<int>(pages->count()));
  }
}

} // namespace
} // namespace heiban
