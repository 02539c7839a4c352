#include "config/fonts.h"

#include "base/file.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace heiban {
namespace {

Result<FontBook> read_text_as_book(const std::string& text) {
  char folder[] = "/tmp/heiban-fonts-XXXXXX";
  EXPECT_NE(mkdtemp(folder), nullptr);
  const std::string path = std::string(folder) + "/fonts.toml";
  EXPECT_TRUE(write_file_atomic(path, text));
  Result<FontBook> book = load_fonts(path);
  std::filesystem::remove_all(folder);
  return book;
}

constexpr const char* kRoles = "[roles]\nbody = [\"a\"]\ntitle = [\"a\"]\nhei = [\"a\"]\n"
                               "kai = [\"a\"]\nlabel = [\"a\"]\nsong = [\"a\"]\n";

TEST(Fonts, TheShippedBookNamesFilesThatExist) {
  const Result<FontBook> book = load_fonts(HEIBAN_ROOT "/fonts/fonts.toml");
  ASSERT_TRUE(book) << book.error().message;
  for (const auto& chain : book->roles) {
    ASSERT_GE(chain.size(), 4u); // its own, then the last resorts
    for (const FaceFile& face : chain) {
      EXPECT_TRUE(std::filesystem::path(face.path).is_absolute());
      EXPECT_TRUE(std::filesystem::exists(face.path)) << face.path;
      const bool collection = face.path.ends_with(".ttc");
      EXPECT_EQ(face.index, collection ? 2 : 0) << face.path; // SC is the third of Noto CJK
    }
    EXPECT_TRUE(chain.back().path.ends_with("DejaVuSans.ttf"));
  }
  EXPECT_TRUE((*book)[FontRole::Title][0].path.ends_with("NotoSerifCJK-Bold.ttc"));
  EXPECT_TRUE((*book)[FontRole::Kai][0].path.ends_with("LXGWWenKai-Regular.ttf"));
}

TEST(Fonts, AFaceIsRelativeToTheBookAndStandsOnceInAChain) {
  const auto book = read_text_as_book("[faces]\na = \"a.ttc#3\"\nb = \"/usr/b.ttf\"\n" +
                                      std::string(kRoles) + "last_resort = [\"b\", \"a\"]\n");
  ASSERT_TRUE(book) << book.error().message;
  const auto& body = (*book)[FontRole::Body];
  ASSERT_EQ(body.size(), 2u);
  EXPECT_TRUE(body[0].path.ends_with("/a.ttc"));
  EXPECT_TRUE(std::filesystem::path(body[0].path).is_absolute());
  EXPECT_EQ(body[0].index, 3);
  EXPECT_EQ(body[1], (FaceFile{"/usr/b.ttf", 0}));
}

struct BookRow {
  const char *text, *says;
};

class BadBook : public testing::TestWithParam<BookRow> {};

TEST_P(BadBook, IsMalformedWithASentence) {
  const auto book = read_text_as_book(GetParam().text);
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().kind, ErrorKind::Malformed);
  EXPECT_NE(book.error().message.find(GetParam().says), std::string::npos) << book.error().message;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, BadBook,
    testing::Values(BookRow{"", "缺少 [roles] 一节里的必填项 body"},
                    BookRow{"[faces]\na = \"a.ttf#x\"\n", "fonts.toml:2:5: 错误：# 后面要写"},
                    BookRow{"[faces]\na = \"a.ttf#999\"\n", "从 0 到 255"},
                    BookRow{"[faces]\na = 3\n", "带英文引号的文字"},
                    BookRow{"[faces]\nsans = \"a.ttf\"\n[roles]\nbody = [\"sans\", \"sasn\"]\n",
                            "是不是想写 \"sans\""},
                    BookRow{"[roles]\nbody = \"a\"\n", "请先在 [faces] 里写上"},
                    BookRow{"[roles]\nbodi = [\"a\"]\n", "body（正文）"},
                    BookRow{"[face]\n", "[faces]（字体文件）"},
                    BookRow{"[faces]\na = “a.ttf”\n", "中文引号"}));

TEST(Fonts, AMissingBookIsNotFound) {
  EXPECT_EQ(load_fonts("/nonexistent/fonts.toml").error().kind, ErrorKind::NotFound);
}

} // namespace
} // namespace heiban
