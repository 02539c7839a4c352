// heiban layout: a text's lines as the board would set them, or the places where they may begin.
#include "app/command_line.h"
#include "app/commands.h"
#include "app/font_book.h"
#include "app/input_text.h"
#include "app/layout_json.h"
#include "app/line_pages.h"
#include "base/utf8.h"
#include "text/breaks.h"
#include "text/paragraph.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

namespace heiban {
namespace {

constexpr size_t kLargestText = 10u << 20;
constexpr double kWidestEm = 10000;
constexpr int kLargestPx = 1000;
constexpr size_t kFlushBytes = 1u << 20;

struct LayoutOptions {
  std::string file, width, profile = "gb", indent = "0", fonts;
  int size_px = 40;
  size_t lines_per_page = 0;
  bool breaks = false;
};

// "20em" or "20".
bool read_em(std::string_view text, double& em) {
  if (text.ends_with("em"))
    text.remove_suffix(2);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), em);
  return error == std::errc() && end == text.data() + text.size() && em >= 0 && em <= kWidestEm;
}

bool read_profile(const std::string& name, TextProfile& profile) {
  if (name == "gb")
    profile = TextProfile::Gb;
  else if (name == "strict")
    profile = TextProfile::Strict;
  else if (name == "css")
    profile = TextProfile::Css;
  else
    return false;
  return true;
}

int refuse(const char* message) {
  fmt::print(stderr, "{}\n", message);
  return kUsage;
}

void flush(std::string& out, size_t from_bytes = 0) {
  if (out.size() < from_bytes)
    return;
  std::fwrite(out.data(), 1, out.size(), stdout);
  out.clear();
}

void print_breaks(std::string_view text, TextProfile profile) {
  BreakFinder finder;
  std::string out;
  for (std::string_view line; take_line(text, line);) {
    out += '[';
    for (const size_t at : finder.opportunities(line, profile)) {
      if (out.back() != '[')
        out += ',';
      append_number(out, at);
    }
    out += "]\n";
    flush(out, kFlushBytes);
  }
  flush(out);
}

// Takes so many code points off the text.
std::string_view take_code_points(std::string_view& text, size_t count) {
  size_t end = 0;
  for (size_t i = 0; i < count && end < text.size(); ++i)
    next_code_point(text, end);
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end);
  return taken;
}

struct Layout {
  FontSet& fonts;
  ParagraphStyle style;
  Px64 width;
};

// How many lines each paragraph has, so that they can be paged before any is printed.
std::vector<uint32_t> page_starts(std::string_view text, const Layout& layout,
                                  size_t lines_per_page) {
  LinePager pager(lines_per_page);
  for (std::string_view paragraph; take_line(text, paragraph);) {
    size_t lines = 0;
    set_lines(layout.fonts, paragraph, layout.style, layout.width,
              [&](const SetParagraph& part) { lines += part.lines.size(); });
    pager.add({lines, heading_level(paragraph)});
  }
  return pager.finish();
}

// Of a text of nothing else the warnings would be longer than the lines.
class Warnings {
public:
  void add(const SetParagraph& set, size_t para) {
    for (size_t i = 0; i < set.uncovered.size(); ++i)
      if (++count_ <= kMostWarnings)
        append(fmt::format("第 {} 段第 {} 字 U+{:04X}：没有字体能显示，画作方框", para + 1,
                           set.uncovered_at[i] + 1, static_cast<uint32_t>(set.uncovered[i])));
  }

  std::string json() {
    if (count_ > kMostWarnings)
      append(fmt::format("另有 {} 字没有字体能显示，画作方框", count_ - kMostWarnings));
    return "[" + list_ + "]";
  }

private:
  static constexpr size_t kMostWarnings = 1000;

  void append(const std::string& warning) {
    if (!list_.empty())
      list_ += ',';
    append_json_string(list_, warning);
  }

  std::string list_;
  size_t count_ = 0;
};

class LinePrinter {
public:
  LinePrinter(const Layout& layout, std::vector<uint32_t> page_starts)
      : layout_(layout), writer_(layout.style.size_px), page_starts_(std::move(page_starts)) {}

  void print(std::string_view text, double width_em) {
    out_ = fmt::format("{{\"width_em\":{},\"lines\":[", width_em);
    for (std::string_view paragraph; take_line(text, paragraph); ++para_)
      set_lines(layout_.fonts, paragraph, layout_.style, layout_.width,
                [&](const SetParagraph& part) { take(part, paragraph); });
    out_ += "],\"warnings\":" + warnings_.json() + "}\n";
    flush(out_);
  }

private:
  void take(const SetParagraph& part, std::string_view& rest) {
    for (const TextLine& line : part.lines) {
      out_ += count_ > 0 ? ",\n" : "\n";
      const std::string_view text = take_code_points(rest, line.end - line.start);
      writer_.append(out_, line, {page(), para_, text});
      ++count_;
      flush(out_, kFlushBytes);
    }
    warnings_.add(part, para_);
  }

  size_t page() {
    while (page_ + 1 < page_starts_.size() && page_starts_[page_ + 1] <= count_)
      ++page_;
    return page_;
  }

  const Layout& layout_;
  LineWriter writer_;
  std::vector<uint32_t> page_starts_;
  std::string out_;
  Warnings warnings_;
  size_t para_ = 0, count_ = 0, page_ = 0;
};

int run_layout(const LayoutOptions& options) {
  TextProfile profile;
  if (!read_profile(options.profile, profile))
    return refuse("--profile 只能是 gb、strict 或 css。");
  double width_em = 0, indent_em = 0;
  if (!options.breaks && (!read_em(options.width, width_em) || width_em <= 0))
    return refuse("--width 写成 20em 的样子，大于 0。");
  if (!read_em(options.indent, indent_em))
    return refuse("--indent 写成 2em 的样子。");
  if (options.size_px < 1 || options.size_px > kLargestPx)
    return refuse("--size 是 1 到 1000 的整数（像素）。");
  const Result<std::string> text = read_input(options.file, kLargestText);
  if (!text) {
    const bool missing = text.error().kind == ErrorKind::NotFound;
    fmt::print(stderr, "{}：{}\n", options.file,
               missing ? "没有这个文件。" : "读不了，或大于 10 MB。");
    return missing ? kMissingFile : kBadInput;
  }
  if (options.breaks)
    return print_breaks(*text, profile), kFine;
  int exit_code = kFine;
  const std::unique_ptr<FontSet> fonts = open_font_book(options.fonts, exit_code);
  if (!fonts)
    return exit_code;
  ParagraphStyle style;
  style.profile = profile;
  style.size_px = options.size_px;
  style.first_indent_em = indent_em;
  const Px64 width{static_cast<int32_t>(std::lround(width_em * options.size_px * 64))};
  const Layout layout{*fonts, style, width};
  std::vector<uint32_t> pages;
  if (options.lines_per_page > 0)
    pages = page_starts(*text, layout, options.lines_per_page);
  LinePrinter(layout, std::move(pages)).print(*text, width_em);
  return kFine;
}

} // namespace

void add_layout(CommandLine& heiban) {
  auto options = std::make_shared<LayoutOptions>();
  CommandLine command = heiban.command("layout", "给一段文字排行，用 JSON 输出");
  command.required("file", options->file, "文字，每行一段；- 表示标准输入");
  command.option("--width", options->width, "行长，例如 20em");
  command.option("--size", options->size_px, "字号，像素（默认 40）");
  command.option("--profile", options->profile, "gb、strict 或 css（默认 gb）");
  command.option("--lines-per-page", options->lines_per_page, "每页几行");
  command.option("--indent", options->indent, "首行缩进，例如 2em（默认 0em）");
  command.option("--fonts", options->fonts, "另一个 fonts.toml");
  command.flag("--breaks", options->breaks, "每行文字在哪些字前面可以换行");
  command.run([options] { return run_layout(*options); });
}

} // namespace heiban
