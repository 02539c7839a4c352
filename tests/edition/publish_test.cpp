#include "base/file.h"
#include "edition/codec.h"
#include "samples_helper.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <sys/stat.h>

namespace heiban {
namespace {

using samples::kNow;
namespace fs = std::filesystem;

class Publish : public testing::Test {
protected:
  const std::string state_ = samples::temporary_folder();
  ~Publish() override { fs::remove_all(state_); }

  std::string path(const char* name) const { return state_ + "/" + name; }
  std::string bytes(const char* name) const { return read_file(path(name), 1 << 24).value_or(""); }
  void put(const char* name, std::string_view bytes) const {
    ASSERT_TRUE(write_file_atomic(path(name), bytes));
  }
};

Edition edition(int64_t sequence, std::vector<EditionNotice> notices) {
  Edition out;
  out.sequence = sequence;
  out.made_at = kNow;
  out.notices = std::move(notices);
  return out;
}

EditionNotice notice(const std::string& id, std::optional<Instant> until = std::nullopt) {
  EditionNotice out;
  out.notice.id = id;
  out.notice.title = "题目" + id;
  out.from = kNow - kDay;
  out.until = until;
  return out;
}

TEST_F(Publish, ReadsBackWhatWasPublished) {
  EXPECT_EQ(load_edition(state_).error().kind, ErrorKind::NotFound);
  ASSERT_TRUE(publish_edition(state_, samples::full(), kNow));
  const Result<Edition> read = load_edition(state_);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_TRUE(samples::same(*read, samples::full()));
}

TEST_F(Publish, FallsBackToTheOneBeforeWhateverHappensToTheFile) {
  ASSERT_TRUE(publish_edition(state_, edition(1, {notice("a")}), kNow));
  ASSERT_TRUE(publish_edition(state_, edition(2, {notice("a"), notice("b")}), kNow));
  const std::string good = bytes(kEditionFile);
  const size_t n = good.size();
  for (const std::string& bad : {good.substr(0, 0), good.substr(0, n / 2), good.substr(0, n - 1),
                                 std::string(n, '\0'), good + "x"}) {
    put(kEditionFile, bad);
    const Result<Edition> read = load_edition(state_);
    ASSERT_TRUE(read) << bad.size();
    EXPECT_EQ(read->sequence, 1);
  }
  ASSERT_TRUE(remove_file(path(kEditionFile)));
  EXPECT_EQ(load_edition(state_)->sequence, 1);
  put(kEditionFile, good);
  EXPECT_EQ(load_edition(state_)->sequence, 2);
}

TEST_F(Publish, NothingUsableHasItsOwnKindOfError) {
  put(kEditionFile, "garbage");
  EXPECT_EQ(load_edition(state_).error().kind, ErrorKind::Malformed);
  put(kEditionFile,
      "{\"format\":\"heiban-edition\",\"schema\":99,\"sha256\":\"\",\"content\":\n{}\n}\n");
  EXPECT_EQ(load_edition(state_).error().kind, ErrorKind::Refused);
}

TEST_F(Publish, WhatExpiredOrWasWithdrawnLeavesBothFiles) {
  ASSERT_TRUE(publish_edition(
      state_, edition(1, {notice("stays"), notice("expires", kNow + 60), notice("withdrawn")}),
      kNow));
  ASSERT_TRUE(publish_edition(state_, edition(2, {notice("stays"), notice("new")}), kNow + 60));
  for (const char* file : {kEditionFile, kPreviousEditionFile}) {
    const std::string text = bytes(file);
    EXPECT_NE(text.find("题目stays"), std::string::npos) << file;
    EXPECT_EQ(text.find("题目expires"), std::string::npos) << file;
    EXPECT_EQ(text.find("题目withdrawn"), std::string::npos) << file;
  }
}

TEST_F(Publish, ADamagedFileNeverBecomesThePrevious) {
  ASSERT_TRUE(publish_edition(state_, edition(1, {notice("a")}), kNow));
  ASSERT_TRUE(publish_edition(state_, edition(2, {notice("a")}), kNow));
  put(kEditionFile, bytes(kEditionFile).substr(0, 40));
  ASSERT_TRUE(publish_edition(state_, edition(3, {notice("a")}), kNow));
  put(kEditionFile, "");
  EXPECT_EQ(load_edition(state_)->sequence, 1);
}

TEST_F(Publish, TheFeedsStateIsLaidOverAnOlderEdition) {
  Edition first = edition(1, {notice("a")});
  first.feeds = {{"通知", kNow, ""}};
  ASSERT_TRUE(publish_edition(state_, first, kNow));
  ASSERT_TRUE(publish_feeds(state_, {{"通知", kNow + 600, "证书将到期"}}, kNow + 600));
  EXPECT_EQ(*freshness(*load_edition(state_)), kNow + 600);
  EXPECT_EQ(load_edition(state_)->feeds[0].problem, "证书将到期");

  Edition later = first;
  later.made_at = kNow + 900;
  later.feeds = {{"通知", kNow + 900, ""}};
  ASSERT_TRUE(publish_edition(state_, later, kNow + 900));
  EXPECT_EQ(*freshness(*load_edition(state_)), kNow + 900);
  put(kFeedsFile, "garbage");
  EXPECT_EQ(*freshness(*load_edition(state_)), kNow + 900);
}

TEST_F(Publish, ADiskThatRefusesLeavesTheOldOne) {
  if (::geteuid() == 0)
    GTEST_SKIP() << "root writes everywhere; bad_days/disk_test.sh fills a disk";
  ASSERT_TRUE(publish_edition(state_, edition(1, {notice("a")}), kNow));
  ::chmod(state_.c_str(), 0555);
  const Result<void> refused = publish_edition(state_, edition(2, {notice("b")}), kNow);
  ::chmod(state_.c_str(), 0755);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::TryLater);
  EXPECT_EQ(load_edition(state_)->sequence, 1);
}

// FORMAT.md tells a reader to check the file with these very commands.
TEST_F(Publish, SedAndSha256sumCheckTheFile) {
  ASSERT_TRUE(publish_edition(state_, samples::full(), kNow));
  const std::string command =
      "cd '" + state_ +
      "' && [ \"$(sed -n 2p edition.json | tr -d '\\n' | sha256sum | cut -c1-64)\" = "
      "\"$(sed -n '1s/.*\"sha256\":\"\\([0-9a-f]*\\)\".*/\\1/p' edition.json)\" ]";
  EXPECT_EQ(std::system(command.c_str()), 0) << command;
}

} // namespace
} // namespace heiban
