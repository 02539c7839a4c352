#include "app/page_json.h"

#include "page/dump.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace heiban {
namespace {

using Out = fmt::memory_buffer;

void add_quoted(Out& out, std::string_view key, std::string_view text) {
  using Json = nlohmann::json;
  fmt::format_to(std::back_inserter(out), ",\"{}\":{}", key,
                 Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
}

void add_box(Out& out, std::string_view kind, const Rect& box) {
  fmt::format_to(std::back_inserter(out), "{{\"kind\":\"{}\",\"x\":{},\"y\":{},\"w\":{},\"h\":{}",
                 kind, box.x, box.y, box.w, box.h);
}

// Written item by item: a table of 300,000 cells is a third of a million of them.
struct ItemWriter {
  const Page& page;
  const FontSet& fonts;
  Out& out;

  void operator()(const RunItem& item) const {
    add_box(out, "run", item.box);
    add_quoted(out, "text", item.text);
    fmt::format_to(std::back_inserter(out), ",\"size\":{}", item.run.size_px);
    add_quoted(out, "face",
               item.run.face == kBoxFace ? "box"
                                         : fonts.face_name(static_cast<int>(item.run.face)));
    add_quoted(out, "role", role_name(item.role));
    if (item.row >= 0)
      fmt::format_to(std::back_inserter(out), ",\"row\":{}", item.row);
  }

  void operator()(const FillItem& item) const {
    // A rule is a fill as thin as a line: 1/150 of the page's shorter side, at least 2 px.
    const int thin = std::max(2, std::min(page.width, page.height) / 150);
    const bool rule = std::min(item.box.w, item.box.h) <= thin;
    add_box(out, rule ? "rule" : "fill", item.box);
    add_quoted(out, "role", role_name(item.role));
  }

  void operator()(const PictureItem& item) const {
    add_box(out, "picture", item.box);
    add_quoted(out, "text", item.alt);
    add_quoted(out, "role", "picture");
  }
};

} // namespace

std::string page_json(const Page& page, const FontSet& fonts) {
  Out out;
  fmt::format_to(std::back_inserter(out), "{{\"page\":{},\"of\":{},\"items\":[", page.number,
                 page.of);
  bool first = true;
  for (const PageItem& item : page.items) {
    if (!first)
      out.push_back(',');
    first = false;
    std::visit(ItemWriter{page, fonts, out}, item);
    out.push_back('}');
  }
  const std::string_view end = "]}";
  out.append(end);
  return fmt::to_string(out);
}

} // namespace heiban
