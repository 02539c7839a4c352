// A row per mistake staff can make in heiban.toml: where it is reported, and what is said.
#include "config/load.h"

#include <gtest/gtest.h>

#include <ostream>

namespace heiban {
namespace {

// Five lines that are right; a row's text follows as line 6 and on.
constexpr const char* kRight = "[bureau]\n"
                               "name = \"云岭县教育局\"\n"
                               "[[feed]]\n"
                               "name = \"公告公示\"\n"
                               "url = \"https://www.yunling.example/rss.xml\"\n";

struct MistakeRow {
  const char* text; // after kRight
  int line, column;
  const char* says;
};

void PrintTo(const MistakeRow& row, std::ostream* out) {
  *out << row.text;
}

std::string shown(const LoadedSettings& loaded) {
  return "\n" + format_diagnostics(loaded.diagnostics);
}

class Mistake : public testing::TestWithParam<MistakeRow> {};

TEST_P(Mistake, IsReportedOnceAtItsPlace) {
  const MistakeRow& row = GetParam();
  const LoadedSettings loaded = parse_settings(std::string(kRight) + row.text, "heiban.toml");
  ASSERT_EQ(loaded.diagnostics.size(), 1u) << shown(loaded);
  const Diagnostic& only = loaded.diagnostics[0];
  EXPECT_TRUE(only.error);
  EXPECT_EQ(only.line, row.line) << shown(loaded);
  EXPECT_EQ(only.column, row.column) << shown(loaded);
  EXPECT_NE(only.message.find(row.says), std::string::npos) << shown(loaded);
}

// What an input method or a word processor leaves in a file.
INSTANTIATE_TEST_SUITE_P(
    Typing, Mistake,
    testing::Values(
        MistakeRow{"category = “公告”\n", 6, 12, "中文引号"},
        MistakeRow{"category = ‘公告’\n", 6, 12, "中文引号"},
        MistakeRow{"category = 「公告」\n", 6, 12, "中文引号"},
        MistakeRow{"category = ＂公告＂\n", 6, 12, "中文引号"},
        MistakeRow{"category = \"公告”\n", 6, 15, "中文引号"},
        MistakeRow{"category = \"公告\"\" # “公告”\n", 6, 16, "引号没有成对"},
        MistakeRow{"category ＝ \"公告\"\n", 6, 10, "改成半角的 ="},
        MistakeRow{"keep = ３０\n", 6, 8, "改成半角的 30"},
        MistakeRow{"link_hosts = [\"a.example\"，\"b.example\"]\n", 6, 26, "改成半角的 ,"},
        MistakeRow{"link_hosts = [\"a.example\"、\"b.example\"]\n", 6, 26, "改成半角的 ,"},
        MistakeRow{"link_hosts = 【\"a.example\"]\n", 6, 14, "改成半角的 ["},
        MistakeRow{"【review]\n", 6, 1, "改成半角的 ["},
        MistakeRow{"＃ 说明\n", 6, 1, "改成半角的 #"},
        MistakeRow{"category：\"公告\"\n", 6, 9, "英文等号"},
        MistakeRow{"keep = 30；\n", 6, 10, "分号"}, MistakeRow{"keep = 30;\n", 6, 10, "分号"}));

INSTANTIATE_TEST_SUITE_P(
    Form, Mistake,
    testing::Values(
        MistakeRow{"category = \"公告\n", 6, 12, "缺少结尾的英文引号"},
        MistakeRow{"category = \"关于“十五五”规划\n", 6, 12, "缺少结尾的英文引号"},
        MistakeRow{"category = 公告\n", 6, 12, "category = \"公告\""},
        MistakeRow{"category = \"关于\"规划\"\"\n", 6, 16, "多出了文字"},
        MistakeRow{"category = \"公告\" 栏目\n", 6, 17, "说明文字前面要加 #"},
        MistakeRow{"category =\n", 6, 11, "没有写值"},
        MistakeRow{"category = # 栏目\n", 6, 12, "没有写值"},
        MistakeRow{"category\n", 6, 9, "缺少等号"},
        MistakeRow{"category \"公告\"\n", 6, 10, "缺少等号"},
        MistakeRow{"= \"公告\"\n", 6, 1, "缺少键名"},
        MistakeRow{"\"category = \"公告\"\n", 6, 14, "缺少等号"},
        MistakeRow{"ca_file = \"D:\\pem\\a.pem\"\n", 6, 14, "反斜杠"},
        MistakeRow{"ca_file = \"D:\\new.pem\"\n", 6, 11, "反斜杠"},
        MistakeRow{"link_hosts = [\"a.example\" \"b.example\"]\n", 6, 27, "英文逗号"},
        MistakeRow{"link_hosts = [\"a.example\"\nkeep = 10\n", 6, 14, "缺少对应的 ]"},
        MistakeRow{"link_hosts = [\n  \"a.example\",\n  \"b.example\"\n[review]\n", 6, 14,
                   "缺少对应的 ]"},
        MistakeRow{"link_hosts = [\"a.example\"", 6, 14, "缺少对应的 ]"},
        MistakeRow{"link_hosts = [a.example]\n", 6, 15, "各用英文引号"},
        MistakeRow{"[review\n", 6, 1, "写成 [review]"},
        MistakeRow{"[[feed]\nname=\"b\"\nurl=\"https://b.example/\"\n", 6, 1, "写成 [[feed]]"},
        MistakeRow{"[review] 审核\n", 6, 10, "请另起一行"}, MistakeRow{"[]\n", 6, 2, "缺少名称"},
        MistakeRow{"category = \"\"\"公告\n", 6, 12, "三个引号"},
        MistakeRow{"，\n", 6, 1, "不能以"}, MistakeRow{"urgent = True\n", 6, 10, "urgent = true"},
        MistakeRow{"urgent = 是\n", 6, 10, "urgent = true"},
        MistakeRow{"urgent = no\n", 6, 10, "urgent = false"},
        MistakeRow{"keep = 030\n", 6, 8, "写成 30"},
        MistakeRow{"keep = 1,000\n", 6, 8, "不要写逗号"},
        MistakeRow{"refresh = 10m\n", 6, 11, "refresh = \"10m\""},
        MistakeRow{"refresh = 10 分钟\n", 6, 11, "refresh = \"10 分钟\""},
        MistakeRow{"max_age = 2026-2-3\n", 6, 11, "2026-02-03"},
        MistakeRow{"[hours]\nworkdays = 8:30-12:00\n", 7, 12, "workdays = \"8:30-12:00\""}));

INSTANTIATE_TEST_SUITE_P(
    Twice, Mistake,
    testing::Values(MistakeRow{"name = \"乙\"\n", 6, 1, "第 4 行已经写过"},
                    MistakeRow{"[bureau]\naddress = \"甲\"\n", 6, 2, "第 1 行已经写过"},
                    MistakeRow{"[feed]\nname = \"b\"\nurl = \"https://b.example/\"\n", 6, 2,
                               "两层方括号"},
                    MistakeRow{"[[bureau]]\n", 6, 3, "不能再写 [[bureau]]"},
                    MistakeRow{"name.short = \"乙\"\n", 6, 1, "第 4 行已经写过"},
                    MistakeRow{"[[feed]]\nname = \"公告公示\"\nurl = \"https://b.example/\"\n", 7,
                               8, "和第 4 行的重复"}));

INSTANTIATE_TEST_SUITE_P(
    UnknownKey, Mistake,
    testing::Values(MistakeRow{"nmae = \"x\"\n", 6, 1, "name（来源名称）"},
                    MistakeRow{"catagory = \"公告\"\n", 6, 1, "category（栏目）"},
                    MistakeRow{"Refresh = \"10分钟\"\n", 6, 1, "refresh（更新间隔）"},
                    MistakeRow{"link-hosts = [\"a.example\"]\n", 6, 1, "link_hosts（允许的网站）"},
                    MistakeRow{"栏目 = \"公告\"\n", 6, 1, "category（栏目）"},
                    MistakeRow{"theme = \"heiban\"\n", 6, 1, "请移到 [screen]（屏幕）下面"},
                    MistakeRow{"xyzzy = 1\n", 6, 1, "这一节可以写：name（来源名称）"},
                    MistakeRow{"[screen]\nthemes = \"heiban\"\n", 7, 1, "theme（主题）"},
                    MistakeRow{"[screen]\ndwell_min = 8\n", 7, 1, "请移到 [programme]（轮播）下面"},
                    MistakeRow{"[hours]\nworkdays = \"全天\"\nmondays = \"休息\"\n", 8, 1,
                               "monday（周一）"},
                    MistakeRow{"[review]\nheld_word = [\"甲\"]\n", 7, 1, "held_words（待审词语）"},
                    MistakeRow{"[screens]\n", 6, 2, "[screen]（屏幕）"},
                    MistakeRow{"[屏幕]\n", 6, 2, "[screen]（屏幕）"},
                    MistakeRow{"[[feeds]]\n", 6, 3, "[[feed]]（信息来源）"},
                    MistakeRow{"[abcdefgh]\n", 6, 2, "可以写的有：[bureau]（单位）"}));

INSTANTIATE_TEST_SUITE_P(
    Value, Mistake,
    testing::Values(
        MistakeRow{"category = 3\n", 6, 12, "带英文引号的文字"},
        MistakeRow{"keep = \"30\"\n", 6, 8, "不带引号的整数"},
        MistakeRow{"keep = 0\n", 6, 8, "1 到 2000"}, MistakeRow{"keep = 2.5\n", 6, 8, "1 到 2000"},
        MistakeRow{"keep = -1\n", 6, 8, "1 到 2000"},
        MistakeRow{"urgent = \"true\"\n", 6, 10, "不加引号"},
        MistakeRow{"urgent = 1\n", 6, 10, "只能写 true"},
        MistakeRow{"kind = \"rss\"\n", 6, 8, "没有“rss”这个选项"},
        MistakeRow{"kind = \"pages\"\n", 6, 8, "是不是想写 \"page\""},
        MistakeRow{"refresh = \"30 秒\"\n", 6, 11, "太短"},
        MistakeRow{"refresh = \"3天\"\n", 6, 11, "1440"},
        MistakeRow{"refresh = \"十分钟\"\n", 6, 11, "refresh = \"10分钟\""},
        MistakeRow{"refresh = \"10 fortnights\"\n", 6, 11, "单位：分钟"},
        MistakeRow{"refresh = true\n", 6, 11, "单位：分钟"},
        MistakeRow{"max_age = \"0天\"\n", 6, 11, "1 到 3650 天"},
        MistakeRow{"zone = \"8\"\n", 6, 8, "+08:00"},
        MistakeRow{"zone = \"+25:00\"\n", 6, 8, "+08:00"},
        MistakeRow{"pin = \"sha256//abc\"\n", 6, 7, "44 个字符"},
        MistakeRow{"link_hosts = [\"https://a.example/x\"]\n", 6, 15, "写成 \"a.example\""},
        MistakeRow{"link_hosts = [\"a.example\", \"*.b.example\"]\n", 6, 28, "写成 \"b.example\""},
        MistakeRow{"link_hosts = [\"a.example\", 3]\n", 6, 28, "带英文引号的文字"},
        MistakeRow{"link_hosts = true\n", 6, 14, "方括号列表"},
        MistakeRow{"[screen]\nsize = \"1920\"\n", 7, 8, "宽x高"},
        MistakeRow{"[screen]\nsize = 1920\n", 7, 8, "带英文引号"},
        MistakeRow{"[screen]\nsize = \"32x32\"\n", 7, 8, "每边 64 到 16384"},
        MistakeRow{"[screen]\nrotation = 45\n", 7, 12, "0、90、180 或 270"},
        MistakeRow{"[screen]\nrotation = \"90\"\n", 7, 12, "不加引号"},
        MistakeRow{"[screen]\ndiagonal = 3\n", 7, 12, "7 到 300 英寸"},
        MistakeRow{"[screen]\ndistance = \"远\"\n", 7, 12, "单位：米"},
        MistakeRow{"[screen]\ndistance = 300\n", 7, 12, "0.3 到 30 米"},
        MistakeRow{"[screen]\ntheme = \"heibna\"\n", 7, 9, "是不是想写 \"heiban\""},
        MistakeRow{"[screen]\ntransition = \"zoom\"\n", 7, 14, "\"push\"（推移）"},
        MistakeRow{"[screen]\ncontrols = true\n", 7, 12, "要带英文引号"},
        MistakeRow{"[screen]\ndisplay = 0\n", 7, 11, "1 到 16"},
        MistakeRow{"[screen]\nhold = 1\n", 7, 8, "5 到 3600 秒"},
        MistakeRow{"screen = 3\n", 6, 1, "没有“screen”"},
        MistakeRow{"[programme]\ndwell_min = 1\n", 7, 13, "3 到 600 秒"},
        MistakeRow{"[programme]\nreading_speed = 10\n", 7, 17, "60 到 600 字/分钟"},
        MistakeRow{"[max_age]\n\"公告公示\" = \"很久\"\n", 7, 10, "单位：天"},
        MistakeRow{"[review]\nmax_new = 0\n", 7, 11, "1 到 10000"},
        MistakeRow{"[review]\nheld_words = 3\n", 7, 14, "方括号列表"}));

INSTANTIATE_TEST_SUITE_P(
    Hours, Mistake,
    testing::Values(
        MistakeRow{"[hours]\nworkdays = \"8:30\"\n", 7, 12, "缺少结束时间"},
        MistakeRow{"[hours]\nworkdays = \"8:30-25:00\"\n", 7, 12, "“25:00”不是一天里的时间"},
        MistakeRow{"[hours]\nworkdays = \"8:60-12:00\"\n", 7, 12, "“8:60”不是一天里的时间"},
        MistakeRow{"[hours]\nworkdays = \"12:00-8:30\"\n", 7, 12, "不晚于"},
        MistakeRow{"[hours]\nworkdays = \"22:00-6:00\"\n", 7, 12, "跨过半夜"},
        MistakeRow{"[hours]\nworkdays = \"8:30-12:00, 11:00-17:00\"\n", 7, 12, "重叠"},
        MistakeRow{"[hours]\nworkdays = \"早上到晚上\"\n", 7, 12, "不是一天里的时间"},
        MistakeRow{"[hours]\nworkdays = \"\"\n", 7, 12, "缺少结束时间"},
        MistakeRow{"[hours]\nworkdays = true\n", 7, 12, "方括号列表"},
        MistakeRow{"[hours]\n", 6, 2, "一周七天都不开放"},
        MistakeRow{"[hours]\nworkdays = \"休息\"\n", 6, 2, "一周七天都不开放"},
        MistakeRow{"[hours]\nworkdays = \"全天\"\n[hours.dates]\n2026-13-01 = \"休息\"\n", 9, 1,
                   "要写日期"},
        MistakeRow{"[hours]\nworkdays = \"全天\"\n[hours.dates]\n2026-12-31 = \"9:00-8:00\"\n", 9,
                   14, "不晚于"},
        MistakeRow{"[hours]\nworkdays = \"全天\"\n[hours.dates]\n2026-12-31 = "
                   "\"休息\"\n\"2026-12-30 至 2027-01-02\" = \"休息\"\n",
                   10, 1, "2026-12-31 已经写过"},
        MistakeRow{"[hours]\nworkdays = \"全天\"\ndates = \"休息\"\n", 8, 9, "[hours.dates]"}));

INSTANTIATE_TEST_SUITE_P(
    Address, Mistake,
    testing::Values(
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"www.b.example/rss.xml\"\n", 8, 7,
                   "https://www.b.example/rss.xml"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"htps://b.example/\"\n", 8, 7,
                   "应当是 https://"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"http:/b.example/\"\n", 8, 7, "应当是 http://"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"https//b.example/\"\n", 8, 7,
                   "应当是 https://"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"ftp://b.example/\"\n", 8, 7, "不支持“ftp:”"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"https://\"\n", 8, 7, "缺少网站名"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"https://b.example:80a/\"\n", 8, 7, "端口"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"https://me:secret@b.example/\"\n", 8, 7,
                   "用户名和密码"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"https://b.example/ rss\"\n", 8, 26,
                   "不能有空格"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"https：//b.example/\"\n", 8, 13, "全角字符"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"notices.xml\"\n", 8, 7, "file:notices.xml"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"/srv/notices.xml\"\n", 8, 7,
                   "file:/srv/notices.xml"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"file:D:/notices.xml\"\n", 8, 7, "盘符"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = 'D:\\notices.xml'\n", 8, 10, "反斜杠"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"file:\"\n", 8, 7, "文件名"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"\"\n", 8, 7, "不能是空的"}));

INSTANTIATE_TEST_SUITE_P(
    Contradiction, Mistake,
    testing::Values(
        MistakeRow{"[programme]\ndwell_min = 60\ndwell_max = 30\n", 7, 13,
                   "dwell_min 要小于 dwell_max"},
        MistakeRow{"[programme]\ndwell_max = 6\n", 7, 13, "dwell_min 要小于 dwell_max"},
        MistakeRow{"[programme]\ndwell_scan = 20\n", 7, 14, "dwell_scan 要小于 dwell_min"},
        MistakeRow{"[programme]\nguarantee = 10\n", 7, 13, "guarantee 不能小于 round_target"},
        MistakeRow{"select_item = \"li\"\n", 6, 1, "kind = \"page\""},
        MistakeRow{"voluntary = \"自愿选择\"\n", 6, 1, "kind = \"fees\""},
        MistakeRow{"kind = \"fees\"\nvoluntary = true\n", 7, 13, "voluntary（自愿说明）"},
        MistakeRow{"[[feed]]\nname = \"b\"\nurl = \"http://b.example/\"\nca_file = \"a.pem\"\n", 9,
                   11, "只用于 https://"},
        MistakeRow{"[[feed]]\nname = \"b\"\n", 6, 3, "缺少必填项 url"},
        MistakeRow{"[[feed]]\n\nurl = \"https://b.example/\"\n", 6, 3, "缺少必填项 name"}));

struct WholeRow {
  const char* text;
  int line, column;
  const char* says;
};

class WholeFile : public testing::TestWithParam<WholeRow> {};

TEST_P(WholeFile, SaysWhatIsMissing) {
  const LoadedSettings loaded = parse_settings(GetParam().text, "heiban.toml");
  ASSERT_FALSE(loaded.ok());
  bool found = false;
  for (const Diagnostic& one : loaded.diagnostics)
    found = found || (one.line == GetParam().line && one.column == GetParam().column &&
                      one.message.find(GetParam().says) != std::string::npos);
  EXPECT_TRUE(found) << shown(loaded);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, WholeFile,
    testing::Values(
        WholeRow{"", 0, 0, "缺少 [bureau] 一节里的必填项 name"},
        WholeRow{"", 0, 0, "还没有信息来源"}, WholeRow{"# 只有说明\n", 0, 0, "还没有信息来源"},
        WholeRow{"[bureau]\naddress = \"甲\"\n", 1, 2, "缺少必填项 name"},
        WholeRow{"name = \"甲\"\n", 1, 1, "请移到 [bureau]（单位）下面"},
        WholeRow{"bureau = \"甲\"\n", 1, 1, "要单独写一行 [bureau]"},
        WholeRow{"\xB5\xD8\xD6\xB7\n", 1, 1, "GBK"},
        WholeRow{"[bureau]\nname = \"\xD4\xC6\xC1\xEB\xCF\xD8\xBD\xCC\xD3\xFD\xBE\xD6\"\n", 2, 9,
                 "GBK"},
        WholeRow{"\xFF\xFE[\0b\0", 0, 0, "UTF-16"},
        WholeRow{"[bureau]\nname = \"甲\xFF\"\n", 2, 10, "UTF-8"}));

TEST(Mistakes, AllOfAFileAreReportedInItsOrder) {
  const LoadedSettings loaded = parse_settings("[bureau]\n"
                                               "name = “云岭县教育局”\n"
                                               "adress = \"文昌路\"\n"
                                               "[screen]\n"
                                               "rotation = 45\n"
                                               "qr = True\n"
                                               "[[feed]]\n"
                                               "name = \"a\n"
                                               "url = \"www.a.example\"\n"
                                               "keep = 0\n"
                                               "[[feed]\n"
                                               "link_hosts = [\"a\"\n"
                                               "[programme]\n"
                                               "dwell_min = 100\n",
                                               "heiban.toml");
  std::string lines;
  for (const Diagnostic& one : loaded.diagnostics)
    lines += std::to_string(one.line) + " ";
  EXPECT_EQ(lines, "2 3 5 6 8 9 10 11 11 11 12 14 ") << shown(loaded);
}

TEST(Mistakes, HundredsAreCutShortAndSaidSo) {
  std::string text = kRight;
  for (int i = 0; i < 600; ++i)
    text += "x" + std::to_string(i) + " = 1\n";
  const LoadedSettings loaded = parse_settings(text, "heiban.toml");
  EXPECT_EQ(loaded.diagnostics.size(), 101u);
  EXPECT_NE(loaded.diagnostics.back().message.find("另有 500 处"), std::string::npos);
}

} // namespace
} // namespace heiban
