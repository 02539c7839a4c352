#include "app/command_line.h"
#include "app/commands.h"
#include "app/ledger_desk.h"
#include "app/setup.h"

#include <memory>

namespace heiban {

void add_ledger(CommandLine& heiban) {
  CommandLine ledger = heiban.group("ledger", "公示留痕：屏幕上展示过什么");
  auto options = std::make_shared<LedgerOptions>();
  const auto add = [&](const char* name, const char* what) {
    CommandLine command = ledger.command(name, what);
    add_setup_options(command, options->setup);
    return command;
  };
  const auto add_span = [&](CommandLine command) {
    command.option("--from", options->from, "从哪一天或什么时间起（北京时间）");
    command.option("--to", options->to, "到哪一天为止（含当天），或到什么时间为止");
  };
  CommandLine list = add("list", "展示过的公告，各多少遍、多长时间");
  add_span(list);
  list.flag("--json", options->json, "每条公告一行 JSON");
  CommandLine show = add("show", "一条公告逐日的展示情况");
  show.required("NOTICE", options->notice, "编号，或者标题里的几个字");
  add_span(show);
  show.flag("--json", options->json, "用 JSON 输出");
  CommandLine verify = add("verify", "核对记录有没有被改动过");
  verify.option("--contains", options->contains, "展示证明上的校验码");
  verify.flag("--json", options->json, "用 JSON 输出");
  CommandLine take_out =
      add("export", "全部记录的表格（CSV）；写了编号就是那一条的展示证明（HTML）");
  take_out.option("NOTICE", options->notice, "编号，或者标题里的几个字");
  take_out.flag("--csv", options->csv, "不要证明，要那一条的展示记录表");
  take_out.option("--out", options->out, "写到哪个文件；不写或写 - 就输出到屏幕");
  add_span(take_out);
  CommandLine report = add("report", "一年的统计：年报用的一段话和表");
  report.required("--year", options->year, "年份，例如 2026");
  report.flag("--html", options->html, "可以打印的网页");
  report.option("--out", options->out, "写到哪个文件；不写或写 - 就输出到屏幕");
  list.run([options] { return ledger_list(*options); });
  show.run([options] { return ledger_show(*options); });
  verify.run([options] { return ledger_verify(*options); });
  take_out.run([options] { return ledger_export(*options); });
  report.run([options] { return ledger_report(*options); });
}

} // namespace heiban
