// The sample feeds are whole on any day: every kind a bureau puts up, nothing dated after today,
// no placeholder left, and the long, wide and rare things the board must be able to show.
#include "base/file.h"
#include "base/utf8.h"
#include "feed/parse.h"
#include "feed/sample_dates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace heiban {
namespace {

using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

std::vector<Entry> entries_on(Instant now) {
  std::vector<Entry> entries;
  for (const auto& file : std::filesystem::directory_iterator(HEIBAN_ROOT "/assets/samples")) {
    const std::string name = file.path().filename().string();
    if (name.find(".sample.") == std::string::npos || name.starts_with("fees."))
      continue;
    const Result<std::string> text = read_file(file.path().string(), 1 << 20);
    EXPECT_TRUE(text) << name;
    const FeedContext context = {.base_url = "file://" + file.path().string(), .now = now};
    const Result<ParsedFeed> feed = parse_feed(fill_dates(*text, now), context);
    EXPECT_TRUE(feed) << name << (feed ? "" : feed.error().message);
    if (feed)
      entries.insert(entries.end(), feed->entries.begin(), feed->entries.end());
  }
  return entries;
}

const Entry* entry_titled(const std::vector<Entry>& entries, std::string_view part) {
  for (const Entry& entry : entries)
    if (entry.title.find(part) != std::string::npos)
      return &entry;
  return nullptr;
}

const std::string& html_of(const Entry& entry) {
  return entry.content_html.empty() ? entry.summary_html : entry.content_html;
}

size_t rows_of(const Entry& entry) {
  size_t rows = 0;
  for (size_t at = html_of(entry).find("<tr"); at != std::string::npos;
       at = html_of(entry).find("<tr", at + 1))
    ++rows;
  return rows;
}

class Samples : public testing::Test {
protected:
  const Instant now_ = from_beijing({{2026, 11, 24}, 10, 0, 0});
  const std::vector<Entry> entries_ = entries_on(now_);

  const Entry& titled(std::string_view part) {
    const Entry* entry = entry_titled(entries_, part);
    EXPECT_NE(entry, nullptr) << part;
    static const Entry none;
    return entry ? *entry : none;
  }
};

TEST_F(Samples, HoldEveryKindABureauPutsUp) {
  EXPECT_GE(entries_.size(), 24u);
  std::set<std::string> kinds;
  for (const Entry& entry : entries_)
    kinds.insert(entry.categories.begin(), entry.categories.end());
  EXPECT_THAT(kinds, IsSupersetOf({"部门文件", "公告公示", "计划总结", "工作动态", "教师资格认定",
                                   "招生计划", "学区划分", "录取分数线", "录取名单", "收费政策",
                                   "收费公示", "财务公开", "采购公示", "招聘公示", "评优公示",
                                   "监督举报", "办事指南"}));
}

TEST_F(Samples, HoldALongDocument) {
  const Entry& entry = titled("安全工作规定");
  EXPECT_GE(count_code_points(entry.content), 1500u);
  EXPECT_THAT(entry.content, HasSubstr("云教发〔2026〕41号"));
}

TEST_F(Samples, HoldAFeeTableOfFortyRows) {
  EXPECT_GE(rows_of(titled("收费项目和收费标准公示")), 41u);
}

TEST_F(Samples, HoldANameListWithRareCharacters) {
  const Entry& entry = titled("指标到校录取名单");
  EXPECT_EQ(rows_of(entry), 401u);
  for (const char* name :
       {"沈䶮", "林㛃", "陈𬱖", "李𫖯", "周𨭎", "宋彧", "何頔", "买买提·艾力"})
    EXPECT_THAT(html_of(entry), HasSubstr(name));
}

TEST_F(Samples, HoldAPictureThatIsThere) {
  EXPECT_THAT(html_of(titled("学区划分图")), HasSubstr("school-districts.png"));
  EXPECT_TRUE(std::filesystem::exists(HEIBAN_ROOT "/assets/samples/school-districts.png"));
}

// Over three years, leap day, turns of year and of school year included.
TEST_F(Samples, NeverExpire) {
  for (int64_t day = 0; day < 3 * 366; day += 7) {
    const Instant now = from_beijing({{2027, 1, 1}, 0, 5, 0}) + day * kDay;
    const std::vector<Entry> entries = entries_on(now);
    ASSERT_EQ(entries.size(), entries_.size()) << iso_utc(now);
    for (const Entry& entry : entries) {
      const std::string where = entry.title + " on " + iso_utc(now);
      ASSERT_TRUE(entry.published) << where;
      EXPECT_LE(*entry.published, now) << where;
      EXPECT_GT(*entry.published, now - 60 * kDay) << where;
      EXPECT_THAT(entry.title + html_of(entry), Not(HasSubstr("{{"))) << where;
    }
  }
}

} // namespace
} // namespace heiban
