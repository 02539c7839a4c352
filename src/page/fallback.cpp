// The page that stands when nothing valid is left: a notice of the bureau's own, set like any
// other.
#include "page/paginate.h"

#include <string_view>

namespace heiban {
namespace {

// As it is said and typed: www.example.gov.cn.
std::string spoken(std::string_view website) {
  const size_t scheme = website.find("://");
  if (scheme != std::string_view::npos)
    website.remove_prefix(scheme + 3);
  if (website.ends_with('/'))
    website.remove_suffix(1);
  return std::string(website);
}

} // namespace

Page fallback_page(const PageStyle& style, FontSet& fonts) {
  Notice notice;
  notice.title = style.bureau.name;
  const auto add = [&](const std::string& label, const std::string& text) {
    if (text.empty())
      return;
    Block block;
    block.text = label + text;
    block.align = BlockAlign::Center;
    notice.blocks.push_back(std::move(block));
  };
  add("地址：", style.bureau.address);
  add("办公时间：", style.bureau.office_hours);
  for (const std::string& phone : style.bureau.phones)
    add("电话：", phone);
  add("网站：", spoken(style.bureau.website));
  Page page = paginate(notice, style, fonts)->page(0);
  page.notice_id.clear();
  return page;
}

} // namespace heiban
