#include "config/load.h"

#include "base/file.h"
#include "config/settings_keys.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace heiban {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr size_t kStride = 7; // every byte is walked in the plain build; here it takes too long
#else
constexpr size_t kStride = 1;
#endif

const std::string kDefaultFile = HEIBAN_ROOT "/config/heiban.toml";

std::string text_of(const std::string& path) {
  return read_file(path, 1 << 20).value();
}

Settings good(std::string_view toml, const std::string& path = "/etc/heiban/heiban.toml") {
  const LoadedSettings loaded = parse_settings(toml, path);
  EXPECT_TRUE(loaded.ok()) << format_diagnostics(loaded.diagnostics);
  return loaded.settings;
}

constexpr const char* kSmallest = "[bureau]\nname = \"云岭县教育局\"\n"
                                  "[[feed]]\nname = \"公告公示\"\n"
                                  "url = \"https://www.yunling.example/rss.xml\"\n";

TEST(Load, TheDefaultFileHasNoRemarks) {
  const LoadedSettings loaded = load_settings(kDefaultFile);
  EXPECT_TRUE(loaded.diagnostics.empty()) << format_diagnostics(loaded.diagnostics);
  ASSERT_EQ(loaded.settings.feeds.size(), 5u);
  for (const FeedSpec& feed : loaded.settings.feeds) {
    ASSERT_TRUE(feed.url.starts_with("file:///")) << feed.url;
    EXPECT_TRUE(read_file(feed.url.substr(7), 1 << 24)) << feed.url;
    EXPECT_EQ(feed.link_hosts, std::vector<std::string>{"yunling.example"});
  }
}

TEST(Load, TheDefaultFileMentionsEveryKey) {
  const std::string text = text_of(kDefaultFile);
  for (const SectionInfo& section : settings_sections()) {
    EXPECT_NE(text.find("[" + std::string(section.name) + "]"), std::string::npos) << section.name;
    for (const KeyInfo& key : section.keys)
      EXPECT_NE(text.find(std::string(key.name)), std::string::npos) << key.name;
  }
}

// Every example a message or the reference page gives is itself right.
TEST(Load, EveryExampleOfTheKeyTablesIsRight) {
  for (const SectionInfo& section : settings_sections())
    for (const KeyInfo& key : section.keys) {
      if (key.name == "pin")
        continue; // its example shows the form only
      std::string text = kSmallest;
      const std::string line = std::string(key.name) + " = " + std::string(key.form) + "\n";
      if (section.name == "bureau")
        text = (key.name == "name" ? "[bureau]\n" : "[bureau]\nname = \"甲\"\n") + line +
               "[[feed]]\nname = \"a\"\nurl = \"https://a.example/\"\n";
      else if (section.name == "feed")
        text = "[bureau]\nname = \"甲\"\n[[feed]]\n" +
               std::string(key.name == "name" ? "" : "name = \"a\"\n") +
               (key.name == "url" ? "" : "url = \"https://a.example/\"\n") +
               (key.name.starts_with("select_") ? "kind = \"page\"\n" : "") +
               (key.name == "voluntary" ? "kind = \"fees\"\n" : "") + line;
      else if (section.name == "hours")
        text +=
            "[hours]\n" + std::string(key.name == "tuesday" ? "" : "tuesday = \"全天\"\n") + line;
      else
        text += "[" + std::string(section.name) + "]\n" + line;
      good(text);
    }
}

TEST(Load, TheReferencePageIsMadeFromTheTables) {
  const std::string path = HEIBAN_ROOT "/config/keys.md";
  if (std::getenv("HEIBAN_ACCEPT") != nullptr) {
    ASSERT_TRUE(write_file_atomic(path, key_reference()));
  }
  EXPECT_EQ(text_of(path), key_reference()) << "run this test with HEIBAN_ACCEPT=1";
}

TEST(Load, TheSmallestFileGetsSensibleDefaults) {
  const Settings settings = good(kSmallest);
  EXPECT_EQ(settings.bureau.website_name, "云岭县教育局网站");
  EXPECT_EQ(settings.disclaimer, "以云岭县教育局网站公布内容为准");
  ASSERT_EQ(settings.feeds.size(), 1u);
  const FeedSpec& feed = settings.feeds[0];
  EXPECT_EQ(feed.category, "公告公示");
  EXPECT_EQ(feed.publisher, "云岭县教育局");
  EXPECT_EQ(feed.refresh_seconds, 600);
  EXPECT_EQ(feed.link_hosts, std::vector<std::string>{"yunling.example"});
  EXPECT_FALSE(feed.urgent);
  EXPECT_TRUE(settings.hours.always);
  EXPECT_EQ(settings.screen.theme, "heiban");
  EXPECT_EQ(settings.screen.width, 0);
}

TEST(Load, EveryFormOfAValue) {
  const Settings settings = good("[bureau]\n"
                                 "name = '云岭县教育局'\n"
                                 "phones = \"监督举报 12345\"\n"
                                 "website = \"https://Www.Jyj.example:8443/index.html\"\n"
                                 "website_name = \"县教育局网\"\n"
                                 "[screen]\n"
                                 "size = \"3840×2160\"\n"
                                 "diagonal = \"140 厘米\"\n"
                                 "distance = \"4.5米\"\n"
                                 "rotation = 270\n"
                                 "display = \"HDMI-1\"\n"
                                 "theme = \"公文\"\n"
                                 "transition = \"推移\"\n"
                                 "controls = \"staff\"\n"
                                 "hold = \"1分30秒\"\n"
                                 "lunar_date = false\n"
                                 "[[feed]]\n"
                                 "name = \"甲\"\n"
                                 "url = \"file:data/甲.xml\"\n"
                                 "refresh = \"1小时30分\"\n"
                                 "max_age = \"2周\"\n"
                                 "zone = \"+09:30\"\n"
                                 "[[feed]]\n"
                                 "name = \"乙\"\n"
                                 "url = \"https://news.example/list/\"\n"
                                 "kind = \"网页列表\"\n"
                                 "refresh = 30\n"
                                 "link_hosts = [\"Files.Example\"]\n"
                                 "ca_file = \"ca/root.pem\"\n"
                                 "pin = \"sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"\n"
                                 "personal_data = \"mask\"\n"
                                 "urgent = true\n"
                                 "select_item = \".list li\"\n"
                                 "[programme]\n"
                                 "dwell_min = \"６ 秒\"\n"
                                 "dwell_max = \"1分钟\"\n"
                                 "reading_speed = \"300字\"\n"
                                 "[max_age]\n"
                                 "收费公示 = \"1年\"\n"
                                 "\"招生 入学\" = 90\n"
                                 "[review]\n"
                                 "held_words = [\n"
                                 "  \"内部资料\", # 说明\n"
                                 "  \"征求意见稿\",\n"
                                 "]\n");
  EXPECT_EQ(settings.bureau.phones, std::vector<std::string>{"监督举报 12345"});
  EXPECT_EQ(settings.disclaimer, "以县教育局网公布内容为准");
  EXPECT_EQ(settings.screen.width, 3840);
  EXPECT_EQ(settings.screen.height, 2160);
  EXPECT_NEAR(settings.screen.diagonal_inches, 55.1, 0.1);
  EXPECT_DOUBLE_EQ(settings.screen.distance_m, 4.5);
  EXPECT_EQ(settings.screen.rotation, 270);
  EXPECT_EQ(settings.screen.display, "HDMI-1");
  EXPECT_EQ(settings.screen.theme, "gongwen");
  EXPECT_EQ(settings.screen.transition, "push");
  EXPECT_EQ(settings.screen.hold_seconds, 90);
  EXPECT_FALSE(settings.screen.lunar_date);
  const FeedSpec &a = settings.feeds[0], &b = settings.feeds[1];
  EXPECT_EQ(a.url, "file:///etc/heiban/data/甲.xml");
  EXPECT_EQ(a.refresh_seconds, 5400);
  EXPECT_EQ(a.max_age_days, 14);
  EXPECT_EQ(a.zone_minutes, 570);
  EXPECT_EQ(a.link_hosts, std::vector<std::string>{"jyj.example"});
  EXPECT_EQ(b.kind, FeedKind::Page);
  EXPECT_EQ(b.refresh_seconds, 1800);
  EXPECT_EQ(b.link_hosts, std::vector<std::string>{"files.example"});
  EXPECT_EQ(b.ca_file, "/etc/heiban/ca/root.pem");
  EXPECT_TRUE(b.mask_personal_data);
  EXPECT_TRUE(b.urgent);
  EXPECT_EQ(b.selectors.item, ".list li");
  EXPECT_EQ(settings.programme.dwell_floor_ms, 6000);
  EXPECT_EQ(settings.programme.dwell_cap_ms, 60000);
  EXPECT_DOUBLE_EQ(settings.programme.characters_per_second, 5);
  EXPECT_EQ(settings.programme.max_age_days.at("收费公示"), 365);
  EXPECT_EQ(settings.programme.max_age_days.at("招生 入学"), 90);
  EXPECT_EQ(settings.review.held_words, (std::vector<std::string>{"内部资料", "征求意见稿"}));
}

TEST(Load, AThemeOfTheBureausOwnStandsBesideTheConfig) {
  const std::string toml = std::string(kSmallest) + "[screen]\ntheme = \"../look/mine.toml\"\n";
  EXPECT_EQ(good(toml).screen.theme, "/etc/look/mine.toml");
}

TEST(Load, RemarksDoNotRefuseAFile) {
  const LoadedSettings loaded = parse_settings(
      "[bureau]\nname = \"甲\"\nphones = [\"办公室 0000-0000000\", \"价格举报 12358\"]\n"
      "[[feed]]\nname = \"a\"\nurl = \"http://a.example/\"\nurgent = true\n"
      "[[feed]]\nname = \"b\"\nurl = \"http://a.example/\"\n",
      "heiban.toml");
  EXPECT_TRUE(loaded.ok());
  ASSERT_EQ(loaded.diagnostics.size(), 3u) << format_diagnostics(loaded.diagnostics);
  EXPECT_EQ(loaded.diagnostics[0].line, 3);
  EXPECT_EQ(loaded.diagnostics[0].column, 31);
  EXPECT_NE(loaded.diagnostics[0].message.find("12315"), std::string::npos);
  EXPECT_NE(loaded.diagnostics[1].message.find("https://"), std::string::npos);
  EXPECT_NE(loaded.diagnostics[2].message.find("第 6 行的相同"), std::string::npos);
}

// WPS and Notepad write a byte order mark and CR LF; neither moves a place.
TEST(Load, ByteOrderMarkAndWindowsLineEnds) {
  std::string toml = "\xEF\xBB\xBF" + std::string(kSmallest);
  for (size_t at = 0; (at = toml.find('\n', at)) != std::string::npos; at += 2)
    toml.insert(at, "\r");
  EXPECT_EQ(good(toml).bureau.name, "云岭县教育局");
  const LoadedSettings loaded = parse_settings(toml + "keep = 0\r\n", "heiban.toml");
  ASSERT_EQ(loaded.diagnostics.size(), 1u);
  EXPECT_EQ(loaded.diagnostics[0].line, 6);
  EXPECT_EQ(loaded.diagnostics[0].column, 8);
  EXPECT_EQ(loaded.diagnostics[0].source_line, "keep = 0");
}

TEST(Load, SpacesOfAnInputMethodAreForgiven) {
  EXPECT_EQ(
      good(std::string(kSmallest) + "　keep　=　10　# 说明\n\tmax_age\t=\t\"5天\"\n").feeds[0].keep,
      10);
}

TEST(Load, AMissingFileIsADiagnostic) {
  const LoadedSettings loaded = load_settings("/nonexistent/heiban.toml");
  ASSERT_EQ(loaded.diagnostics.size(), 1u);
  EXPECT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.diagnostics[0].line, 0);
  EXPECT_NE(loaded.diagnostics[0].message.find("没有这个文件"), std::string::npos);
}

// A file half saved is either right as far as it goes or said to be wrong; nothing else happens.
TEST(Load, TheDefaultFileCutAtEveryByte) {
  const std::string text = text_of(kDefaultFile);
  size_t right = 0;
  for (size_t length = 0; length <= text.size(); length += kStride) {
    const LoadedSettings loaded =
        parse_settings(std::string_view(text).substr(0, length), kDefaultFile);
    ASSERT_EQ(loaded.ok(), loaded.diagnostics.empty()) << length;
    if (!loaded.ok())
      continue;
    ++right;
    ASSERT_FALSE(loaded.settings.feeds.empty()) << length;
    ASSERT_FALSE(loaded.settings.bureau.name.empty()) << length;
  }
  EXPECT_GT(right, 0u);
  EXPECT_LT(right, text.size());
}

TEST(Load, AByteStruckOutOrDoubledIsHarmless) {
  const std::string text = text_of(kDefaultFile);
  for (size_t at = 0; at < text.size(); at += 3 * kStride) {
    std::string struck = text, doubled = text;
    struck.erase(at, 1);
    doubled.insert(at, 1, text[at]);
    for (const std::string& one : {struck, doubled})
      for (const Diagnostic& d : parse_settings(one, kDefaultFile).diagnostics)
        ASSERT_FALSE(d.message.empty());
  }
}

TEST(Load, HostileFilesEndInTime) {
  std::string deep = "x = ";
  for (int i = 0; i < 100000; ++i)
    deep += "[";
  EXPECT_FALSE(parse_settings(deep, "h.toml").ok());
  std::string headers;
  for (int i = 0; i < 20000; ++i)
    headers += "[[feed]]\n";
  EXPECT_FALSE(parse_settings(headers, "h.toml").ok());
  std::string brackets;
  for (int i = 0; i < 20000; ++i)
    brackets += "x = [\n";
  EXPECT_FALSE(parse_settings(brackets, "h.toml").ok());
  std::string dotted = std::string(100000, '.') + " = 1";
  EXPECT_FALSE(parse_settings("a" + dotted, "h.toml").ok());
}

} // namespace
} // namespace heiban
