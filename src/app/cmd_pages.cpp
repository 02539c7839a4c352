// heiban pages FILE.html|FILE.csv|FILE.xlsx|-: one notice's pages as the board would lay them out,
// in JSON.
#include "app/command_line.h"
#include "app/commands.h"
#include "app/fee_reader.h"
#include "app/input_text.h"
#include "app/page_json.h"
#include "app/setup.h"
#include "app/sheet_notice.h"
#include "feed/charset.h"
#include "markup/html_text.h"
#include "notice/fee_versions.h"
#include "notice/make_notice.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace heiban {
namespace {

constexpr size_t kLargestInput = 48u << 20;

struct PagesOptions {
  SetupOptions setup;
  std::string file, title;
};

bool is_workbook(const std::string& file, std::string_view bytes) {
  const auto ends = [&](std::string_view end) { return file.ends_with(end); };
  return bytes.starts_with("PK\x03\x04") || ends(".csv") || ends(".CSV") || ends(".xlsx") ||
         ends(".XLSX");
}

// What stands in the first element of this name, or empty.
std::string text_in(std::string_view html, std::string_view name) {
  const size_t open = html.find(fmt::format("<{}", name));
  if (open == std::string_view::npos)
    return {};
  const size_t from = html.find('>', open), close = html.find(fmt::format("</{}>", name), open);
  if (from >= close || close == std::string_view::npos)
    return {};
  return plain_title(html.substr(from + 1, close - from - 1));
}

// A fragment has no <title>; its body may begin with one.
std::string title_of(std::string_view html) {
  const std::string title = text_in(html, "title");
  return title.empty() ? text_in(html, "h1") : title;
}

// A workbook of one fee schedule is shown as the board shows it; any other table as it is.
Notice table_notice(const Workbook& book, const PagesOptions& options, Instant now) {
  const Result<FeeWords> words = load_fee_words();
  FeeSheets fees = words ? read_fee_sheets(book, *words, {}, now) : FeeSheets{};
  std::vector<Notice> versions = follow_on(std::move(fees.notices), {}, now).notices;
  const auto stands = [&](const Notice& one) {
    return (!one.valid_from || *one.valid_from <= now) && (!one.valid_to || now < *one.valid_to);
  };
  if (versions.size() > 1)
    std::erase_if(versions, [&](const Notice& one) { return !stands(one); });
  if (versions.size() != 1 || !options.title.empty())
    return sheet_notice(book, options.title);
  for (const FeeFinding& finding : fees.findings)
    fmt::print(stderr, "{}：{}\n", options.file, finding_zh(finding));
  return std::move(versions[0]);
}

Result<Notice> read_notice(const PagesOptions& options, std::string_view bytes, Instant now) {
  if (is_workbook(options.file, bytes)) {
    const Result<Workbook> book = read_workbook(bytes);
    if (!book)
      return book.error();
    for (const std::string& finding : book->findings)
      fmt::print(stderr, "{}：{}\n", options.file, finding);
    return table_notice(*book, options, now);
  }
  const Decoded html = decode_document(bytes, "");
  Entry entry;
  entry.title = options.title.empty() ? title_of(html.text()) : options.title;
  entry.content_html = html.text();
  NoticeContext context;
  context.now = now;
  return make_notice(entry, context);
}

int print_pages(const PagesOptions& options) {
  SetupFailure failure;
  const std::optional<Setup> setup = load_setup(options.setup, failure);
  if (!setup)
    return failure.exit_code;
  const Result<std::string> bytes = read_input(options.file, kLargestInput);
  if (!bytes) {
    const bool missing = bytes.error().kind == ErrorKind::NotFound;
    fmt::print(stderr, "{}：{}\n", options.file,
               missing ? "没有这个文件，请检查路径。" : "文件读不了，或超过 48 MiB。");
    return missing ? kMissingFile : kBadInput;
  }
  const Result<Notice> notice = read_notice(options, *bytes, setup->at.value_or(system_now()));
  if (!notice) {
    fmt::print(stderr, "{}：{}\n", options.file, notice.error().message);
    return kBadInput;
  }
  const Result<std::unique_ptr<FontSet>> fonts = FontSet::open(setup->fonts);
  if (!fonts) {
    fmt::print(stderr, "{}\n", fonts.error().message);
    return kConfigError;
  }
  const std::unique_ptr<Pagination> pages = paginate(*notice, setup->page_style(), **fonts);
  fmt::print("{{\"pages\":[");
  for (size_t i = 0; i < pages->count(); ++i)
    fmt::print("{}{}", i == 0 ? "" : ",\n", page_json(pages->page(i), **fonts));
  fmt::print("]}}\n");
  for (const std::string& finding : pages->findings())
    fmt::print(stderr, "{}：{}\n", options.file, finding);
  return kFine;
}

} // namespace

void add_pages(CommandLine& heiban) {
  auto options = std::make_shared<PagesOptions>();
  CommandLine command = heiban.command("pages", "一条公告排成的各页，用 JSON 输出");
  command.required("file", options->file, "HTML、CSV 或 XLSX 文件；- 表示标准输入里的 HTML");
  command.option("--title", options->title, "公告的标题");
  add_setup_options(command, options->setup);
  command.run([options] { return print_pages(*options); });
}

} // namespace heiban
