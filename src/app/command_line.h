// CommandLine: one command of heiban, or a group of them, with its arguments; CLI11 parses them.
// parse_command_line makes the first one; the add_… functions of commands.h fill it in.
// It knows no command by name. command_line.cpp alone includes CLI11: it is slow to compile.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace heiban {

class CommandLine {
public:
  // What runs when a command was named: returns an exit code.
  using Run = std::function<int()>;

  // `what` is what --help says of it, in Chinese.
  CommandLine group(const char* name, const char* what); // one of its commands has to follow
  CommandLine command(const char* name, const char* what);

  // Names as CLI11 takes them: "--size,--window"; without dashes it is known by its place. What is
  // given goes into the second argument, which has to live until the command has run.
  void flag(const char* names, bool& into, const char* what);
  void option(const char* names, std::string& into, const char* what);
  void option(const char* names, int& into, const char* what);
  void option(const char* names, size_t& into, const char* what);
  void required(const char* names, std::string& into, const char* what);
  void required(const char* names, int& into, const char* what);
  void run(Run run);

private:
  using Runs = std::vector<std::pair<CLI::App*, Run>>;
  CommandLine(CLI::App& app, Runs& runs) : app_(&app), runs_(&runs) {}
  friend int parse_command_line(int argc, char** argv, void (*add_all)(CommandLine&));

  CLI::App* app_;
  Runs* runs_;
};

// Parses the arguments against the commands `add_all` adds, and runs the one that was named; --help
// and errors of usage are printed. Returns the exit code.
int parse_command_line(int argc, char** argv, void (*add_all)(CommandLine&));

} // namespace heiban
