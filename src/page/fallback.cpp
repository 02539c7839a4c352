// The page that stands when nothing valid is left: a notice of the bureau's own, set like any
// other.
#include "page/paginate.h"

namespace heiban {

Page fallback_page(const PageStyle& style, FontSet& fonts) {
  Notice notice;
  notice.title = style.bureau.name;
  const auto add = [&](const std::string& label, const std::string& text) {
    if (text.empty())
      return;
    Block block;
    block.text = label + text;
    notice.blocks.push_back(std::move(block));
  };
  add("地址：", style.bureau.address);
  add("办公时间：", style.bureau.office_hours);
  for (const std::string& phone : style.bureau.phones)
    add("电话：", phone);
  add("网站：", style.bureau.website);
  Page page = paginate(notice, style, fonts)->page(0);
  page.notice_id.clear();
  return page;
}

} // namespace heiban
