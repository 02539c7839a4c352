#include "app/page_json.h"

#include "page/dump.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace heiban {
namespace {

using Json = nlohmann::ordered_json;

Json box_json(const char* kind, const Rect& box) {
  return {{"kind", kind}, {"x", box.x}, {"y", box.y}, {"w", box.w}, {"h", box.h}};
}

struct ItemJson {
  const Page& page;
  const FontSet& fonts;

  Json operator()(const RunItem& item) const {
    Json json = box_json("run", item.box);
    json["text"] = item.text;
    json["size"] = item.run.size_px;
    json["face"] = item.run.face == kBoxFace ? std::string("box")
                                             : fonts.face_name(static_cast<int>(item.run.face));
    json["role"] = role_name(item.role);
    if (item.row >= 0)
      json["row"] = item.row;
    return json;
  }

  Json operator()(const FillItem& item) const {
    // A rule is a fill as thin as a line: 1/150 of the page's shorter side, at least 2 px.
    const int thin = std::max(2, std::min(page.width, page.height) / 150);
    const bool rule = std::min(item.box.w, item.box.h) <= thin;
    Json json = box_json(rule ? "rule" : "fill", item.box);
    json["role"] = role_name(item.role);
    return json;
  }

  Json operator()(const PictureItem& item) const {
    Json json = box_json("picture", item.box);
    json["text"] = item.alt;
    json["role"] = "picture";
    return json;
  }
};

} // namespace

std::string page_json(const Page& page, const FontSet& fonts) {
  Json items = Json::array();
  for (const PageItem& item : page.items)
    items.push_back(std::visit(ItemJson{page, fonts}, item));
  const Json json = {{"page", page.number}, {"of", page.of}, {"items", std::move(items)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace heiban
