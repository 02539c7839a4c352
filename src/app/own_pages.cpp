#include "app/own_pages.h"

#include <fmt/format.h>

namespace heiban {
namespace {

std::string dated(const Notice& notice) {
  const std::optional<Instant> at = notice.published ? notice.published : notice.updated;
  if (!at)
    return notice.title;
  const CivilDate date = beijing(*at).date;
  return fmt::format("{}（{}月{}日）", notice.title, date.month, date.day);
}

} // namespace

Notice index_notice(const std::vector<ContentsGroup>& groups) {
  Notice index;
  index.title = "目录";
  for (const ContentsGroup& group : groups) {
    Block heading;
    heading.kind = BlockKind::Heading;
    heading.text = group.category.empty() ? "其他" : group.category;
    index.blocks.push_back(std::move(heading));
    for (const Notice* notice : group.notices) {
      Block item;
      item.kind = BlockKind::Item;
      item.text = dated(*notice);
      index.blocks.push_back(std::move(item));
    }
  }
  return index;
}

Page quiet_page(const PageStyle& style, FontSet& fonts) {
  return fallback_page(style, fonts);
}

} // namespace heiban
