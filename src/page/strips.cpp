#include "page/strips.h"

#include "page/label.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int kMostTicks = 60;

void draw_frame(const Theme& theme, PageBuilder& page) {
  const int w = page.page().width, h = page.page().height, b = page.page().frame.border;
  page.fill({0, 0, w, b}, theme.frame);
  page.fill({0, h - b, w, b}, theme.frame);
  page.fill({0, b, b, h - 2 * b}, theme.frame);
  page.fill({w - b, b, b, h - 2 * b}, theme.frame);
}

// The category on its colour; on an alert's head the bureau's name stands here, without a fill.
void draw_second(const PageStyle& style, const std::string& word, int first_end,
                 PageBuilder& page) {
  const Frame& frame = page.page().frame;
  if (word.empty() || frame.chip.empty())
    return;
  const int size = frame.label_px;
  const bool beside = frame.chip.y == frame.name.y;
  const int left = beside ? first_end + size : frame.chip.x;
  const int room = frame.chip.right() - left - 2 * (size / 2);
  const FittedLabel label = fit_label({word}, FontRole::Hei, size, room, page.fonts());
  const int height = std::min(frame.chip.h, size * 3 / 2);
  const Rect box{left, frame.chip.y + (frame.chip.h - height) / 2, chip_width(label), height};
  if (page.page().alert_word.empty())
    draw_category(label, box, style.theme.category(word), style.theme, page);
  else
    draw_label(label, box, style.theme.head_text, PageRole::Label, page);
}

void draw_head(const PageStyle& style, PageBuilder& page) {
  const Frame& frame = page.page().frame;
  if (frame.head.empty())
    return;
  const Theme& theme = style.theme;
  page.fill(frame.head, theme.head_band);
  const int thickness = std::max(1, frame.label_px / 16);
  page.fill({frame.head.x, frame.head.bottom() - thickness, frame.head.w, thickness}, theme.rule);
  const bool alert = !page.page().alert_word.empty();
  const std::string& first = alert ? page.page().alert_word : style.bureau.name;
  const FontRole role = alert ? FontRole::Hei : FontRole::Title;
  FittedLabel label = fit_label({first}, role, frame.name_px, frame.name.w, page.fonts());
  if (label.text.empty())
    label = fit_label({first}, role, frame.label_px, frame.name.w, page.fonts());
  draw_label(label, frame.name, theme.head_text, PageRole::Label, page);
  draw_second(style, alert ? style.bureau.name : page.page().category, frame.name.x + label.width,
              page);
}

void draw_ticks(const Theme& theme, PageBuilder& page) {
  const Rect& line = page.page().frame.ticks;
  const int of = page.page().of, number = page.page().number;
  if (line.empty())
    return;
  const int gap = of > 1 ? line.h * 2 : 0;
  if (of > kMostTicks || line.w < of * gap * 2) {
    page.fill(line, theme.rule);
    const int done = static_cast<int>(int64_t{line.w} * number / of);
    page.fill({line.x, line.y, done, line.h}, theme.title);
    return;
  }
  for (int i = 0; i < of; ++i) {
    const int from = line.x + static_cast<int>(int64_t{line.w + gap} * i / of);
    const int to = line.x + static_cast<int>(int64_t{line.w + gap} * (i + 1) / of) - gap;
    const bool here = of > 1 && i + 1 == number;
    page.fill({from, line.y, to - from, line.h}, here ? theme.title : theme.rule);
  }
}

void draw_foot(const PageStyle& style, PageBuilder& page) {
  const Frame& frame = page.page().frame;
  if (frame.foot.empty())
    return;
  draw_ticks(style.theme, page);
  const std::string &publisher = page.page().publisher, &date = page.page().date;
  const std::string issued = publisher + (publisher.empty() || date.empty() ? "" : "　") + date;
  const std::string phone = hotline(style.bureau);
  const std::string full = issued + (issued.empty() || phone.empty() ? "" : "　") + phone;
  const int size = frame.label_px;
  draw_label(fit_label({full, issued, publisher, date}, FontRole::Label, size, frame.publisher.w,
                       page.fonts()),
             frame.publisher, style.theme.muted, PageRole::Foot, page);
  draw_label(fit_label({style.disclaimer}, FontRole::Label, size, frame.disclaimer.w, page.fonts()),
             frame.disclaimer, style.theme.muted, PageRole::Foot, page);
}

} // namespace

std::string hotline(const Bureau& bureau) {
  for (const char* word : {"举报", "投诉", "监督", "热线", "12345", "12315"})
    for (const std::string& phone : bureau.phones)
      if (phone.find(word) != std::string::npos)
        return phone;
  return bureau.phones.empty() ? "" : bureau.phones.front();
}

void draw_strips(const PageStyle& style, PageBuilder& page) {
  draw_frame(style.theme, page);
  draw_head(style, page);
  draw_foot(style, page);
}

} // namespace heiban
