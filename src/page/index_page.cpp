#include "page/index_page.h"

#include "page/flow.h"
#include "page/label.h"
#include "page/measures.h"
#include "page/strips.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

struct Air {                               // em
  double head_pitch, group_gap, entry_gap; // a category's line, above it, between two entries
};
constexpr Air kUsual = {1.9, 0.7, 0.35}, kTight = {1.75, 0.5, 0.2};
constexpr int kBesideEm = 15; // a column narrower than this has its dates under the titles
constexpr int kFacesTried = 5;
constexpr size_t kFewEntries = 300; // more are set at one face only
constexpr size_t kMostEvened = 12;  // pages: beyond, one more thin page is nothing
constexpr int kMostBalanced = 40;   // heights tried for the last page, and for all of them

const char* word_of(IndexMark mark) {
  switch (mark) {
  case IndexMark::New:
    return "新";
  case IndexMark::Objection:
    return "公示中";
  case IndexMark::Urgent:
    return "紧急";
  case IndexMark::None:
    break;
  }
  return "";
}

struct Group {
  std::string word;
  std::vector<const IndexEntry*> entries;
};

std::vector<Group> group(const std::vector<IndexEntry>& entries) {
  std::vector<Group> groups;
  for (const IndexEntry& entry : entries) {
    auto found = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& one) { return one.word == entry.category; });
    if (found == groups.end())
      found = groups.insert(groups.end(), {entry.category, {}});
    found->entries.push_back(&entry);
  }
  return groups;
}

struct Unit { // what a flow unit is: a category's line, or a line of an entry
  size_t group = 0;
  int entry = -1; // -1: the category's line
  size_t line = 0;
  bool date_line = false;
};

struct Column {
  size_t from = 0, to = 0;
  bool continued = false; // it begins within a category, which is named again
};

struct IndexPageOf {
  std::vector<Column> columns;
};

// The entries at one face: lines counted, columns and pages found.
class IndexLayout {
public:
  IndexLayout(const std::vector<Group>& groups, const PageMeasures& measures, const Air& air,
              FontSet& fonts)
      : groups_(groups), m_(measures), air_(air), fonts_(fonts) {
    title_height_ = m_.pitch_of(title_px()) + m_.face * 3 / 4;
    if (title_height_ * 4 > m_.body.h)
      title_height_ = 0;
    for (size_t i = 0; i < groups_.size(); ++i)
      add_group(i);
    pour(m_.body.h - title_height_);
  }

  size_t count() const { return pages_.size(); }

  // Pages a little shorter, so that the last does not stand nearly empty, and no more of them.
  void even_out() {
    const size_t count = this->count();
    const int whole = m_.body.h - title_height_;
    if (count < 2 || count > kMostEvened)
      return;
    for (int i = kMostBalanced / 2; i < kMostBalanced; ++i) {
      pour(whole * i / kMostBalanced);
      if (this->count() == count)
        return;
    }
    pour(whole);
  }

  int title_px() const { return static_cast<int>(std::lround(m_.face * 1.5)); }

  PageFacts facts(size_t page) const {
    PageFacts facts;
    for (const Column& column : pages_[page].columns)
      for (size_t i = column.from; i < column.to; ++i)
        if (units_[i].entry >= 0 && units_[i].line == 0 && !units_[i].date_line) {
          ++facts.rows;
          const IndexEntry& one = *groups_[units_[i].group].entries[units_[i].entry];
          facts.characters += static_cast<int>(to_utf32_length(one.title));
        }
    return facts;
  }

  void draw(size_t page, const Theme& theme, PageBuilder& builder) const {
    draw_title(theme, builder);
    const std::vector<Column>& columns = pages_[page].columns;
    for (size_t i = 0; i < columns.size(); ++i)
      draw_column(columns[i], m_.column_left(static_cast<int>(i)), theme, builder);
  }

private:
  static size_t to_utf32_length(const std::string& utf8) {
    return static_cast<size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  }

  int em(double n) const { return static_cast<int>(std::lround(n * m_.face)); }
  int head_height() const { return em(air_.head_pitch); }
  int line_pitch() const { return m_.pitch_of(m_.face); }
  int column_width() const { return m_.column_width(); }
  bool beside() const { return column_width() >= kBesideEm * m_.face; }
  int date_px() const { return m_.small; }
  int date_width() const { return em(0.5) + static_cast<int>(6.2 * date_px()); }
  int title_width() const { return beside() ? column_width() - date_width() : column_width(); }

  FittedLabel mark_label(const IndexEntry& entry) const {
    return fit_label({word_of(entry.mark)}, FontRole::Hei, m_.small, title_width() / 2, fonts_);
  }

  SetText set_title(const IndexEntry& entry) const {
    ParagraphStyle style = m_.style(m_.role, m_.face);
    style.balance = true; // titles: broken between words (TYPESETTING 23)
    const FittedLabel mark = mark_label(entry);
    if (!mark.text.empty())
      style.first_indent_em = static_cast<double>(chip_width(mark) + em(0.4)) / m_.face;
    return set_text(fonts_, entry.title, style, title_width());
  }

  void add_group(size_t index) {
    const Group& group = groups_[index];
    if (!group.word.empty())
      add({index, -1}, head_height(), em(air_.group_gap), BreakCost::Free);
    for (size_t i = 0; i < group.entries.size(); ++i) {
      const IndexEntry& entry = *group.entries[i];
      const size_t lines = set_title(entry).set.lines.size();
      const bool first = i == 0 && !group.word.empty();
      for (size_t line = 0; line < lines; ++line)
        add({index, static_cast<int>(i), line}, line_pitch(), line == 0 ? em(air_.entry_gap) : 0,
            line > 0 || first ? BreakCost::Strand : BreakCost::Free);
      if (!beside() && !entry.date.empty())
        add({index, static_cast<int>(i), 0, true}, m_.pitch_of(date_px()), 0, BreakCost::Strand);
    }
  }

  void add(const Unit& unit, int height, int before, BreakCost cost) {
    units_.push_back(unit);
    flow_.push_back({height, before, cost});
  }

  std::vector<Column> columns_from(size_t from, int height) const {
    std::vector<Column> columns;
    while (from < flow_.size() && columns.size() < static_cast<size_t>(m_.columns)) {
      const Unit& first = units_[from];
      const bool within = first.entry >= 0 && !groups_[first.group].word.empty();
      const int room = height - (within ? head_height() : 0);
      const bool continued = within && room >= flow_[from].height;
      size_t to = fill_column(flow_, from, flow_.size(), continued ? room : height, false);
      to = std::max(to, from + 1);
      columns.push_back({from, to, continued});
      from = to;
    }
    return columns;
  }

  void pour(int height) {
    pages_.clear();
    for (size_t from = 0; from < flow_.size() || pages_.empty();) {
      std::vector<Column> columns = columns_from(from, height);
      if (!columns.empty() && columns.back().to == flow_.size())
        columns = balanced(from, height, std::move(columns));
      from = columns.empty() ? flow_.size() : columns.back().to;
      pages_.push_back({std::move(columns)});
    }
  }

  // The last page's columns end at about the same height.
  std::vector<Column> balanced(size_t from, int height, std::vector<Column> full) const {
    for (int i = 1; i < kMostBalanced && m_.columns > 1; ++i) {
      std::vector<Column> lower = columns_from(from, height * i / kMostBalanced);
      if (lower.back().to == flow_.size() && fits(lower, height * i / kMostBalanced))
        return lower;
    }
    return full;
  }

  bool fits(const std::vector<Column>& columns, int height) const {
    return std::all_of(columns.begin(), columns.end(), [&](const Column& one) {
      return column_height(flow_, one.from, one.to) + (one.continued ? head_height() : 0) <= height;
    });
  }

  void draw_title(const Theme& theme, PageBuilder& page) const {
    if (title_height_ == 0)
      return;
    const FittedLabel title =
        fit_label({"目　录", "目录"}, FontRole::Title, title_px(), m_.text_width(), fonts_);
    const int pitch = m_.pitch_of(title_px());
    const int left = m_.text_left() + (m_.text_width() - title.width) / 2;
    draw_label(title, {left, m_.body.y, title.width, pitch}, theme.title, PageRole::Title, page);
    size_t all = 0;
    for (const Group& group : groups_)
      all += group.entries.size();
    const FittedLabel count = fit_label({fmt::format("共{}件", all)}, FontRole::Label, m_.small,
                                        (m_.text_width() - title.width) / 2 - m_.face, fonts_);
    draw_label(count,
               {m_.text_left() + m_.text_width() - count.width, m_.body.y, count.width, pitch},
               theme.muted, PageRole::Label, page);
  }

  void draw_column(const Column& column, int left, const Theme& theme, PageBuilder& page) const {
    int y = m_.body.y + title_height_;
    if (column.continued) {
      draw_category(units_[column.from].group, true, left, y, theme, page);
      y += head_height();
    }
    for (size_t i = column.from; i < column.to; ++i) {
      y += i > column.from ? flow_[i].before : 0;
      draw_unit(units_[i], left, y, theme, page);
      y += flow_[i].height;
    }
  }

  void draw_category(size_t group, bool again, int left, int y, const Theme& theme,
                     PageBuilder& page) const {
    const std::string& word = groups_[group].word;
    const Colour colour = theme.category(word);
    const int height = em(1.5), width = column_width();
    const FittedLabel label = fit_label({again ? word + "（续）" : word, word}, FontRole::Hei,
                                        m_.face, width - m_.face, fonts_);
    const int chip = label.text.empty() ? 0 : chip_width(label);
    heiban::draw_category(label, {left, y, chip, height}, colour, theme, page);
    const int thickness = std::max(1, m_.face / 16);
    page.fill({left + chip, y + height - thickness, width - chip, thickness}, colour);
  }

  void draw_unit(const Unit& unit, int left, int y, const Theme& theme, PageBuilder& page) const {
    if (unit.entry < 0)
      return draw_category(unit.group, false, left, y, theme, page);
    const IndexEntry& entry = *groups_[unit.group].entries[static_cast<size_t>(unit.entry)];
    if (unit.date_line)
      return draw_date(entry, {left, y, column_width(), m_.pitch_of(date_px())}, theme, page);
    const int pitch = line_pitch();
    page.line(set_title(entry), unit.line, {left, y, pitch},
              {PageRole::Body, theme.text, m_.face, unit.entry});
    if (unit.line > 0)
      return;
    draw_mark(entry, {left, y, 0, pitch}, theme, page);
    if (beside())
      draw_date(entry, {left, y, column_width(), pitch}, theme, page);
  }

  void draw_mark(const IndexEntry& entry, Rect line, const Theme& theme, PageBuilder& page) const {
    const FittedLabel mark = mark_label(entry);
    if (mark.text.empty())
      return;
    const int height = std::min(line.h, mark.size_px * 13 / 10);
    const Rect box{line.x, line.y + (line.h - height) / 2, chip_width(mark), height};
    const Colour fill = entry.mark == IndexMark::Urgent ? theme.alert_background : theme.title;
    draw_chip(mark, box, fill, theme, page);
  }

  void draw_date(const IndexEntry& entry, Rect line, const Theme& theme, PageBuilder& page) const {
    const FittedLabel date = fit_label({entry.date}, FontRole::Label, date_px(), line.w, fonts_);
    const int x = beside() ? line.right() - date.width : line.x;
    draw_label(date, {x, line.y, date.width, line.h}, theme.muted, PageRole::Caption, page);
  }

  const std::vector<Group>& groups_;
  PageMeasures m_;
  Air air_;
  FontSet& fonts_;
  int title_height_ = 0; // px of 目录 at a page's top
  std::vector<Unit> units_;
  std::vector<FlowUnit> flow_;
  std::vector<IndexPageOf> pages_;
};

class IndexPages : public Pagination {
public:
  IndexPages(const std::vector<IndexEntry>& entries, const PageStyle& style, FontSet& fonts)
      : style_(style), fonts_(fonts), entries_(entries), groups_(group(entries_)) {
    const Legibility reading =
        legibility(style.screen, style.width, style.height, style.theme.size_step);
    frame_ =
        frame_of(style.width, style.height, style.theme, reading, style.screen.controls != "none");
    choose(reading);
  }

  size_t count() const override { return layout_->count(); }
  PageFacts facts(size_t index) const override { return layout_->facts(index); }
  const std::vector<std::string>& findings() const override { return findings_; }

  Page page(size_t index) const override {
    Page page;
    page.width = style_.width;
    page.height = style_.height;
    page.background = style_.theme.background;
    page.frame = frame_;
    page.title = "目录";
    page.publisher = style_.bureau.name;
    page.number = static_cast<int>(index) + 1;
    page.of = static_cast<int>(count());
    page.characters = facts(index).characters;
    page.rows = facts(index).rows;
    PageBuilder builder(page, fonts_);
    draw_strips(style_, builder);
    layout_->draw(index, style_.theme, builder);
    return page;
  }

private:
  std::unique_ptr<IndexLayout> at_face(const Legibility& reading, int face, const Air& air) const {
    return std::make_unique<IndexLayout>(groups_, measures_of(frame_, reading, style_, face), air,
                                         fonts_);
  }

  // As few pages as the floor allows, closer together where that saves one, and on them the
  // largest face.
  void choose(const Legibility& reading) {
    Air air = kUsual;
    layout_ = at_face(reading, reading.floor_px, air);
    if (layout_->count() > 1) {
      auto tight = at_face(reading, reading.floor_px, kTight);
      if (tight->count() < layout_->count()) {
        layout_ = std::move(tight);
        air = kTight;
      }
    }
    enlarge(reading, air);
    layout_->even_out();
  }

  void enlarge(const Legibility& reading, const Air& air) {
    const int least = reading.floor_px, most = std::max(least, reading.cap_px);
    for (int i = kFacesTried; i > 0 && entries_.size() <= kFewEntries; --i) {
      auto larger = at_face(reading, least + (most - least) * i / kFacesTried, air);
      if (larger->count() > layout_->count())
        continue;
      layout_ = std::move(larger);
      return;
    }
  }

  PageStyle style_;
  FontSet& fonts_;
  std::vector<IndexEntry> entries_;
  std::vector<Group> groups_;
  Frame frame_;
  std::unique_ptr<IndexLayout> layout_;
  std::vector<std::string> findings_;
};

} // namespace

std::unique_ptr<Pagination> paginate_index(const std::vector<IndexEntry>& entries,
                                           const PageStyle& style, FontSet& fonts) {
  return std::make_unique<IndexPages>(entries, style, fonts);
}

} // namespace heiban
