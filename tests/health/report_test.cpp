#include "health/report.h"

#include "base/file.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace heiban {
namespace {

Report report() {
  Report report;
  report.version = "0.1.0";
  report.state = "showing";
  report.started_at = report.written_at = "2026-11-24T00:30:00Z";
  report.pid = 42;
  report.edition = 7;
  report.notice = "00112233aabbccdd";
  report.page = 1;
  report.of = 3;
  return report;
}

TEST(Report, SaysWhatStands) {
  const std::string text = encode_report(report());
  EXPECT_NE(text.find("\"state\": \"showing\""), std::string::npos);
  EXPECT_NE(text.find("\"edition\": 7"), std::string::npos);
  EXPECT_NE(text.find("\"notice\": \"00112233aabbccdd\""), std::string::npos);
  EXPECT_EQ(text.find("fetcher"), std::string::npos) << "no fetcher is supervised";
  EXPECT_EQ(text.find("fresh_at"), std::string::npos) << "no feed has answered yet";
}

TEST(Report, BrokenBytesInAProblemDoNotStopIt) {
  Report with = report();
  with.problems = {"cannot read \xFF\xFE"};
  with.fetcher = FetcherReport{0, 3};
  const std::string text = encode_report(with);
  EXPECT_NE(text.find("cannot read"), std::string::npos);
  EXPECT_NE(text.find("\"starts\": 3"), std::string::npos);
}

TEST(Report, IsReplacedWhole) {
  const std::string folder = testing::TempDir() + "report_test";
  std::filesystem::create_directories(folder);
  ASSERT_TRUE(write_report(folder + "/status.json", report()));
  EXPECT_EQ(read_file(folder + "/status.json", 1 << 20).value(), encode_report(report()));
  std::filesystem::remove_all(folder);
  EXPECT_FALSE(write_report(folder + "/status.json", report())) << "the folder is gone";
}

} // namespace
} // namespace heiban
