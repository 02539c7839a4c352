#include "notice/html_walk.h"

#include "base/utf8.h"
#include "feed/url.h"
#include "markup/decode_text.h"
#include "markup/html_elements.h"
#include "notice/html_list.h"
#include "notice/html_picture.h"
#include "notice/html_script_link.h"
#include "notice/html_style.h"
#include "notice/html_table.h"
#include "notice/inline_text.h"
#include "notice/math_text.h"
#include "notice/numbering.h"
#include "notice/small_characters.h"
#include "notice/spans.h"
#include "notice/word_label.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace heiban {
namespace {

constexpr std::array<std::string_view, 25> kUnread{
    "nav",   "script",   "style", "template", "head",     "title",   "noscript", "iframe", "object",
    "embed", "applet",   "audio", "video",    "canvas",   "select",  "textarea", "button", "input",
    "svg",   "datalist", "meter", "progress", "noframes", "noembed", "rp"};

constexpr size_t kLongestName = 120; // bytes of a cell that names a picture in its row

// A list item whose first paragraph is still to come.
struct OpenItem {
  int level = 1;
  std::string label;
  bool begun = false;
};

// What flows down into an element's content.
struct Flow {
  InlineStyle style;
  BlockAlign align = BlockAlign::Start;
  std::string_view href;
  OpenItem* item = nullptr;
  ListCounter* list = nullptr;
  int list_level = 0, heading = 0, indent_em = 0;
};

void shift(TextRange& range, size_t by) {
  range.start += by;
  range.end += by;
}

// `label` before the block's text, unless the author typed a number already.
void put_label(RawBlock& raw, const std::string& label) {
  if (label.empty() || numbering_of(to_utf32(raw.block.text.substr(0, 32))).level > 0)
    return;
  const size_t length = count_code_points(label);
  raw.block.text.insert(0, label);
  for (TextRange& range : raw.block.bold)
    shift(range, length);
  for (RawLink& link : raw.links)
    shift(link.range, length);
}

class HtmlWalk {
public:
  HtmlWalk(std::string_view base_url, const WalkLimits& limits)
      : base_url_(base_url), limits_(limits) {}

  Walked run(const Node& root) {
    const Flow flow;
    visit(root, flow);
    flush(flow);
    if (struck_ > 0)
      findings_.push_back("正文有 " + std::to_string(struck_) + " 处划去的文字，没有显示");
    return {std::move(blocks_), std::move(findings_)};
  }

private:
  void visit_children(const Node& node, const Flow& flow) {
    for (const Node* child = node.first_child; child; child = child->next)
      visit(*child, flow);
  }

  void visit(const Node& node, const Flow& flow) {
    if (is_over())
      return;
    if (node.is_text)
      return add_text(node.text, flow);
    if (std::find(kUnread.begin(), kUnread.end(), node.name) != kUnread.end() || is_hidden(node))
      return;
    if (is_struck(node))
      return leave_out(node);
    if (node.name == "br")
      return ++breaks_, text_.add_break();
    if (node.name == "img")
      return add_picture(node, flow);
    if (node.name == "table")
      return add_table(node, flow);
    if (node.name == "figure")
      return add_figure(node, flow);
    if (node.name == "sup" || node.name == "sub")
      return add_small(node, flow);
    if (node.name == "rt")
      return add_ruby(node, flow);
    if (node.name == "math")
      return add_text(math_text(node), flow);
    if (is_word_label(node))
      return add_word_label(node, flow);
    const Flow inner = flow_into(node, flow);
    if (!is_block(node))
      return add_inline(node, inner);
    flush(flow);
    if (node.name == "li")
      add_item(node, inner);
    else if (node.name == "ul" || node.name == "ol" || node.name == "menu" || node.name == "dir")
      add_list(node, inner);
    else
      visit_children(node, inner);
    flush(inner);
  }

  // A link to a file that shows nothing but an icon is named by its title.
  void add_inline(const Node& node, const Flow& flow) {
    visit_children(node, flow);
    if (node.name == "a" && is_file_address(flow.href) && trim(node.all_text()).empty())
      add_text(node.attribute("title"), flow);
  }

  // What its author struck through no longer holds, and the board has no line to put through it.
  void leave_out(const Node& node) {
    if (!tidy_line(node.all_text()).empty())
      ++struck_;
  }

  static bool is_block(const Node& node) {
    if (html_element(node.name).is(kBlock) || html_element(node.name).is(kTablePart) ||
        node.name == "body" || node.name == "html")
      return true;
    const std::string_view display = style_value(node, "display");
    return display.starts_with("block") || display.starts_with("flex") ||
           display.starts_with("table");
  }

  static Flow flow_into(const Node& node, const Flow& outer) {
    Flow flow = outer;
    if (const auto align = align_of(node))
      flow.align = *align;
    if (const auto bold = bold_of(node))
      flow.style.bold = *bold;
    flow.style.preformatted = outer.style.preformatted || is_preformatted(node);
    if (node.name == "a")
      flow.href = node.attribute("href");
    const HtmlElementInfo info = html_element(node.name);
    if (info.is(kHeading))
      flow.heading = node.name[1] - '0';
    if (info.is(kBlock))
      flow.indent_em += indent_em(node);
    return flow;
  }

  bool is_over() {
    if (findings_.empty() && blocks_.size() + apart_ + breaks_ >= limits_.blocks)
      findings_.push_back("正文段落太多，只保留前 " + std::to_string(limits_.blocks) + " 段");
    if (findings_.empty() && text_bytes_ >= limits_.text_bytes)
      findings_.push_back("正文太长，只保留前 " + std::to_string(limits_.text_bytes >> 20) +
                          " MiB");
    return !findings_.empty();
  }

  void add_text(std::string_view text, const Flow& flow) {
    InlineStyle style = flow.style;
    if (is_followed(flow.href))
      style.link = text_.add_link(resolve_url(base_url_, flow.href));
    // Of one endless text, too, only the beginning.
    const size_t most = limits_.text_bytes - std::min(text_bytes_, limits_.text_bytes);
    text_bytes_ += text.size();
    text = beginning_of(text, most);
    if (text.find('&') != text.npos) // escaped once too often: &amp;nbsp;
      return text_.add(decoded(text, References::Strict), style);
    text_.add(text, style);
  }

  // Word's label of a list item, blanks and all; what its symbol fonts draw as a bullet is a letter
  // to everybody else.
  void add_word_label(const Node& node, const Flow& flow) {
    const std::string label = tidy_line(node.all_text());
    bulleted_ = bulleted_ || is_bullet(label);
    if (is_bullet(label))
      return;
    const bool latin = !label.empty() && label.back() == '.';
    add_text(latin ? label + ' ' : label, flow_into(node, flow));
  }

  // Ends the paragraph at hand; `flow` is that of the container it stands in.
  void flush(const Flow& flow) {
    if (text_.empty())
      return;
    breaks_ = 0;
    Block model;
    model.align = flow.align;
    if (flow.heading > 0) {
      model.kind = BlockKind::Heading;
      model.level = flow.heading;
    }
    for (RawBlock& raw : text_.take(model)) {
      raw.pad_em += flow.indent_em;
      if (std::exchange(bulleted_, false) && raw.block.kind == BlockKind::Paragraph)
        raw.block.kind = BlockKind::Item, raw.block.level = std::max(1, flow.list_level);
      if (flow.item && !flow.item->begun) {
        flow.item->begun = true;
        if (raw.block.kind == BlockKind::Paragraph) {
          raw.block.kind = BlockKind::Item;
          raw.block.level = flow.item->level;
        }
        put_label(raw, flow.item->label);
      }
      blocks_.push_back(std::move(raw));
    }
  }

  void add_list(const Node& list, Flow flow) {
    ListCounter counter(list);
    flow.list = &counter;
    ++flow.list_level;
    flow.item = nullptr;
    flow.indent_em = 0;
    visit_children(list, flow);
    flush(flow);
  }

  void add_item(const Node& li, Flow flow) {
    OpenItem item{std::max(1, flow.list_level), flow.list ? flow.list->next(li) : "", false};
    flow.item = &item;
    flow.indent_em = 0;
    visit_children(li, flow);
    flush(flow);
  }

  void add_picture(const Node& img, const Flow& flow) {
    const auto source = picture_of(img, base_url_);
    if (!source)
      return;
    flush(flow);
    RawBlock& raw = blocks_.emplace_back();
    raw.block.kind = BlockKind::Picture;
    raw.block.align = flow.align;
    raw.block.src = source->src;
    raw.block.alt = tidy_line(source->alt);
    if (!source->src.starts_with("data:") && !source->src.starts_with("file:"))
      raw.links.push_back({{}, source->src});
    if (is_followed(flow.href))
      raw.links.push_back({{}, resolve_url(base_url_, flow.href)});
  }

  void add_figure(const Node& figure, const Flow& flow) {
    flush(flow);
    const size_t first = blocks_.size();
    const Node* caption = figure.child("figcaption");
    for (const Node* child = figure.first_child; child; child = child->next)
      if (child != caption)
        visit(*child, flow);
    flush(flow);
    if (!caption)
      return;
    std::vector<RawBlock> texts = apart(*caption, flow);
    const auto picture =
        std::find_if(blocks_.begin() + static_cast<std::ptrdiff_t>(first), blocks_.end(),
                     [](const RawBlock& raw) { return raw.block.kind == BlockKind::Picture; });
    if (picture != blocks_.end() && texts.size() == 1) {
      picture->block.text = texts[0].block.text;
      picture->links.insert(picture->links.end(), texts[0].links.begin(), texts[0].links.end());
      return;
    }
    std::move(texts.begin(), texts.end(), std::back_inserter(blocks_));
  }

  // m² and H₂O where Unicode has the characters; else as plain text.
  void add_small(const Node& node, const Flow& flow) {
    const std::string text = node.all_text();
    const std::string small = node.name == "sup" ? raised(text) : lowered(text);
    if (small.empty())
      return visit_children(node, flow_into(node, flow));
    add_text(small, flow_into(node, flow));
  }

  // Readings over characters stand in brackets behind them.
  void add_ruby(const Node& node, const Flow& flow) {
    add_text("（", flow);
    visit_children(node, flow);
    add_text("）", flow);
  }

  // The blocks of `node`'s content, away from those around it.
  std::vector<RawBlock> apart(const Node& node, const Flow& flow) {
    apart_ += blocks_.size();
    std::vector<RawBlock> around = std::exchange(blocks_, {});
    const Flow inner = flow_into(node, flow);
    visit_children(node, inner);
    flush(inner);
    std::swap(around, blocks_);
    apart_ -= blocks_.size();
    return around;
  }

  void add_table(const Node& table, const Flow& flow) {
    flush(flow);
    Flow inside; // alignment and emphasis end at a table's edge
    inside.href = flow.href;
    const SourceTable source = read_table(table);
    for (const Node* loose : source.loose) {
      visit(*loose, inside);
      flush(inside);
    }
    if (is_layout(source))
      return add_layout(source, inside);
    if (source.caption) {
      Flow centred = inside;
      centred.align = BlockAlign::Center;
      std::ranges::move(apart(*source.caption, centred), std::back_inserter(blocks_));
    }
    add_data_table(source, inside);
  }

  void add_layout(const SourceTable& source, const Flow& flow) {
    if (source.caption)
      std::ranges::move(apart(*source.caption, flow), std::back_inserter(blocks_));
    for (const SourceRow& row : source.rows)
      for (const Node* cell : row.cells) {
        const Flow inner = flow_into(*cell, row_flow(row, flow));
        visit_children(*cell, inner);
        flush(inner);
      }
  }

  static Flow row_flow(const SourceRow& row, const Flow& flow) {
    return row.element ? flow_into(*row.element, flow) : flow;
  }

  void add_data_table(const SourceTable& source, const Flow& flow) {
    RawBlock raw;
    raw.block.kind = BlockKind::Table;
    std::vector<RawBlock> pictures;
    std::vector<std::vector<ShapedCell>> rows;
    bool spans_rows = false;
    for (const SourceRow& row : source.rows) {
      if (cells_ + row.cells.size() > limits_.cells && findings_.empty())
        findings_.push_back("表格太大，只保留前 " + std::to_string(rows.size()) + " 行");
      if (is_over())
        break;
      cells_ += row.cells.size();
      const size_t struck = struck_;
      rows.emplace_back();
      const size_t pictured = pictures.size();
      for (const Node* cell : row.cells)
        rows.back().push_back(read_cell(*cell, row, flow, raw.links, pictures));
      name_by_row(rows.back(), std::span(pictures).subspan(pictured));
      spans_rows = spans_rows || std::ranges::any_of(rows.back(), spans_many_rows);
      if (struck_ > struck && !spans_rows && std::ranges::all_of(rows.back(), is_blank))
        rows.pop_back(); // the whole row was struck through
    }
    raw.block.rows = shape_table(std::move(rows));
    if (!raw.block.rows.empty())
      blocks_.push_back(std::move(raw));
    std::ranges::move(pictures, std::back_inserter(blocks_));
  }

  // What stood in the row of 县第一小学 is no picture of anybody else's once it stands below.
  static void name_by_row(const std::vector<ShapedCell>& row, std::span<RawBlock> pictures) {
    const auto named = std::ranges::find_if(row, [](const ShapedCell& shaped) {
      return shaped.cell.text.find_first_not_of("0123456789") != std::string::npos;
    });
    for (RawBlock& raw : pictures)
      if (named != row.end() && raw.block.text.empty() && named->cell.text.size() <= kLongestName)
        raw.block.text = named->cell.text;
  }

  ShapedCell read_cell(const Node& node, const SourceRow& row, const Flow& flow,
                       std::vector<RawLink>& links, std::vector<RawBlock>& pictures) {
    ShapedCell out = spans_of(node);
    out.cell.head = row.head || node.name == "th";
    if (is_struck(node) || (row.element && is_struck(*row.element))) {
      leave_out(node);
      return out;
    }
    bool bold = true;
    for (RawBlock& raw : apart(node, row_flow(row, flow))) {
      for (RawLink& link : raw.links)
        links.push_back({{}, link.url});
      if (raw.block.kind == BlockKind::Picture) {
        raw.links.clear();
        pictures.push_back(std::move(raw));
        continue;
      }
      const std::string text =
          raw.block.kind == BlockKind::Table ? flat_text(raw.block) : raw.block.text;
      out.cell.text += (out.cell.text.empty() ? "" : "\n") + text;
      bold = bold && is_all_bold(raw.block);
    }
    out.bold = bold && !out.cell.text.empty();
    return out;
  }

  static bool is_blank(const ShapedCell& shaped) { return shaped.cell.text.empty(); }
  static bool spans_many_rows(const ShapedCell& shaped) { return shaped.cell.rowspan != 1; }

  static bool is_all_bold(const Block& block) {
    return block.kind == BlockKind::Heading ||
           (block.bold.size() == 1 && block.bold[0].start == 0 &&
            block.bold[0].end == count_code_points(block.text));
  }

  static std::string flat_text(const Block& table) {
    std::string out;
    for (const auto& row : table.rows)
      for (size_t i = 0; i < row.size(); ++i)
        out += (i ? " " : out.empty() ? "" : "\n") + row[i].text;
    return out;
  }

  std::string_view base_url_;
  const WalkLimits& limits_;
  InlineText text_;
  std::vector<RawBlock> blocks_;
  std::vector<std::string> findings_;
  bool bulleted_ = false; // the paragraph at hand had a bullet of Word's
  size_t apart_ = 0;      // blocks set aside while a part is read
  size_t cells_ = 0, text_bytes_ = 0, struck_ = 0;
  size_t breaks_ = 0; // in the paragraphs at hand, which each may part
};

} // namespace

std::string_view beginning_of(std::string_view utf8, size_t bytes) {
  if (utf8.size() <= bytes)
    return utf8;
  while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & 0xC0) == 0x80)
    --bytes;
  return utf8.substr(0, bytes);
}

Walked walk_html(const Node& root, std::string_view base_url, const WalkLimits& limits) {
  return HtmlWalk(base_url, limits).run(root);
}

} // namespace heiban
