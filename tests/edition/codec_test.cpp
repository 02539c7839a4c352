#include "edition/codec.h"

#include "base/hash.h"
#include "edition/envelope.h"
#include "edition/notice_json.h"
#include "samples_helper.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace heiban {
namespace {

using samples::same;

TEST(Codec, EveryFieldComesBack) {
  const Edition edition = samples::full();
  const Result<Edition> again = decode_edition(encode_edition(edition));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_TRUE(same(edition, *again));
}

TEST(Codec, AnyEditionComesBackAndTheBytesAreTheSame) {
  std::mt19937 from(20261124);
  for (int i = 0; i < 500; ++i) {
    const Edition edition = samples::random(from);
    const std::string bytes = encode_edition(edition);
    EXPECT_EQ(bytes, encode_edition(edition));
    const Result<Edition> again = decode_edition(bytes);
    ASSERT_TRUE(again) << again.error().message << "\n" << bytes;
    ASSERT_TRUE(same(edition, *again)) << bytes;
  }
}

TEST(Codec, IsOneJsonDocumentOfThreeLines) {
  const std::string bytes = encode_edition(samples::full());
  EXPECT_EQ(std::count(bytes.begin(), bytes.end(), '\n'), 3);
  const auto document = nlohmann::json::parse(bytes);
  EXPECT_EQ(document.at("schema"), Edition::kSchema);
  EXPECT_EQ(document.at("content").at("sequence"), 7);
  const size_t first = bytes.find('\n') + 1;
  const std::string line = bytes.substr(first, bytes.find('\n', first) - first);
  EXPECT_EQ(document.at("sha256"), sha256_hex(line));
}

TEST(Codec, EveryTruncationIsSeen) {
  const std::string bytes = encode_edition(samples::full());
  for (size_t length = 0; length < bytes.size(); ++length)
    ASSERT_FALSE(decode_edition(std::string_view(bytes).substr(0, length))) << length;
  EXPECT_FALSE(decode_edition(bytes + "\n"));
  EXPECT_FALSE(decode_edition(bytes + bytes));
}

TEST(Codec, EveryFlippedBitIsSeen) {
  std::string bytes = encode_edition(samples::full());
  for (char& byte : bytes)
    for (int bit = 0; bit < 8; ++bit) {
      byte = static_cast<char>(byte ^ (1 << bit));
      ASSERT_FALSE(decode_edition(bytes)) << (&byte - bytes.data()) << " bit " << bit;
      byte = static_cast<char>(byte ^ (1 << bit));
    }
  EXPECT_TRUE(decode_edition(bytes));
}

TEST(Codec, ANewerSchemaIsRefusedByName) {
  const Result<Edition> newer =
      decode_edition(wrap("heiban-edition", Edition::kSchema + 1, "{\"anything\":true}"));
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().kind, ErrorKind::Refused);
}

// A right hash does not excuse content that is not an edition.
struct BadContent {
  const char* what;
  std::string content;
};

TEST(Codec, ContentIsCheckedFieldByField) {
  const std::string notice = R"({"id":"a","hash":"b"})";
  const auto with = [](const std::string& one) {
    return R"({"sequence":1,"made_at":"2026-11-24T00:00:00Z","notices":[{"from":"2026-11-24T00:00:00Z","notice":)" +
           one + "}]}";
  };
  ASSERT_TRUE(decode_edition(wrap("heiban-edition", 1, with(notice))));
  const BadContent rows[] = {
      {"no JSON", "{"},
      {"a list", "[]"},
      {"nothing in it", "{}"},
      {"sequence a text", R"({"sequence":"1","made_at":"2026-11-24T00:00:00Z"})"},
      {"time unreadable", R"({"sequence":1,"made_at":"yesterday"})"},
      {"notices no list", R"({"sequence":1,"made_at":"2026-11-24T00:00:00Z","notices":{}})"},
      {"notice a number", with("1")},
      {"notice without id", with("{}")},
      {"title a number", with(R"({"id":"a","title":1})")},
      {"unknown kind", with(R"({"id":"a","blocks":[{"kind":"video"}]})")},
      {"block without kind", with(R"({"id":"a","blocks":[{}]})")},
      {"unknown urgency", with(R"({"id":"a","urgency":"extreme"})")},
      {"bold outside the text",
       with(R"({"id":"a","blocks":[{"kind":"para","text":"一二","bold":[[0,3]]}]})")},
      {"bold backwards",
       with(R"({"id":"a","blocks":[{"kind":"para","text":"一二","bold":[[2,1]]}]})")},
      {"rowspan 0",
       with(R"({"id":"a","blocks":[{"kind":"table","rows":[[{"text":"","rowspan":0}]]}]})")},
      {"colspan huge",
       with(
           R"({"id":"a","blocks":[{"kind":"table","rows":[[{"text":"","colspan":9999999999}]]}]})")},
      {"a row that is a text", with(R"({"id":"a","blocks":[{"kind":"table","rows":["x"]}]})")},
      {"width negative", with(R"({"id":"a","blocks":[{"kind":"picture","picture_width":-1}]})")},
      {"too deep", with(R"({"id":[[[[[[[[[[[[[[]]]]]]]]]]]]]]})")},
  };
  for (const BadContent& row : rows) {
    const Result<Edition> read = decode_edition(wrap("heiban-edition", 1, row.content));
    ASSERT_FALSE(read) << row.what;
    EXPECT_EQ(read.error().kind, ErrorKind::Malformed) << row.what;
  }
}

TEST(Codec, TooManyCellsAreRefused) {
  EditionLimits limits;
  limits.cells = 100;
  Notice notice = samples::full().notices[0].notice;
  EXPECT_TRUE(decode_notice(encode_notice(notice), limits));
  notice.blocks[1].rows.assign(60, {{"一"}, {"二"}});
  EXPECT_FALSE(decode_notice(encode_notice(notice), limits));
}

TEST(Codec, DatesThatNoPaperBearsAreLeftOut) {
  Edition edition = samples::full();
  edition.notices[0].notice.published = Instant{INT64_MAX};
  edition.notices[0].until = Instant{INT64_MIN};
  const Result<Edition> again = decode_edition(encode_edition(edition));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_FALSE(again->notices[0].notice.published);
  EXPECT_FALSE(again->notices[0].until);
}

TEST(Codec, BytesThatAreNoTextDoNotSpoilAnEdition) {
  Edition edition = samples::full();
  edition.notices[0].notice.title = "坏\xFF字";
  const Result<Edition> again = decode_edition(encode_edition(edition));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->notices[0].notice.title, "坏\uFFFD字");
}

} // namespace
} // namespace heiban
