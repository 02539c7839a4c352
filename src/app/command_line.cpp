#include "app/command_line.h"

#include "app/commands.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace heiban {
namespace {

constexpr const char* kHelp = "打印这段说明";

// Staff run commands too: what CLI11 prints in help is Chinese.
void speak_chinese(CLI::App& app) {
  auto words = std::make_shared<CLI::Formatter>();
  for (const auto& [english, chinese] : {std::pair{"Usage", "用法"},
                                         {"OPTIONS", "选项"},
                                         {"SUBCOMMAND", "命令"},
                                         {"Positionals", "要写的内容"},
                                         {"REQUIRED", "（必须写）"},
                                         {"TEXT", "文字"},
                                         {"INT", "整数"},
                                         {"UINT", "整数"}})
    words->label(english, chinese);
  app.formatter(words);
  app.option_defaults()->group("选项");
  app.set_help_flag("-h,--help", kHelp);
}

// What is wrong with the arguments, and where to read what is right.
std::string usage_error(const CLI::App* app, const CLI::Error& error) {
  std::string command = app->get_name();
  while (!app->get_subcommands().empty()) {
    app = app->get_subcommands().front();
    command += ' ' + app->get_name();
  }
  const std::string detail = error.what();
  const bool missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  std::string what = fmt::format("参数写得不对：{}", detail);
  if (dynamic_cast<const CLI::ExtrasError*>(&error))
    what = fmt::format("不认识的参数：{}", fmt::join(app->remaining(), " "));
  else if (dynamic_cast<const CLI::ConversionError*>(&error))
    what = fmt::format("这里要写整数：{}", detail.substr(detail.find(": ") + 2));
  else if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
    what = fmt::format("{}：{}",
                       detail.find("At Most") == std::string::npos ? "后面缺少内容" : "只能写一次",
                       detail.substr(0, detail.find(':')));
  else if (missing && !detail.starts_with("A subcommand"))
    what = fmt::format("缺少 {}", detail.substr(0, detail.rfind(" is required")));
  else if (missing)
    what = app->remaining().empty() ? "后面要写一个命令"
                                    : fmt::format("没有“{}”这个命令", app->remaining().front());
  return fmt::format("{}。用法见 {} --help\n", what, command);
}

} // namespace

CommandLine CommandLine::group(const char* name, const char* what) {
  CommandLine out = command(name, what);
  out.app_->require_subcommand(1);
  return out;
}

CommandLine CommandLine::command(const char* name, const char* what) {
  CLI::App* added = app_->add_subcommand(name, what);
  added->group("命令");
  added->set_help_flag("-h,--help", kHelp); // the one CLI11 gave it stands in an English group
  return {*added, *runs_};
}

void CommandLine::flag(const char* names, bool& into, const char* what) {
  app_->add_flag(names, into, what);
}

void CommandLine::option(const char* names, std::string& into, const char* what) {
  app_->add_option(names, into, what);
}

void CommandLine::option(const char* names, int& into, const char* what) {
  app_->add_option(names, into, what);
}

void CommandLine::option(const char* names, size_t& into, const char* what) {
  app_->add_option(names, into, what);
}

void CommandLine::required(const char* names, std::string& into, const char* what) {
  app_->add_option(names, into, what)->required();
}

void CommandLine::required(const char* names, int& into, const char* what) {
  app_->add_option(names, into, what)->required();
}

void CommandLine::run(Run run) {
  runs_->emplace_back(app_, std::move(run));
}

int parse_command_line(int argc, char** argv, void (*add_all)(CommandLine&)) {
  CLI::App app("heiban 黑板：单位大厅的公告屏", "heiban");
  speak_chinese(app);
  app.set_version_flag("--version", HEIBAN_VERSION, "打印版本");
  app.failure_message(usage_error);
  app.require_subcommand(1);
  CommandLine::Runs runs;
  CommandLine line(app, runs);
  add_all(line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kFine : kUsage;
  }
  for (const auto& [command, run] : runs)
    if (command->parsed())
      return run();
  return kUsage;
}

} // namespace heiban
