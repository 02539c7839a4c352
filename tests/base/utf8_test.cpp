#include "base/utf8.h"

#include <gtest/gtest.h>

#include <vector>

namespace heiban {
namespace {

struct DecodeRow {
  std::string bytes;
  std::u32string text; // U+FFFD for each maximal ill-formed part
  bool valid;
};

class Decode : public testing::TestWithParam<DecodeRow> {};

TEST_P(Decode, Row) {
  EXPECT_EQ(to_utf32(GetParam().bytes), GetParam().text);
  EXPECT_EQ(is_valid_utf8(GetParam().bytes), GetParam().valid);
  EXPECT_EQ(count_code_points(GetParam().bytes), GetParam().text.size());
}

INSTANTIATE_TEST_SUITE_P(
    WellFormed, Decode,
    testing::Values(DecodeRow{"", U"", true}, DecodeRow{"a", U"a", true},
                    DecodeRow{std::string("a\0b", 3), std::u32string(U"a\0b", 3), true},
                    DecodeRow{"é", U"é", true}, DecodeRow{"黑板", U"黑板", true},
                    DecodeRow{"𬱖", U"𬱖", true}, DecodeRow{"\x7F", U"\x7F", true},
                    DecodeRow{"\xC2\x80", U"\x80", true}, DecodeRow{"\xDF\xBF", U"\x7FF", true},
                    DecodeRow{"\xE0\xA0\x80", U"\x800", true},
                    DecodeRow{"\xED\x9F\xBF", U"\xD7FF", true},
                    DecodeRow{"\xEE\x80\x80", U"\xE000", true},
                    DecodeRow{"\xEF\xBF\xBF", U"\xFFFF", true},
                    DecodeRow{"\xF0\x90\x80\x80", U"\x10000", true},
                    DecodeRow{"\xF4\x8F\xBF\xBF", U"\x10FFFF", true}));

INSTANTIATE_TEST_SUITE_P(
    IllFormed, Decode,
    testing::Values(DecodeRow{"\x80", U"\xFFFD", false},
                    DecodeRow{"\xBF\x80", U"\xFFFD\xFFFD", false},
                    DecodeRow{"\xC0\x80", U"\xFFFD\xFFFD", false},           // overlong NUL
                    DecodeRow{"\xC1\xBF", U"\xFFFD\xFFFD", false},           // overlong
                    DecodeRow{"\xE0\x80\x80", U"\xFFFD\xFFFD\xFFFD", false}, // overlong
                    DecodeRow{"\xE0\x9F\xBF", U"\xFFFD\xFFFD\xFFFD", false}, // overlong
                    DecodeRow{"\xF0\x8F\xBF\xBF", U"\xFFFD\xFFFD\xFFFD\xFFFD", false},
                    DecodeRow{"\xED\xA0\x80", U"\xFFFD\xFFFD\xFFFD", false}, // a surrogate
                    DecodeRow{"\xED\xBF\xBF", U"\xFFFD\xFFFD\xFFFD", false},
                    DecodeRow{"\xF4\x90\x80\x80", U"\xFFFD\xFFFD\xFFFD\xFFFD",
                              false}, // beyond U+10FFFF
                    DecodeRow{"\xF5\x80\x80\x80", U"\xFFFD\xFFFD\xFFFD\xFFFD", false},
                    DecodeRow{"\xFE\xFF", U"\xFFFD\xFFFD", false},
                    // cut sequences: one U+FFFD for the longest prefix that could have gone on
                    DecodeRow{"\xE9", U"\xFFFD", false}, DecodeRow{"\xE9\xBB", U"\xFFFD", false},
                    DecodeRow{"\xF0\xAC\xB1", U"\xFFFD", false},
                    DecodeRow{"\xE9\xBB"
                              "a",
                              U"\xFFFD"
                              U"a",
                              false},
                    DecodeRow{"\xF0\xAC\xE9\xBB\x91", U"\xFFFD黑", false},
                    DecodeRow{"a\xC3(b", U"a\xFFFD(b", false},
                    // the example of Unicode 15, table 3-8
                    DecodeRow{"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64",
                              U"a\xFFFD\xFFFD\xFFFD"
                              U"b\xFFFD"
                              U"c\xFFFD\xFFFD"
                              U"d",
                              false}));

TEST(Utf8, EveryCodePointGoesThereAndBack) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800)
      c = 0xE000;
    std::string bytes;
    append_utf8(bytes, c);
    size_t at = 0;
    ASSERT_EQ(next_code_point(bytes, at), c);
    ASSERT_EQ(at, bytes.size());
    ASSERT_TRUE(is_valid_utf8(bytes));
  }
}

TEST(Utf8, WhatIsNoCharacterBecomesAReplacement) {
  for (char32_t c :
       {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    std::string bytes;
    append_utf8(bytes, c);
    EXPECT_EQ(bytes, "\xEF\xBF\xBD");
  }
  EXPECT_EQ(to_utf8(U"黑板𬱖"), "黑板𬱖");
}

// Every pair and many triples of bytes: decoding ends, never runs over, and mends to valid text.
TEST(Utf8, AnyBytesAreDecodedToTheirEnd) {
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; ++b)
      for (int c : {0x00, 0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xE9, 0xF0, 0xFF}) {
        const std::string bytes = {static_cast<char>(a), static_cast<char>(b),
                                   static_cast<char>(c)};
        const std::u32string text = to_utf32(bytes);
        ASSERT_GE(text.size(), 1u);
        ASSERT_LE(text.size(), 3u);
        ASSERT_TRUE(is_valid_utf8(to_utf8(text)));
        ASSERT_EQ(is_valid_utf8(bytes), to_utf8(text) == bytes);
      }
}

TEST(Trim, SpacesOfEveryKindThatPagesCarry) {
  EXPECT_EQ(trim("  a b \r\n\t"), "a b");
  EXPECT_EQ(trim("　　第一条　"), "第一条");
  EXPECT_EQ(trim("\xC2\xA0甲\xC2\xA0"), "甲");
  EXPECT_EQ(trim("\xEF\xBB\xBF甲\xE2\x80\x8B"), "甲");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim(" 　\xC2\xA0"), "");
  EXPECT_EQ(trim("甲　乙"), "甲　乙");
}

TEST(Trim, IllFormedBytesAreNoSpace) {
  EXPECT_EQ(trim(" \xE3\x80 "), "\xE3\x80");
  EXPECT_EQ(trim("甲\x80"), "甲\x80");
  EXPECT_EQ(trim("\xA0\xA0"), "\xA0\xA0");
  EXPECT_EQ(trim("a\xE3\x80\x80\x80"), "a\xE3\x80\x80\x80");
}

} // namespace
} // namespace heiban
