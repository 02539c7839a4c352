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

void print_breaks(const std::vector<std::string_view>& lines, TextProfile profile) {
  BreakFinder finder;
  std::string out;
  for (const std::string_view line : lines) {
    out += '[';
    for (const size_t at : finder.opportunities(line, profile)) {
      if (out.back() != '[')
        out += ',';
      fmt::format_to(std::back_inserter(out), "{}", at);
    }
    out += "]\n";
    flush(out, kFlushBytes);
  }
  flush(out);
}

// Slices of a paragraph's UTF-8 by code points, asked for in order.
class Slicer {
public:
  explicit Slicer(std::string_view text) : text_(text) {}
  std::string_view next(size_t code_points) {
    const size_t from = at_;
    for (size_t i = 0; i < code_points && at_ < text_.size(); ++i)
      next_code_point(text_, at_);
    return text_.substr(from, at_ - from);
  }

private:
  std::string_view text_;
  size_t at_ = 0;
};

struct Layout {
  FontSet& fonts;
  ParagraphStyle style;
  Px64 width;
};

// How many lines each paragraph has, so that they can be paged before any is printed.
std::vector<size_t> pages_of(const std::vector<std::string_view>& paragraphs, const Layout& layout,
                             size_t lines_per_page) {
  std::vector<ParagraphLines> counted;
  for (const std::string_view text : paragraphs)
    counted.push_back({set_paragraph(layout.fonts, text, layout.style, layout.width).lines.size(),
                       heading_level(text)});
  return page_lines(counted, lines_per_page);
}

void append_warnings(std::string& warnings, const SetParagraph& set, size_t para) {
  for (size_t i = 0; i < set.uncovered.size(); ++i) {
    if (!warnings.empty())
      warnings += ',';
    append_json_string(warnings, fmt::format("第 {} 段第 {} 字 U+{:04X}：没有字体能显示，画作方框",
                                             para + 1, set.uncovered_at[i] + 1,
                                             static_cast<uint32_t>(set.uncovered[i])));
  }
}

void print_lines(const std::vector<std::string_view>& paragraphs, const Layout& layout,
                 double width_em, size_t lines_per_page) {
  const std::vector<size_t> pages =
      lines_per_page > 0 ? pages_of(paragraphs, layout, lines_per_page) : std::vector<size_t>{};
  std::string out = fmt::format("{{\"width_em\":{},\"lines\":[", width_em), warnings;
  size_t count = 0;
  for (size_t para = 0; para < paragraphs.size(); ++para) {
    const SetParagraph set =
        set_paragraph(layout.fonts, paragraphs[para], layout.style, layout.width);
    Slicer slicer(paragraphs[para]);
    for (const TextLine& line : set.lines) {
      out += count > 0 ? ",\n" : "\n";
      const std::string_view text = slicer.next(line.end - line.start);
      append_line(out, line, {pages.empty() ? 0 : pages[count], para, text, layout.style.size_px});
      ++count;
      flush(out, kFlushBytes);
    }
    append_warnings(warnings, set, para);
  }
  out += "],\"warnings\":[" + warnings + "]}\n";
  flush(out);
}

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
  const std::vector<std::string_view> paragraphs = input_lines(*text);
  if (options.breaks)
    return print_breaks(paragraphs, profile), kFine;
  int exit_code = kFine;
  const std::unique_ptr<FontSet> fonts = open_font_book(options.fonts, exit_code);
  if (!fonts)
    return exit_code;
  ParagraphStyle style;
  style.profile = profile;
  style.size_px = options.size_px;
  style.first_indent_em = indent_em;
  const Px64 width{static_cast<int32_t>(std::lround(width_em * options.size_px * 64))};
  print_lines(paragraphs, {*fonts, style, width}, width_em, options.lines_per_page);
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
