#include "page/dump.h"

#include <fmt/format.h>

namespace heiban {
namespace {

std::string box_text(const Rect& box) {
  return fmt::format("{},{} {}x{}", box.x, box.y, box.w, box.h);
}

std::string colour_text(Colour c) {
  return fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b);
}

struct Line {
  std::string operator()(const RunItem& item) const {
    std::string line =
        fmt::format("run {} {} base {} {}px {}", role_name(item.role), box_text(item.box),
                    item.baseline, item.run.size_px, colour_text(item.colour));
    if (item.row >= 0)
      line += fmt::format(" row {}", item.row);
    return line + " |" + item.text + "|\n";
  }
  std::string operator()(const FillItem& item) const {
    return fmt::format("fill {} {} {}\n", role_name(item.role), box_text(item.box),
                       colour_text(item.colour));
  }
  std::string operator()(const PictureItem& item) const {
    return fmt::format("picture {} {} |{}|\n", box_text(item.box), item.picture.substr(0, 12),
                       item.alt);
  }
};

} // namespace

const char* role_name(PageRole role) {
  switch (role) {
  case PageRole::Title:
    return "title";
  case PageRole::Heading:
    return "heading";
  case PageRole::Body:
    return "body";
  case PageRole::Cell:
    return "cell";
  case PageRole::Head:
    return "head";
  case PageRole::Foot:
    return "foot";
  case PageRole::Caption:
    return "caption";
  case PageRole::Label:
    return "label";
  case PageRole::Decoration:
    return "decoration";
  }
  return "";
}

std::string dump(const Page& page) {
  std::string text = fmt::format("page {}/{} {}x{} {} characters {} rows {} |{}|\n", page.number,
                                 page.of, page.width, page.height, colour_text(page.background),
                                 page.characters, page.rows, page.title);
  for (const PageItem& item : page.items)
    text += std::visit(Line{}, item);
  return text;
}

} // namespace heiban
