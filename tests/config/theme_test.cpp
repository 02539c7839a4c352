#include "config/theme.h"

#include "base/file.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace heiban {
namespace {

constexpr double kLeast = 7; // DESIGN: contrast at least 7:1

class ShippedTheme : public testing::TestWithParam<const char*> {
protected:
  Theme theme() const {
    return load_theme(std::string(HEIBAN_ROOT "/assets/themes/") + GetParam() + ".toml").value();
  }
};

TEST_P(ShippedTheme, EveryPairOfColoursIsLegible) {
  const Theme t = theme();
  const auto legible = [](Colour text, Colour ground, const std::string& what) {
    EXPECT_GE(contrast(text, ground), kLeast) << what;
  };
  for (Colour ground : {t.background, t.table_stripe, t.table_head}) {
    legible(t.text, ground, "text");
    legible(t.title, ground, "title");
  }
  legible(t.muted, t.background, "muted");
  legible(t.muted, t.table_stripe, "muted on stripe");
  legible(t.head_text, t.head_band, "head");
  legible(t.muted, t.head_band, "muted on head band");
  legible(t.alert_text, t.alert_background, "alert");
  for (Colour ground : {t.background, t.head_band})
    for (Colour label : {t.fresh, t.stale, t.expired})
      legible(label, ground, "freshness");
  for (const auto& [word, colour] : t.categories)
    for (Colour ground : {t.background, t.head_band, t.table_stripe})
      legible(colour, ground, word);
  for (const auto& [level, pair] : t.alert_levels)
    legible(pair.text, pair.background, level);
}

TEST_P(ShippedTheme, IsComplete) {
  const Theme t = theme();
  EXPECT_FALSE(t.name.empty());
  EXPECT_TRUE(t.categories.contains("")) << "a colour for categories without their own";
  for (const char* word : {"公告公示", "部门文件", "计划总结", "工作动态", "招生入学", "教师资格",
                           "招聘公示", "评优公示", "收费公示", "财务公开", "采购招标", "监督举报"})
    EXPECT_TRUE(t.categories.contains(word)) << word;
  for (const char* level : {"蓝", "黄", "橙", "红"})
    EXPECT_TRUE(t.alert_levels.contains(level));
  EXPECT_GE(t.line_pitch, 1.5);
  EXPECT_LE(t.line_pitch, 2.0);
}

INSTANTIATE_TEST_SUITE_P(All, ShippedTheme, testing::Values("heiban", "gongwen", "contrast"));

TEST(Theme, LooksDiffer) {
  const auto load = [](const char* stem) {
    return load_theme(std::string(HEIBAN_ROOT "/assets/themes/") + stem + ".toml").value();
  };
  EXPECT_EQ(load("heiban").name, "黑板");
  EXPECT_GT(load("heiban").frame_px_1080, 0);
  EXPECT_EQ(load("gongwen").name, "公文");
  EXPECT_TRUE(load("gongwen").serif_body);
  EXPECT_EQ(load("contrast").name, "高对比");
  EXPECT_GE(load("contrast").size_step, 1.2);
  EXPECT_TRUE(load("contrast").reduced_motion);
}

TEST(Theme, ACategoryWithoutItsOwnColourTakesTheDefault) {
  const Theme theme = load_theme(HEIBAN_ROOT "/assets/themes/heiban.toml").value();
  EXPECT_EQ(theme.category("没有的栏目"), theme.categories.at(""));
  EXPECT_EQ(theme.category("公告公示"), theme.categories.at("公告公示"));
}

TEST(Contrast, KnownRatios) {
  EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21, 0.01);
  EXPECT_NEAR(contrast({255, 255, 255}, {0, 0, 0}), 21, 0.01);
  EXPECT_NEAR(contrast({119, 119, 119}, {255, 255, 255}), 4.48, 0.01); // #777 on white
  EXPECT_NEAR(contrast({10, 20, 30}, {10, 20, 30}), 1, 1e-9);
}

std::string refusal(const std::string& change, const std::string& to) {
  std::string text = read_file(HEIBAN_ROOT "/assets/themes/heiban.toml", 1 << 20).value();
  text.replace(text.find(change), change.size(), to);
  char folder[] = "/tmp/heiban-theme-XXXXXX";
  EXPECT_NE(mkdtemp(folder), nullptr);
  const std::string path = std::string(folder) + "/t.toml";
  EXPECT_TRUE(write_file_atomic(path, text));
  const Result<Theme> theme = load_theme(path);
  EXPECT_TRUE(remove_file(path));
  EXPECT_EQ(rmdir(folder), 0);
  return theme ? "" : theme.error().message;
}

TEST(Theme, MistakesNameLineAndWhatToWrite) {
  EXPECT_NE(refusal("\"#14271f\"", "\"green\"").find("要写颜色"), std::string::npos);
  EXPECT_NE(refusal("\"#14271f\"", "\"#14271\"").find("六位十六进制"), std::string::npos);
  EXPECT_NE(refusal("background   =", "backgroud   =").find("background（底色）"),
            std::string::npos);
  EXPECT_NE(refusal("line_pitch   = 1.6", "line_pitch   = 3").find("1.5 到 2"), std::string::npos);
  EXPECT_NE(refusal("[colours]", "[colour]").find("[colours]（颜色）"), std::string::npos);
  EXPECT_NE(refusal("[\"#0b3d91\", \"#ffffff\"]", "\"#0b3d91\"").find("两个颜色"),
            std::string::npos);
  EXPECT_NE(refusal("\"#14271f\"", "#14271f").find("没有写值"), std::string::npos);
  EXPECT_EQ(refusal("\"#14271f\"", "\"#14271F\""), "");
}

TEST(Theme, AMissingFileIsNotFound) {
  EXPECT_EQ(load_theme("/nonexistent.toml").error().kind, ErrorKind::NotFound);
}

} // namespace
} // namespace heiban
