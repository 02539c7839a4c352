#include "notice/make_notice.h"

#include "notice/blocks_helper.h"
#include "notice/doc_number.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace heiban {
namespace {

constexpr Instant kNow{1795500000};

NoticeContext context() {
  return {"局务公开", "通知公告", "云岭县教育局", "https://www.yunling.example/feed.xml", kNow};
}

Entry entry() {
  Entry entry;
  entry.id = "https://www.yunling.example/t1";
  entry.link = "https://www.yunling.example/jyj/t1.html";
  entry.title = "关于放假的通知";
  entry.content_html = "<p>各学校：</p><p>元旦放假。</p>";
  entry.published = Instant{1795400000};
  return entry;
}

TEST(MakeNotice, TakesWhatTheEntrySays) {
  Entry from = entry();
  from.updated = Instant{1795410000};
  from.valid_from = Instant{1795400000};
  from.valid_to = Instant{1795900000};
  from.categories = {" 政策文件 ", "其他"};
  from.urgency = Urgency::Important;
  const Notice notice = make_notice(from, context());
  EXPECT_EQ(notice.feed, "局务公开");
  EXPECT_EQ(notice.title, "关于放假的通知");
  EXPECT_EQ(notice.category, "政策文件");
  EXPECT_EQ(notice.publisher, "云岭县教育局");
  EXPECT_EQ(notice.link, from.link);
  EXPECT_EQ(notice.published, from.published);
  EXPECT_EQ(notice.updated, from.updated);
  EXPECT_EQ(notice.valid_from, from.valid_from);
  EXPECT_EQ(notice.valid_to, from.valid_to);
  EXPECT_EQ(notice.urgency, Urgency::Important);
  EXPECT_EQ(dump_blocks(notice.blocks), "p 各学校：\np 元旦放假。");
  EXPECT_EQ(make_notice(entry(), context()).category, "通知公告");
}

TEST(MakeNotice, IdentitySurvivesAnEdit) {
  const Notice first = make_notice(entry(), context());
  EXPECT_THAT(first.id, testing::MatchesRegex("[0-9a-f]{16}"));
  Entry edited = entry();
  edited.title += "（修订）";
  edited.link += "?v=2";
  edited.content_html += "<p>补充。</p>";
  const Notice second = make_notice(edited, context());
  EXPECT_EQ(first.id, second.id);
  EXPECT_NE(first.content_hash, second.content_hash);
}

TEST(MakeNotice, IdentityIsOfFeedAndEntry) {
  NoticeContext other = context();
  other.feed = "另一来源";
  EXPECT_NE(make_notice(entry(), context()).id, make_notice(entry(), other).id);
  Entry no_id = entry();
  no_id.id.clear();
  Entry no_id_edited = no_id;
  no_id_edited.title = "改";
  EXPECT_EQ(make_notice(no_id, context()).id, make_notice(no_id_edited, context()).id);
}

TEST(ContentHash, FollowsWhatAVisitorReads) {
  Notice notice = make_notice(entry(), context());
  EXPECT_EQ(notice.content_hash, content_hash_of(notice));
  EXPECT_THAT(notice.content_hash, testing::MatchesRegex("[0-9a-f]{64}"));
  const std::vector<std::function<void(Notice&)>> edits = {
      [](Notice& n) { n.title += "。"; },
      [](Notice& n) { n.publisher = "云岭一中"; },
      [](Notice& n) { n.doc_number = "云教发〔2026〕1号"; },
      [](Notice& n) { n.published = kNow; },
      [](Notice& n) { n.valid_to = kNow; },
      [](Notice& n) { n.urgency = Urgency::Urgent; },
      [](Notice& n) { n.blocks[1].text = "元旦不放假。"; },
      [](Notice& n) { n.blocks[1].align = BlockAlign::Center; },
      [](Notice& n) {
        n.blocks[1].bold = {{0, 2}};
      },
      [](Notice& n) { n.blocks.pop_back(); },
      [](Notice& n) { std::swap(n.blocks[0], n.blocks[1]); },
      [](Notice& n) { n.blocks[0].picture = "ab"; },
      [](Notice& n) { n.blocks[0].names = {"表"}; },
      [](Notice& n) {
        n.blocks[0].rows = {{{"甲", 1, 1, false}}};
      },
  };
  std::set<std::string> hashes{notice.content_hash};
  for (const auto& edit : edits) {
    Notice edited = notice;
    edit(edited);
    hashes.insert(content_hash_of(edited));
  }
  EXPECT_EQ(hashes.size(), edits.size() + 1);
  Notice touched = notice;
  touched.updated = kNow;
  touched.id = "another";
  EXPECT_EQ(content_hash_of(touched), notice.content_hash);
}

struct BodyRow {
  const char *content_html, *content, *summary_html, *summary, *blocks;
};

TEST(MakeNotice, TakesTheFullestBody) {
  const BodyRow rows[] = {
      {"<p>甲</p>", "甲", "<p>乙</p>", "乙", "p 甲"},
      {"", "甲\n丙", "<p>乙</p>", "乙", "p 甲\np 丙"},
      {"", "", "<p>乙</p>", "乙", "p 乙"},
      {"", "", "", "乙", "p 乙"},
      {"<p>&nbsp;</p>", "", "<p>乙</p>", "乙", "p 乙"},
      {"", "", "", "", ""},
      {"", "5 < 6 且 a<b", "", "", "p 5 < 6 且 a<b"},
  };
  for (const BodyRow& row : rows) {
    Entry from = entry();
    from.content_html = row.content_html;
    from.content = row.content;
    from.summary_html = row.summary_html;
    from.summary = row.summary;
    EXPECT_EQ(dump_blocks(make_notice(from, context()).blocks), row.blocks) << row.blocks;
  }
}

struct PublisherRow {
  const char *author, *html, *otherwise, *publisher;
};

TEST(MakeNotice, NamesThePublisher) {
  const char* const signed_html = "<p>甲。</p><p align=right>云岭县第一中学</p><p align=right>"
                                  "2026年11月24日</p>";
  const PublisherRow rows[] = {
      {"云岭县财政局", signed_html, "云岭县教育局", "云岭县财政局"},
      {"admin", signed_html, "云岭县教育局", "云岭县第一中学"},
      {"", signed_html, "云岭县教育局", "云岭县第一中学"},
      {"张某", "<p>甲。</p>", "云岭县教育局", "云岭县教育局"},
      {"张某", "<p>甲。</p>", "", "张某"},
      {"", "<p>来源：云岭县招生办公室　浏览次数：3</p><p>甲。</p>", "云岭县教育局",
       "云岭县招生办公室"},
      {"", "<p>甲。</p><p>（来源：本站）</p>", "云岭县教育局", "云岭县教育局"},
      {"",
       "<p>甲。</p><p align=right>云岭县教育局</p><p align=right>云岭县财政局</p><p align=right>"
       "2026年11月24日</p>",
       "", "云岭县教育局、云岭县财政局"},
      {"", "<p>甲。</p>", "", ""},
  };
  for (const PublisherRow& row : rows) {
    Entry from = entry();
    from.author = row.author;
    from.content_html = row.html;
    NoticeContext where = context();
    where.publisher = row.otherwise;
    EXPECT_EQ(make_notice(from, where).publisher, row.publisher) << row.html;
  }
}

TEST(MakeNotice, WithoutADateTakesTheSignatures) {
  Entry from = entry();
  from.published.reset();
  EXPECT_FALSE(make_notice(from, context()).published);
  from.content_html = "<p>甲。</p><p>云岭县教育局</p><p>二〇二六年十一月二十四日</p>";
  EXPECT_EQ(make_notice(from, context()).published, beijing_midnight({2026, 11, 24}));
  from.updated = kNow;
  EXPECT_FALSE(make_notice(from, context()).published);
}

TEST(MakeNotice, ResolvesAddressesAgainstTheItem) {
  Entry from = entry();
  from.content_html = "<p><a href=a.html>甲</a><img src=/b.png></p>";
  from.enclosures = {{"https://www.yunling.example/f/%E8%A1%A8.xlsx?x=1", "application/x", "", 0},
                     {"https://www.yunling.example/f/2.doc", "", "记录表", 0},
                     {"https://www.yunling.example/f/3.jpg", "image/jpeg", "", 0}};
  const Notice notice = make_notice(from, context());
  EXPECT_EQ(dump_blocks(notice.blocks),
            "p 甲\nimg https://www.yunling.example/b.png ()\natt 表.xlsx | 记录表");
  EXPECT_THAT(notice.links, testing::ElementsAre("https://www.yunling.example/jyj/a.html",
                                                 "https://www.yunling.example/b.png",
                                                 "https://www.yunling.example/f/%E8%A1%A8.xlsx?x=1",
                                                 "https://www.yunling.example/f/2.doc",
                                                 "https://www.yunling.example/f/3.jpg"));
  from.content_html = "<p>甲</p>";
  EXPECT_EQ(dump_blocks(make_notice(from, context()).blocks),
            "p 甲\natt 表.xlsx | 记录表\nimg^ https://www.yunling.example/f/3.jpg ()");
}

struct NumberRow {
  const char *title, *html, *number;
};

TEST(DocNumber, IsTheNoticesOwn) {
  const NumberRow rows[] = {
      {"通知", "<p align=center>云教发〔2026〕12号</p><p>甲</p>", "云教发〔2026〕12号"},
      {"通知", "<p>云教发[2026]12号</p>", "云教发〔2026〕12号"},
      {"通知", "<p>云教发【2026】12号</p>", "云教发〔2026〕12号"},
      {"通知", "<p>云教发（2026）12号</p>", "云教发〔2026〕12号"},
      {"通知", "<p>云教发(２０２６) １２ 号</p>", "云教发〔2026〕12号"},
      {"通知", "<p>云教<span>发</span>〔<span>2026</span>〕<span>12</span>号</p>",
       "云教发〔2026〕12号"},
      {"通知", "<p>（云教字〔2026〕第5号）</p>", "云教字〔2026〕第5号"},
      {"通知", "<p>文号：云教函〔2026〕3号</p>", "云教函〔2026〕3号"},
      {"通知", "<table><tr><td>x<tr><td>发文字号：云教函〔2026〕3号 发布日期：2026</table>",
       "云教函〔2026〕3号"},
      {"关于招生的通知（云教发〔2026〕12号）", "<p>甲</p>", "云教发〔2026〕12号"},
      {"通知", "<p>根据《办法》（云教发〔2023〕16号）要求，</p>", ""},
      {"关于转发云教发〔2026〕12号文件的通知", "<p>甲</p>", ""},
      {"通知", "<p>云教发〔26〕12号</p><p>2026年12号</p><p>〔2026〕12号</p>", ""},
      {"通知",
       "<p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p><p>7</p><p>8</p><p>云教发〔2026〕1号</p>",
       ""},
  };
  for (const NumberRow& row : rows)
    EXPECT_EQ(own_doc_number(row.title, html_blocks(row.html, row.title, "").blocks), row.number)
        << row.title << row.html;
}

} // namespace
} // namespace heiban
