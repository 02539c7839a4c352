#include "app/command_line.h"
#include "app/commands.h"
#include "app/fee_reader.h"
#include "app/setup.h"
#include "base/file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <iterator>
#include <memory>

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
  return std::move(*book);
}

std::string text_of(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int read_fees(const std::string& file) {
  int code = kFine;
  const std::optional<Workbook> book = open_workbook(file, code);
  if (!book)
    return code;
  for (const std::string& finding : book->findings)
    fmt::print(stderr, "{}：{}\n", file, finding);
  // Row by row: a whole document of a large table costs several times the table.
  fmt::print("{{\"sheets\":[");
  for (const Sheet& sheet : book->sheets) {
    fmt::print("{}{{\"name\":{},\"rows\":[", &sheet == &book->sheets[0] ? "" : ",",
               text_of(sheet.name));
    for (size_t row = 0; row < sheet.rows.size(); ++row)
      fmt::print("{}{}", row == 0 ? "" : ",", text_of(sheet.rows[row]));
    Json merges = Json::array();
    for (const GridMerge& m : sheet.merges)
      merges.push_back({m.row_from, m.column_from, m.row_to, m.column_to});
    fmt::print("],\"merges\":{}}}", merges.dump());
  }
  fmt::print("]}}\n");
  return kFine;
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
  for (const FeeFinding& finding : findings)
    fmt::print("{}\n", finding_zh(finding));
  if (findings.empty())
    fmt::print("没有发现问题。\n");
}

int lint_fees(const std::string& file, bool json) {
  int code = kFine;
  const std::optional<Workbook> book = open_workbook(file, code);
  if (!book)
    return code;
  const Result<FeeWords> words = load_fee_words();
  if (!words)
    return fail(kInternal, file, words.error().message);
  std::vector<FeeFinding> findings = read_fee_sheets(*book, *words, {}, system_now()).findings;
  for (const std::string& left_out : book->findings)
    findings.push_back(not_whole(left_out));
  if (json)
    print_json(findings);
  else
    print_text(findings);
  return findings.empty() ? kFine : kFindings;
}

} // namespace

void add_fees(CommandLine& heiban) {
  CommandLine fees = heiban.group("fees", "收费表的表格文件");
  auto file = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  CommandLine read = fees.command("read", "读 CSV、XLSX 或 JSON 表格，输出各格文字（JSON）");
  read.required("FILE", *file, "表格文件");
  CommandLine lint = fees.command("lint", "检查收费表是否符合规定（F1 至 F8）");
  lint.required("FILE", *file, "表格文件");
  lint.flag("--json", *json, "用 JSON 输出");
  read.run([file] { return read_fees(*file); });
  lint.run([file, json] { return lint_fees(*file, *json); });
}

} // namespace heiban
