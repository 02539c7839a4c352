// 公示期: what is read from a notice, a row a wording, and the days that come of it by the shipped
// holiday calendar. "-" says that there is no period in it.
#include "base/utf8.h"
#include "cpu_time.h"
#include "notice/make_notice.h"
#include "notice/read_publicity.h"
#include "notice/title_names.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <vector>

namespace heiban {
namespace {

const HolidayCalendar& holidays() {
  static const HolidayCalendar calendar =
      HolidayCalendar::load(HEIBAN_ROOT "/assets/calendar/holidays.tsv").value();
  return calendar;
}

constexpr CivilDate kPublished{2026, 11, 24}; // a Tuesday

std::string shown(const std::optional<Publicity>& period) {
  if (!period)
    return "-";
  const auto date = [](const std::optional<CivilDate>& d) { return d ? iso_date(*d) : "?"; };
  const char* unit = counts_calendar_days(*period) || period->working.empty() ? "d" : "w";
  return fmt::format("{} {} {}{}", date(period->first), date(period->last), length_of(*period),
                     unit);
}

Notice notice_of(const std::string& title, const std::vector<std::string>& lines) {
  Notice notice;
  notice.title = title;
  for (const std::string& line : lines)
    notice.blocks.emplace_back().text = line;
  return notice;
}

std::string read(const Notice& notice, CivilDate published = kPublished) {
  std::optional<Publicity> period = read_publicity(notice, published);
  if (period)
    settle(*period, published, holidays());
  return shown(period);
}

struct Wording {
  std::string text; // paragraphs parted by '|'
  std::string days;
};

void PrintTo(const Wording& row, std::ostream* out) {
  *out << row.text;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('|', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

class Wordings : public testing::TestWithParam<Wording> {};

TEST_P(Wordings, InAPublicNotice) {
  EXPECT_EQ(read(notice_of("关于拟聘用人员的公示", lines(GetParam().text))), GetParam().days);
}

constexpr const char* kWeek = "2026-11-25 2026-12-01 5w";

INSTANTIATE_TEST_SUITE_P(
    Dates, Wordings,
    testing::Values(Wording{"公示期为2026年11月25日至12月1日。", kWeek},
                    Wording{"公示期为2026年11月25日至2026年12月1日，如有异议请反映。", kWeek},
                    Wording{"公示时间：2026年11月25日至12月1日", kWeek},
                    Wording{"公示时间：2026年11月25日—12月1日", kWeek},
                    Wording{"公示时间：2026年11月25日——2026年12月1日", kWeek},
                    Wording{"公示时间：2026年11月25日－12月1日。", kWeek},
                    Wording{"公示时间：２０２６年１１月２５日～１２月１日", kWeek},
                    Wording{"公示日期: 2026-11-25至2026-12-01", kWeek},
                    Wording{"公示日期：2026.11.25—2026.12.1", kWeek},
                    Wording{"公示日期：2026.11.25-12.1", kWeek},
                    Wording{"公示日期：11.25-12.1", kWeek},
                    Wording{"公示日期：2026/11/25到2026/12/01", kWeek},
                    Wording{"公示日期：20261125-20261201", kWeek},
                    Wording{"公示期间为二〇二六年十一月二十五日至十二月一日。", kWeek},
                    Wording{"公示期限：二○二六年十一月二十五日至二○二六年十二月一日", kWeek},
                    Wording{"公示期自2026年11月25日起至2026年12月1日止。", kWeek},
                    Wording{"公示期从11月25日到12月1日。", kWeek},
                    Wording{"现将名单予以公示，公示时间自2026年11月25日起至12月1日止。", kWeek},
                    Wording{"现公示如下（公示期：11月25日至12月1日）：", kWeek},
                    Wording{"公示时间：2026年11月25日8:00至2026年12月1日17:30", kWeek},
                    Wording{"公示时间：2026年11月25日上午8时30分至12月1日下午5时30分", kWeek},
                    Wording{"公示时间：2026年11月25日（星期三）至12月1日（星期二）", kWeek},
                    Wording{"公示时间：2026年11月25日0时至12月1日24时", kWeek},
                    Wording{"公示时间：2026年11月25日至12月2日0时", kWeek},
                    Wording{"公示期：2026年11月25日-29日", "2026-11-25 2026-11-29 3w"},
                    Wording{"公示期：11月25-27日", "2026-11-25 2026-11-27 3w"},
                    Wording{"公示期 11月25日—12月1日（5个工作日）", kWeek},
                    Wording{"公示期：2026年11月25日至12月1日，共5个工作日。", kWeek},
                    Wording{"公示期为2026年11月25日至12月1日，共7天。", "2026-11-25 2026-12-01 7d"},
                    Wording{"公示期至2026年12月1日止。", "2026-11-24 2026-12-01 6w"},
                    Wording{"公示期自即日起至12月1日。", "2026-11-24 2026-12-01 6w"},
                    Wording{"公示期自发布之日起至2026年12月1日止。", "2026-11-24 2026-12-01 6w"},
                    Wording{"公示期为2026年12月28日至2026年12月31日", "2026-12-28 2026-12-31 4w"},
                    Wording{"公示时间：|2026年11月25日至12月1日", kWeek},
                    Wording{"公示时间从11月25日开始，12月1日结束。", kWeek},
                    Wording{"公示自2026年11月25日起，12月1日截止。", kWeek},
                    Wording{"公示期：11月25日一12月1日", kWeek},
                    Wording{"公示日期：2026.11.25 一 2026.12.1", kWeek},
                    Wording{"公示时间|2026年11月25日至12月1日", kWeek},
                    Wording{"公示期为2026年11月25日|至12月1日", kWeek},
                    Wording{"一、公示时间|2026年11月25日至2026年12月1日|二、受理单位", kWeek},
                    Wording{"公 示 期：2026 年 11 月 25 日 至 12 月 1 日", kWeek}));

INSTANTIATE_TEST_SUITE_P(
    Counts, Wordings,
    testing::Values(
        Wording{"现予公示，公示5个工作日。", kWeek}, Wording{"公示期5个工作日", kWeek},
        Wording{"公示期为5个工作日。", kWeek}, Wording{"公示期：五个工作日", kWeek},
        Wording{"公示期为５个工作日。", kWeek}, Wording{"公示期为5（五）个工作日。", kWeek},
        Wording{"公示期限为 5 个工作日", kWeek}, Wording{"公示时间为5个工作日。", kWeek},
        Wording{"公示时限5个工作日", kWeek}, Wording{"公示期为五天（工作日）", kWeek},
        Wording{"公示期自公示之日起5个工作日。", kWeek},
        Wording{"自公示之日起5个工作日内，如有异议请书面反映。", kWeek},
        Wording{"公示期自发布之日起5个工作日。", kWeek},
        Wording{"公示期为自本公示发布之日起5个工作日。", kWeek},
        Wording{"公示期自发布之日起计算，为期5个工作日", kWeek},
        Wording{"如有异议，请自本公告发布之日起5个工作日内向我局反映。", kWeek},
        Wording{"公示期自公示次日起5个工作日。", kWeek}, Wording{"自即日起公示5个工作日。", kWeek},
        Wording{"公示期为5个工作日，自公示之日起计算。", kWeek},
        Wording{"公示期为5个工作日（2026年11月25日至12月1日）。", kWeek},
        Wording{"公示期限为7个工作日（2026年11月25日—12月3日）", "2026-11-25 2026-12-03 7w"},
        Wording{"公示期限为7个工作日，即2026年11月25日—12月3日", "2026-11-25 2026-12-03 7w"},
        Wording{"公示期为七个工作日。", "2026-11-25 2026-12-03 7w"},
        Wording{"公示期为十五个工作日。", "2026-11-25 2026-12-15 15w"},
        Wording{"公示期5天", "2026-11-25 2026-11-30 6d"}, // the 29th is a Sunday
        Wording{"公示7天。", "2026-11-25 2026-12-01 7d"},
        Wording{"公示期7日", "2026-11-25 2026-12-01 7d"},
        Wording{"公示期为7个自然日。", "2026-11-25 2026-12-01 7d"},
        Wording{"公示期为7日历天", "2026-11-25 2026-12-01 7d"},
        Wording{"公示期为一周。", "2026-11-25 2026-12-01 7d"},
        Wording{"公示期为一个月。", "2026-11-25 2026-12-24 30d"},
        Wording{"公示期30天", "2026-11-25 2026-12-24 30d"},
        Wording{"公示期自2026年11月24日起5个工作日。", kWeek},
        Wording{"公示期自2026年11月25日起5个工作日。", "2026-11-26 2026-12-02 5w"},
        Wording{"公示期为5个工作日，自2026年11月25日起。", "2026-11-26 2026-12-02 5w"},
        Wording{"公示期为5个工作日。|具体公示时间：2026年11月26日至12月2日。",
                "2026-11-26 2026-12-02 5w"},
        Wording{"公示期40个工作日", "2026-11-25 ? 0d"}, // into a year without its notice
        Wording{"公示期40天", "2026-11-25 ? 0d"}));

// As other bureaus write it.
INSTANTIATE_TEST_SUITE_P(
    Elsewhere, Wordings,
    testing::Values(Wording{"公示期限：2026年11月25日起，至12月1日17:30止。", kWeek},
                    Wording{"公示时间：自2026年11月25日零时起至12月1日24时止。", kWeek},
                    Wording{"公示期从2026年11月25日始至2026年12月1日止。", kWeek},
                    Wording{"在公示期内（11月25日—12月1日），任何单位和个人均可反映。", kWeek},
                    Wording{"公示日期：26年11月25日-26年12月1日", kWeek},
                    Wording{"公示开始时间：2026年11月25日|公示结束时间：2026年12月1日", kWeek},
                    Wording{"公示开始日期：2026-11-25 公示截止日期：2026-12-01", kWeek},
                    Wording{"公示截止时间：2026年12月1日17:30。", "2026-11-24 2026-12-01 6w"},
                    Wording{"公示期截止2026年12月1日。", "2026-11-24 2026-12-01 6w"},
                    Wording{"2026年11月25日至2026年12月1日为公示期。", kWeek},
                    Wording{"公示期为5个工作日（11月25日、26日、27日、30日、12月1日）。", kWeek},
                    Wording{"公示期为伍个工作日。", kWeek},
                    Wording{"公示期为5（伍）个工作日。", kWeek},
                    Wording{"公示期为5天（不含节假日）。", kWeek},
                    Wording{"公示期为7天（法定节假日除外）。", "2026-11-25 2026-12-03 7w"},
                    Wording{"公示期为半个月。", "2026-11-25 2026-12-09 15d"},
                    Wording{"公示期为自挂网公示之日起5个工作日。", kWeek},
                    Wording{"自发布公示之日起5个工作日内提出异议。", kWeek},
                    Wording{"从公示第二天起5个工作日内提出异议。", kWeek},
                    Wording{"公示期自公示的次日起5个工作日。", kWeek},
                    Wording{"公示期自公示开始之日起5个工作日。", kWeek},
                    Wording{"公示期为贴出之日起5个工作日。", kWeek},
                    Wording{"自本公示在县教育局网站发布之日起5个工作日内，可提出异议。", kWeek},
                    Wording{"公示期为3个工作日，从11月24日下午起。", "2026-11-25 2026-11-27 3w"},
                    Wording{"公示结束时间另行通知。", "-"}, Wording{"公示期限5-7天。", "-"}));

// Machines' times, days one by one, what is put right, what is over, and what is only a deadline.
INSTANTIATE_TEST_SUITE_P(
    Further, Wordings,
    testing::Values(
        Wording{"自2026年11月25日起公示5个工作日。", "2026-11-26 2026-12-02 5w"},
        Wording{"公示时间：2026-11-25至12-01", kWeek},
        Wording{"公示时间：2026-11-25 00:00:00 至 2026-12-01 23:59:59", kWeek},
        Wording{"公示时间：2026-11-25 08:30 - 2026-12-01 17:30", kWeek},
        Wording{"【公示时间】2026年11月25日至12月1日", kWeek},
        Wording{"如对公示对象有异议，请在2026年12月1日前向县教育局人事股反映。",
                "2026-11-24 2026-12-01 6w"},
        Wording{"公示无异议后，于2026年12月5日至12月10日办理手续。", "-"},
        Wording{"第一批公示时间：2026年11月10日至11月16日；第二批公示时间：2026年11月25日至12月1日",
                kWeek},
        Wording{"公示时间延长至2026年12月4日。", "2026-11-24 2026-12-04 9w"},
        Wording{"公示到2026年12月1日。", "2026-11-24 2026-12-01 6w"},
        Wording{"异议反馈时间：2026年11月25日至12月1日", kWeek},
        Wording{"意见反馈时间：2026年11月25日至12月1日", kWeek},
        Wording{"受理时间：2026年11月25日至12月1日", kWeek},
        Wording{"监督举报时间：2026年11月25日至12月1日", kWeek},
        Wording{"公示时间(起)：2026-11-25 公示时间(止)：2026-12-01", kWeek},
        Wording{"请于2026年12月1日下午17:30前向县教育局人事股反映。如有异议",
                "2026-11-24 2026-12-01 6w"},
        Wording{"公示期：2026.11.25 8:00-2026.12.1 18:00", kWeek},
        Wording{"公示期：2026-11-25T08:00 至 2026-12-01T18:00", kWeek},
        Wording{"公示时间：11月25日(三)至12月1日(二)", kWeek},
        Wording{"本公示有效期为2026年11月25日至12月1日", kWeek},
        Wording{"本公示有效期5个工作日", kWeek},
        Wording{"名单自公示之日起7日内无异议，即行生效。", "2026-11-25 2026-12-01 7d"},
        Wording{"公示期为11月25日、11月26日、11月27日、11月30日、12月1日，共5个工作日。", kWeek},
        Wording{"公示期：自发布之日起满5个工作日", kWeek},
        Wording{"公示期自本文发布之日起5个工作日", kWeek},
        Wording{"公示期自公示网页发布之日起5个工作日", kWeek},
        Wording{"前期已于2026年11月10日至16日公示，无异议。", "-"},
        Wording{"公示期满后无异议的，于12月5日至12月8日办理入职手续", "-"},
        Wording{"异议期满后，自2026年12月10日起至12月20日办理", "-"},
        Wording{"2026年11月10日至11月16日进行了公示，公示期间未收到异议。", "-"},
        Wording{"公示名单自2026年9月1日至2026年10月31日期间缴费人员", "-"},
        Wording{"公示期为2026年11月25日至12月1日。原公示期（11月10日至11月16日）作废。", kWeek},
        Wording{"公示时间：2026年11月10日至11月16日。现更正为2026年11月25日至12月1日。", kWeek},
        Wording{"公示时间：2026年11月25日-27日，11月30日-12月1日。", kWeek},
        Wording{"公示时间：2026年11月25日至2026年11月29日，因双休日顺延至2026年11月30日",
                "2026-11-25 2026-11-30 4w"},
        Wording{"公示时间: 26.11.25-26.12.1", kWeek}));

INSTANTIATE_TEST_SUITE_P(
    WithoutTheLabel, Wordings,
    testing::Values(Wording{"时间：2026年11月25日至12月1日", kWeek},
                    Wording{"期限：5个工作日。", kWeek}, Wording{"异议期为5个工作日。", kWeek},
                    Wording{"自2026年11月25日起至2026年12月1日止，对公示对象有异议的，请来电反映。",
                            kWeek},
                    Wording{"有异议的，请于2026年11月25日至12月1日向人事股反映。", kWeek},
                    Wording{"2026年11月25日至12月1日，在县政府网站公示。", kWeek}));

INSTANTIATE_TEST_SUITE_P(
    None, Wordings,
    testing::Values(
        Wording{"现将拟聘用人员名单公布如下。", "-"}, Wording{"公示期间如有异议，请反映。", "-"},
        Wording{"名单已公示5个工作日。", "-"}, Wording{"经公示5个工作日无异议。", "-"},
        Wording{"公示5个工作日后办理手续。", "-"}, Wording{"公示期满无异议的，办理聘用手续。", "-"},
        Wording{"公示期不少于5个工作日。", "-"}, Wording{"公示期为5至7个工作日。", "-"},
        Wording{"公示期为2026年12月1日至11月25日。", "-"}, // backwards
        Wording{"公示期为2026年2月30日至3月5日。", "-"}, Wording{"公示时间：2026年11月24日", "-"},
        Wording{"公示时间：14月1日至15月2日", "-"},
        Wording{"合同自2026年1月1日起至2026年12月31日止。", "-"},
        Wording{"报名时间：2026年11月25日至12月1日。", "-"},
        Wording{"公示期为2020年1月1日至2026年12月1日", "-"}, // longer than any
        Wording{"公示期999999999999个工作日", "-"}, Wording{"公示期", "-"}, Wording{"", "-"}));

struct Titled {
  std::string title, category, text, days;
};

void PrintTo(const Titled& row, std::ostream* out) {
  *out << row.title << " / " << row.text;
}

class Titles : public testing::TestWithParam<Titled> {};

TEST_P(Titles, SayWhetherItIsOne) {
  Notice notice = notice_of(GetParam().title, lines(GetParam().text));
  notice.category = GetParam().category;
  EXPECT_EQ(read(notice), GetParam().days);
}

constexpr const char* kText = "公示期为2026年11月25日至12月1日。";

INSTANTIATE_TEST_SUITE_P(
    Rows, Titles,
    testing::Values(
        Titled{"任前公示（公示期：11月25日至12月1日）", "", "拟任职情况如下。", kWeek},
        Titled{"任前公示", "公告公示", kText, kWeek},
        Titled{"拟录用公务员公告", "公告公示", "现将拟录用人员予以公示，公示期5个工作日。", kWeek},
        Titled{"关于公布学科带头人名单的通知", "通知", "现将名单公示如下，公示期5个工作日。",
               kWeek},
        Titled{"评审结果公告", "", "评审结果予以公示，公示期5个工作日。", kWeek},
        Titled{"拟聘用人员公告", "", "现将名单予以公示，公示期为5个工作日。", kWeek},
        Titled{"更正公示", "", "公示中“2026年11月18日至11月24日”更正为“2026年11月25日至12月1日”。",
               "-"},
        Titled{"关于延长公示期的公告", "",
               "现将有关公示事项更正：原公示期为2026年11月23日至11月25日，现延长至2026年12月1日。",
               "2026-11-23 2026-12-01 7w"},
        // what begins something at whose end there will be a 公示
        Titled{"2026年公开招聘教师公告", "",
               "现将有关事项公告如下：|体检、考察合格人员予以公示，公示期为7个工作日。", "-"},
        Titled{"2026年秋季教师资格认定公告", "", "认定结果予以公示。公示期5个工作日。", "-"},
        Titled{"校车使用许可公示", "",
               "许可期限自2026年12月1日至2027年11月30日止，监督电话：0000-1234567。", "-"},
        Titled{"施工许可公示", "", "施工期：2026年11月25日至12月25日，施工期间请绕行。", "-"},
        // what is put up for good, and rules about how others are to publish
        Titled{"2026年秋季学期收费公示", "", kText, "-"},
        Titled{"中小学收费项目和收费标准公示", "", kText, "-"},
        Titled{"城区小学收费表", "收费公示", kText, "-"},
        Titled{"关于做好评优工作的通知", "通知", "评选结果在校内公示，公示期5个工作日。", "-"},
        Titled{"关于做好评优工作的通知", "通知", "结果应予以公示，公示时间为5个工作日。", "-"},
        Titled{"职称评审办法", "", "评审结果予以公示，公示期为7个工作日。", "-"},
        Titled{"校务公示栏管理规定", "", "公示栏内容公示期为一个月。", "-"},
        Titled{"教育收费公示制度", "", "公示期为一个月。", "-"},
        Titled{"关于录用公示期满人员办理手续的通知", "", "公示期5个工作日，现已结束。", "-"},
        Titled{"关于放假的通知", "", "自2026年11月25日起至12月1日止放假。", "-"}));

TEST(Publicity, IsReadFromATable) {
  Notice notice = notice_of("拟录用人员公示", {});
  Block beside;
  beside.kind = BlockKind::Table;
  beside.rows = {{{"姓名"}, {"张某"}}, {{"公示时间"}, {"2026年11月25日至12月1日"}}};
  notice.blocks = {beside};
  EXPECT_EQ(read(notice), kWeek);
  Block under;
  under.kind = BlockKind::Table;
  under.rows = {{{"姓名"}, {"公示期"}, {"电话"}}, {{"张某"}, {"11月25日-12月1日"}, {"12345"}}};
  notice.blocks = {under};
  EXPECT_EQ(read(notice), kWeek);
}

TEST(Publicity, TheYearIsTheOneNextToThePublication) {
  const Notice notice = notice_of("关于拟聘用人员的公示", {"公示期：12月28日至1月5日"});
  EXPECT_EQ(read(notice, {2025, 12, 26}), "2025-12-28 2026-01-05 5w");
  EXPECT_EQ(read(notice, {2026, 1, 2}), "2025-12-28 2026-01-05 5w");
  EXPECT_EQ(read(notice, {2026, 12, 26}), "2026-12-28 2027-01-05 9d"); // 2027 is not known
}

TEST(Publicity, TheFeedsFieldsStandBeforeTheText) {
  Notice notice = notice_of("关于拟聘用人员的公示", {"公示期为5个工作日。"});
  notice.valid_to = beijing_midnight({2026, 12, 4});
  EXPECT_EQ(read(notice), "2026-11-24 2026-12-03 8w");
  notice.valid_from = beijing_midnight({2026, 11, 27});
  const auto period = read_publicity(notice, kPublished);
  ASSERT_TRUE(period);
  EXPECT_EQ(period->source, PeriodSource::Field);
  EXPECT_EQ(period->days, 5);
  EXPECT_EQ(read(notice), "2026-11-27 2026-12-03 5w");
  notice.title = "关于放假的通知"; // an end of another kind
  notice.blocks.clear();
  EXPECT_EQ(read(notice), "-");
}

TEST(Publicity, MakeNoticeReadsItFromAnEntry) {
  Entry entry;
  entry.title = "拟录用人员公示";
  entry.content_html = "<p>公示时间：</p><p>2026年11月25日至<b>12</b>月1日。</p>";
  entry.published = beijing_midnight(kPublished) + 9 * kHour;
  const Notice notice = make_notice(entry, {"局", "公告", "局", "", *entry.published});
  ASSERT_TRUE(notice.publicity);
  EXPECT_EQ(notice.publicity->last, (CivilDate{2026, 12, 1}));
  EXPECT_EQ(notice.content_hash, content_hash_of(notice));
}

// A text may stop anywhere.
TEST(Publicity, TextsCutShortAreRead) {
  for (const std::u32string whole :
       {U"公示期为2026年11月25日8:30至12月1日17:30，共5个工作日（不含节假日）。",
        U"自2026-11-25 08:30:00起公示5（五）天，顺延至12月4日(星期五)", U"公示11.25-12.1、12月2日",
        U"公示26.11.25至26.12.1改为2026/11/26-2026/12/2", U"请于2026年12月1日前反映公示2026"})
    for (size_t length = 0; length <= whole.size(); ++length)
      EXPECT_NO_THROW(read(notice_of("公示", {to_utf8(whole.substr(0, length))})));
}

// Words that may lead to a 公示期 and never do, over and over.
TEST(Publicity, TextsWithoutEndCostLittle) {
  for (const char* word :
       {"公示", "公示期", "公示在", "公示\n", "公示5天", "自", "更正为", "于2026年12月1日前",
        "公示2026年11月25日", "公示期为11月25日至12月1日，更正为", "、11月25日"}) {
    std::string text;
    while (text.size() < 20'000)
      text += word;
    EXPECT_LT(cpu_seconds([&] { read(notice_of("名单公示", {text})); }), 1.0) << word;
  }
}

TEST(TitleWithoutNames, LeavesTheRestOfTheTitle) {
  for (const auto& [title, without] : std::initializer_list<std::pair<const char*, const char*>>{
           {"关于拟录用甄不凡等3名同志的公示", "关于拟录用某某等3名同志的公示"},
           {"关于甄不凡同志任前公示", "关于某某同志任前公示"},
           {"关于对甄不凡、方晓禾、卓凡同志的公示", "关于对某某、某某、某某同志的公示"},
           {"钱多多任前公示", "某某任前公示"}, // of the notice's own list
           {"关于拟聘用人员的公示", "关于拟聘用人员的公示"},
           {"关于拟录用公务员等3个岗位的公示", "关于拟录用公务员等3个岗位的公示"}}) {
    Notice notice = notice_of(title, {});
    notice.blocks.emplace_back().rows = {{{"序号"}, {"姓　名"}}, {{"1"}, {"钱多多"}}};
    EXPECT_EQ(title_without_names(notice), without);
  }
}

// Slow and independent: a day after the other, by the calendar's answer for one day alone.
CivilDate counted_by_hand(CivilDate from, int working_days) {
  CivilDate day = from;
  while (working_days > 0) {
    day = add_days(day, 1);
    working_days -= holidays().is_working_day(day).value() ? 1 : 0;
  }
  return day;
}

TEST(Publicity, CountsFromEveryDayOf2025And2026) {
  for (CivilDate from{2025, 1, 1}; from < CivilDate{2026, 12, 1}; from = add_days(from, 1))
    for (const int days : {1, 5, 7, 10}) {
      Publicity working{.days = days, .counted = DayCount::Working};
      settle(working, from, holidays());
      ASSERT_EQ(working.last, counted_by_hand(from, days)) << iso_date(from);
      ASSERT_EQ(length_of(working), days) << iso_date(from);
      ASSERT_GT(*working.first, from);
      Publicity plain{.days = days, .counted = DayCount::Calendar};
      settle(plain, from, holidays());
      ASSERT_TRUE(holidays().is_working_day(*plain.last).value()) << iso_date(from);
      ASSERT_GE(length_of(plain), days);
      for (CivilDate day = add_days(from, days); day < *plain.last; day = add_days(day, 1))
        ASSERT_FALSE(holidays().is_working_day(day).value()) << iso_date(from);
    }
}

struct Counted {
  CivilDate published;
  int days;
  DayCount by;
  const char* shown;
};

class CountedRows : public testing::TestWithParam<Counted> {};

TEST_P(CountedRows, Row) {
  Publicity period{.days = GetParam().days, .counted = GetParam().by};
  settle(period, GetParam().published, holidays());
  EXPECT_EQ(shown(period), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, CountedRows,
    testing::Values(
        // 春节 2026: off 15–23 February, worked on Saturdays 14 and 28
        Counted{{2026, 2, 13}, 5, DayCount::Working, "2026-02-14 2026-02-27 5w"},
        Counted{{2026, 2, 24}, 5, DayCount::Working, "2026-02-25 2026-03-02 5w"},
        Counted{{2026, 2, 12}, 5, DayCount::Calendar, "2026-02-13 2026-02-24 12d"},
        // 国庆 2026: off 1–7 October, worked on Sunday 20 September and Saturday 10 October
        Counted{{2026, 9, 29}, 5, DayCount::Working, "2026-09-30 2026-10-12 5w"},
        Counted{{2026, 9, 28}, 5, DayCount::Calendar, "2026-09-29 2026-10-08 10d"},
        Counted{{2026, 9, 18}, 3, DayCount::Working, "2026-09-20 2026-09-22 3w"},
        // the turn of a year, with and without the next one's notice
        Counted{{2025, 12, 30}, 3, DayCount::Working, "2025-12-31 2026-01-05 3w"},
        Counted{{2026, 12, 30}, 1, DayCount::Working, "2026-12-31 2026-12-31 1w"},
        Counted{{2026, 12, 30}, 2, DayCount::Working, "2026-12-31 ? 0d"},
        Counted{{2026, 12, 30}, 3, DayCount::Calendar, "2026-12-31 ? 0d"}));

TEST(Publicity, AYearAddedLaterSettlesItAndTheNoticeStaysUntilThen) {
  Publicity period{.days = 5, .counted = DayCount::Working};
  const CivilDate published{2026, 12, 30};
  settle(period, published, holidays());
  EXPECT_FALSE(end_of(period));
  EXPECT_EQ(publicity_line(period, published), "公示期 自12月30日起5个工作日 · 尚未开始");
  EXPECT_EQ(publicity_line(period, CivilDate{2027, 1, 5}), "公示期 自2026年12月30日起5个工作日");
  HolidayCalendar later = holidays();
  later.take(HolidayCalendar::parse("2027\t通知\t元旦\t2027-01-01\t2027-01-03", "h.tsv").value());
  const Instant least = least_end_of(period, published);
  settle(period, published, later);
  EXPECT_EQ(period.last, (CivilDate{2027, 1, 7}));
  EXPECT_EQ(end_of(period), beijing_midnight({2027, 1, 8}));
  EXPECT_LE(*end_of(period), least);
}

struct Line {
  CivilDate today;
  const char *working, *calendar;
};

TEST(Publicity, TheLineNamesTheDayItIsOn) {
  Publicity working{.days = 5, .counted = DayCount::Working};
  Publicity calendar{.days = 7, .counted = DayCount::Calendar};
  settle(working, kPublished, holidays());
  settle(calendar, kPublished, holidays());
  const std::string dates = "公示期 11月25日至12月1日";
  for (const Line& row : std::initializer_list<Line>{
           {{2026, 11, 24}, " · 尚未开始", " · 尚未开始"},
           {{2026, 11, 25}, " · 第1个工作日，共5个", " · 第1天，共7天"},
           {{2026, 11, 27}, " · 第3个工作日，共5个", " · 第3天，共7天"},
           {{2026, 11, 28}, " · 已过3个工作日，共5个", " · 第4天，共7天"},
           {{2026, 11, 30}, " · 第4个工作日，共5个", " · 第6天，共7天"},
           {{2026, 12, 1}, " · 第5个工作日，共5个，今天截止", " · 第7天，共7天，今天截止"},
           {{2026, 12, 2}, " · 已结束", " · 已结束"}}) {
    EXPECT_EQ(publicity_line(working, row.today), dates + row.working) << iso_date(row.today);
    EXPECT_EQ(publicity_line(calendar, row.today), dates + row.calendar) << iso_date(row.today);
  }
  EXPECT_EQ(publicity_line(working, std::nullopt), dates);
  Publicity over_the_year{.last_written = true};
  over_the_year.first = CivilDate{2026, 12, 28};
  over_the_year.last = CivilDate{2027, 1, 5};
  EXPECT_EQ(publicity_line(over_the_year, CivilDate{2027, 1, 4}),
            "公示期 2026年12月28日至2027年1月5日 · 第8天，共9天");
}

} // namespace
} // namespace heiban
