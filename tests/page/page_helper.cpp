#include "page/page_helper.h"

#include "base/utf8.h"
#include "calendar/instant.h"

#include <fmt/format.h>

#include <cstdlib>

namespace heiban::testing {
namespace {

template <class T>
T must(Result<T> result) {
  if (!result) {
    fmt::print(stderr, "{}\n", result.error().message);
    std::abort();
  }
  return std::move(*result);
}

} // namespace

FontSet& shared_fonts() {
  static const std::unique_ptr<FontSet> fonts =
      must(FontSet::open(must(load_fonts(HEIBAN_ROOT "/fonts/fonts.toml"))));
  return *fonts;
}

Theme theme_named(const std::string& name) {
  return must(load_theme(HEIBAN_ROOT "/assets/themes/" + name + ".toml"));
}

PageStyle style_of(int width, int height, const std::string& theme) {
  PageStyle style;
  style.width = width;
  style.height = height;
  style.theme = theme_named(theme);
  style.bureau.name = "云岭县教育局";
  style.bureau.address = "云岭县城关镇文昌路18号";
  style.bureau.office_hours = "工作日 8:30—12:00，14:30—17:30";
  style.bureau.phones = {"办公室 0000-5550100", "监督举报 12345"};
  style.bureau.website = "https://www.yunling.example/";
  style.bureau.website_name = "云岭县教育局网站";
  style.disclaimer = "以云岭县教育局网站公布内容为准";
  style.today = CivilDate{2026, 11, 27};
  return style;
}

Block paragraph(std::string text, BlockAlign align) {
  Block block;
  block.text = std::move(text);
  block.align = align;
  return block;
}

Block heading(int level, std::string text) {
  Block block = paragraph(std::move(text));
  block.kind = BlockKind::Heading;
  block.level = level;
  return block;
}

Block item(std::string text, int level) {
  Block block = paragraph(std::move(text));
  block.kind = BlockKind::Item;
  block.level = level;
  return block;
}

Block signature(std::string organ, std::string date) {
  Block block = paragraph(organ + "\n" + date);
  block.kind = BlockKind::Signature;
  return block;
}

Block attachments(std::vector<std::string> names) {
  Block block;
  block.kind = BlockKind::Attachments;
  block.names = std::move(names);
  return block;
}

Block table(std::vector<std::vector<std::string>> rows, bool head) {
  Block block;
  block.kind = BlockKind::Table;
  for (size_t row = 0; row < rows.size(); ++row) {
    std::vector<TableCell> cells;
    for (std::string& text : rows[row])
      cells.push_back({std::move(text), 1, 1, head && row == 0});
    block.rows.push_back(std::move(cells));
  }
  return block;
}

Block picture(int width, int height, std::string caption) {
  Block block = paragraph(std::move(caption));
  block.kind = BlockKind::Picture;
  block.picture = "picture";
  block.alt = "图";
  block.picture_width = width;
  block.picture_height = height;
  return block;
}

Notice notice_of(std::string title, std::vector<Block> blocks) {
  Notice notice;
  notice.id = "0123456789abcdef";
  notice.title = std::move(title);
  notice.category = "公告公示";
  notice.publisher = "云岭县教育局";
  notice.published = from_beijing({{2026, 11, 24}, 8, 30, 0});
  notice.blocks = std::move(blocks);
  return notice;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c > ' ' && c != 0xA0 && c != 0x3000)
      append_utf8(out, c);
  }
  return out;
}

std::vector<const RunItem*> runs_of(const Page& page) {
  std::vector<const RunItem*> runs;
  for (const PageItem& item : page.items)
    if (const auto* run = std::get_if<RunItem>(&item))
      runs.push_back(run);
  return runs;
}

} // namespace heiban::testing
