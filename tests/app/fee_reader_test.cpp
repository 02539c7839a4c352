// A fee file on its way to the wall: read, judged, put up, replaced at its midnight, or refused.
#include "app/fee_reader.h"
#include "app/one_answer_helper.h"

#include "app/poller.h"
#include "edition/codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <filesystem>

namespace heiban {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Instant kNow{1'795'492'800}; // 2026-11-24 12:00 in Beijing
constexpr const char* kHead = "收费项目,收费标准,计费单位,收费依据,收费范围,性质\n";
constexpr const char* kNotes = "减免政策：无,,,,,\n投诉电话：12315、0000-5550120,,,,,\n";

std::string table(const std::string& standard, const std::string& from,
                  const std::string& basis = "云岭县发展和改革局 云发改〔2026〕12号") {
  return "云岭县收费公示表,,,,,\n自" + from + "起执行,,,,,\n" + kHead + "住宿费," + standard +
         ",元/生·学期," + basis + ",住宿生,行政事业性收费\n" + kNotes;
}

FeeSheets sheets_of(const Workbook& book) {
  return read_fee_sheets(book, load_fee_words().value(), {}, kNow);
}

Sheet sheet_of(const std::string& csv, const std::string& name) {
  Sheet sheet = read_csv(csv).value().sheets[0];
  sheet.name = name;
  return sheet;
}

std::string unclassed() {
  return "云岭县收费公示表,,,,\n收费项目,收费标准,计费单位,收费依据,收费范围\n"
         "住宿费,850,元/生·学期,云岭县发展和改革局 云发改〔2026〕12号,住宿生\n" +
         std::string(kNotes);
}

// The second has its columns in another order.
std::string two_tables(const std::string& unit) {
  return "云岭县第一中学收费公示,,,,\n一、行政事业性收费,,,,\n"
         "收费项目,收费标准,计费单位,收费依据,收费范围\n"
         "住宿费,850,元/生·学期,云岭县发展和改革局 云发改〔2026〕12号,住宿生\n"
         "二、代收费（自愿）,,,,\n代收费项目,计费单位,收费标准,收费对象,批准机关及文号\n"
         "校服费," +
         unit + ",280,自愿购买的学生,云岭县教育局 云教发〔2026〕8号\n" + std::string(kNotes);
}

constexpr const char* kOnItsSide =
    "云岭县幼儿园收费公示,,,\n2026年,,,\n,,,\n一,收费项目,保教费,伙食费\n二,收费标准,330,9\n"
    "三,计费单位,元/生·月,元/生·天\n";

// Where the finding is, of a row that is named.
std::string told_place(const FeeFinding& finding) {
  return finding.row > 3 ? fmt::format(" {}{}", finding.row, finding.column) : std::string();
}

TEST(FeeSheets, MakeANoticeOfEachSchedule) {
  const std::string good = table("850", "2026年9月1日");
  struct Case {
    const char* what;
    std::vector<Sheet> sheets;
    std::vector<std::string> titles;
    std::vector<std::string> findings; // rule, "!" where it refuses
  };
  const Case cases[] = {
      {"one", {sheet_of(good, "收费")}, {"云岭县收费公示表"}, {}},
      {"an empty sheet hides nothing",
       {sheet_of(good, "收费"), sheet_of("", "Sheet2")},
       {"云岭县收费公示表"},
       {}},
      {"namesakes are told apart",
       {sheet_of(good, "城区"), sheet_of(good, "乡镇")},
       {"云岭县收费公示表（城区）", "云岭县收费公示表（乡镇）"},
       {}},
      {"another table beside it is left out and told",
       {sheet_of(good, "收费"), sheet_of("班级,人数\n高一,50\n", "班级")},
       {"云岭县收费公示表"},
       {"F8"}},
      {"explanations go without saying",
       {sheet_of(good, "收费"), sheet_of("每行一个项目\n", "填表说明")},
       {"云岭县收费公示表"},
       {}},
      {"half a head refuses",
       {sheet_of(good, "收费"), sheet_of("收费项目,收费依据\n学费,文\n", "二")},
       {"云岭县收费公示表"},
       {"F8!"}},
      {"one on its side refuses",
       {sheet_of(good, "收费"), sheet_of(kOnItsSide, "二")},
       {"云岭县收费公示表"},
       {"F8 4B!"}},
      {"a list of what to fill in does not",
       {sheet_of(good, "收费"), sheet_of("收费项目,写全称\n收费标准,写数字\n", "填写")},
       {"云岭县收费公示表"},
       {"F8"}},
      {"classes as sheets",
       {sheet_of(unclassed(), "行政事业性收费"), sheet_of(unclassed(), "服务性收费")},
       {"云岭县收费公示表（行政事业性收费）", "云岭县收费公示表（服务性收费）"},
       {}},
      {"two tables with heads of their own",
       {sheet_of(two_tables("元/套"), "收费")},
       {"云岭县第一中学收费公示（行政事业性收费）", "云岭县第一中学收费公示（代收费）"},
       {}},
      {"what is wrong with the second is told of its row",
       {sheet_of(two_tables(""), "收费")},
       {"云岭县第一中学收费公示（行政事业性收费）", "云岭县第一中学收费公示（代收费）"},
       {"F1 7B!"}},
      {"nothing but explanations refuses", {sheet_of("填写说明\n", "说明")}, {}, {"F8!"}},
  };
  for (const Case& c : cases) {
    Workbook book;
    book.sheets = c.sheets;
    const FeeSheets fees = sheets_of(book);
    std::vector<std::string> titles, findings;
    for (const Notice& notice : fees.notices)
      titles.push_back(notice.title);
    for (const FeeFinding& finding : fees.findings)
      findings.push_back(finding.rule + told_place(finding) + (finding.refuses ? "!" : ""));
    EXPECT_EQ(titles, c.titles) << c.what;
    EXPECT_EQ(findings, c.findings) << c.what;
    EXPECT_EQ(fees.refused(), !c.findings.empty() && c.findings[0].ends_with("!")) << c.what;
  }
}

TEST(FeeFile, TellsStaffWhatToMend) {
  struct Case {
    const char* what;
    std::string bytes;
    const char* problem; // words of it; empty: taken
    size_t findings;
  };
  const Case cases[] = {
      {"good", table("850", "2026年9月1日"), "", 0},
      {"no 文号", table("850", "2026年9月1日", "云岭县发展和改革局"),
       "1 处必须改，没有采用，屏幕上不变：第4行D列 F1", 0},
      {"two places", table("", "2026年9月1日", ""), "2 处必须改", 1},
      {"no table", "今天,天气\n很好,啊\n", "没有找到表头", 0},
      {"empty", "", "文件是空的", 0},
      {"a warning", table("捌百元", "2026年9月1日"), "", 1},
  };
  for (const Case& c : cases) {
    const FeeFile file = read_fee_file({c.bytes, "text/csv", ""}, {}, kNow);
    EXPECT_THAT(file.problem, HasSubstr(c.problem)) << c.what;
    EXPECT_EQ(file.problem.empty(), std::string(c.problem).empty()) << c.what;
    EXPECT_EQ(file.notices.empty(), !file.problem.empty()) << c.what;
    EXPECT_EQ(file.findings.size(), c.findings) << c.what;
  }
}

// The table of a web page: a title, a paragraph, rows that span, notes and a signature.
std::string fee_article(const std::string& standard) {
  return "<p>根据《教育收费公示制度》，现将秋季学期收费公示如下，未列入本表的项目一律不得收取。</p>"
         "<p>自2026年9月1日起执行</p><table border=1><tr><th>序号<th>收费项目<th>收费标准<th>"
         "计费单位<th>收费依据（批准机关及文号）<th>收费范围<th>性质"
         "<tr><td colspan=7>一、普通高中<tr><td>1<td>学费（示范）<td>" +
         standard +
         "<td>元/生·学期<td rowspan=2>云岭县发展和改革局 云发改〔2026〕12号<td>第一中学<td>"
         "行政事业性收费<tr><td>2<td>学费（一般）<td><s>500</s>480<td>元/生·学期<td>第二中学<td>"
         "行政事业性收费</table><p>减免政策：无</p><p>投诉电话：12315、0000-5550120</p>"
         "<p align=right>云岭县教育局</p><p align=right>2026年8月20日</p>";
}

std::string fee_rss(const std::string& article) {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>公告</title>"
         "<item><title>关于放假的通知</title><description>放假三天。</description></item>"
         "<item><title>云岭县中小学收费公示</title><description><![CDATA[" +
         article + "]]></description></item></channel></rss>";
}

std::string fee_page(const std::string& article) {
  return "<html><head><meta name=ArticleTitle content=云岭县中小学收费公示></head><body><ul><li><a "
         "href=/>首页</a></ul><div class=TRS_Editor>" +
         article + "</div><div>版权所有</div></body></html>";
}

TEST(FeeFile, IsReadFromAnItemOrAnArticle) {
  for (const std::string& bytes : {fee_rss(fee_article("800")), fee_page(fee_article("800"))}) {
    const FeeFile file = read_fee_file({bytes, "", ""}, {}, kNow);
    EXPECT_EQ(file.problem, "");
    ASSERT_EQ(file.notices.size(), 1u);
    const Notice& notice = file.notices[0];
    EXPECT_EQ(notice.title, "云岭县中小学收费公示");
    ASSERT_TRUE(notice.valid_from);
    EXPECT_EQ(iso_utc(*notice.valid_from), "2026-08-31T16:00:00Z");
    const auto table = std::ranges::find(notice.blocks, BlockKind::Table, &Block::kind);
    ASSERT_NE(table, notice.blocks.end());
    ASSERT_EQ(table->rows.size(), 4u);
    EXPECT_EQ(table->rows[1][0].text, "一、普通高中");
    EXPECT_EQ(table->rows[2][2].text, "800");
    EXPECT_EQ(table->rows[2][4].rowspan, 2);
    EXPECT_EQ(table->rows[3][2].text, "480"); // what is struck through is no price
    EXPECT_THAT(table->text, HasSubstr("12315"));
  }
}

TEST(FeeFile, FromAnItemIsJudgedLikeAnyOther) {
  const std::string unpriced_rss = fee_rss(fee_article(""));
  const FeeFile unpriced = read_fee_file({unpriced_rss, "", ""}, {}, kNow);
  EXPECT_THAT(unpriced.problem, HasSubstr("第3行C列 F1"));
  EXPECT_THAT(unpriced.notices, IsEmpty());
  for (const std::string& bytes :
       {fee_rss("<p>没有表</p>"), fee_page("<p>现将秋季学期收费检查工作通知如下。</p>")})
    EXPECT_THAT(read_fee_file({bytes, "", ""}, {}, kNow).problem, HasSubstr("没有找到收费表"))
        << bytes;
}

// A site: what each of its addresses answers; 404 for any other.
class FeeSite : public Fetcher {
public:
  explicit FeeSite(std::map<std::string, std::string> pages) : pages_(std::move(pages)) {}
  Result<FetchResponse> fetch(const FetchRequest& request) override {
    asked.push_back(request.url.substr(request.url.rfind('/') + 1));
    FetchResponse response;
    response.final_url = request.url;
    const auto page = pages_.find(asked.back());
    response.status = page == pages_.end() ? 404 : 200;
    if (page != pages_.end())
      response.body = page->second;
    return response;
  }
  std::vector<std::string> asked;

private:
  std::map<std::string, std::string> pages_;
};

std::string fee_list(const std::string& items) {
  return "<html><head><title>收费公示</title></head><body><div class=nav><a href=/>首页</a></div>"
         "<ul class=list>" +
         items + "</ul><div>版权所有</div></body></html>";
}

TEST(FeeFile, IsFoundBehindAListOrAnArticle) {
  const std::string older =
      "<li><a href=old.html>云岭县2025年秋季学期收费公示</a><span>2025-08-20</span></li>";
  const std::string other =
      "<li><a href=meeting.html>关于召开会议的通知</a><span>2026-11-20</span></li>";
  const std::string list =
      fee_list(other + older +
               "<li><a href=new.html>云岭县2026年秋季学期收费公示</a><span>2026-08-20</span></li>");
  const std::string linked = fee_page("<p>现将收费标准公示如下，请各校遵照执行，接受社会监督。</p>"
                                      "<p><a href=files/fees.csv>收费公示表.csv</a></p>");
  const std::string csv = table("800", "2026年9月1日");
  struct Case {
    const char* what;
    std::string bytes;
    std::map<std::string, std::string> site;
    std::string problem; // words of it; empty: taken
    std::string note;
    std::vector<std::string> asked;
  };
  const Case cases[] = {
      {"the table in the list page itself",
       fee_list(other + older) + "<table>" + fee_article("800") + "</table>",
       {},
       "",
       "",
       {}},
      {"the newest article about fees",
       list,
       {{"new.html", fee_page(fee_article("800"))}},
       "",
       "《云岭县2026年秋季学期收费公示》",
       {"new.html"}},
      {"a spreadsheet that article links",
       list,
       {{"new.html", linked}, {"fees.csv", csv}},
       "",
       "附件 fees.csv",
       {"new.html", "fees.csv"}},
      {"a spreadsheet of the page itself",
       linked,
       {{"fees.csv", csv}},
       "",
       "附件 fees.csv",
       {"fees.csv"}},
      {"a spreadsheet the list lists",
       fee_list(other + "<li><a href=b/fees.csv>收费公示表</a><span>2026-09-01</span></li>"),
       {{"fees.csv", csv}},
       "",
       "附件 fees.csv",
       {"fees.csv"}},
      {"an item's enclosure",
       "<rss version='2.0'><channel><title>t</title><item><title>收费</title><enclosure "
       "url='https://www.yunling.example/fees.csv' type='text/csv'/></item></channel></rss>",
       {{"fees.csv", csv}},
       "",
       "附件 fees.csv",
       {"fees.csv"}},
      {"an article that a feed's item links",
       "<rss version='2.0'><channel><title>t</title><item><title>收费公示</title>"
       "<link>https://www.yunling.example/new.html</link></item></channel></rss>",
       {{"new.html", fee_page(fee_article("800"))}},
       "",
       "《收费公示》",
       {"new.html"}},
      {"an article that is away leaves all as it is",
       list,
       {{"old.html", fee_page(fee_article("800"))}},
       "《云岭县2026年秋季学期收费公示》：网站答复 404",
       "",
       {"new.html"}},
      {"an article without a table gives way to the next",
       list,
       {{"new.html", fee_page("<p>本学期收费标准与上学期相同，请各校遵照执行，接受监督。</p>")},
        {"old.html", fee_page(fee_article("800"))}},
       "",
       "《云岭县2025年秋季学期收费公示》",
       {"new.html", "old.html"}},
      {"an old .xls is named",
       list,
       {{"new.html", fee_page("<p>现将收费标准公示如下，请各校遵照执行，接受社会监督。</p><p><a "
                              "href=fees.xls>表</a></p>")},
        {"fees.xls", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(512, 'x')}},
       "旧版 .xls",
       "",
       {"new.html", "fees.xls"}},
      {"no title of fees: the newest only",
       fee_list(other + "<li><a href=b.html>放假通知</a><span>"
                        "2026-10-01</span></li>"),
       {{"meeting.html", fee_page("<p>定于十一月二十五日召开会议，请各校校长准时参加会议。</p>")}},
       "已看过《关于召开会议的通知》",
       "",
       {"meeting.html"}},
      {"another site's link is not followed",
       fee_list(
           "<li><a href=https://elsewhere.example/a.html>收费公示</a><span>2026-09-01</span></li>" +
           other),
       {},
       "没有找到收费表",
       "",
       {"meeting.html"}},
  };
  FeedSpec feed;
  feed.url = "https://www.yunling.example/sf/";
  for (const Case& c : cases) {
    auto pages = c.site;
    pages.emplace("meeting.html",
                  fee_page("<p>定于十一月二十五日召开会议，请各校校长准时参加会议。</p>"));
    FeeSite site(pages);
    const FeeFile file = read_fee_file({c.bytes, "", feed.url}, feed, kNow, &site);
    EXPECT_THAT(file.problem, HasSubstr(c.problem)) << c.what;
    EXPECT_EQ(file.problem.empty(), c.problem.empty()) << c.what << file.problem;
    EXPECT_EQ(file.notices.size(), c.problem.empty() ? 1u : 0u) << c.what;
    EXPECT_THAT(file.notes.empty() ? "" : file.notes[0], HasSubstr(c.note)) << c.what;
    EXPECT_EQ(site.asked, c.asked) << c.what;
  }
}

// The poller with one feed of fees, and the wall as its edition says it.
class FeeFeed : public testing::Test {
protected:
  FeeFeed() {
    folder_ = testing::TempDir() + "fee_feed";
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    FeedSpec feed;
    feed.name = feed.category = "收费公示";
    feed.url = "https://www.yunling.example/fees.csv";
    feed.kind = FeedKind::Fees;
    feed.max_age_days = 36'500; // as the config has it for fees: they stand until replaced
    feed.link_hosts = {"yunling.example"};
    settings_.feeds = {feed};
    archive_.emplace(Archive::open(folder_ + "/archive.db").value());
    poller_ = std::make_unique<Poller>(PollerParts{*archive_, server_, folder_, {}}, settings_);
    EXPECT_TRUE(poller_->start({kNow, true}));
  }
  void serve(const std::string& body, Instant now) {
    server_.body = body;
    const TrustedNow trusted{now, true};
    poller_->poll_all(trusted, 0);
    poller_->settle(trusted);
  }
  // The standards that stand at a moment, from the edition's file.
  std::vector<std::string> standing(Instant now) const {
    std::vector<std::string> out;
    const Result<Edition> edition = load_edition(folder_);
    EXPECT_TRUE(edition);
    if (edition)
      for (const EditionNotice& one : edition->notices)
        if (valid_at(one, now))
          for (const Block& block : one.notice.blocks)
            if (block.kind == BlockKind::Table)
              out.push_back(block.rows.at(1).at(1).text);
    return out;
  }
  const FeedRecord& record() const { return poller_->shelves()[0].record; }

  OneAnswer server_{"text/csv"};
  Settings settings_;
  std::string folder_;
  std::optional<Archive> archive_;
  std::unique_ptr<Poller> poller_;
};

TEST_F(FeeFeed, ARefusedFileLeavesTheLastGoodOneAndIsTold) {
  serve(table("850", "2026年9月1日"), kNow);
  EXPECT_THAT(standing(kNow), ElementsAre("850"));
  const std::string refused[] = {
      table("900", "2026年11月1日", "云岭县发展和改革局"),
      "<html>请登录网络</html>",
      std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(512, '\0'),
      "收费项目,收费标准\n",
  };
  Instant now = kNow;
  for (const std::string& body : refused) {
    now = now + kHour;
    serve(body, now);
    EXPECT_THAT(standing(now), ElementsAre("850")) << body.substr(0, 20);
    EXPECT_THAT(record().problem, HasSubstr("没有采用，屏幕上不变"));
  }
  serve(table("900", "2026年11月1日"), now + kHour);
  EXPECT_THAT(standing(now + kHour), ElementsAre("900"));
  EXPECT_THAT(record().problem, IsEmpty());
}

TEST_F(FeeFeed, TheSwitchIsAtMidnightWithNobodyAnswering) {
  const Instant midnight = from_beijing({{2027, 2, 15}});
  serve(table("850", "2026年9月1日"), kNow);
  serve(table("900", "2027年2月15日"), kNow + kHour);
  EXPECT_THAT(standing(kNow + kHour), ElementsAre("850"));
  serve("", kNow + 2 * kHour); // silence from here on
  for (Instant now = kNow + kDay; now < midnight; now = now + 7 * kDay) {
    poller_->settle({now, true});
    EXPECT_THAT(standing(now), ElementsAre("850")) << iso_utc(now);
  }
  EXPECT_THAT(standing(midnight - 1), ElementsAre("850"));
  EXPECT_THAT(standing(midnight), ElementsAre("900")) << "the same edition, a second later";
  poller_->settle({midnight, true});
  EXPECT_THAT(standing(midnight), ElementsAre("900"));
  EXPECT_THAT(standing(midnight + 300 * kDay), ElementsAre("900"));
}

TEST_F(FeeFeed, ASpreadsheetThatIsMendedBehindAnUnchangedPageIsReadAgain) {
  settings_.feeds[0].url = "https://www.yunling.example/sf/";
  const auto site = [](const std::string& standard) {
    return FeeSite({{"", fee_page("<p>现将收费标准公示如下，请各校遵照执行，接受社会监督。</p>"
                                  "<p><a href=fees.csv>收费公示表</a></p>")},
                    {"fees.csv", table(standard, "2026年9月1日")}});
  };
  FeeSite server = site("800");
  poller_ = std::make_unique<Poller>(PollerParts{*archive_, server, folder_, {}}, settings_);
  ASSERT_TRUE(poller_->start({kNow, true}));
  serve("", kNow);
  EXPECT_THAT(standing(kNow), ElementsAre("800"));
  server = site("850");
  serve("", kNow + kHour);
  EXPECT_THAT(standing(kNow + kHour), ElementsAre("850"));
}

TEST_F(FeeFeed, OneFileMayHoldBothVersionsOfAFee) {
  const std::string head = "收费项目,收费标准,计费单位,收费依据,收费范围,性质,执行日期,截止日期\n";
  const std::string rest =
      ",元/生·学期,云岭县发展和改革局 云发改〔2026〕12号,住宿生,行政事业性收费,";
  serve(head + "住宿费,850" + rest + "2026-09-01,2027-02-14\n住宿费,900" + rest +
            "2027-02-15,\n减免政策：无,,,,,,,\n投诉电话：12315、0000-5550120,,,,,,,\n",
        kNow);
  EXPECT_THAT(record().findings, IsEmpty());
  EXPECT_THAT(standing(kNow), ElementsAre("850"));
  const Instant midnight = from_beijing({{2027, 2, 15}});
  EXPECT_THAT(standing(midnight - 1), ElementsAre("850"));
  EXPECT_THAT(standing(midnight), ElementsAre("900"));
}

} // namespace
} // namespace heiban
