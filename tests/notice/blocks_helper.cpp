#include "notice/blocks_helper.h"

#include "base/utf8.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace heiban {
namespace {

std::string marked(const Block& block) {
  const std::u32string text = to_utf32(block.text);
  std::string out;
  for (size_t i = 0; i <= text.size(); ++i) {
    for (const TextRange& bold : block.bold)
      if (bold.start == i || bold.end == i)
        out += "**";
    if (i < text.size() && text[i] == '\n')
      out += "⏎";
    else if (i < text.size())
      append_utf8(out, text[i]);
  }
  return out;
}

std::string cells(const Block& table) {
  std::string out;
  for (const auto& row : table.rows) {
    out += out.empty() ? "" : " / ";
    for (size_t i = 0; i < row.size(); ++i) {
      Block text;
      text.text = row[i].text;
      out += (i ? "|" : "") + marked(text) + (row[i].head ? "*" : "");
      if (row[i].rowspan != 1 || row[i].colspan != 1)
        out += fmt::format("{{{},{}}}", row[i].rowspan, row[i].colspan);
    }
  }
  return out;
}

std::string line_of(const Block& block) {
  const std::string align = block.align == BlockAlign::Center ? "^"
                            : block.align == BlockAlign::End  ? ">"
                                                              : "";
  switch (block.kind) {
  case BlockKind::Paragraph:
    return "p" + align + " " + marked(block);
  case BlockKind::Heading:
    return fmt::format("h{}{} {}", block.level, align, marked(block));
  case BlockKind::Item:
    return fmt::format("i{}{} {}", block.level, align, marked(block));
  case BlockKind::Signature:
    return "sig " + marked(block);
  case BlockKind::Attachments:
    return fmt::format("att {}", fmt::join(block.names, " | "));
  case BlockKind::Picture:
    return fmt::format("img{} {} ({}) {}", align, block.src, block.alt, marked(block));
  case BlockKind::Table:
    return "t " + cells(block);
  }
  return "?";
}

} // namespace

std::string dump_blocks(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    std::string line = line_of(block);
    while (line.ends_with(' '))
      line.pop_back();
    out += (out.empty() ? "" : "\n") + line;
  }
  return out;
}

std::string dump_html(std::string_view html, std::string_view title) {
  return dump_blocks(html_blocks(html, title, "https://www.yunling.example/jyj/t1.html").blocks);
}

} // namespace heiban
