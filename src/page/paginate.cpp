#include "page/paginate.h"

#include "base/utf8.h"
#include "page/alert.h"
#include "page/layout.h"
#include "page/qr_place.h"
#include "page/strips.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>

namespace heiban {
namespace {

// A notice small enough to be laid out at several faces; a larger one is set at the target face.
constexpr size_t kFewCharacters = 4000, kFewRows = 120;
constexpr int kFacesTried = 5;
// Of a page: so full is a last page that looks meant; a table has no end but its last row's.
constexpr double kEnough[] = {0.45}, kEnoughRows[] = {0.8, 0.65, 0.45};
constexpr double kAiry = 0.25; // of the body: a page with more free hangs lower …
constexpr double kLower = 0.3; // … by this share of it, so that its middle is the eye's
constexpr int kLowLines = 9;   // a page of fewer lines of body text is low
// Of the target face, each tried where it saves a page or makes room for the QR code.
constexpr int kSmaller[] = {95, 90}, kSmallerOnLow[] = {95, 90, 82, 74, 67};

// A single page has no k/n: what stands before it in its row moves to the edge.
void give_up_mark(Frame& frame) {
  if (!frame.freshness.empty() && frame.freshness.y == frame.page_mark.y)
    frame.freshness.x = frame.page_mark.right() - frame.freshness.w;
  frame.page_mark = {};
}

// An alert is read in passing, from across the hall: lines of so many em, on one page if it can be,
// larger than other notices may be.
constexpr int kAlertEm = 28, kLeastAlertEm = 13, kMostAlertEm = 40;
constexpr double kLargestAlert = 1.5; // of the cap
constexpr int kStrip = 3;             // times as wide as high
constexpr int kSmallestAlert = 85;    // % of the target, where that saves a page
constexpr double kAlertStep = 0.96;   // from one face that is tried to the next

class NoticePages : public Pagination {
public:
  NoticePages(const Notice& notice, const PageStyle& style, FontSet& fonts);

  size_t count() const override { return layout_->count(); }
  PageFacts facts(size_t index) const override { return layout_->facts(index); }
  Page page(size_t index) const override;
  const std::vector<std::string>& findings() const override;

private:
  void take_alert(const Notice& notice);
  std::unique_ptr<PageLayout> at_face(int face, bool large_title = false) const;
  std::unique_ptr<PageLayout> alert_on_one_page() const;
  std::unique_ptr<PageLayout> choose_layout() const;
  std::unique_ptr<PageLayout> alert_layout() const;
  void even_out(PageLayout& layout) const;
  std::unique_ptr<PageLayout> fewer_pages(std::unique_ptr<PageLayout> layout) const;
  std::unique_ptr<PageLayout> with_code(std::unique_ptr<PageLayout> layout) const;
  bool low() const {
    return frame_.body.h < kLowLines * style_.theme.line_pitch * legibility_.body_px;
  }
  bool few() const { return story_.characters <= kFewCharacters && story_.rows <= kFewRows; }
  void hang_lower();
  void add_imprint();
  std::optional<Rect> qr_room(const Page& drawn) const;
  bool has_qr_room(const PageLayout& layout) const; // on its last page

  PageStyle style_;
  FontSet& fonts_;
  Legibility legibility_;
  Frame frame_;
  Page blank_; // what all pages share
  Story story_;
  std::optional<QrCode> qr_; // of the notice's own page
  QrSize qr_size_;
  std::unique_ptr<PageLayout> layout_;
  mutable std::unique_ptr<std::vector<std::string>> findings_; // made when first asked for
};

NoticePages::NoticePages(const Notice& notice, const PageStyle& style, FontSet& fonts)
    : style_(style), fonts_(fonts),
      legibility_(legibility(style.screen, style.width, style.height, style.theme.size_step)) {
  take_alert(notice);
  frame_ = frame_of(style_.width, style_.height, style_.theme, legibility_,
                    style_.screen.controls != "none");
  blank_.width = style.width;
  blank_.height = style.height;
  blank_.background = style.theme.background;
  blank_.frame = frame_;
  blank_.notice_id = notice.id;
  blank_.content_hash = notice.content_hash;
  blank_.title = notice.title;
  blank_.category = notice.category;
  blank_.publisher = notice.publisher.empty() ? style.bureau.name : notice.publisher;
  if (notice.published)
    blank_.date = date_zh(beijing(*notice.published).date);
  story_ = make_story(notice, body_role(style.theme), fonts);
  if (notice.publicity) {
    story_.period = publicity_dates(*notice.publicity, style.today);
    story_.period_day = publicity_day(*notice.publicity, style.today);
  }
  story_.alert = !blank_.alert_word.empty();
  add_imprint();
  // A link that review did not allow never gets into an edition.
  if (style_.screen.qr && blank_.alert_word.empty())
    qr_ = qr_code(notice.link);
  if (qr_)
    qr_size_ = qr_size(*qr_, style_.screen, blank_);
  layout_ = with_code(choose_layout());
  hang_lower();
  blank_.of = static_cast<int>(layout_->count());
  if (blank_.of == 1)
    give_up_mark(blank_.frame);
}

void NoticePages::take_alert(const Notice& notice) {
  const std::optional<AlertLook> alert = alert_look(notice, style_.theme);
  if (!alert)
    return;
  style_.theme = alert_theme(style_.theme, *alert);
  blank_.alert_word = alert->word;
  blank_.head_ink = style_.theme.head_text;
}

// Where the screen is too small for a foot, publisher, date and disclaimer end the notice.
void NoticePages::add_imprint() {
  StoryPart part;
  const auto add = [&](const std::string& text) {
    if (text.empty())
      return;
    Piece piece;
    piece.text = text;
    piece.role = body_role(style_.theme);
    piece.align = TextAlign::Start;
    piece.before = part.pieces.empty() ? 1 : 0;
    piece.page_role = PageRole::Foot;
    piece.ink = PieceInk::Muted;
    part.pieces.push_back(std::move(piece));
  };
  if (frame_.publisher.empty())
    add(blank_.publisher + "　" + blank_.date);
  if (frame_.disclaimer.empty())
    add(style_.disclaimer);
  if (!part.pieces.empty())
    story_.parts.push_back(std::move(part));
}

std::unique_ptr<PageLayout> NoticePages::at_face(int face, bool large_title) const {
  // An alert is read across the hall, in one column; on a strip that would be a line or two a page.
  const bool strip = frame_.body.w > kStrip * frame_.body.h;
  const int most_columns = story_.alert && !strip ? 1 : INT_MAX;
  PageMeasures measures = measures_of(frame_, legibility_, style_, face, most_columns);
  measures.large_title = large_title;
  return std::make_unique<PageLayout>(story_, measures, style_.theme, fonts_);
}

std::optional<Rect> NoticePages::qr_room(const Page& drawn) const {
  return qr_ ? heiban::qr_room(drawn, qr_size_, legibility_.floor_px) : std::nullopt;
}

bool NoticePages::has_qr_room(const PageLayout& layout) const {
  Page scratch = blank_;
  PageBuilder builder(scratch, fonts_);
  layout.draw(layout.count() - 1, builder);
  return qr_room(scratch).has_value();
}

// The largest face at which all of it stands on one page, under a title as large as may be; if
// there is none, under a title like others'.
std::unique_ptr<PageLayout> NoticePages::alert_on_one_page() const {
  const int target = legibility_.body_px, cap = std::max(target, legibility_.cap_px);
  const int largest = std::min<int>(frame_.body.w / kLeastAlertEm, cap * kLargestAlert);
  const int smallest = std::max(legibility_.floor_px, low() ? 0 : target * kSmallestAlert / 100);
  for (const bool large_title : {true, false})
    for (int face = largest; face >= smallest; face = static_cast<int>(face * kAlertStep))
      if (std::unique_ptr<PageLayout> layout = at_face(face, large_title); layout->count() == 1)
        return layout;
  return nullptr;
}

// What fills several pages is set no smaller than reads well, but for low pages, where every line
// counts.
std::unique_ptr<PageLayout> NoticePages::alert_layout() const {
  if (few())
    if (std::unique_ptr<PageLayout> one = alert_on_one_page())
      return one;
  const int target = legibility_.body_px, cap = std::max(target, legibility_.cap_px);
  const int least = std::max(target, frame_.body.w / kMostAlertEm);
  const int usual = low() ? target : std::max(least, std::min(frame_.body.w / kAlertEm, cap));
  std::unique_ptr<PageLayout> layout = at_face(usual, !low());
  if (few())
    layout = fewer_pages(std::move(layout));
  even_out(*layout);
  return layout;
}

// The target face, but: a notice that fills no page is written larger, up to the cap, as one does
// on a board; and a page is saved where a face a little smaller does it, never under the floor.
std::unique_ptr<PageLayout> NoticePages::choose_layout() const {
  if (story_.alert)
    return alert_layout();
  const int target = legibility_.body_px, cap = std::max(target, legibility_.cap_px);
  std::unique_ptr<PageLayout> layout = at_face(target);
  if (few() && !story_.has_picture && layout->count() == 1) {
    std::unique_ptr<PageLayout> largest;
    for (int i = kFacesTried; i > 0; --i) {
      std::unique_ptr<PageLayout> larger = at_face(target + (cap - target) * i / kFacesTried);
      if (larger->count() != 1)
        continue;
      // A face a little smaller makes room for the QR code, but never another number of columns.
      if (!qr_ || (has_qr_room(*larger) && (!largest || larger->columns() == largest->columns())))
        return larger;
      if (!largest)
        largest = std::move(larger);
    }
    if (largest && (largest->columns() != layout->columns() || !has_qr_room(*layout)))
      return largest;
  }
  if (layout->count() == 1)
    return layout;
  if (few())
    layout = fewer_pages(std::move(layout));
  even_out(*layout);
  return layout;
}

// A table's pages are nearly alike, but for the room that the code on the last of them takes.
void NoticePages::even_out(PageLayout& layout) const {
  const bool rows = few() && story_.rows > 0;
  for (const double enough :
       rows ? std::span<const double>(kEnoughRows) : std::span<const double>(kEnough)) {
    layout.even_out(enough);
    if (!rows || !qr_ || has_qr_room(layout))
      return;
  }
}

// On a low page every line counts: there all faces down to the floor are tried.
std::unique_ptr<PageLayout> NoticePages::fewer_pages(std::unique_ptr<PageLayout> layout) const {
  const int target = layout->face();
  const bool low = this->low();
  const size_t count = layout->count();
  for (const int percent :
       low ? std::span<const int>(kSmallerOnLow) : std::span<const int>(kSmaller)) {
    const int face = target * percent / 100;
    if (face < legibility_.floor_px || (!low && layout->count() < count))
      break;
    std::unique_ptr<PageLayout> smaller = at_face(face);
    if (smaller->count() < layout->count())
      layout = std::move(smaller);
  }
  return layout;
}

// A last page that is full to its foot makes room for the code where a slightly smaller face does.
std::unique_ptr<PageLayout> NoticePages::with_code(std::unique_ptr<PageLayout> layout) const {
  if (!qr_ || !few() || has_qr_room(*layout))
    return layout;
  for (const int percent : kSmaller) {
    const int face = layout->face() * percent / 100;
    if (face < legibility_.floor_px)
      break;
    std::unique_ptr<PageLayout> smaller = at_face(face);
    if (smaller->count() == layout->count() && smaller->columns() == layout->columns() &&
        has_qr_room(*smaller))
      return smaller;
  }
  return layout;
}

// A short notice hangs where the eye looks for it, not right under the head strip.
void NoticePages::hang_lower() {
  if (layout_->count() != 1 || story_.rows > 0 || story_.has_picture)
    return;
  const bool code = qr_ && has_qr_room(*layout_);
  const int kept = code ? qr_size_.card + 2 * legibility_.floor_px : 0;
  const int free = layout_->free_height() - kept;
  if (free < frame_.body.h * kAiry)
    return;
  const int px = static_cast<int>(free * kLower);
  layout_->lower(px);
  if (code && !has_qr_room(*layout_))
    layout_->lower(-px);
}

Page NoticePages::page(size_t index) const {
  Page page = blank_;
  page.number = static_cast<int>(index) + 1;
  const PageFacts facts = layout_->facts(index);
  page.characters = facts.characters;
  page.rows = facts.rows;
  PageBuilder builder(page, fonts_);
  draw_strips(style_, builder);
  layout_->draw(index, builder);
  // Only the last page: whoever has read to the end may want the original.
  if (const auto room = index + 1 == count() ? qr_room(page) : std::nullopt)
    draw_qr(*qr_, qr_size_, *room, legibility_.floor_px, style_.theme, builder);
  return page;
}

const std::vector<std::string>& NoticePages::findings() const {
  if (findings_)
    return *findings_;
  findings_ = std::make_unique<std::vector<std::string>>();
  std::set<char32_t> missing;
  const auto look_at = [&](std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      if (c <= ' ' || missing.contains(c) || fonts_.face_for(body_role(style_.theme), c) >= 0)
        continue;
      missing.insert(c);
      findings_->push_back(fmt::format("没有字体能显示字符 U+{:04X}（{}），版面上以方框和编号代替",
                                       static_cast<uint32_t>(c), to_utf8(std::u32string(1, c))));
    }
  };
  look_at(story_.title);
  for (const StoryPart& part : story_.parts) {
    for (const Piece& piece : part.pieces)
      look_at(piece.text);
    if (!part.table)
      continue;
    for (size_t row = 0; row < part.table->grid.rows(); ++row)
      for (const GridCell& cell : part.table->grid.cells(row))
        look_at(part.table->grid.text(cell));
  }
  return *findings_;
}

} // namespace

std::unique_ptr<Pagination> paginate(const Notice& notice, const PageStyle& style, FontSet& fonts) {
  return std::make_unique<NoticePages>(notice, style, fonts);
}

} // namespace heiban
