#include "app/command_line.h"

#include "app/commands.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

struct Row {
  std::vector<std::string> arguments;
  const char* said; // on stderr
};

class CommandLineTest : public testing::TestWithParam<Row> {
protected:
  // A command with one option, and a group of one command with a place.
  static void add(CommandLine& heiban) {
    static std::string name, file;
    static int year = 0;
    CommandLine show = heiban.command("show", "给人看");
    show.option("--name", name, "名称");
    show.option("--year", year, "年份");
    show.run([] { return kFine; });
    CommandLine read = heiban.group("feed", "来源").command("read", "读");
    read.required("FILE", file, "文件");
    read.run([] { return kFine; });
  }

  static int run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "heiban");
    std::vector<char*> argv;
    for (std::string& argument : arguments)
      argv.push_back(argument.data());
    return parse_command_line(static_cast<int>(argv.size()), argv.data(), add);
  }
};

TEST_P(CommandLineTest, WhatIsWrongIsSaidInChinese) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(run(GetParam().arguments), kUsage);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, CommandLineTest,
    testing::Values(Row{{}, "后面要写一个命令。用法见 heiban --help\n"},
                    Row{{"shwo"}, "没有“shwo”这个命令。用法见 heiban --help\n"},
                    Row{{"feed"}, "后面要写一个命令。用法见 heiban feed --help\n"},
                    Row{{"feed", "raed"}, "没有“raed”这个命令。用法见 heiban feed --help\n"},
                    Row{{"feed", "read"}, "缺少 FILE。用法见 heiban feed read --help\n"},
                    Row{{"show", "--nmae", "甲"},
                        "不认识的参数：--nmae 甲。用法见 heiban show --help\n"},
                    Row{{"show", "--name"}, "后面缺少内容：--name。用法见 heiban show --help\n"},
                    Row{{"show", "--name", "甲", "--name", "乙"},
                        "只能写一次：--name。用法见 heiban show --help\n"},
                    Row{{"show", "--year", "去年"},
                        "这里要写整数：--year = 去年。用法见 heiban show --help\n"}));

TEST_F(CommandLineTest, HelpIsChinese) {
  testing::internal::CaptureStdout();
  EXPECT_EQ(run({"feed", "read", "--help"}), kFine);
  const std::string help = testing::internal::GetCapturedStdout();
  EXPECT_NE(help.find("用法: heiban feed read [选项] FILE"), std::string::npos) << help;
  for (const char* english :
       {"Usage", "OPTIONS", "Options", "Positionals", "REQUIRED", "TEXT", "Print"})
    EXPECT_EQ(help.find(english), std::string::npos) << help;
}

} // namespace
} // namespace heiban
