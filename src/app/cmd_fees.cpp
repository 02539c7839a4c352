#include "app/commands.h"
#include "app/setup.h"
#include "base/file.h"
#include "base/utf8.h"
#include "notice/fee_rules.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <iterator>

namespace heiban {
namespace {

using Json = nlohmann::ordered_json;
constexpr size_t kLargestFile = 48u << 20;

int fail(int code, const std::string& file, const std::string& message) {
  fmt::print(stderr, "{}：{}\n", file, message);
  return code;
}

// The workbook in a file, or nothing with the exit code in `code` and the reason on stderr.
std::optional<Workbook> open_workbook(const std::string& file, int& code) {
  const Result<std::string> bytes = read_file(file, kLargestFile);
  if (!bytes) {
    code = bytes.error().kind == ErrorKind::NotFound ? fail(kMissingFile, file, "没有这个文件。")
                                                     : fail(kBadInput, file, bytes.error().message);
    return {};
  }
  Result<Workbook> book = read_workbook(*bytes);
  if (!book) {
    code = fail(kBadInput, file, book.error().message);
    return {};
  }
  for (const std::string& finding : book->findings)
    fmt::print(stderr, "{}：{}\n", file, finding);
  return std::move(*book);
}

int read_fees(const std::string& file) {
  int code = kFine;
  const std::optional<Workbook> book = open_workbook(file, code);
  if (!book)
    return code;
  Json sheets = Json::array();
  for (const Sheet& sheet : book->sheets) {
    Json merges = Json::array();
    for (const GridMerge& m : sheet.merges)
      merges.push_back({m.row_from, m.column_from, m.row_to, m.column_to});
    sheets.push_back({{"name", sheet.name}, {"rows", sheet.rows}, {"merges", merges}});
  }
  const Json out = {{"sheets", sheets}};
  fmt::print("{}\n", out.dump(-1, ' ', false, Json::error_handler_t::replace));
  return kFine;
}

std::vector<FeeFinding> findings_of(const Workbook& book, const FeeHeads& heads,
                                    const FeeUnits& units) {
  std::vector<FeeFinding> findings;
  for (const Sheet& sheet : book.sheets) {
    if (sheet.rows.empty())
      continue; // an empty sheet hides nothing
    const std::optional<FeeSchedule> schedule = read_fee_schedule(sheet, heads);
    const std::vector<FeeFinding> found =
        schedule ? check_fees(*schedule, sheet, units) : std::vector{no_schedule(sheet)};
    findings.insert(findings.end(), found.begin(), found.end());
  }
  return findings;
}

void print_json(const std::vector<FeeFinding>& findings) {
  Json list = Json::array();
  for (const FeeFinding& f : findings)
    list.push_back({{"sheet", f.sheet},
                    {"row", f.row},
                    {"column", f.column},
                    {"rule", f.rule},
                    {"source", f.source},
                    {"message", f.message},
                    {"refuses", f.refuses}});
  const Json out = {{"findings", list}};
  fmt::print("{}\n", out.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void print_text(const std::vector<FeeFinding>& findings) {
  for (const FeeFinding& f : findings) {
    const std::string sheet = f.sheet.empty() ? "" : fmt::format("工作表“{}”", f.sheet);
    const std::string row = f.row > 0 ? fmt::format("第{}行", f.row) : "";
    const std::string column = f.column.empty() ? "" : fmt::format("{}列", f.column);
    fmt::print("{}{}{} {} {}{}（依据：{}）\n", sheet, row, column, f.rule,
               f.refuses ? "［不能上墙］" : "", f.message, f.source);
  }
  if (findings.empty())
    fmt::print("没有发现问题。\n");
}

int lint_fees(const std::string& file, bool json) {
  int code = kFine;
  const std::optional<Workbook> book = open_workbook(file, code);
  if (!book)
    return code;
  const std::string folder = assets_folder() + "/fees/";
  constexpr size_t kLargestAsset = 1u << 20;
  const Result<std::string> heads = read_file(folder + "heads.tsv", kLargestAsset);
  const Result<std::string> units = read_file(folder + "units.tsv", kLargestAsset);
  if (!heads || !units)
    return fail(kInternal, folder, heads ? units.error().message : heads.error().message);
  const std::vector<FeeFinding> findings =
      findings_of(*book, read_fee_heads(*heads), read_fee_units(*units));
  if (json)
    print_json(findings);
  else
    print_text(findings);
  return findings.empty() ? kFine : kFindings;
}

} // namespace

std::vector<CommandSlot> add_fees(CLI::App& app) {
  CLI::App* fees = app.add_subcommand("fees", "fee schedules in spreadsheets");
  fees->require_subcommand(1);
  auto file = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  CLI::App* read = fees->add_subcommand("read", "a CSV, XLSX or JSON table as a grid of texts");
  read->add_option("FILE", *file)->required();
  CLI::App* lint = fees->add_subcommand("lint", "a fee schedule against the rules F1 to F8");
  lint->add_option("FILE", *file)->required();
  lint->add_flag("--json", *json, "findings as JSON");
  return {{read, [file] { return read_fees(*file); }},
          {lint, [file, json] { return lint_fees(*file, *json); }}};
}

} // namespace heiban
