// heiban notice FILE.html|-: an item's HTML as the blocks the board would set, in JSON.
#include "app/command_line.h"
#include "app/commands.h"
#include "app/input_text.h"
#include "feed/charset.h"
#include "notice/blocks_json.h"
#include "notice/html_blocks.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace heiban {
namespace {

constexpr size_t kLargestHtml = 32u << 20;

struct NoticeOptions {
  std::string file, title, base;
};

int print_notice(const NoticeOptions& options) {
  const Result<std::string> bytes = read_input(options.file, kLargestHtml);
  if (!bytes) {
    const bool missing = bytes.error().kind == ErrorKind::NotFound;
    fmt::print(stderr, "{}：{}\n", options.file,
               missing ? "没有这个文件，请检查路径。" : "文件读不了，或超过 32 MiB。");
    return missing ? kMissingFile : kBadInput;
  }
  const Decoded html = decode_document(*bytes, "");
  for (const std::string& warning : html.warnings)
    fmt::print(stderr, "{}：{}\n", options.file, warning);
  const HtmlBlocks read = html_blocks(html.text(), options.title, options.base);
  for (const std::string& finding : read.findings)
    fmt::print(stderr, "{}：{}\n", options.file, finding);
  fmt::print("{}\n", blocks_json(read.blocks));
  return kFine;
}

} // namespace

void add_notice(CommandLine& heiban) {
  auto options = std::make_shared<NoticeOptions>();
  CommandLine command =
      heiban.command("notice", "把一条的 HTML 拆成段落、标题、表格等，用 JSON 输出");
  command.required("file", options->file, "HTML 文件；- 表示标准输入");
  command.option("--title", options->title, "标题；正文开头重复的标题会去掉");
  command.option("--base", options->base, "网页的网址，用来补全相对链接");
  command.run([options] { return print_notice(*options); });
}

} // namespace heiban
