// Early warnings: CAP 1.2 and the form of GB/T 35965.1, bare and inside an Atom entry; what they
// replace and take back, how grave they are, and what is never shown as real.
#include "feed/show_helper.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

namespace heiban {
namespace {

struct Message { // of CAP 1.2; every part can be another
  std::string status = "Actual", type = "Alert", scope = "Public", references;
  std::string severity = "Severe", urgency = "Immediate", certainty = "Observed";
  std::string headline = "云岭县气象台发布暴雨预警信号", more;
  std::string expires = "<expires>2026-11-24T18:00:00+08:00</expires>";
};

std::string cap(const Message& m) {
  return fmt::format(
      "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><identifier>yl-2</identifier>"
      "<sender>w@yunling.example</sender><sent>2026-11-24T11:30:00+08:00</sent>"
      "<status>{}</status><msgType>{}</msgType><scope>{}</scope><references>{}</references>"
      "<info><language>zh-CN</language><category>Met</category><event>暴雨</event>"
      "<urgency>{}</urgency><severity>{}</severity><certainty>{}</certainty>{}"
      "<senderName>云岭县气象台</senderName><headline>{}</headline>"
      "<description>预计未来三小时有强降雨。</description><instruction>停止户外教学。</instruction>"
      "{}<area><areaDesc>城关镇</areaDesc></area></info></alert>",
      m.status, m.type, m.scope, m.references, m.urgency, m.severity, m.certainty, m.expires,
      m.headline, m.more);
}

ParsedFeed read(const std::string& document) {
  Result<ParsedFeed> feed = parse_feed(document, test_context());
  return feed ? *feed : ParsedFeed{};
}

// "级别/紧急程度"; "-" where nothing is in force; "x ID" for each message taken back.
std::string outcome(const ParsedFeed& feed) {
  static const char* const kLevels[] = {"?", "蓝", "黄", "橙", "红"};
  static const char* const kUrgency[] = {"一般", "重要", "紧急"};
  std::string out;
  for (const Entry& entry : feed.entries) {
    out += out.empty() ? "" : " ";
    if (entry.withdrawn)
      out += "x " + entry.id;
    else if (entry.warning)
      out += fmt::format("{}/{}", kLevels[static_cast<int>(entry.warning->level)],
                         kUrgency[static_cast<int>(entry.urgency)]);
    else
      out += "plain";
  }
  return out.empty() ? "-" : out;
}

constexpr const char* kFirst = "w@yunling.example,yl-1,2026-11-24T10:00:00+08:00";

struct Row {
  const char* what;
  Message message;
  const char* outcome;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.what;
}

class Messages : public testing::TestWithParam<Row> {};

TEST_P(Messages, Row) {
  EXPECT_EQ(outcome(read(cap(GetParam().message))), GetParam().outcome);
}

std::string parameter(const char* name, const char* value) {
  return fmt::format("<parameter><valueName>{}</valueName><value>{}</value></parameter>", name,
                     value);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Messages,
    testing::Values(
        Row{"by severity", {}, "橙/紧急"}, Row{"extreme", {.severity = "Extreme"}, "红/紧急"},
        Row{"moderate", {.severity = "Moderate"}, "黄/重要"},
        Row{"minor", {.severity = "Minor"}, "蓝/重要"},
        Row{"unknown", {.severity = "Unknown"}, "?/重要"},
        Row{"the headline's colour before the severity",
            {.headline = "云岭县气象台发布暴雨红色预警信号"},
            "红/紧急"},
        Row{"a parameter before both",
            {.headline = "暴雨红色预警", .more = parameter("预警级别", "黄色")},
            "黄/重要"},
        Row{"awareness_level",
            {.more = parameter("awareness_level", "2; yellow; Moderate")},
            "黄/重要"},
        Row{"another parameter says nothing", {.more = parameter("rain", "red")}, "橙/紧急"},
        Row{"unlikely", {.certainty = "Unlikely"}, "橙/重要"},
        Row{"past", {.urgency = "Past"}, "-"},
        Row{"all clear", {.more = "<responseType>AllClear</responseType>"}, "-"},
        Row{"an update replaces",
            {.type = "Update", .references = "w@yunling.example,yl-1,2026-11-24T10:00:00+08:00"},
            "x yl-1 橙/紧急"},
        Row{"of several",
            {.type = "Update",
             .references = "w@yunling.example,yl-0,2026-11-24T09:00:00+08:00 "
                           "w@yunling.example,yl-1,2026-11-24T10:00:00+08:00"},
            "x yl-0 x yl-1 橙/紧急"},
        Row{"an update that ends it",
            {.type = "Update", .references = kFirst, .urgency = "Past"},
            "x yl-1"},
        Row{"a cancel takes back", {.type = "Cancel", .references = kFirst}, "x yl-1"},
        Row{"a cancel of nothing", {.type = "Cancel"}, "-"},
        Row{"a cancel of another's",
            {.type = "Cancel", .references = "x@other.example,yl-1,2026-11-24T10:00:00+08:00"},
            "-"},
        Row{"an update of another's stands beside it",
            {.type = "Update", .references = "x@other.example,yl-1,2026-11-24T10:00:00+08:00"},
            "橙/紧急"},
        Row{"a cancel of its own and of another's",
            {.type = "Cancel",
             .references = "x@other.example,yl-0,2026-11-24T10:00:00+08:00 "
                           "w@yunling.example,yl-1,2026-11-24T10:00:00+08:00"},
            "x yl-1"},
        Row{"an address is the same in capitals",
            {.type = "Cancel", .references = "W@Yunling.Example,yl-1,2026-11-24T10:00:00+08:00"},
            "x yl-1"},
        Row{"broken within a reference",
            {.type = "Cancel",
             .references = "w@yunling.example,yl-0,2026-11-24T10:00:00+08:00\n"
                           "w@yunling.example,\n  yl-1,2026-11-24T10:00:00+08:00\n"},
            "x yl-0 x yl-1"},
        Row{"a cancel by the identifier alone", {.type = "Cancel", .references = "yl-1"}, "x yl-1"},
        Row{"a cancel without a time",
            {.type = "Cancel", .references = "w@yunling.example,yl-1"},
            "x yl-1"},
        Row{"an alert replaces nothing", {.references = kFirst}, "橙/紧急"},
        Row{"receipt", {.type = "Ack", .references = kFirst}, "-"},
        Row{"error", {.type = "Error", .references = kFirst}, "-"},
        Row{"exercise", {.status = "Exercise"}, "-"}, Row{"test", {.status = "Test"}, "-"},
        Row{"draft", {.status = "Draft"}, "-"}, Row{"system", {.status = "System"}, "-"},
        Row{"no status", {.status = ""}, "-"},
        Row{"a test takes nothing back",
            {.status = "Test", .type = "Cancel", .references = kFirst},
            "-"},
        Row{"the last colour of a headline", {.headline = "暴雨红色预警降级为橙色预警"}, "橙/紧急"},
        Row{"changed to a colour alone",
            {.headline = "云岭县气象台将暴雨红色预警信号降级为黄色"},
            "黄/重要"},
        Row{"changed in one place, the other elsewhere",
            {.severity = "Unknown",
             .headline = "云岭县气象台将川口镇台风蓝色预警信号升级为代表“停课信号”的橙色，"
                         "其余镇街台风蓝色预警信号继续生效"},
            "橙/紧急"},
        Row{"raised to what follows", {.headline = "暴雨黄色预警升级为红色预警信号"}, "红/紧急"},
        Row{"goes on", {.headline = "云岭县气象台继续发布高温黄色预警信号"}, "黄/重要"},
        Row{"the colour behind", {.headline = "雷电预警信号（黄色）"}, "黄/重要"},
        Row{"a grade", {.severity = "Unknown", .headline = "重污染天气Ⅱ级预警"}, "橙/紧急"},
        Row{"a grade in Han", {.severity = "Unknown", .headline = "森林火险四级预警"}, "蓝/重要"},
        Row{"a grade with its colour", {.headline = "道路结冰III级（黄色）预警信号"}, "黄/重要"},
        Row{"no level by a colour of something else",
            {.headline = "红色教育基地暂停开放"},
            "橙/紧急"},
        Row{"lifted in one place only",
            {.headline = "解除城关镇暴雨橙色预警信号，其余乡镇暴雨橙色预警信号继续生效"},
            "橙/紧急"},
        Row{"lifted by a change",
            {.headline = "解除暴雨橙色预警信号，变更为暴雨黄色预警信号"},
            "黄/重要"},
        Row{"not yet lifted", {.headline = "暴雨橙色预警信号尚未解除"}, "橙/紧急"},
        Row{"lifted, told last", {.headline = "大风黄色预警信号已解除"}, "-"},
        Row{"lifted", {.headline = "云岭县气象台解除暴雨红色预警信号"}, "-"},
        Row{"lifted for another", {.headline = "解除暴雨红色预警，发布暴雨黄色预警"}, "黄/重要"},
        Row{"a drill by its headline", {.headline = "【演练】暴雨红色预警"}, "-"},
        Row{"restricted", {.scope = "Restricted"}, "-"},
        Row{"private", {.scope = "Private"}, "-"}));

TEST(EarlyWarning, BecomesAnEntryWithItsTextsAndTimes) {
  const ParsedFeed feed = read(cap({}));
  ASSERT_EQ(feed.entries.size(), 1u);
  const Entry& entry = feed.entries[0];
  EXPECT_EQ(entry.id, "yl-2");
  EXPECT_EQ(entry.title, "云岭县气象台发布暴雨预警信号");
  EXPECT_EQ(entry.author, "云岭县气象台");
  EXPECT_EQ(entry.content, "预计未来三小时有强降雨。\n防御指引：停止户外教学。\n影响区域：城关镇");
  EXPECT_EQ(iso_utc(*entry.published), "2026-11-24T03:30:00Z");
  EXPECT_EQ(iso_utc(*entry.valid_to), "2026-11-24T10:00:00Z");
  EXPECT_EQ(entry.warning->event, "暴雨");
  const ParsedFeed endless = read(cap({.expires = ""}));
  EXPECT_EQ(iso_utc(*endless.entries.at(0).valid_to), "2026-11-25T03:30:00Z");
}

std::string message(const char* id, const char* type, const char* refers_to,
                    const char* status = "Actual") {
  return fmt::format(
      "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><identifier>{}</identifier>"
      "<sender>w</sender><sent>2026-11-24T11:30:00+08:00</sent><status>{}</status>"
      "<msgType>{}</msgType><scope>Public</scope><references>{}</references>"
      "<info><language>zh-CN</language><event>大风黄色预警</event>"
      "<severity>Unknown</severity><headline>大风来了</headline></info></alert>",
      id, status, type, refers_to);
}

TEST(EarlyWarning, OfSeveralInfosTheGravestInForce) {
  const auto info = [](const char* headline, const char* urgency) {
    return fmt::format("<info><language>zh-CN</language><urgency>{}</urgency>"
                       "<headline>{}</headline></info>",
                       urgency, headline);
  };
  EXPECT_EQ(outcome(read(cap({.severity = "Minor",
                              .more = "</info>" + info("北部山区暴雨红色预警", "Immediate") +
                                      info("暴雨红色预警", "Past") + "<info>"}))),
            "红/紧急");
}

constexpr const char* kA1 = "w,a1,2026-11-24T11:30:00+08:00";
constexpr const char* kA2 = "w,a2,2026-11-24T11:30:00+08:00";

TEST(EarlyWarning, ACancelOfTheFirstTakesBackWhatCameOfIt) {
  EXPECT_EQ(outcome(read("<alerts>" + message("a1", "Alert", "") + message("a2", "Update", kA1) +
                         message("a3", "Update", kA2) + message("b1", "Alert", "") +
                         message("c", "Cancel", kA1) + "</alerts>")),
            "黄/重要 x a1 黄/重要 x a2 黄/重要 黄/重要 x a1 x a2 x a3");
}

// In an RSS item the message is text as often as elements; some entries bear its elements alone.
TEST(EarlyWarning, IsFoundInAnItemHoweverItIsPutThere) {
  const auto in_item = [](const std::string& content) {
    return outcome(read("<rss version='2.0'><channel><title>预警</title><item><title>t</title>"
                        "<guid>1</guid>" +
                        content + "</item></channel></rss>"));
  };
  const auto as_text = [](const std::string& xml) {
    return "<description><![CDATA[" + xml + "]]></description>";
  };
  EXPECT_EQ(in_item(message("a1", "Alert", "")), "黄/重要");
  EXPECT_EQ(in_item(as_text(message("a1", "Alert", ""))), "黄/重要");
  EXPECT_EQ(in_item(as_text(message("a1", "Alert", "", "Exercise"))), "-");
  const auto bearer = [](const char* status, const char* type) {
    return outcome(read(fmt::format(
        "<feed xmlns='http://www.w3.org/2005/Atom' "
        "xmlns:cap='urn:oasis:names:tc:emergency:cap:1.2'><title>预警</title><entry><id>1</id>"
        "<title>大风来了</title><cap:status>{}</cap:status><cap:msgType>{}</cap:msgType>"
        "<cap:event>大风</cap:event><cap:severity>Severe</cap:severity>"
        "<cap:expires>2026-11-24T18:00:00+08:00</cap:expires></entry></feed>",
        status, type)));
  };
  EXPECT_EQ(bearer("Actual", "Alert"), "橙/紧急");
  EXPECT_EQ(bearer("Exercise", "Alert"), "-");
  EXPECT_EQ(bearer("Actual", "Cancel"), "-");
}

TEST(EarlyWarning, WhatIsSkippedIsTold) {
  const auto told = [](const Message& m) {
    const ParsedFeed feed = read(cap(m));
    return feed.warnings.empty() ? "" : feed.warnings[0];
  };
  EXPECT_EQ(told({.status = "Exercise"}), "跳过一条预警：它是演练，不是实际发布的");
  EXPECT_EQ(told({.status = "Test"}), "跳过一条预警：它是测试，不是实际发布的");
  EXPECT_EQ(told({.scope = "Restricted"}), "跳过一条预警：它不向公众发布");
  EXPECT_EQ(
      told({.type = "Cancel", .references = "x@other.example,yl-1,2026-11-24T10:00:00+08:00"}),
      "一条预警消息要更新或解除别的单位发布的预警，没有照办：谁发布，谁解除");
  EXPECT_EQ(told({.type = "Cancel", .references = kFirst}), "");
  EXPECT_EQ(told({}), "");
}

TEST(EarlyWarning, ChineseComesFirstOfSeveralLanguages) {
  const auto info = [](const char* language, const char* headline) {
    return fmt::format("<info><language>{}</language><event>e</event><severity>Severe</severity>"
                       "<headline>{}</headline></info>",
                       language, headline);
  };
  const auto title = [&](const std::string& infos) {
    const ParsedFeed feed =
        read("<alert><identifier>1</identifier><sent>2026-11-24T11:30:00+08:00</sent>"
             "<status>Actual</status><msgType>Alert</msgType><scope>Public</scope>" +
             infos + "</alert>");
    return feed.entries.empty() ? "-" : feed.entries[0].title;
  };
  const std::string english = info("en-US", "Rain"), hongkong = info("zh-HK", "暴雨警告"),
                    mainland = info("zh-CN", "暴雨预警");
  EXPECT_EQ(title(english + hongkong + mainland), "暴雨预警");
  EXPECT_EQ(title(english + hongkong), "暴雨警告");
  EXPECT_EQ(title(english), "Rain");
}

// As the national platform sends it: a plain list of identifiers, colours as severity, a person in
// senderName, an end that is empty.
std::string national(const std::string& type, const std::string& severity,
                     const std::string& secret = "None",
                     const std::string& refers_to = "99000041600000_1") {
  return "<?xml version='1.0' encoding='UTF-8'?><alert><identifier>99000041600000_2</identifier>"
         "<sender>云岭县气象局</sender><senderCode>99000041600000</senderCode>"
         "<sendTime>2026-11-24 11:30:00+08:00</sendTime><status>Actual</status><msgType>" +
         type +
         "</msgType><scope>Public</scope><code><method><methodName>WEB</methodName>"
         "<message>短信</message></method></code><secClassification>" +
         secret + "</secClassification><note/><references>" + refers_to +
         "</references><info>"
         "<language>zh-CN</language><eventType>11B06</eventType><urgency>Unknown</"
         "urgency><severity>" +
         severity +
         "</severity><certainty>Unknown</certainty><effective>2026-11-24 11:32:00+08:00</effective>"
         "<onset/><expires/><senderName>某某</senderName>"
         "<headline>云岭县气象局发布大风蓝色预警[IV级/一般]</headline>"
         "<description>阵风7级。</description><instruction/><area><areaDesc>云岭县</areaDesc>"
         "<polygon/></area></info></alert>";
}

TEST(EarlyWarning, InTheChineseForm) {
  EXPECT_EQ(outcome(read(national("Alert", "Blue"))), "蓝/重要");
  EXPECT_EQ(outcome(read(national("Update", "Orange"))), "x 99000041600000_1 橙/紧急");
  EXPECT_EQ(outcome(read(national("Cancel", "Blue"))), "x 99000041600000_1");
  EXPECT_EQ(outcome(read(national("Alert", "Red", "Secret"))), "-");
  const auto cancelled = [](const std::string& refers_to) {
    return outcome(read(national("Cancel", "Blue", "None", refers_to)));
  };
  EXPECT_EQ(cancelled("99000041600100_1"), "x 99000041600100_1") << "another desk of the organ";
  EXPECT_EQ(cancelled("99010041600000_1"), "-") << "another county's";
  EXPECT_EQ(cancelled("99000060100000_1"), "-") << "another organ's";
  EXPECT_EQ(cancelled("云岭县气象局,99010041600000_1,2026-11-24 10:00:00+08:00"),
            "x 99010041600000_1");
  EXPECT_EQ(cancelled("云山县气象局,99010041600000_1,2026-11-24 10:00:00+08:00"), "-");
  const ParsedFeed feed = read(national("Alert", "Unknown"));
  EXPECT_EQ(outcome(feed), "蓝/重要"); // by its headline
  EXPECT_EQ(feed.entries[0].author, "云岭县气象局");
  EXPECT_EQ(iso_utc(*feed.entries[0].valid_to), "2026-11-25T03:32:00Z");
}

TEST(EarlyWarning, InsideAnEntryAndAmongOthers) {
  const auto atom = [](const std::string& content) {
    return "<feed xmlns='http://www.w3.org/2005/Atom'><title>预警</title>"
           "<entry><title>普通通知</title><id>n</id></entry><entry><title>t</title><id>e</id>"
           "<link href='http://e.cn/1'/><content type='application/cap+xml'>" +
           content + "</content></entry></feed>";
  };
  EXPECT_EQ(outcome(read(atom(cap({})))), "plain 橙/紧急");
  EXPECT_EQ(outcome(read(atom("<div>" + cap({.status = "Exercise"}) + "</div>"))), "plain");
  EXPECT_EQ(outcome(read(atom("没有预警"))), "plain plain");
  EXPECT_EQ(outcome(read("<alerts>" + cap({}) + cap({.type = "Cancel", .references = kFirst}) +
                         "</alerts>")),
            "橙/紧急 x yl-1");
}

} // namespace
} // namespace heiban
