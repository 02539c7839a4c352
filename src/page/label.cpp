#include "page/label.h"

#include <algorithm>

namespace heiban {

FittedLabel fit_label(const std::vector<std::string>& wordings, FontRole role, int size_px,
                      int width, FontSet& fonts) {
  for (const std::string& text : wordings) {
    if (text.empty())
      continue;
    const int needed = measure_line(fonts, text, role, size_px).ceil_px();
    if (needed <= width)
      return {text, role, size_px, needed};
  }
  return {};
}

void draw_label(const FittedLabel& label, const Rect& box, Colour colour, PageRole as,
                PageBuilder& page) {
  if (label.text.empty() || box.empty())
    return;
  ParagraphStyle style;
  style.role = label.role;
  style.size_px = label.size_px;
  style.align = TextAlign::Start;
  style.first_indent_em = 0;
  style.fullwidth_punctuation = false;
  // One line is what was measured; an em of grace keeps rounding from turning it.
  const SetText text = set_text(page.fonts(), label.text, style, label.width + label.size_px);
  page.line(text, 0, {box.x, box.y, box.h}, {as, colour, label.size_px});
}

bool is_dark(const Theme& theme) {
  return contrast(theme.background, {0, 0, 0}) < contrast(theme.background, {255, 255, 255});
}

Colour ink_on(Colour fill, const Theme& theme) {
  const Colour choices[] = {theme.background, theme.text, {0, 0, 0}, {255, 255, 255}};
  return *std::max_element(std::begin(choices), std::end(choices), [&](Colour a, Colour b) {
    return contrast(a, fill) < contrast(b, fill);
  });
}

void draw_chip(const FittedLabel& label, const Rect& box, Colour fill, const Theme& theme,
               PageBuilder& page) {
  if (label.text.empty() || box.empty())
    return;
  page.fill(box, fill, PageRole::Label);
  draw_label(label, {box.x + label.size_px / 2, box.y, label.width, box.h}, ink_on(fill, theme),
             PageRole::Label, page);
}

void draw_category(const FittedLabel& label, const Rect& box, Colour colour, const Theme& theme,
                   PageBuilder& page) {
  if (!is_dark(theme))
    return draw_chip(label, box, colour, theme, page);
  if (label.text.empty() || box.empty())
    return;
  const int line = std::max(1, label.size_px / 14);
  page.fill({box.x, box.y, box.w, line}, colour, PageRole::Label);
  page.fill({box.x, box.bottom() - line, box.w, line}, colour, PageRole::Label);
  page.fill({box.x, box.y + line, line, box.h - 2 * line}, colour, PageRole::Label);
  page.fill({box.right() - line, box.y + line, line, box.h - 2 * line}, colour, PageRole::Label);
  draw_label(label, {box.x + label.size_px / 2, box.y, label.width, box.h}, colour, PageRole::Label,
             page);
}

} // namespace heiban
