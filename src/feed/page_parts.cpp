#include "feed/page_parts.h"

#include "base/utf8.h"
#include "feed/list_item.h"
#include "feed/page_link.h"
#include "feed/script_list.h"
#include "feed/url.h"
#include "markup/parse.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kMostBytes = 8u << 20;
constexpr size_t kMostNodes = 400'000;

template <class Visit>
void each_element(const Node& node, Visit visit) {
  visit(node);
  for (const Node* child = node.first_child; child; child = child->next)
    if (!child->is_text)
      each_element(*child, visit);
}

size_t count_links(const Node& root) {
  size_t count = 0;
  each_element(root,
               [&](const Node& node) { count += node.name == "a" && !page_link(node).empty(); });
  return count;
}

// Placeholders of the template engines that fill lists in a browser.
bool has_placeholders(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("<%=") != std::string_view::npos;
}

} // namespace

Result<Tree> parse_page(std::string_view utf8) {
  MarkupLimits limits;
  limits.nodes = kMostNodes;
  size_t bytes = std::min(utf8.size(), kMostBytes);
  while (bytes > 0 && bytes < utf8.size() && (static_cast<uint8_t>(utf8[bytes]) & 0xC0) == 0x80)
    --bytes;
  return parse_html(utf8.substr(0, bytes), limits);
}

std::string page_base(const Node& root, std::string_view page_url) {
  std::string base(page_url);
  bool found = false;
  each_element(root, [&](const Node& node) {
    if (found || node.name != "base" || node.attribute("href").empty())
      return;
    base = resolve_url(page_url, node.attribute("href"));
    found = true;
  });
  return base;
}

std::string page_title(const Node& root) {
  const Node* head = root.child("head");
  const Node* title = head ? head->child("title") : nullptr;
  return title ? squeezed(title->all_text()) : std::string();
}

std::vector<std::string> lists_in_scripts(const Node& root) {
  constexpr std::string_view kStart = "<![CDATA[", kEnd = "]]>";
  std::vector<std::string> out;
  each_element(root, [&](const Node& node) {
    if (node.name != "script")
      return;
    const std::string text = node.all_text();
    if (text.find("<record>") == std::string::npos) {
      for (std::string& list : lists_in_data(text))
        out.push_back(std::move(list));
      return;
    }
    std::string& html = out.emplace_back();
    for (size_t at = text.find(kStart); at != std::string::npos; at = text.find(kStart, at)) {
      at += kStart.size();
      const size_t end = std::min(text.find(kEnd, at), text.size());
      html += text.substr(at, end - at) + '\n';
      at = end;
    }
    // Rows of a table without their table are no markup.
    if (ascii_lower(trim(html)).starts_with("<tr"))
      html = "<table>" + html + "</table>";
  });
  return out;
}

bool fills_by_script(const Node& root) {
  size_t scripts = 0;
  bool placeholders = false;
  each_element(root, [&](const Node& node) {
    scripts += node.name == "script" || node.name == "iframe";
    for (const Node* child = node.first_child; child && node.name != "script"; child = child->next)
      placeholders |= child->is_text && has_placeholders(child->text);
  });
  constexpr size_t kFewLinks = 10;
  return placeholders || (scripts > 0 && count_links(root) < kFewLinks);
}

} // namespace heiban
