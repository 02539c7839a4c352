#include "page/layout.h"

#include "base/utf8.h"
#include "page/table_segment.h"
#include "page/text_segment.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

constexpr double kTitleSizes[] = {3.0, 2.6, 2.2, 1.9, 1.75, 1.6, 1.45}; // × body
constexpr double kPaperTitle = 1.33;                                    // as on paper: any
constexpr double kOneLine = 1.75;              // a large one: smaller, it rather takes two lines
constexpr double kLargestTitle = 1.9;          // an alert's may be larger
constexpr double kLowTitle = 1.45;             // × body, on low pages
constexpr double kUnderTitle = 0.82;           // × body: document number and 公示期
constexpr double kUnderTitleAir = 0.25;        // lines above the first of them, where there is room
constexpr double kTwoLines = 1.85;             // two lines less what balancing them takes
constexpr double kRunningShare = 0.2;          // of the body: a longer running title is left out
constexpr size_t kMostEvened = 12;             // pages: beyond, one more thin page is nothing
constexpr int kTitleEm = 20, kLowTitleEm = 30; // a title's line at most
constexpr int kLowPage = 9; // lines: on lower pages a longer title line saves one
constexpr size_t kFewLines = 8;

} // namespace

PageLayout::PageLayout(const Story& story, const PageMeasures& measures, const Theme& theme,
                       FontSet& fonts)
    : story_(story), measures_(measures), theme_(theme) {
  make_running_title(fonts);
  make_segments(fonts);
  pour(measures_.body.bottom());
}

// The title on later pages: small, over a thin rule, with the document's number.
void PageLayout::make_running_title(FontSet& fonts) {
  std::string words = story_.title;
  if (!story_.doc_number.empty())
    words += "　" + story_.doc_number;
  if (trim(words).empty())
    return;
  ParagraphStyle style = measures_.style(FontRole::Title, measures_.small);
  style.by_words = true;
  const size_t end = count_code_points(words);
  style.roles = {{end - count_code_points(story_.doc_number), end, FontRole::Title, true}};
  running_ = set_text(fonts, words, style, measures_.text_width());
  const int lines = static_cast<int>(running_.set.lines.size());
  const int rule = measures_.face / 4; // px above and below its rule, at least
  const int least = lines * measures_.pitch_of(measures_.small) + 2 * rule;
  if (least > measures_.body.h * kRunningShare)
    return;
  // Under it is room for whole lines, so that pages of text end at the same height.
  const bool rows = story_.rows > 0;
  running_height_ = least + (rows ? 0 : (measures_.body.h - least) % measures_.pitch);
  measures_.body.y += running_height_;
  measures_.body.h -= running_height_;
}

bool PageLayout::low_page() const {
  return measures_.body.h + running_height_ < kLowPage * measures_.pitch;
}

int PageLayout::title_em() const {
  return low_page() ? kLowTitleEm : kTitleEm;
}

// Of body text: as large as lets the words stand in one line of at most 20 em, else in two
// (TYPESETTING 23).
double PageLayout::title_size(FontSet& fonts) const {
  const bool large = measures_.large_title;
  const Ruler ruler(fonts, FontRole::Title);
  const double em = static_cast<double>(ruler.width(story_.title)) / kMilliEm;
  const auto fits = [&](double size, double lines) {
    return em <= lines * std::min<double>(kTitleEm, measures_.body.w / (size * measures_.face));
  };
  for (const double size : kTitleSizes)
    if (large && size >= kOneLine && fits(size, 1))
      return size;
  double first = 0; // of those that fit: where each parts a word, the largest
  for (const double size : kTitleSizes) {
    if (!large && size > (low_page() ? kLowTitle : kLargestTitle))
      continue;
    const bool one_line = size >= 1.6 && !large;
    if (!fits(size, one_line ? 1 : large ? kTwoLines : 2))
      continue;
    if (title_lines(fonts, size) <= 2)
      return size;
    first = std::max(first, size);
  }
  return first > 0 && title_lines(fonts, kPaperTitle) > 2 ? first : kPaperTitle;
}

size_t PageLayout::title_lines(FontSet& fonts, double size) const {
  ParagraphStyle style =
      measures_.style(FontRole::Title, static_cast<int>(std::lround(size * measures_.face)));
  style.align = TextAlign::Center;
  style.first_indent_em = 0;
  style.balance = true;
  const int width = std::min(measures_.body.w, title_em() * style.size_px);
  return set_paragraph(fonts, story_.title, style, Px64::from_px(width)).lines.size();
}

void PageLayout::make_title(FontSet& fonts) {
  Piece title;
  title.text = story_.title;
  title.role = FontRole::Title;
  title.align = TextAlign::Center;
  title.size = title_size(fonts);
  title.balance = title.keep_next = title.whole = true;
  title.page_role = PageRole::Title;
  title.ink = PieceInk::Title;
  if (!story_.title.empty())
    title_.push_back(title);
  add_under_title(story_.doc_number, PieceInk::Muted);
  add_period(fonts);
}

// The dates and the day it is on, in a line each where one line cannot hold both.
void PageLayout::add_period(FontSet& fonts) {
  const bool both = !story_.period.empty() && !story_.period_day.empty();
  const std::string line = story_.period + (both ? " · " : "") + story_.period_day;
  const int size =
      std::max(measures_.least, static_cast<int>(std::lround(measures_.face * kUnderTitle)));
  if (measure_line(fonts, line, measures_.role, size).ceil_px() <= measures_.body.w)
    return add_under_title(line, PieceInk::Title);
  add_under_title(story_.period, PieceInk::Title);
  add_under_title(story_.period_day, PieceInk::Title);
}

void PageLayout::add_under_title(const std::string& text, PieceInk ink) {
  if (text.empty())
    return;
  Piece line;
  line.text = text;
  line.role = measures_.role;
  line.align = TextAlign::Center;
  line.size = kUnderTitle;
  line.keep_next = line.whole = true;
  line.page_role = PageRole::Label;
  line.ink = ink;
  title_.push_back(line);
}

void PageLayout::make_segments(FontSet& fonts) {
  make_title(fonts);
  if (!title_.empty()) {
    PageMeasures first = measures_; // the first page has no running title
    first.body.y -= running_height_;
    first.body.h += running_height_;
    TextLook look{&theme_, true, title_em(), 0, measures_.face};
    const TextSegment probe(title_, first, look, fonts);
    title_height_ = probe.height();
    int spare = std::max(0, first.body.h - title_height_) % measures_.pitch;
    if (title_.size() > 1 && title_.front().page_role == PageRole::Title) {
      const double air = std::min<double>(kUnderTitleAir, 1.0 * spare / measures_.pitch);
      title_[1].before = air;
      spare -= static_cast<int>(std::lround(air * measures_.pitch));
    }
    look.above = spare / 2;
    look.below += spare - spare / 2;
    segments_.push_back(std::make_unique<TextSegment>(title_, first, look, fonts));
  }
  double note_size = 1;
  for (size_t i = 0; i < story_.parts.size(); ++i) {
    const StoryPart& part = story_.parts[i];
    if (part.table)
      note_size = add_table(*part.table, fonts);
    else if (part.picture)
      segments_.push_back(
          std::make_unique<PictureSegment>(*part.picture, measures_, theme_, fonts));
    else
      add_text(note_size < 1 ? notes(part.pieces, note_size) : part.pieces,
               i + 1 < story_.parts.size(), fonts);
  }
}

// A heading of what runs across the page runs across itself, over its beginning: at the foot of the
// last column it would stand over half of it, and far from where reading goes on.
void PageLayout::add_text(const std::vector<Piece>& pieces, bool leads_across, FontSet& fonts) {
  auto headings = pieces.end();
  while (leads_across && headings != pieces.begin() && std::prev(headings)->keep_next)
    --headings;
  if (measures_.columns == 1 || headings == pieces.begin() || headings == pieces.end()) {
    segments_.push_back(make_text(pieces, fonts));
    return;
  }
  segments_.push_back(make_text(own_pieces_.emplace_back(pieces.begin(), headings), fonts));
  segments_.push_back(make_text(own_pieces_.emplace_back(headings, pieces.end()), fonts));
}

// What stands below a table with a foot are its notes: set like the foot, in the table's size.
const std::vector<Piece>& PageLayout::notes(const std::vector<Piece>& pieces, double size) {
  std::vector<Piece>& notes = own_pieces_.emplace_back(pieces);
  for (Piece& piece : notes)
    piece.size *= piece.page_role == PageRole::Body ? size : 1;
  return notes;
}

// What should stand under the rows of each page stands once below the table where a page is too
// low. Answers the size of the notes that follow, of body text.
double PageLayout::add_table(const TableContent& table, FontSet& fonts) {
  auto segment = std::make_unique<TableSegment>(table, measures_, theme_, fonts);
  const bool foot_told = segment->tells_foot();
  const double size =
      table.foot.empty() ? 1 : static_cast<double>(segment->face()) / measures_.face;
  segments_.push_back(std::move(segment));
  if (foot_told)
    return size;
  std::vector<Piece>& pieces = own_pieces_.emplace_back();
  for (const std::string_view line : split_at_line_ends(table.foot)) {
    Piece& piece = pieces.emplace_back();
    piece.text = line;
    piece.role = measures_.role;
    piece.align = TextAlign::Start;
    piece.page_role = PageRole::Foot;
  }
  segments_.push_back(make_text(pieces, fonts));
  return size;
}

// A few lines above or below a table run across like the table, and alone on a low page across it,
// where it holds them: short columns would look torn.
std::unique_ptr<Segment> PageLayout::make_text(const std::vector<Piece>& pieces, FontSet& fonts) {
  TextLook look{&theme_};
  auto text = std::make_unique<TextSegment>(pieces, measures_, look, fonts);
  const bool alone = story_.parts.size() == 1 && !low_page();
  if (measures_.columns == 1 || alone || text->units() > kFewLines)
    return text;
  look.centred_width = measures_.text_width(); // over the table's middle
  auto across = std::make_unique<TextSegment>(pieces, measures_.in_one_column(), look, fonts);
  const bool held = across->height() <= measures_.body.h + running_height_ - title_height_;
  return held || story_.parts.size() > 1 ? std::move(across) : std::move(text);
}

void PageLayout::begin_page() {
  top_ = first_.empty() ? measures_.body.y - running_height_ : measures_.body.y;
  y_ = top_;
  first_.push_back(placements_.size());
}

int PageLayout::gap(size_t segment) const {
  const bool below_title = segment == 1 && !title_.empty();
  return y_ == top_ || below_title ? 0 : segments_[segment]->gap_before();
}

void PageLayout::pour(int bottom) {
  placements_.clear();
  first_.clear();
  bottom_ = bottom;
  begin_page();
  for (size_t segment = 0; segment < segments_.size(); ++segment)
    pour_segment(segment, 0);
}

// What of a segment finds room under what stands on the page.
SegmentFill PageLayout::fill_page(size_t index, size_t from) const {
  const Segment& segment = *segments_[index];
  const size_t end = segment.units();
  // A picture takes all there is: made smaller, it would even out nothing.
  const int bottom = segment.is_picture() ? measures_.body.bottom() : bottom_;
  const int room = std::max(0, bottom - y_ - gap(index));
  const SegmentFill usual = segment.fill(from, end, room, y_ == top_);
  const bool title_alone = index == 1 && !title_.empty() && placements_.size() == 1;
  const bool text = !segment.is_picture() && segment.rows(from, end) == 0;
  if (usual.to > from || !title_alone || !text)
    return usual;
  // Rather parted where it had better not be than a page with nothing but its title.
  const SegmentFill forced = segment.fill(from, end, room, true);
  if (forced.height > room)
    return usual;
  size_t to = forced.to;
  while (to > from && to < end && segment.stranded(to))
    --to;
  return to == forced.to ? forced : to > from ? segment.fill(from, to, room, true) : usual;
}

void PageLayout::pour_segment(size_t index, size_t from) {
  const Segment& segment = *segments_[index];
  while (from < segment.units()) {
    const bool at_top = y_ == top_;
    const int above = gap(index);
    const SegmentFill fill = fill_page(index, from);
    if (fill.to == from && !at_top) {
      if (from > 0 || !pull_along(index))
        begin_page();
      continue;
    }
    const size_t to = std::max(fill.to, from + 1); // on an empty page something must go on
    placements_.push_back({index, {from, to, y_ + above, fill.height}});
    y_ += above + fill.height;
    from = to;
    if (from < segment.units())
      begin_page();
  }
}

// The segment found no room: what must not stand apart from it goes to the next page with it.
bool PageLayout::pull_along(size_t index) {
  if (index == 0 || placements_.size() == first_.back())
    return false;
  const Placement last = placements_.back();
  const Segment& before = *segments_[index - 1];
  if (last.segment + 1 != index)
    return false;
  const size_t tail =
      segments_[index]->clings_to_previous() ? before.tail_for_clinging() : before.tail_for_next();
  const size_t on_page = placements_.size() - first_.back();
  const bool under_title = index == 2 && on_page == 2 && !title_.empty(); // would leave it alone
  if (tail >= before.units() || (tail <= last.place.from && (on_page == 1 || under_title)))
    return false;
  placements_.pop_back();
  y_ = last.place.y;
  if (tail > last.place.from) {
    const SegmentFill fill = before.fill(last.place.from, tail, bottom_ - y_, false);
    if (fill.to != tail) { // it cannot be parted well: leave it as it was
      placements_.push_back(last);
      y_ = last.place.y + last.place.height;
      return false;
    }
    placements_.push_back({index - 1, {last.place.from, tail, y_, fill.height}});
  }
  begin_page();
  pour_segment(index - 1, std::max(tail, last.place.from));
  return true;
}

double PageLayout::share_of(size_t page) const {
  if (end_of(page) == 0)
    return 0;
  const SegmentPlace& last = placements_[end_of(page) - 1].place;
  return static_cast<double>(last.y + last.height - measures_.body.y) / measures_.body.h;
}

double PageLayout::last_share() const {
  return share_of(count() - 1);
}

// Of the page before the last, too, where rows stand on it: notes may have taken others along.
double PageLayout::end_share() const {
  const bool rows = count() > 2 && facts(count() - 2).rows > 0;
  return rows ? std::min(share_of(count() - 2), last_share()) : last_share();
}

int PageLayout::free_height() const {
  if (placements_.empty())
    return 0;
  const SegmentPlace& last = placements_.back().place;
  return measures_.body.bottom() - last.y - last.height;
}

void PageLayout::lower(int px) {
  for (Placement& placement : placements_)
    placement.place.y += px;
}

void PageLayout::even_out(double enough) {
  const size_t count = this->count();
  if (count < 2 || count > kMostEvened)
    return;
  if (bottom_ != measures_.body.bottom())
    pour(measures_.body.bottom());
  int good = measures_.body.bottom();
  const int least = measures_.body.y + measures_.body.h / 2;
  const size_t torn = torn_tables();
  double share = end_share();
  for (int bottom = good - measures_.pitch; bottom > least && share < enough;
       bottom -= measures_.pitch / 2) {
    pour(bottom);
    if (this->count() > count)
      break;
    if (torn_tables() > torn || // a table that stood whole is not torn for evenness
        end_share() <= share)
      continue;
    good = bottom;
    share = end_share();
  }
  pour(good);
}

size_t PageLayout::torn_tables() const {
  size_t torn = 0, before = segments_.size();
  bool counted = false;
  for (const Placement& placement : placements_) {
    const bool table =
        segments_[placement.segment]->rows(placement.place.from, placement.place.to) > 0;
    const bool again = placement.segment == before;
    torn += table && again && !counted;
    counted = again && (counted || table);
    before = placement.segment;
  }
  return torn;
}

size_t PageLayout::end_of(size_t page) const {
  return page + 1 < first_.size() ? first_[page + 1] : placements_.size();
}

void PageLayout::draw_running_title(PageBuilder& builder) const {
  const int pitch = measures_.pitch_of(measures_.small);
  const int top = measures_.body.y - running_height_;
  const int below = builder.lines(running_, {measures_.text_left(), top, pitch},
                                  {PageRole::Title, theme_.muted, measures_.small});
  const int thickness = std::max(1, measures_.face / 20);
  builder.fill({measures_.text_left(), below + measures_.face / 4 - thickness,
                measures_.text_width(), thickness},
               theme_.rule);
}

void PageLayout::draw(size_t page, PageBuilder& builder) const {
  if (page > 0 && running_height_ > 0)
    draw_running_title(builder);
  for (size_t i = first_[page]; i < end_of(page); ++i)
    segments_[placements_[i].segment]->draw(placements_[i].place, builder);
}

PageFacts PageLayout::facts(size_t page) const {
  PageFacts facts;
  for (size_t i = first_[page]; i < end_of(page); ++i) {
    const Segment& segment = *segments_[placements_[i].segment];
    const SegmentPlace& place = placements_[i].place;
    facts.characters += segment.characters(place.from, place.to);
    facts.digits += segment.digits(place.from, place.to);
    facts.rows += segment.rows(place.from, place.to);
    facts.cells += segment.cells(place.from, place.to);
    facts.picture = facts.picture || segment.is_picture();
  }
  return facts;
}

} // namespace heiban
