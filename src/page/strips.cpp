#include "page/strips.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int kMostTicks = 60;

// The first of some wordings, longest first, that fits on one line of the box.
struct Fitted {
  std::string text;
  int size_px = 0, width = 0;
};

Fitted fit(const std::vector<std::string>& wordings, FontRole role, int size_px, int width,
           FontSet& fonts) {
  for (const std::string& text : wordings) {
    if (text.empty())
      continue;
    const int needed = measure_line(fonts, text, role, size_px).ceil_px();
    if (needed <= width)
      return {text, size_px, needed};
  }
  return {};
}

void draw_label(const Fitted& label, FontRole role, const Rect& box, Colour colour, PageRole as,
                PageBuilder& page) {
  if (label.text.empty() || box.empty())
    return;
  ParagraphStyle style;
  style.role = role;
  style.size_px = label.size_px;
  style.align = TextAlign::Start;
  style.first_indent_em = 0;
  style.fullwidth_punctuation = false;
  // One line is what was measured; an em of grace keeps rounding from turning it.
  const SetText text = set_text(page.fonts(), label.text, style, label.width + label.size_px);
  page.line(text, 0, {box.x, box.y, box.h}, {as, colour, label.size_px});
}

Colour on_fill(Colour fill, const Theme& theme) {
  const Colour choices[] = {theme.background, theme.text, {0, 0, 0}, {255, 255, 255}};
  return *std::max_element(std::begin(choices), std::end(choices), [&](Colour a, Colour b) {
    return contrast(a, fill) < contrast(b, fill);
  });
}

void draw_frame(const Theme& theme, PageBuilder& page) {
  const int w = page.page().width, h = page.page().height, b = page.page().frame.border;
  page.fill({0, 0, w, b}, theme.frame);
  page.fill({0, h - b, w, b}, theme.frame);
  page.fill({0, b, b, h - 2 * b}, theme.frame);
  page.fill({w - b, b, b, h - 2 * b}, theme.frame);
}

void draw_chip(const PageStyle& style, int name_end, PageBuilder& page) {
  const Frame& frame = page.page().frame;
  const std::string& word = page.page().category;
  if (word.empty() || frame.chip.empty())
    return;
  const int size = frame.label_px, pad = size / 2;
  const bool beside = frame.chip.y == frame.name.y;
  const int left = beside ? name_end + size : frame.chip.x;
  const int room = frame.chip.right() - left - 2 * pad;
  const Fitted label = fit({word}, FontRole::Hei, size, room, page.fonts());
  if (label.text.empty())
    return;
  const int height = std::min(frame.chip.h, size * 3 / 2);
  const Rect chip{left, frame.chip.y + (frame.chip.h - height) / 2, label.width + 2 * pad, height};
  const Colour colour = style.theme.category(word);
  page.fill(chip, colour, PageRole::Label);
  draw_label(label, FontRole::Hei, {chip.x + pad, chip.y, label.width, chip.h},
             on_fill(colour, style.theme), PageRole::Label, page);
}

void draw_head(const PageStyle& style, PageBuilder& page) {
  const Frame& frame = page.page().frame;
  if (frame.head.empty())
    return;
  const Theme& theme = style.theme;
  page.fill(frame.head, theme.head_band);
  const int thickness = std::max(1, frame.label_px / 16);
  page.fill({frame.head.x, frame.head.bottom() - thickness, frame.head.w, thickness}, theme.rule);
  const std::vector<std::string> name = {style.bureau.name};
  Fitted label = fit(name, FontRole::Title, frame.name_px, frame.name.w, page.fonts());
  if (label.text.empty())
    label = fit(name, FontRole::Title, frame.label_px, frame.name.w, page.fonts());
  draw_label(label, FontRole::Title, frame.name, theme.head_text, PageRole::Label, page);
  draw_chip(style, frame.name.x + label.width, page);
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
  draw_label(fit({full, issued, publisher, date}, FontRole::Label, frame.label_px,
                 frame.publisher.w, page.fonts()),
             FontRole::Label, frame.publisher, style.theme.muted, PageRole::Foot, page);
  draw_label(
      fit({style.disclaimer}, FontRole::Label, frame.label_px, frame.disclaimer.w, page.fonts()),
      FontRole::Label, frame.disclaimer, style.theme.muted, PageRole::Foot, page);
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
