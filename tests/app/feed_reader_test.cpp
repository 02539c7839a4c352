// What one answer of a feed becomes before anything is judged.
#include "app/feed_reader.h"

#include "app/one_answer_helper.h"

#include <gtest/gtest.h>

#include <vector>

namespace heiban {
namespace {

// An item without a word is listed, for `heiban check` to count, but is nothing for a wall; one
// that only takes another back has no words either.
TEST(FeedReader, MakesNoNoticeOfAnItemThatSaysNothing) {
  OneAnswer site("application/rss+xml");
  site.body = "<rss version='2.0' xmlns:at='http://purl.org/atompub/tombstones/1.0'><channel>"
              "<title>t</title><item/><item><pubDate>2026-11-24</pubDate></item>"
              "<item><title>放假通知</title></item>"
              "<at:deleted-entry ref='urn:1' when='2026-11-24T00:00:00Z'/></channel></rss>";
  FeedSpec feed;
  feed.name = "公告";
  feed.url = "https://www.e.cn/feed.xml";
  const std::vector<NoticeRecord> known;
  const ProgrammeSettings programme;
  const FeedAnswer answer =
      FeedReader(site).ask(feed, {}, false, {known, programme}, beijing_midnight({2026, 11, 25}));
  EXPECT_EQ(answer.kind, AnswerKind::Content);
  EXPECT_EQ(answer.listed, 4u);
  ASSERT_EQ(answer.batch.notices.size(), 1u);
  EXPECT_EQ(answer.batch.notices[0].title, "放假通知");
  EXPECT_EQ(answer.batch.withdrawn_ids.size(), 1u);
}

} // namespace
} // namespace heiban
