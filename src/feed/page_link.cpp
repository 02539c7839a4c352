#include "feed/page_link.h"

#include "base/utf8.h"
#include "feed/url.h"

namespace heiban {
namespace {

// An address of a page: of its own site by its path or its ending, or with http.
bool is_page_address(std::string_view text) {
  const std::string path = ascii_lower(text.substr(0, text.find_first_of("?#")));
  if (text.find_first_of(" \t\r\n<>") != text.npos)
    return false;
  for (const std::string_view ending :
       {".html", ".htm", ".shtml", ".jsp", ".jhtml", ".aspx", ".asp", ".php", ".do"})
    if (path.ends_with(ending) && path.size() > ending.size())
      return true;
  return is_http_url(text) || (path.starts_with('/') && path.size() > 1);
}

// The first quoted address of a script that opens a page.
std::string_view opened_page(std::string_view script) {
  constexpr size_t kLongest = 500; // bytes of a script that does no more than that
  script = script.substr(0, kLongest);
  for (size_t at = script.find_first_of("'\""); at != script.npos;) {
    const size_t end = script.find(script[at], at + 1);
    if (end == script.npos)
      return {};
    const std::string_view text = script.substr(at + 1, end - at - 1);
    if (is_page_address(text))
      return text;
    at = script.find_first_of("'\"", end + 1);
  }
  return {};
}

// Looks at `left` nodes at most.
bool holds_link(const Node& node, int& left) {
  for (const Node* child = node.first_child; child && left > 0; child = child->next) {
    --left;
    if ((child->name == "a" && !page_link(*child).empty()) || holds_link(*child, left))
      return true;
  }
  return false;
}

} // namespace

std::string_view page_link(const Node& a) {
  const std::string_view href = a.attribute("href");
  if (leads_somewhere(href))
    return href;
  if (const std::string_view opened = opened_page(a.attribute("onclick")); !opened.empty())
    return opened;
  return url_scheme(trim(href)) == "javascript" ? opened_page(href) : std::string_view();
}

bool is_page_link(const Node& node) {
  if (node.name == "a")
    return !page_link(node).empty();
  int left = 200; // nodes; an item has not more
  return !node.is_text && !opened_page(node.attribute("onclick")).empty() &&
         !holds_link(node, left);
}

bool leads_somewhere(std::string_view href) {
  href = trim(href);
  if (href.empty() || href.front() == '#')
    return false;
  const std::string scheme = url_scheme(href);
  return scheme.empty() || scheme == "http" || scheme == "https" || scheme == "file";
}

} // namespace heiban
