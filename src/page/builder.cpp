#include "page/builder.h"

#include "base/utf8.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr double kAscent = 0.88; // of a Han's em box above the baseline

struct RunPart {     // what one run of a line says, and where
  size_t start, end; // code points of the paragraph
  Px64 left, right;  // from the line's start edge
};

Px64 pen_at(const TextLine& line, size_t at) {
  Px64 pen = line.indent;
  for (size_t i = line.start; i < at; ++i)
    pen += line.advances[i - line.start];
  return pen;
}

// A line with right-to-left words has its runs in the order they stand on the glass: there the
// first run says the whole line.
std::vector<RunPart> parts_of(const TextLine& line) {
  std::vector<RunPart> parts;
  const Px64 edge = pen_at(line, line.end);
  bool in_order = true;
  for (size_t i = 0; i < line.runs.size(); ++i) {
    const size_t start = i == 0 ? line.start : line.runs[i].at;
    const size_t end = i + 1 < line.runs.size() ? line.runs[i + 1].at : line.end;
    in_order = in_order && start <= end;
    if (in_order)
      parts.push_back({start, end, pen_at(line, start), pen_at(line, end)});
  }
  if (in_order)
    return parts;
  parts.assign(line.runs.size(), {line.end, line.end, edge, edge});
  parts[0] = {line.start, line.end, line.indent, edge};
  return parts;
}

} // namespace

int baseline_in(int pitch, int size_px) {
  return (pitch - size_px) / 2 + static_cast<int>(kAscent * size_px + 0.5);
}

SetText set_text(FontSet& fonts, std::string_view utf8, const ParagraphStyle& style, int width_px) {
  return {to_utf32(utf8), set_paragraph(fonts, utf8, style, Px64::from_px(std::max(1, width_px)))};
}

std::vector<std::string_view> split_at_line_ends(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t from = 0;;) {
    const size_t end = text.find('\n', from);
    parts.push_back(text.substr(from, end == std::string_view::npos ? end : end - from));
    if (end == std::string_view::npos)
      return parts;
    from = end + 1;
  }
}

void PageBuilder::line(const SetText& text, size_t line, const LinePlace& place,
                       const LineLook& look) {
  const TextLine& set = text.set.lines[line];
  const std::vector<RunPart> parts = parts_of(set);
  for (size_t i = 0; i < set.runs.size(); ++i) {
    const RunPart& part = parts[i];
    const int left = place.x + part.left.floor_px();
    const bool last = i + 1 == set.runs.size();
    const int right = place.x + (last ? part.right.ceil_px() : part.right.floor_px());
    RunItem item;
    item.box = {left, place.y, right - left, place.pitch};
    item.baseline = place.y + baseline_in(place.pitch, look.size_px);
    item.colour = look.colour;
    for (const RoleRange& range : look.accents)
      if (range.start <= part.start && part.start < range.end)
        item.colour = look.accent;
    item.role = look.role;
    item.row = look.row;
    item.run = set.runs[i];
    item.run.x += Px64::from_px(place.x);
    const std::u32string_view all = text.characters;
    item.text = to_utf8(all.substr(part.start, part.end - part.start));
    page_.items.emplace_back(std::move(item));
  }
}

int PageBuilder::lines(const SetText& text, const LinePlace& place, const LineLook& look) {
  LinePlace at = place;
  for (size_t i = 0; i < text.set.lines.size(); ++i, at.y += place.pitch)
    line(text, i, at, look);
  return at.y;
}

void PageBuilder::fill(const Rect& box, Colour colour, PageRole role) {
  if (!box.empty())
    page_.items.emplace_back(FillItem{box, colour, role});
}

void PageBuilder::picture(const Rect& box, const std::string& sha256, const std::string& alt) {
  page_.items.emplace_back(PictureItem{box, sha256, alt});
}

} // namespace heiban
