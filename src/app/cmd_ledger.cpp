#include "app/command_line.h"
#include "app/commands.h"
#include "app/ledger_desk.h"
#include "app/setup.h"

#include <memory>

namespace heiban {

void add_ledger(CommandLine& heiban) {
  CommandLine ledger = heiban.group("ledger", "the record of what stood on the wall");
  auto options = std::make_shared<LedgerOptions>();
  const auto add = [&](const char* name, const char* what) {
    CommandLine command = ledger.command(name, what);
    add_setup_options(command, options->setup);
    return command;
  };
  const auto add_span = [&](CommandLine command) {
    command.option("--from", options->from, "from this day or time on (Beijing time)");
    command.option("--to", options->to, "to the end of this day, or this time");
  };
  CommandLine list = add("list", "every notice that stood, how often and for how long");
  add_span(list);
  list.flag("--json", options->json, "a JSON line a notice");
  CommandLine show = add("show", "one notice, day by day");
  show.required("NOTICE", options->notice, "its number, or words of its title");
  add_span(show);
  show.flag("--json", options->json, "as JSON");
  CommandLine verify = add("verify", "whether every line is as it was written");
  verify.option("--contains", options->contains, "a hash that a certificate gives");
  verify.flag("--json", options->json, "as JSON");
  CommandLine take_out = add("export", "a table for Excel; with a notice, its certificate (HTML)");
  take_out.option("NOTICE", options->notice, "its number, or words of its title");
  take_out.flag("--csv", options->csv, "of a notice: its showings as a table");
  take_out.option("--out", options->out, "file to write; - or nothing: standard output");
  add_span(take_out);
  CommandLine report = add("report", "the bureau's paragraph and table of a year");
  report.required("--year", options->year, "as 2026");
  report.flag("--html", options->html, "as a paper to print");
  report.option("--out", options->out, "file to write; - or nothing: standard output");
  list.run([options] { return ledger_list(*options); });
  show.run([options] { return ledger_show(*options); });
  verify.run([options] { return ledger_verify(*options); });
  take_out.run([options] { return ledger_export(*options); });
  report.run([options] { return ledger_report(*options); });
}

} // namespace heiban
