#include "health/report.h"

#include "base/file.h"

#include <nlohmann/json.hpp>

namespace heiban {

std::string encode_report(const Report& report) {
  using json = nlohmann::ordered_json;
  json out = {{"program", "heiban"},
              {"version", report.version},
              {"pid", report.pid},
              {"started_at", report.started_at},
              {"written_at", report.written_at},
              {"state", report.state},
              {"edition", report.edition}};
  if (!report.fresh_at.empty())
    out["fresh_at"] = report.fresh_at;
  out["standing"] = {{"notice", report.notice}, {"page", report.page}, {"of", report.of}};
  out["screen"] = {{"driver", report.driver}, {"width", report.width}, {"height", report.height}};
  out["presents"] = report.presents;
  out["turns"] = report.turns;
  out["transitions_left_out"] = report.transitions_left_out;
  if (report.fetcher)
    out["fetcher"] = {{"pid", report.fetcher->pid}, {"starts", report.fetcher->starts}};
  if (report.stopped)
    out["stopped"] = {{"since", report.stopped->since}, {"reason", report.stopped->reason}};
  out["problems"] = report.problems;
  return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<void> write_report(const std::string& path, const Report& report) {
  return write_file_atomic(path, encode_report(report));
}

} // namespace heiban
