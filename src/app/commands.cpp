#include "app/commands.h"

#include <CLI/CLI.hpp>

namespace heiban {
namespace {

// The order of `heiban --help`.
std::vector<CommandSlot> add_all(CLI::App& app) {
  std::vector<CommandSlot> slots;
  slots.push_back(add_run(app));
  slots.push_back(add_board(app));
  slots.push_back(add_fetch(app));
  slots.push_back(add_check(app));
  slots.push_back(add_snapshot(app));
  slots.push_back(add_plan(app));
  for (const auto& add : {add_decisions, add_stop, add_ledger})
    for (const CommandSlot& slot : add(app))
      slots.push_back(slot);
  CLI::App* feed =
      app.add_subcommand("feed", "feeds and their parts, read as the fetcher reads them");
  feed->require_subcommand(1);
  slots.push_back(add_feed_parse(*feed));
  slots.push_back(add_feed_date(*feed));
  for (const CommandSlot& slot : add_fees(app))
    slots.push_back(slot);
  slots.push_back(add_notice(app));
  slots.push_back(add_layout(app));
  slots.push_back(add_pages(app));
  slots.push_back(add_fonts(app));
  return slots;
}

} // namespace

int run_command(int argc, char** argv) {
  CLI::App app("heiban: a notice board for a lobby", "heiban");
  app.set_version_flag("--version", HEIBAN_VERSION);
  app.require_subcommand(1);
  const std::vector<CommandSlot> slots = add_all(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kFine : kUsage;
  }
  for (const CommandSlot& slot : slots)
    if (slot.subcommand->parsed())
      return slot.run();
  return kUsage;
}

} // namespace heiban
