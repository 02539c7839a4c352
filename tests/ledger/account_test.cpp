#include "ledger/account.h"

#include "ledger/certificate.h"
#include "ledger/ledger.h"
#include "ledger/table.h"
#include "ledger/words.h"
#include "ledger/year_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace heiban {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
constexpr Instant kMorning{1'795'478'400}; // 2026-11-24 08:00 in Beijing
constexpr CivilDate kToday{2026, 11, 24};

class AccountTest : public testing::Test {
protected:
  AccountTest() {
    std::string path = fs::temp_directory_path() / "heiban-account-XXXXXX";
    folder_ = ::mkdtemp(path.data());
  }
  ~AccountTest() override { fs::remove_all(folder_); }

  Ledger open(Instant now, const std::string& boot = "boot-a") {
    Result<Ledger> ledger = Ledger::open(folder_, {boot, now, true});
    if (!ledger)
      ADD_FAILURE() << ledger.error().message;
    return std::move(*ledger);
  }
  LedgerAccounts accounts() const {
    return ledger_accounts(folder_, kMorning - kDay, kMorning + 400 * kDay);
  }

  std::string folder_;
};

Standing page(const std::string& id, int number = 1, int of = 1) {
  Standing out{id, "hash-of-" + id, "关于" + id + "的公告", number, of, ""};
  out.category = "公告公示";
  return out;
}

TEST_F(AccountTest, AWholeShowingIsAllPagesInTheirOrderWhateverStandsBetween) {
  struct Row {
    std::vector<std::pair<int, int>> pages; // page, seconds; page 0: another notice
    int complete;
  };
  const Row rows[] = {
      {{{1, 10}, {2, 10}, {3, 10}}, 1},
      {{{1, 10}, {2, 10}}, 0},
      {{{2, 10}, {3, 10}}, 0},
      {{{1, 10}, {2, 10}, {0, 10}, {3, 10}}, 1},
      {{{1, 10}, {3, 10}, {2, 10}}, 0},
      {{{1, 10}, {2, 1}, {3, 10}}, 0}, // leafed through
      {{{1, 10}, {2, 10}, {1, 10}, {2, 10}, {3, 10}}, 1},
      {{{1, 10}, {2, 10}, {3, 10}, {1, 10}, {2, 10}, {3, 10}}, 2},
  };
  for (const Row& row : rows) {
    fs::remove_all(folder_);
    Ledger ledger = open(kMorning);
    Instant at = kMorning;
    int64_t seconds = 0;
    for (const auto& [number, stood] : row.pages) {
      ledger.stands(number ? page("甲", number, 3) : page("乙"), at);
      at = at + stood;
      seconds += number ? stood : 0;
    }
    ledger.close(at);
    const LedgerAccounts found = accounts();
    const Tally& tally = found.notices.front().tally;
    EXPECT_EQ(tally.complete, row.complete) << &row - rows;
    EXPECT_EQ(tally.seconds, seconds);
    EXPECT_EQ(tally.first, kMorning);
  }
}

TEST_F(AccountTest, AnEditIsAnotherVersionAndDaysAreCountedApart) {
  Ledger ledger = open(kMorning);
  ledger.stands(page("甲"), kMorning);
  Standing edited = page("甲");
  edited.content_hash = "other";
  ledger.stands(edited, kMorning + 60);
  const Instant midnight = beijing_midnight(add_days(kToday, 1));
  ledger.close(midnight + 30);
  const LedgerAccounts found = accounts();
  ASSERT_EQ(found.notices.size(), 1u);
  const NoticeAccount& notice = found.notices.front();
  ASSERT_EQ(notice.versions.size(), 2u);
  EXPECT_EQ(notice.versions[0].tally.seconds, 60);
  ASSERT_EQ(notice.days.size(), 2u);
  EXPECT_EQ(notice.days.at(add_days(kToday, 1)).seconds, 30);
  EXPECT_EQ(found.days.at(add_days(kToday, 1)).on_air_seconds, 30);
}

TEST_F(AccountTest, AnEventIsALineOnceOverRestartsAndDays) {
  const LedgerEvent gone{"withdrawn",          "甲",          "hash-of-甲", "关于甲的公告",
                         "来源已撤下这条内容", kMorning + 100};
  {
    Ledger ledger = open(kMorning);
    ledger.stands(page("甲"), kMorning);
    ledger.event(gone, kMorning + 105);
    ledger.event(gone, kMorning + 110);
    LedgerEvent other = gone;
    other.notice_id = "乙";
    ledger.event(other, kMorning + 115);
    ledger.event({"stop", "", "", "", "测试", kMorning + 120}, kMorning + 120);
  } // killed
  for (const int64_t later : {kHour, kDay, 3 * kDay}) {
    Ledger ledger = open(kMorning + later);
    ledger.event(gone, kMorning + later);
    ledger.close(kMorning + later + 5);
  }
  const LedgerAccounts found = accounts();
  ASSERT_EQ(found.notices.size(), 2u);
  ASSERT_EQ(found.notices[0].notes.size(), 1u);
  EXPECT_EQ(found.notices[0].notes[0].at, kMorning + 100);
  EXPECT_EQ(found.notices[0].notes[0].reason, "来源已撤下这条内容");
  EXPECT_EQ(found.notices[1].notes.size(), 1u);
  ASSERT_EQ(found.notes.size(), 1u);
  EXPECT_EQ(found.notes[0].event, "stop");
  EXPECT_TRUE(verify_ledger(folder_).broken.empty());
}

TEST_F(AccountTest, ADayTooFullIsCountedAndStaysBelowItsCap) {
  const Instant midnight = beijing_midnight({2026, 11, 25});
  {
    Ledger ledger = open(midnight);
    for (int64_t s = 0; s < kDay; s += 2) {
      Standing one = page(std::to_string(s % 30'011), 1, 9);
      one.content_hash = std::string(64, 'c');
      ledger.stands(one, midnight + s);
    }
    ledger.close(midnight + kDay - 1);
  }
  const std::string path = ledger_files(folder_).front().path;
  EXPECT_LT(fs::file_size(path), 1u << 20);
  const LedgerDay day = *read_day({"2026-11-25", path});
  int64_t counted = 0, full = 0;
  for (const LedgerLine& line : day.lines) {
    full += line.kind == "full";
    if (line.kind == "full")
      counted += line.on_air_seconds;
    else if (line.kind == "stood")
      counted += line.to - line.from;
  }
  EXPECT_GT(full, 0);
  EXPECT_EQ(counted, kDay - 1);
  EXPECT_TRUE(verify_ledger(folder_).broken.empty());
}

TEST_F(AccountTest, ACertificateOfAnUnbrokenChainSaysWhatStood) {
  {
    Ledger ledger = open(kMorning);
    for (int i = 0; i < 4; ++i) {
      Standing one = page("甲<b>", 1 + i % 2, 2);
      one.doc_number = "云教发〔2026〕41号";
      one.period_from = beijing_midnight(kToday);
      one.period_to = beijing_midnight(add_days(kToday, 5));
      ledger.stands(one, kMorning + 30 * i);
    }
    ledger.close(kMorning + 120);
  }
  open(kMorning + 720, "boot-b").close(kMorning + 721);
  const LedgerAccounts found = accounts();
  CertificateFacts facts{"云岭县教育局",
                         kMorning + kHour,
                         found.notices.front(),
                         found.days,
                         verify_ledger(folder_),
                         [](Instant from, Instant to) {
                           return std::vector<OpenSpan>{{from, std::min(to, kMorning + 480)}};
                         }};
  const std::string paper = certificate_html(facts);
  for (const char* said :
       {"公示留痕证明", "《关于甲&lt;b&gt;的公告》（云教发〔2026〕41号，栏目：公告公示），共2页",
        "自2026年11月24日08:00起至2026年11月24日08:02止", "完整展示2遍", "累计展示4次、2分0秒",
        "公示期为2026年11月24日至2026年11月28日", "hash-of-甲", "08:02—08:08 人工停机", "全部相符"})
    EXPECT_THAT(paper, HasSubstr(said));
  EXPECT_THAT(paper, HasSubstr(facts.verification.head));
  EXPECT_THAT(paper, Not(HasSubstr("<b>")));
  EXPECT_THAT(paper, Not(HasSubstr("不能作为依据")));
  EXPECT_THAT(paper, Not(HasSubstr("仍列入公告屏的展示内容")));
  facts.listed_yet = true;
  EXPECT_THAT(certificate_html(facts), HasSubstr("仍列入公告屏的展示内容"));
  facts.open_spans = [](Instant, Instant) { return std::vector<OpenSpan>(); };
  EXPECT_THAT(certificate_html(facts), HasSubstr("非开放日"));
  facts.verification.broken.push_back({"2026-11-24.jsonl", 3, "altered"});
  EXPECT_THAT(certificate_html(facts), HasSubstr("2026-11-24.jsonl 第 3 行起与原记录不符"));
}

TEST_F(AccountTest, AHashOnceGivenIsFoundAgain) {
  open(kMorning).close(kMorning + 5);
  const std::string head = verify_ledger(folder_).head;
  open(kMorning + kDay).close(kMorning + kDay + 5);
  EXPECT_EQ(verify_ledger(folder_, head).found_in, "2026-11-24.jsonl:2");
  EXPECT_EQ(verify_ledger(folder_, std::string(64, 'f')).found_in, "");
  EXPECT_TRUE(verify_ledger(folder_).from_the_start);
}

TEST_F(AccountTest, TheTableOpensInASpreadsheet) {
  {
    Ledger ledger = open(kMorning);
    Standing risky = page("甲");
    risky.title = "=1+1,\"引号\"";
    ledger.stands(risky, kMorning);
    ledger.stands({.own = "index"}, kMorning + 10);
    ledger.close(kMorning + 20);
  }
  open(kMorning + 100, "boot-b");
  std::string table;
  write_showings_csv(folder_, kMorning, kMorning + kDay, "",
                     [&](std::string_view text) { table += text; });
  EXPECT_TRUE(table.starts_with("\xEF\xBB\xBF类别,日期,"));
  EXPECT_THAT(table, HasSubstr("展示,2026-11-24,08:00:00,08:00:10,10,\"'=1+1,\"\"引号\"\"\",1,1,"
                               "公告公示,,甲,hash-of-甲\r\n"));
  EXPECT_THAT(table, HasSubstr("板面,2026-11-24,08:00:10,08:00:20,10,目录页,"));
  EXPECT_THAT(table, HasSubstr("中断,2026-11-24,08:00:20,08:01:40,80,人工停机,"));
}

// A 公示 of five days of which one was missed by a power cut, one that was kept, one still running.
TEST_F(AccountTest, AYearSaysWhat公示WasKeptAndWhatWasMissed) {
  const auto with_period = [](const std::string& id, int days) {
    Standing out = page(id);
    out.period_from = beijing_midnight(kToday);
    out.period_to = beijing_midnight(add_days(kToday, days));
    return out;
  };
  for (int day = 0; day < 5; ++day) {
    const Instant at = kMorning + day * kDay;
    Ledger ledger = open(at, "boot-" + std::to_string(day));
    if (day != 2)
      ledger.stands(with_period("缺一天", 5), at);
    ledger.stands(with_period("完整", 4), at + 60);
    ledger.stands(with_period("还在", 90), at + 120);
    ledger.stands({"短", "h", "翻过去了", 1, 2, ""}, at + 180);
    ledger.tick(at + 240);
  } // killed each evening
  const YearFacts facts{2026, "云岭县教育局", kMorning + 6 * kDay,
                        [](Instant from, Instant to) { // 28 November is closed
                          return weekday(beijing(from).date) == 6
                                     ? std::vector<OpenSpan>()
                                     : std::vector<OpenSpan>{{from, to}};
                        }};
  const YearReport report = year_report(accounts(), verify_ledger(folder_), facts);
  EXPECT_EQ(report.notices, 3);
  EXPECT_EQ(report.not_whole, 1);
  ASSERT_EQ(report.categories.size(), 1u);
  EXPECT_EQ(report.categories[0].category, "公告公示");
  ASSERT_EQ(report.periods.size(), 3u);
  EXPECT_EQ(report.periods[0].verdict, PeriodVerdict::Missed);
  EXPECT_EQ(report.periods[0].missed, std::vector<CivilDate>{add_days(kToday, 2)});
  EXPECT_EQ(report.periods[0].days_due, 4);
  EXPECT_EQ(report.periods[1].verdict, PeriodVerdict::Kept);
  EXPECT_EQ(report.periods[2].verdict, PeriodVerdict::Missed) << "day six has nothing";
  EXPECT_EQ(report.days_on_air, 5);
  EXPECT_EQ(report.interruptions, 4);
  EXPECT_EQ(report.first_day, "2026-11-24");
  const std::string text = year_report_text(report);
  EXPECT_THAT(text,
              HasSubstr("2026年，云岭县教育局通过政务大厅公告屏主动公开信息3条，"
                        "其中公告公示3条。公示事项3项，其中公示期内每个开放日都完整展示的1项，"
                        "有缺漏的2项。"));
  EXPECT_THAT(text, HasSubstr("11月26日（断电或重启）"));
  EXPECT_THAT(year_report_html(report), HasSubstr("<td>合计</td><td>3</td>"));
}

} // namespace
} // namespace heiban
