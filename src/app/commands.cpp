#include "app/commands.h"

#include "app/command_line.h"
#include "app/wake.h"

#include <csignal>

namespace heiban {
namespace {

// The order of `heiban --help`.
void add_all(CommandLine& heiban) {
  for (const auto& add : {add_run, add_board, add_fetch, add_check, add_snapshot, add_plan,
                          add_decisions, add_stop, add_ledger})
    add(heiban);
  CommandLine feed = heiban.group("feed", "读订阅源和日期");
  add_feed_parse(feed);
  add_feed_date(feed);
  for (const auto& add : {add_fees, add_notice, add_layout, add_pages, add_fonts})
    add(heiban);
}

} // namespace

int run_command(int argc, char** argv) {
  hold_signal(SIGUSR1); // asks a board for its status: while it is not yet there, it may wait
  return parse_command_line(argc, argv, add_all);
}

} // namespace heiban
