#include "store/archive.h"

#include "base/file.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>

namespace heiban {
namespace {

namespace fs = std::filesystem;
constexpr Instant kNow{1'795'491'000};

class ArchiveTest : public testing::Test {
protected:
  ArchiveTest() {
    std::string path = fs::temp_directory_path() / "heiban-store-XXXXXX";
    folder_ = ::mkdtemp(path.data());
    path_ = folder_ + "/archive.db";
  }
  ~ArchiveTest() override { fs::remove_all(folder_); }

  Archive open() {
    Result<Archive> archive = Archive::open(path_);
    if (!archive)
      ADD_FAILURE() << archive.error().message;
    return std::move(*archive);
  }
  std::string bytes() const { return *read_file(path_, 1 << 28); }

  std::string folder_, path_;
};

FeedRecord feed(const std::string& name) {
  FeedRecord out;
  out.name = name;
  out.state.url = "https://www.example.cn/feed.xml";
  out.state.etag = "W/\"a\\b\"";
  out.state.last_modified = "Tue, 24 Nov 2026 03:29:49 GMT";
  out.state.validators_at = kNow;
  out.state.next_due = kNow + 600;
  out.state.last_answer = kNow - 1;
  out.state.last_change = kNow - 2;
  out.state.failures = 3;
  out.state.hinted_seconds = 1200;
  out.state.skip_hours = {0, 1, 23};
  out.state.gone = true;
  out.state.moved_to = "https://new.example.cn/";
  out.state.moved_since = kNow - 3;
  out.made_under = "m";
  out.body_hash = "b";
  out.last_success = kNow - 4;
  out.wait_until = kNow + 5;
  out.problem = "连接不上";
  out.findings = {"第一条", "第二条"};
  return out;
}

NoticeRecord notice(const std::string& id, const std::string& text = "正文") {
  NoticeRecord out;
  out.id = id;
  out.content_hash = "hash" + id;
  out.published = kNow - kDay;
  out.valid_to = kNow + kDay;
  out.first_seen = kNow - 5;
  out.content_seen = kNow - 4;
  out.absent_polls = 1;
  out.kind = VerdictKind::Held;
  out.rule = "id-number";
  out.reason = "正文第 1 段有身份证号码";
  Notice body;
  body.id = id;
  body.title = "题目" + id;
  body.blocks.emplace_back().text = text;
  out.body = body;
  return out;
}

TEST_F(ArchiveTest, KeepsEveryFieldOverARestart) {
  NoticeRecord second = notice("b");
  second.position = -3;
  second.kind = VerdictKind::Withdrawn;
  second.body.reset();
  second.valid_from = kNow;
  second.published.reset();
  const PictureRecord picture{"https://e.cn/p.png", "sha", 8, 9, "太大", 2, kNow + 9};
  {
    Archive archive = open();
    EXPECT_TRUE(archive.begun_anew());
    ASSERT_TRUE(archive.save(feed("通知"), {notice("a"), second}));
    ASSERT_TRUE(archive.save_picture(picture));
    ASSERT_TRUE(archive.add_decision({"a", "hasha", true}, kNow));
    ASSERT_TRUE(archive.add_decision({"a", "hasha", false}, kNow));
  }
  Archive archive = open();
  EXPECT_FALSE(archive.begun_anew());
  EXPECT_EQ(*archive.feeds(), std::vector<FeedRecord>{feed("通知")});
  EXPECT_EQ(*archive.pictures(), std::vector<PictureRecord>{picture});
  const std::vector<Decision> decisions = *archive.decisions();
  ASSERT_EQ(decisions.size(), 2u);
  EXPECT_TRUE(decisions[0].approve);
  EXPECT_FALSE(decisions[1].approve);

  const std::vector<NoticeRecord> read = *archive.notices("通知");
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read[0].id, "b") << "by position";
  EXPECT_EQ(read[0].kind, VerdictKind::Withdrawn);
  EXPECT_EQ(read[0].valid_from, kNow);
  EXPECT_FALSE(read[0].published);
  EXPECT_FALSE(read[0].body);
  EXPECT_EQ(read[1].rule, "id-number");
  EXPECT_EQ(read[1].absent_polls, 1);
  EXPECT_EQ(read[1].valid_to, kNow + kDay);
  ASSERT_TRUE(read[1].body);
  EXPECT_EQ(read[1].body->blocks[0].text, "正文");
}

TEST_F(ArchiveTest, SaveReplacesAFeedsNoticesAndLeavesTheOthers) {
  Archive archive = open();
  ASSERT_TRUE(archive.save(feed("甲"), {notice("a"), notice("b")}));
  ASSERT_TRUE(archive.save(feed("乙"), {notice("a")}));
  ASSERT_TRUE(archive.save(feed("甲"), {notice("c")}));
  EXPECT_EQ(archive.notices("甲")->size(), 1u);
  EXPECT_EQ(archive.notices("乙")->size(), 1u);
  ASSERT_TRUE(archive.keep_feeds({"乙"}));
  EXPECT_TRUE(archive.notices("甲")->empty());
  ASSERT_EQ(archive.feeds()->size(), 1u);
  EXPECT_EQ(archive.feeds()->front().name, "乙");
}

TEST_F(ArchiveTest, SavesAllFeedsAtOnceAndLeavesTheirNotices) {
  {
    Archive archive = open();
    ASSERT_TRUE(archive.save(feed("甲"), {notice("1")}));
    FeedRecord later = feed("甲");
    later.state.next_due = kNow + 9000;
    ASSERT_TRUE(archive.save_feeds({later, feed("乙")}));
  }
  Archive archive = open();
  const Result<std::vector<FeedRecord>> feeds = archive.feeds();
  ASSERT_TRUE(feeds);
  ASSERT_EQ(feeds->size(), 2u);
  for (const FeedRecord& one : *feeds)
    EXPECT_EQ(one.state.next_due, one.name == "甲" ? kNow + 9000 : kNow + 600);
  EXPECT_EQ(archive.notices("甲")->size(), 1u);
}

TEST_F(ArchiveTest, WhatDidNotChangeIsNotWrittenAgain) {
  Archive archive = open();
  std::vector<NoticeRecord> notices;
  for (int i = 0; i < 200; ++i)
    notices.push_back(notice(std::to_string(i), std::string(5000, 'x')));
  ASSERT_TRUE(archive.save(feed("甲"), notices));
  const std::string before = bytes();
  ASSERT_TRUE(archive.save(feed("甲"), notices));
  notices[7].absent_polls = 2;
  ASSERT_TRUE(archive.save(feed("甲"), notices));
  const std::string after = bytes();
  ASSERT_EQ(before.size(), after.size());
  size_t pages = 0;
  for (size_t at = 0; at < before.size(); at += 4096)
    pages += before.compare(at, 4096, after, at, 4096) != 0;
  EXPECT_LT(pages, 10u);
}

// What has expired is gone from every file, not only from the tables.
TEST_F(ArchiveTest, ABodyTakenAwayIsGoneFromTheDisk) {
  Archive archive = open();
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += "欧阳某某";
  ASSERT_TRUE(archive.save(feed("甲"), {notice("a", text), notice("b")}));
  EXPECT_NE(bytes().find("欧阳某某"), std::string::npos);
  NoticeRecord expired = notice("a");
  expired.body.reset();
  ASSERT_TRUE(archive.save(feed("甲"), {expired, notice("b")}));
  for (const auto& file : fs::directory_iterator(folder_))
    EXPECT_EQ(read_file(file.path(), 1 << 28)->find("欧阳某某"), std::string::npos) << file.path();
  ASSERT_TRUE(archive.save(feed("甲"), {}));
  EXPECT_EQ(bytes().find("题目b"), std::string::npos);
}

TEST_F(ArchiveTest, ADamagedFileIsMovedAsideAndBegunAnew) {
  {
    Archive archive = open();
    std::vector<NoticeRecord> notices;
    for (int i = 0; i < 50; ++i)
      notices.push_back(notice(std::to_string(i), std::string(9000, 'x')));
    ASSERT_TRUE(archive.save(feed("甲"), notices));
  }
  const std::string good = bytes();
  const std::string bad[] = {"garbage that is no database at all, and long enough to be read",
                             good.substr(0, good.size() / 2), good.substr(0, 100),
                             good.substr(0, 4096) + std::string(good.size() - 4096, 'z')};
  for (const std::string& text : bad) {
    std::ofstream(path_, std::ios::trunc | std::ios::binary) << text;
    Result<Archive> archive = Archive::open(path_);
    ASSERT_TRUE(archive) << archive.error().message;
    EXPECT_TRUE(archive->begun_anew());
    EXPECT_TRUE(archive->feeds()->empty());
    EXPECT_TRUE(fs::exists(path_ + ".damaged"));
    ASSERT_TRUE(archive->save(feed("甲"), {notice("a")}));
  }
  std::ofstream(path_, std::ios::trunc | std::ios::binary);
  EXPECT_TRUE(open().begun_anew()) << "an empty file";
}

TEST_F(ArchiveTest, ANewerFileIsRefusedAndLeftAlone) {
  ASSERT_TRUE(open().save(feed("甲"), {}));
  ASSERT_EQ(std::system(("sqlite3 '" + path_ + "' 'PRAGMA user_version = 99'").c_str()), 0);
  const std::string before = bytes();
  const Result<Archive> archive = Archive::open(path_);
  ASSERT_FALSE(archive);
  EXPECT_EQ(archive.error().kind, ErrorKind::Refused);
  EXPECT_FALSE(Archive::open_to_read(path_));
  EXPECT_EQ(bytes(), before);
}

TEST_F(ArchiveTest, AFullDiskLosesNothingThatWasThere) {
  Archive archive = open();
  ASSERT_TRUE(archive.save(feed("甲"), {notice("a")}));
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  ::signal(SIGXFSZ, SIG_IGN);
  const struct rlimit full { static_cast<rlim_t>(fs::file_size(path_)), before.rlim_max };
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &full), 0);
  const Result<void> refused = archive.save(feed("甲"), {notice("b", std::string(1 << 20, 'x'))});
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::TryLater);
  ASSERT_EQ(archive.notices("甲")->size(), 1u);
  EXPECT_EQ(archive.notices("甲")->front().id, "a");
  EXPECT_TRUE(archive.save(feed("甲"), {notice("b", std::string(1 << 20, 'x'))}));
}

TEST_F(ArchiveTest, AReaderSeesWhatTheWriterWrote) {
  EXPECT_EQ(Archive::open_to_read(path_).error().kind, ErrorKind::NotFound);
  Archive writer = open();
  ASSERT_TRUE(writer.save(feed("甲"), {notice("a")}));
  Result<Archive> reader = Archive::open_to_read(path_);
  ASSERT_TRUE(reader) << reader.error().message;
  EXPECT_EQ(reader->notices("甲")->size(), 1u);
  EXPECT_FALSE(reader->save_feed(feed("乙")));
  ASSERT_TRUE(writer.save(feed("甲"), {notice("a"), notice("b")}));
  EXPECT_EQ(reader->notices("甲")->size(), 2u);
}

} // namespace
} // namespace heiban
