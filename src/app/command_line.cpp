#include "app/command_line.h"

#include "app/commands.h"

#include <CLI/CLI.hpp>

namespace heiban {

CommandLine CommandLine::group(const char* name, const char* what) {
  CommandLine out = command(name, what);
  out.app_->require_subcommand(1);
  return out;
}

CommandLine CommandLine::command(const char* name, const char* what) {
  return {*app_->add_subcommand(name, what), *runs_};
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
  CLI::App app("heiban: a notice board for a lobby", "heiban");
  app.set_version_flag("--version", HEIBAN_VERSION);
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
