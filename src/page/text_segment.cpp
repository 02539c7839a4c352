#include "page/text_segment.h"

#include "base/utf8.h"
#include "page/ruler.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

constexpr double kLeastText = 6; // em beside a hanging label

} // namespace

size_t count_digits(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    count += (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
  }
  return count;
}

namespace {

// Of the next so many characters, which are taken off the text.
uint32_t take_digits(std::string_view& text, uint32_t characters) {
  size_t end = 0;
  for (uint32_t i = 0; i < characters && end < text.size(); ++i)
    next_code_point(text, end);
  const size_t digits = count_digits(text.substr(0, end));
  text.remove_prefix(end);
  return static_cast<uint32_t>(digits);
}

int rounded(double px) {
  return static_cast<int>(std::lround(px));
}

} // namespace

struct TextSegment::Cached {
  uint32_t piece;
  SetText text;
};

TextSegment::TextSegment(const std::vector<Piece>& pieces, const PageMeasures& measures,
                         const TextLook& look, FontSet& fonts)
    : pieces_(pieces), measures_(measures), look_(look) {
  count_lines(fonts);
  keep_signatures();
  if (look_.across && !units_.empty()) {
    units_.front().height += look_.above;
    units_.back().height += look_.below;
  }
}

TextSegment::~TextSegment() = default;

int TextSegment::face_of(const Piece& piece) const {
  return std::max(measures_.least, rounded(measures_.face * piece.size));
}

int TextSegment::pitch_of(const Piece& piece) const {
  return look_.across || piece.size < 1 ? measures_.pitch_of(face_of(piece)) : measures_.pitch;
}

int TextSegment::column_width() const {
  return look_.across ? measures_.body.w : measures_.column_width();
}

int TextSegment::column_left(int column) const {
  return look_.across ? measures_.body.x : measures_.column_left(column);
}

// A label stands before its lines where the column has room for both; else it begins the text.
bool TextSegment::hangs(const Piece& piece) const {
  return !piece.label.empty() && column_width() >= (piece.left + kLeastText) * measures_.face;
}

std::string TextSegment::text_of(const Piece& piece) const {
  return piece.label.empty() || hangs(piece) ? piece.text : piece.label + piece.text;
}

// Centred between the body's edges, which are the tables', not the narrower column's.
bool TextSegment::is_wide(const Piece& piece) const {
  return piece.align == TextAlign::Center && look_.centred_width > column_width();
}

int TextSegment::left_of(const Piece& piece) const {
  if (look_.across)
    return (column_width() - width_of(piece)) / 2;
  if (is_wide(piece))
    return 0;
  if (!piece.label.empty())
    return hangs(piece) ? rounded(piece.left * measures_.face) : 0;
  return std::min(rounded(piece.left * measures_.face), column_width() / 2);
}

int TextSegment::width_of(const Piece& piece) const {
  if (look_.across) // a title's lines are short; what stands under it needs no such measure
    return piece.balance ? std::min(column_width(), look_.line_em * face_of(piece))
                         : column_width();
  if (is_wide(piece))
    return look_.centred_width;
  const int room = column_width() - left_of(piece);
  const int right = std::min(rounded(piece.right * measures_.face), room / 2);
  return std::max(1, room - right);
}

ParagraphStyle TextSegment::style_of(const Piece& piece) const {
  ParagraphStyle style = measures_.style(piece.role, face_of(piece));
  style.align = piece.align;
  style.first_indent_em = column_width() >= 5 * style.size_px ? piece.first_indent : 0;
  style.balance = piece.balance;
  style.number = piece.number;
  if (piece.label.empty() || hangs(piece))
    style.roles = piece.roles;
  return style;
}

void TextSegment::add_units(uint32_t index, std::string_view text,
                            const std::vector<uint32_t>& lengths) {
  const Piece& piece = pieces_[index];
  const size_t n = lengths.size();
  const int pitch = pitch_of(piece);
  for (size_t i = 0; i < n; ++i) {
    FlowUnit unit{pitch, 0, BreakCost::Free};
    if (i == 0) {
      unit.before = rounded(piece.before * measures_.pitch);
      const bool kept = piece.keep_previous || (index > 0 && pieces_[index - 1].keep_next);
      if (kept)
        unit.cost = BreakCost::Strand;
      else if (index > 0 && pieces_[index - 1].leads)
        unit.cost = BreakCost::Avoid;
    } else if (i == 1 || i + 1 == n || piece.whole) {
      unit.cost = BreakCost::Widow;
    }
    units_.push_back(unit);
    lines_.push_back({index, static_cast<uint32_t>(i), lengths[i], take_digits(text, lengths[i])});
  }
}

void TextSegment::count_lines(FontSet& fonts) {
  const Ruler ruler(fonts, measures_.role);
  for (uint32_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    const ParagraphStyle style = style_of(piece);
    const std::string text = text_of(piece);
    const int64_t room = int64_t{width_of(piece)} * kMilliEm -
                         static_cast<int64_t>(style.first_indent_em * kMilliEm * style.size_px);
    const bool plain = piece.roles.empty() && piece.role == measures_.role;
    if (plain && int64_t{ruler.width(text)} * style.size_px <= room) {
      add_units(i, text, {static_cast<uint32_t>(count_code_points(text))});
      continue;
    }
    const SetParagraph set = set_paragraph(fonts, text, style, Px64::from_px(width_of(piece)));
    std::vector<uint32_t> lengths;
    for (const TextLine& line : set.lines)
      lengths.push_back(static_cast<uint32_t>(line.end - line.start));
    add_units(i, text, lengths);
  }
}

// TYPESETTING 25: a signature stands with at least two lines of what it signs.
void TextSegment::keep_signatures() {
  for (size_t unit = 1; unit < units_.size(); ++unit) {
    const bool begins = lines_[unit].line == 0 && pieces_[lines_[unit].piece].keep_previous &&
                        !pieces_[lines_[unit - 1].piece].keep_previous;
    if (begins)
      units_[unit - 1].cost = std::max(units_[unit - 1].cost, BreakCost::Strand);
  }
}

FlowBox TextSegment::box(int height, bool at_top) const {
  return {height, look_.across ? 1 : measures_.columns, !at_top};
}

SegmentFill TextSegment::fill(size_t from, size_t limit, int height, bool at_top) const {
  const FlowBox whole = box(height, at_top);
  const std::vector<size_t> ends = fill_columns(units_, from, limit, whole);
  if (ends.empty())
    return at_top ? SegmentFill{from + 1, units_[from].height} : SegmentFill{from, 0};
  if (ends.back() != limit)
    return {ends.back(), height};
  return {limit, balanced_height(units_, from, limit, whole)};
}

void TextSegment::draw(const SegmentPlace& place, PageBuilder& page) const {
  size_t from = place.from;
  const std::vector<size_t> ends =
      fill_columns(units_, from, place.to, {place.height, box(0, true).columns, false});
  for (size_t column = 0; column < ends.size(); from = ends[column++]) {
    int y = place.y;
    for (size_t unit = from; unit < ends[column]; ++unit) {
      if (unit > from)
        y += units_[unit].before;
      draw_unit(unit, column_left(static_cast<int>(column)), y, page);
      y += units_[unit].height;
    }
  }
}

const SetText& TextSegment::set_piece(uint32_t index, FontSet& fonts) const {
  if (!cached_ || cached_->piece != index) {
    const Piece& piece = pieces_[index];
    cached_ = std::make_unique<Cached>(
        Cached{index, set_text(fonts, text_of(piece), style_of(piece), width_of(piece))});
  }
  return cached_->text;
}

void TextSegment::draw_unit(size_t unit, int x, int y, PageBuilder& page) const {
  const LineOf& at = lines_[unit];
  const Piece& piece = pieces_[at.piece];
  const LinePlace place{x + left_of(piece), y + (unit == 0 ? look_.above : 0), pitch_of(piece)};
  LineLook look{piece.page_role, look_.theme->text, face_of(piece)};
  if (piece.ink == PieceInk::Title)
    look.colour = look_.theme->title;
  if (piece.ink == PieceInk::Muted)
    look.colour = look_.theme->muted;
  if (at.line == 0 && hangs(piece))
    draw_label(piece, place, look, page);
  page.line(set_piece(at.piece, page.fonts()), at.line, place, look);
  if (look_.across && unit + 1 == units_.size())
    draw_rule(place.y + place.pitch, page);
}

void TextSegment::draw_label(const Piece& piece, const LinePlace& text, const LineLook& look,
                             PageBuilder& page) const {
  ParagraphStyle style = style_of(piece);
  style.roles.clear();
  style.align = TextAlign::Start;
  const int room = rounded(piece.label_em * measures_.face);
  LineLook label_look = look;
  label_look.role = PageRole::Label;
  page.line(set_text(page.fonts(), piece.label, style, room), 0,
            {text.x - room, text.y, text.pitch}, label_look);
}

// A thin rule, centred between the title and what follows it.
void TextSegment::draw_rule(int y, PageBuilder& page) const {
  if (look_.below <= 0)
    return;
  const int thickness = std::max(1, measures_.face / 20);
  page.fill(
      {measures_.text_left(), y + (look_.below - thickness) / 2, measures_.text_width(), thickness},
      look_.theme->rule);
}

int TextSegment::gap_before() const {
  return measures_.pitch / 2;
}

bool TextSegment::clings_to_previous() const {
  return !units_.empty() && pieces_[lines_[0].piece].keep_previous;
}

size_t TextSegment::tail_for_next() const {
  size_t tail = units_.size();
  while (tail > 0 && pieces_[lines_[tail - 1].piece].keep_next)
    --tail;
  if (tail < units_.size() || units_.empty() || !pieces_[lines_.back().piece].leads)
    return tail;
  // A lead-in moves along whole, or with its last lines where it is long.
  const size_t first = tail - 1 - lines_.back().line;
  return tail - first <= 3 ? first : tail - 2;
}

int TextSegment::characters(size_t from, size_t to) const {
  int sum = 0;
  for (size_t i = from; i < to; ++i)
    sum += static_cast<int>(lines_[i].characters);
  return sum;
}

int TextSegment::digits(size_t from, size_t to) const {
  int sum = 0;
  for (size_t i = from; i < to; ++i)
    sum += static_cast<int>(lines_[i].digits);
  return sum;
}

} // namespace heiban
