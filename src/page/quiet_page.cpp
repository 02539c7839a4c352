#include "page/quiet_page.h"

#include "page/label.h"
#include "page/measures.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

constexpr const char* kQuiet = "非开放时间";
constexpr const char* kStopped = "暂停展示";
constexpr double kPitch = 1.45;         // em of a line
constexpr int kLineEm = 26;             // a line at most
constexpr double kClockShare = 0.22;    // of the height
constexpr double kClockEm = 3.2;        // 08:30 and some air
constexpr Colour kNight = {18, 17, 15}; // where the theme is of paper
constexpr Colour kNightText = {205, 200, 188}, kNightTitle = {233, 229, 218};

struct NightColours {
  Colour background, title, text, rule;
};

// A wall at night gives no light: dark themes at half their light, paper as black.
NightColours night_of(const Theme& theme) {
  if (!is_dark(theme))
    return {kNight, kNightTitle, kNightText, kNightText};
  const auto half = [](uint8_t c) { return static_cast<uint8_t>(c / 2); };
  const Colour b = theme.background;
  return {{half(b.r), half(b.g), half(b.b)}, theme.title, theme.muted, theme.rule};
}

struct Part {
  enum class Kind { Words, Rule, Clock, Date } kind = Kind::Words;
  int need = 0;   // the highest is left out last
  int before = 0; // px above it, none for the first
  int height = 0;
  SetText text;
  PageRole role = PageRole::Body;
  Colour colour;
  int size = 0, pitch = 0, width = 0; // px
};

class QuietLayout {
public:
  QuietLayout(const PageStyle& style, FontSet& fonts, Page& page)
      : style_(style), fonts_(fonts), page_(page), night_(night_of(style.theme)),
        reading_(legibility(style.screen, style.width, style.height, style.theme.size_step)) {
    const int side = std::max(style.width / 24, 2);
    width_ = style.width - 2 * side;
    page_.width = style.width;
    page_.height = style.height;
    page_.background = night_.background;
    page_.head_ink = night_.title;
    page_.frame.label_px = reading_.body_px;
    page_.frame.live_centred = true;
    page_.frame.body = {0, 0, style.width, style.height};
  }

  void add_quiet(const QuietWords& words) {
    const int body = reading_.body_px;
    const Bureau& bureau = style_.bureau;
    add_name();
    add_clock(body / 2);
    add_heading(kQuiet);
    add_words(words.reason, FontRole::Body, body, 0, 4, PageRole::Body);
    add_words(words.next_opening, FontRole::Body, body, 0, 6, PageRole::Body);
    if (!bureau.office_hours.empty())
      add_words("办公时间：" + bureau.office_hours, FontRole::Body, body, body / 2, 5,
                PageRole::Body);
    if (!bureau.website.empty())
      add_words("网站：" + bureau.website, FontRole::Body,
                std::max(reading_.floor_px, body * 4 / 5), body / 4, 1, PageRole::Label);
  }

  void add_stopped() {
    add_name();
    add_heading(kStopped);
  }

  void draw() {
    while (parts_.size() > 1 && height() > style_.height * 15 / 16)
      parts_.erase(std::min_element(parts_.begin(), parts_.end(),
                                    [](const Part& a, const Part& b) { return a.need < b.need; }));
    PageBuilder builder(page_, fonts_);
    int y = std::max(0, (style_.height - height()) * 9 / 20); // a little above the middle
    for (size_t i = 0; i < parts_.size(); ++i) {
      y += i > 0 ? parts_[i].before : 0;
      draw_part(parts_[i], y, builder);
      y += parts_[i].height;
    }
  }

private:
  void add_name() {
    add_words(style_.bureau.name, FontRole::Title, reading_.body_px * 3 / 2, 0, 9, PageRole::Title);
    add_rule(reading_.body_px / 2);
  }

  void add_heading(const std::string& words) {
    page_.title = words;
    add_words(words, FontRole::Hei, reading_.body_px * 5 / 4, reading_.body_px / 2, 8,
              PageRole::Heading);
  }

  void add_words(const std::string& words, FontRole role, int size, int before, int need,
                 PageRole as) {
    if (words.empty())
      return;
    Part part;
    part.need = need;
    part.before = before;
    part.size = size;
    part.pitch = static_cast<int>(std::lround(size * kPitch));
    part.width = std::min(width_, kLineEm * size);
    part.role = as;
    part.colour = as == PageRole::Title || as == PageRole::Heading ? night_.title : night_.text;
    ParagraphStyle style;
    style.role = role;
    style.size_px = size;
    style.align = TextAlign::Center;
    style.first_indent_em = 0;
    style.balance = true;
    style.fullwidth_punctuation = style_.screen.fullwidth_punctuation;
    part.text = set_text(fonts_, words, style, part.width);
    part.height = static_cast<int>(part.text.set.lines.size()) * part.pitch;
    page_.characters += static_cast<int>(part.text.characters.size());
    parts_.push_back(std::move(part));
  }

  void add_rule(int before) {
    Part part;
    part.kind = Part::Kind::Rule;
    part.need = 2;
    part.before = before;
    part.height = std::max(1, reading_.body_px / 20);
    parts_.push_back(std::move(part));
  }

  // The clock and, under it, the date: one after the other, so that the date goes first.
  void add_clock(int before) {
    const int size = std::min(static_cast<int>(style_.height * kClockShare),
                              static_cast<int>(width_ / kClockEm));
    if (size < reading_.floor_px)
      return;
    Part clock;
    clock.kind = Part::Kind::Clock;
    clock.need = 7;
    clock.before = before;
    clock.size = size;
    clock.height = size * 6 / 5;
    parts_.push_back(std::move(clock));
    Part date;
    date.kind = Part::Kind::Date;
    date.need = 3;
    date.size = reading_.body_px;
    date.height = static_cast<int>(std::lround(date.size * kPitch));
    parts_.push_back(std::move(date));
  }

  int height() const {
    int sum = 0;
    for (size_t i = 0; i < parts_.size(); ++i)
      sum += parts_[i].height + (i > 0 ? parts_[i].before : 0);
    return sum;
  }

  void draw_part(const Part& part, int y, PageBuilder& builder) {
    const int left = (style_.width - width_) / 2;
    switch (part.kind) {
    case Part::Kind::Words:
      builder.lines(part.text, {(style_.width - part.width) / 2, y, part.pitch},
                    {part.role, part.colour, part.size});
      break;
    case Part::Kind::Rule: {
      const int length = std::min(width_, reading_.body_px * 6);
      builder.fill({(style_.width - length) / 2, y, length, part.height}, night_.rule);
      break;
    }
    case Part::Kind::Clock:
      page_.frame.clock = {left, y, width_, part.height};
      page_.frame.clock_px = part.size;
      break;
    case Part::Kind::Date:
      page_.frame.date = {left, y, width_, part.height};
      break;
    }
  }

  const PageStyle& style_;
  FontSet& fonts_;
  Page& page_;
  NightColours night_;
  Legibility reading_;
  int width_ = 0; // px text may take
  std::vector<Part> parts_;
};

} // namespace

Page quiet_page(const QuietWords& words, const PageStyle& style, FontSet& fonts) {
  Page page;
  QuietLayout layout(style, fonts, page);
  layout.add_quiet(words);
  layout.draw();
  return page;
}

Page stopped_page(const PageStyle& style, FontSet& fonts) {
  Page page;
  QuietLayout layout(style, fonts, page);
  layout.add_stopped();
  layout.draw();
  return page;
}

} // namespace heiban
