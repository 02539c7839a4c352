#include "page/table_cells.h"

#include "base/utf8.h"
#include "page/clauses.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace heiban {
namespace {

constexpr size_t kMostByWords = 2000;  // rows of a table whose words are looked for
constexpr int kCentred = 6 * kMilliEm; // columns up to this wide are centred

std::string without_brackets(std::string text) {
  constexpr std::string_view kOpen = "（", kClose = "）";
  for (size_t from; (from = text.find(kOpen)) != text.npos;) {
    const size_t to = text.find(kClose, from);
    text.erase(from, to == text.npos ? text.npos : to + kClose.size() - from);
  }
  return text;
}

} // namespace

TableCells::TableCells(const TableContent& content, const ColumnPlan& plan,
                       const PageMeasures& measures, const Theme& theme, FontSet& fonts)
    : content_(content), grid_(content.grid), facts_(content.facts), plan_(plan),
      measures_(measures), theme_(theme), ruler_(fonts, measures.role) {
  name_dropped();
}

// Of 收费依据（批准机关及文号） the word is enough before each value; the head says the rest. Where
// only the brackets tell two columns apart, as in 收费标准（城市）, all of it is said.
void TableCells::name_dropped() {
  std::vector<std::string> shorts;
  for (size_t column = 0; column < grid_.columns() && !plan_.dropped.empty(); ++column)
    shorts.push_back(without_brackets(grid_.head(column)));
  for (const size_t column : plan_.dropped) {
    const bool alone = std::ranges::count(shorts, shorts[column]) == 1;
    keys_.push_back(alone && !shorts[column].empty() ? shorts[column] : grid_.head(column));
  }
}

int TableCells::left_of(size_t column) const {
  const auto end = plan_.widths.begin() + static_cast<std::ptrdiff_t>(column);
  return std::accumulate(plan_.widths.begin(), end, 0);
}

int TableCells::width_of(const GridCell& cell) const {
  return left_of(size_t{cell.column} + cell.colspan) - left_of(cell.column);
}

ParagraphStyle TableCells::plain_style() const {
  ParagraphStyle style = measures_.style(measures_.role, plan_.size_px);
  style.by_words = grid_.rows() <= kMostByWords;
  return style;
}

ParagraphStyle TableCells::style_of(const GridCell& cell, TableCellKind kind) const {
  ParagraphStyle style = plain_style();
  if (kind != TableCellKind::Body)
    style.role = FontRole::Hei;
  style.balance = kind == TableCellKind::Head;
  const ColumnFacts& column = facts_[cell.column];
  const bool centred = cell.colspan > 1 || column.numeric || column.natural <= kCentred;
  if (kind != TableCellKind::Section && centred)
    style.align = TextAlign::Center;
  return style;
}

LineLook TableCells::plain_look(const CellBox& at) const {
  const Colour colour = at.kind == TableCellKind::Body ? theme_.text : theme_.title;
  return {at.role, colour, plan_.size_px, at.row};
}

// The cell that names the row's class is written in the class's colour.
LineLook TableCells::look_of(const GridCell& cell, const CellBox& at) const {
  LineLook look = plain_look(at);
  const FeeClass one = at.row < 0 ? FeeClass::None : content_.class_of(static_cast<size_t>(at.row));
  if (at.kind == TableCellKind::Body && one != FeeClass::None &&
      fee_class_of(grid_.text(cell)) == one)
    look.colour = theme_.category(std::string(word_of(one)));
  return look;
}

int TableCells::lines(const GridCell& cell, TableCellKind kind, FontSet& fonts) const {
  const std::string_view text = grid_.text(cell);
  const ParagraphStyle style = style_of(cell, kind);
  const int inner = std::max(1, width_of(cell) - 2 * plan_.pad);
  int lines = 0;
  for (const std::string_view part : split_at_line_ends(text)) {
    // Bold letters are wider than the ruler's: only plain cells may skip the setting.
    const bool plain = style.role == measures_.role;
    if (plain && int64_t{ruler_.width(part)} * style.size_px <= int64_t{inner} * kMilliEm)
      ++lines;
    else
      lines +=
          static_cast<int>(set_paragraph(fonts, part, style, Px64::from_px(inner)).lines.size());
  }
  return lines;
}

void TableCells::draw_lines(std::string_view text, const ParagraphStyle& style, const CellBox& at,
                            const LineLook& look, PageBuilder& page) const {
  std::vector<SetText> parts;
  int count = 0;
  for (const std::string_view part : split_at_line_ends(text)) {
    parts.push_back(set_text(page.fonts(), part, style, at.box.w));
    count += static_cast<int>(parts.back().set.lines.size());
  }
  const bool single = at.line >= 0;
  int y = at.box.y + (single ? 0 : (at.box.h - count * plan_.pitch) / 2);
  int line = 0;
  for (const SetText& part : parts) {
    for (size_t i = 0; i < part.set.lines.size(); ++i, ++line) {
      if (single && line != at.line)
        continue;
      page.line(part, i, {at.box.x, y, plan_.pitch}, look);
      y += plan_.pitch;
    }
  }
}

void TableCells::draw(const GridCell& cell, const CellBox& at, PageBuilder& page) const {
  if (cell.length == 0)
    return;
  CellBox inner = at;
  inner.box.x += plan_.pad;
  inner.box.w = std::max(1, inner.box.w - 2 * plan_.pad);
  if (at.kind == TableCellKind::Body && draw_number(cell, inner, page))
    return;
  draw_lines(grid_.text(cell), style_of(cell, at.kind), inner, look_of(cell, inner), page);
}

// Numbers stand with their decimal points under one another, the block in the column's middle.
bool TableCells::draw_number(const GridCell& cell, const CellBox& at, PageBuilder& page) const {
  const ColumnFacts& column = facts_[cell.column];
  const std::string_view text = grid_.text(cell);
  const size_t whole = whole_part(text);
  if (!column.numeric || cell.colspan > 1 || whole == 0 || at.line > 0)
    return false;
  const auto px = [&](int milli_em) { return milli_em * plan_.size_px / kMilliEm; };
  const int block = px(column.whole + column.rest);
  if (block > at.box.w)
    return false;
  const int before =
      measure_line(page.fonts(), text.substr(0, whole), measures_.role, plan_.size_px).ceil_px();
  ParagraphStyle style = style_of(cell, at.kind);
  style.align = TextAlign::Start;
  CellBox place = at;
  const int shift = (at.box.w - block) / 2 + std::max(0, px(column.whole) - before);
  place.box.x += shift;
  place.box.w -= shift;
  draw_lines(text, style, place, plain_look(place), page);
  return true;
}

std::vector<TableCells::Told> TableCells::told_values(size_t row) const {
  std::vector<Told> values;
  if (row < grid_.head_rows())
    return values; // the heads are told with each value
  for (size_t i = 0; i < plan_.dropped.size(); ++i) {
    const size_t column = plan_.dropped[i];
    // Each row tells what a cell over several of them says: on a page it may be the first.
    const GridCell* at = grid_.cell_at(row, column);
    if (!at || !dropped(*at) || at->column != column || at->length == 0)
      continue;
    Told& value = values.emplace_back();
    if (const std::string& key = keys_[i]; !key.empty())
      value.text = key + "：";
    value.keys.push_back({0, count_code_points(value.text), FontRole::Hei, true});
    for (const char c : grid_.text(*at))
      value.text += c == '\n' ? ' ' : c;
  }
  return values;
}

TableCells::Told TableCells::run_on(const Told& before, const Told& value) {
  if (before.text.empty())
    return value;
  Told both = before;
  both.text += "　";
  const size_t start = count_code_points(both.text);
  both.text += value.text;
  for (const RoleRange& key : value.keys)
    both.keys.push_back({start + key.start, start + key.end, key.role, key.whole});
  return both;
}

// A value begins a line of its own where it would not stand on one whole with those before it,
// unless that takes more lines than running on.
std::vector<TableCells::Told> TableCells::told(size_t row, FontSet& fonts) const {
  const std::vector<Told> values = told_values(row);
  Told all;
  for (const Told& value : values)
    all = run_on(all, value);
  if (values.size() < 2 || grid_.rows() > kMostByWords)
    return values.empty() ? values : std::vector{std::move(all)};
  const int most = lines_of(all, fonts);
  std::vector<Told> parts;
  for (const Told& value : values) {
    Told longer = run_on(parts.empty() ? Told{} : parts.back(), value);
    if (!parts.empty() && (most == 1 || lines_of(longer, fonts) == 1))
      parts.back() = std::move(longer);
    else
      parts.push_back(value);
  }
  int lines = 0;
  for (const Told& part : parts)
    lines += lines_of(part, fonts);
  return lines <= most ? parts : std::vector{std::move(all)};
}

int TableCells::lines_of(const Told& told, FontSet& fonts) const {
  const Px64 width = Px64::from_px(told_width());
  return static_cast<int>(set_paragraph(fonts, told.text, told_style(told), width).lines.size());
}

ParagraphStyle TableCells::told_style(const Told& told) const {
  ParagraphStyle style = plain_style();
  style.roles = told.keys;
  return style;
}

int TableCells::told_width() const {
  return std::max(1, plan_.columns_width() - 2 * plan_.pad);
}

int TableCells::told_lines(size_t row, FontSet& fonts) const {
  int lines = 0;
  for (const Told& part : told(row, fonts))
    lines += lines_of(part, fonts);
  return lines;
}

void TableCells::draw_told(size_t row, const CellBox& at, PageBuilder& page) const {
  CellBox inner = at;
  inner.box.x += plan_.pad;
  inner.box.w = told_width();
  for (const Told& part : told(row, page.fonts())) {
    const int lines = lines_of(part, page.fonts());
    if (at.line < 0)
      inner.box.h = lines * plan_.pitch;
    LineLook look = plain_look(inner);
    look.accents = part.keys;
    look.accent = theme_.muted;
    if (at.line < 0 || (inner.line >= 0 && inner.line < lines))
      draw_lines(part.text, told_style(part), inner, look, page);
    if (at.line < 0)
      inner.box.y += inner.box.h;
    else
      inner.line -= lines;
  }
}

ParagraphStyle TableCells::foot_style() const {
  ParagraphStyle style = measures_.style(FontRole::Hei, plan_.size_px);
  style.align = TextAlign::Start;
  return style;
}

int TableCells::foot_height(int width, FontSet& fonts) const {
  if (content_.foot.empty())
    return 0;
  size_t lines = 0;
  for (const std::string_view part : clause_lines(content_.foot, foot_style(), width, fonts))
    lines += set_paragraph(fonts, part, foot_style(), Px64::from_px(width)).lines.size();
  return static_cast<int>(lines) * plan_.pitch + 2 * plan_.air;
}

void TableCells::draw_foot(const Rect& box, PageBuilder& page) const {
  LinePlace place{box.x, box.y + 2 * plan_.air, plan_.pitch};
  for (const std::string_view part : clause_lines(content_.foot, foot_style(), box.w, page.fonts()))
    place.y = page.lines(set_text(page.fonts(), part, foot_style(), box.w), place,
                         {PageRole::Foot, theme_.title, plan_.size_px});
}

void TableCells::draw_serial(size_t number, const CellBox& at, PageBuilder& page) const {
  ParagraphStyle style = plain_style();
  style.align = TextAlign::End;
  CellBox label = at;
  label.role = PageRole::Label;
  const SetText text = set_text(page.fonts(), fmt::format("{}", number), style, at.box.w);
  LineLook look = plain_look(label);
  look.colour = theme_.muted;
  page.line(text, 0, {at.box.x, at.box.y + (at.box.h - plan_.pitch) / 2, plan_.pitch}, look);
}

} // namespace heiban
