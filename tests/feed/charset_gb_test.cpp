// Long GB 18030 documents are read by a table: it must say what iconv says, character for
// character.
#include "feed/charset_gb.h"
#include "feed/charset_iconv.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

constexpr size_t kAnyErrors = 1'000'000;

std::string bytes(std::initializer_list<int> codes) {
  std::string out;
  for (const int code : codes)
    out += static_cast<char>(code);
  return out;
}

// Rows short enough for iconv alone: every pair of a lead byte, good or bad, and what else there
// is.
std::vector<std::string> rows() {
  std::vector<std::string> out;
  for (int lead = 0x81; lead <= 0xFE; ++lead) {
    std::string& row = out.emplace_back();
    for (int trail = 0x40; trail <= 0xFF; ++trail)
      row += bytes({lead, trail, 'a'});
  }
  out.push_back(
      bytes({0x81, 0x30, 0x81, 0x30, 0x95, 0x32, 0x82, 0x36, 'b'})); // four bytes: U+20000
  out.push_back(bytes({0x80, 'c', 0xFF, 'd', 0xB0, ' ', 0xB0, 0xA1}));
  return out;
}

TEST(GbTable, SaysWhatIconvSays) {
  std::string document, expected;
  size_t errors = 0;
  for (const std::string& row : rows()) {
    const auto read = convert(row, "GB18030", kAnyErrors);
    ASSERT_TRUE(read);
    document += row;
    expected += read->text;
    errors += read->errors;
  }
  ASSERT_GT(document.size(), 64u * 1024) << "else the table is not asked";
  const auto read = convert(document, "GB18030", kAnyErrors);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->errors, errors);
  EXPECT_TRUE(read->text == expected);
}

TEST(GbTable, ALongDocumentMayEndInsideACharacter) {
  const std::string han = bytes({0xB0, 0xA1}); // 啊
  std::string document;
  while (document.size() < 100'000)
    document += han;
  const auto whole = convert(document, "GB18030", 0);
  const auto cut = convert(document + '\xB0', "GB18030", 0);
  ASSERT_TRUE(whole && cut);
  EXPECT_EQ(whole->text.size(), document.size() / 2 * 3);
  EXPECT_EQ(cut->text, whole->text + "\uFFFD");
  EXPECT_EQ(cut->errors, 0u);
}

TEST(GbTable, StopsAtWhatItDoesNotKnow) {
  std::string out;
  EXPECT_EQ(GbTable::instance().append(bytes({'a', 0xB0, 0xA1, 0x81, 0x30, 0x81, 0x30}), out), 3u);
  EXPECT_EQ(out, "a啊");
}

} // namespace
} // namespace heiban
