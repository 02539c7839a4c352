#include "review/place.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr int kWidestGrid = 4096; // columns; a wider table is hostile, its rest counts as the last

// Walks the blocks and numbers what it meets.
class Walk {
public:
  Walk(const Notice& notice, const SeeText& see) : see_(see) {
    for (const Block& block : notice.blocks) {
      tables_ += block.kind == BlockKind::Table;
      pictures_ += block.kind == BlockKind::Picture;
    }
    for (const Block& block : notice.blocks)
      visit(block);
  }

private:
  void visit(const Block& block) {
    switch (block.kind) {
    case BlockKind::Table:
      return visit_table(block);
    case BlockKind::Attachments:
      return visit_names(block);
    case BlockKind::Picture:
      return visit_picture(block);
    case BlockKind::Signature:
      return see_({Part::Signature}, block.text, &block);
    default:
      return see_({Part::Body, ++paragraph_}, block.text, &block);
    }
  }

  void visit_table(const Block& block) {
    Place place{Part::Cell, ++table_, 0, 0, tables_ == 1};
    if (!block.text.empty())
      see_({Part::Cell, table_, 0, 0, tables_ == 1}, block.text, &block);
    const auto columns = grid_columns(block);
    for (size_t r = 0; r < block.rows.size(); ++r)
      for (size_t c = 0; c < block.rows[r].size(); ++c) {
        place.row = static_cast<int>(r) + 1;
        place.column = columns[r][c] + 1;
        see_(place, block.rows[r][c].text, &block);
      }
  }

  void visit_names(const Block& block) {
    for (const std::string& name : block.names)
      see_({Part::Attachment, ++attachment_}, name, &block);
  }

  void visit_picture(const Block& block) {
    const Place place{Part::Caption, ++picture_, 0, 0, pictures_ == 1};
    see_(place, block.text, &block);
    if (block.alt != block.text)
      see_(place, block.alt, &block);
  }

  const SeeText& see_;
  int tables_ = 0, pictures_ = 0;
  int paragraph_ = 0, table_ = 0, picture_ = 0, attachment_ = 0;
};

} // namespace

std::string place_zh(const Place& place) {
  switch (place.part) {
  case Part::Title:
    return "标题";
  case Part::Publisher:
    return "发布机构";
  case Part::DocNumber:
    return "文号";
  case Part::Link:
    return "链接";
  case Part::Body:
    return fmt::format("正文第{}段", place.number);
  case Part::Attachment:
    return fmt::format("附件第{}项", place.number);
  case Part::Signature:
    return "落款";
  case Part::Caption:
    return place.alone ? "图片说明" : fmt::format("第{}张图片的说明", place.number);
  case Part::Cell:
    break;
  }
  const std::string table = place.alone ? "表格" : fmt::format("第{}个表格", place.number);
  if (place.row == 0)
    return table + "标题";
  return fmt::format("{}第{}行第{}列", table, place.row, place.column);
}

void visit_texts(const Notice& notice, const SeeText& see) {
  see({Part::Title}, notice.title, nullptr);
  see({Part::Publisher}, notice.publisher, nullptr);
  see({Part::DocNumber}, notice.doc_number, nullptr);
  see({Part::Link}, notice.link, nullptr);
  Walk(notice, see);
}

std::vector<std::vector<int>> grid_columns(const Block& table) {
  std::vector<std::vector<int>> out;
  std::vector<int> covered; // rows still covered from above, by column
  for (const auto& row : table.rows) {
    std::vector<int>& columns = out.emplace_back();
    size_t at = 0;
    for (const TableCell& cell : row) {
      while (at < covered.size() && covered[at] > 0)
        ++at;
      at = std::min<size_t>(at, kWidestGrid);
      columns.push_back(static_cast<int>(at));
      const size_t end = std::min<size_t>(at + std::max(1, cell.colspan), kWidestGrid);
      if (covered.size() < end)
        covered.resize(end);
      for (; at < end; ++at)
        covered[at] = std::max(1, cell.rowspan);
    }
    for (int& left : covered)
      left = std::max(0, left - 1);
  }
  return out;
}

} // namespace heiban
