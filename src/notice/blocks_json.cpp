#include "notice/blocks_json.h"

#include <nlohmann/json.hpp>

namespace heiban {
namespace {

using Json = nlohmann::ordered_json;

const char* kind_name(BlockKind kind) {
  switch (kind) {
  case BlockKind::Heading:
    return "heading";
  case BlockKind::Paragraph:
    return "para";
  case BlockKind::Item:
    return "item";
  case BlockKind::Table:
    return "table";
  case BlockKind::Picture:
    return "picture";
  case BlockKind::Attachments:
    return "attachments";
  case BlockKind::Signature:
    return "signature";
  }
  return "";
}

const char* align_name(BlockAlign align) {
  return align == BlockAlign::Center ? "center" : align == BlockAlign::End ? "end" : "start";
}

Json rows_json(const Block& table) {
  Json rows = Json::array();
  for (const auto& row : table.rows) {
    Json& cells = rows.emplace_back(Json::array());
    for (const TableCell& cell : row)
      cells.push_back({{"text", cell.text},
                       {"rowspan", cell.rowspan},
                       {"colspan", cell.colspan},
                       {"head", cell.head}});
  }
  return rows;
}

Json block_json(const Block& block) {
  Json out{{"kind", kind_name(block.kind)}};
  if (block.kind == BlockKind::Heading || block.kind == BlockKind::Item)
    out["level"] = block.level;
  if (block.kind == BlockKind::Table) {
    out["rows"] = rows_json(block);
    return out;
  }
  if (block.kind == BlockKind::Attachments) {
    out["names"] = block.names;
    return out;
  }
  out["align"] = align_name(block.align);
  if (!block.text.empty() || block.kind != BlockKind::Picture)
    out["text"] = block.text;
  for (const TextRange& bold : block.bold)
    out["bold"].push_back({bold.start, bold.end});
  if (block.kind == BlockKind::Picture) {
    out["src"] = block.src;
    out["alt"] = block.alt;
  }
  return out;
}

} // namespace

std::string blocks_json(const std::vector<Block>& blocks) {
  Json out{{"blocks", Json::array()}};
  for (const Block& block : blocks)
    out["blocks"].push_back(block_json(block));
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace heiban
