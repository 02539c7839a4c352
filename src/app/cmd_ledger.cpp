#include "app/commands.h"
#include "app/ledger_desk.h"
#include "app/setup.h"

#include <CLI/CLI.hpp>

namespace heiban {

std::vector<CommandSlot> add_ledger(CLI::App& app) {
  CLI::App* ledger = app.add_subcommand("ledger", "the record of what stood on the wall");
  ledger->require_subcommand(1);
  auto options = std::make_shared<LedgerOptions>();
  const auto add = [&](const char* name, const char* what) {
    CLI::App* command = ledger->add_subcommand(name, what);
    add_setup_options(*command, options->setup);
    return command;
  };
  const auto add_span = [&](CLI::App* command) {
    command->add_option("--from", options->from, "from this day or time on (Beijing time)");
    command->add_option("--to", options->to, "to the end of this day, or this time");
  };
  CLI::App* list = add("list", "every notice that stood, how often and for how long");
  add_span(list);
  list->add_flag("--json", options->json, "a JSON line a notice");
  CLI::App* show = add("show", "one notice, day by day");
  show->add_option("NOTICE", options->notice, "its number, or words of its title")->required();
  add_span(show);
  show->add_flag("--json", options->json, "as JSON");
  CLI::App* verify = add("verify", "whether every line is as it was written");
  verify->add_option("--contains", options->contains, "a hash that a certificate gives");
  verify->add_flag("--json", options->json, "as JSON");
  CLI::App* take_out = add("export", "a table for Excel; with a notice, its certificate (HTML)");
  take_out->add_option("NOTICE", options->notice, "its number, or words of its title");
  take_out->add_flag("--csv", options->csv, "of a notice: its showings as a table");
  take_out->add_option("--out", options->out, "file to write; - or nothing: standard output");
  add_span(take_out);
  CLI::App* report = add("report", "the bureau's paragraph and table of a year");
  report->add_option("--year", options->year, "as 2026")->required();
  report->add_flag("--html", options->html, "as a paper to print");
  report->add_option("--out", options->out, "file to write; - or nothing: standard output");
  return {{list, [options] { return ledger_list(*options); }},
          {show, [options] { return ledger_show(*options); }},
          {verify, [options] { return ledger_verify(*options); }},
          {take_out, [options] { return ledger_export(*options); }},
          {report, [options] { return ledger_report(*options); }}};
}

} // namespace heiban
