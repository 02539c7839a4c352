#include "markup/write_html.h"

#include "markup/html_elements.h"
#include "markup/html_links.h"

namespace heiban {
namespace {

void append_start_tag(std::string& out, const Node& node, const ResolveLink& resolve) {
  out += '<';
  out += node.name;
  for (const Attribute& attribute : node.attributes) {
    if (!attribute.ns.empty())
      continue; // xml:lang, xlink:href: HTML would not know them
    out += ' ';
    out += attribute.name;
    out += "=\"";
    if (resolve && is_link_attribute(attribute.name))
      append_escaped(out, resolve(node, attribute.value));
    else
      append_escaped(out, attribute.value);
    out += '"';
  }
  out += '>';
}

void append_end_tag(std::string& out, const Node& node) {
  if (html_element(node.name).is(kVoid))
    return;
  out += "</";
  out += node.name;
  out += '>';
}

} // namespace

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      out += c;
    }
  }
}

std::string inner_html(const Node& root, const ResolveLink& resolve, const IsHtmlText& is_html) {
  std::string out;
  const Node* node = root.first_child;
  while (node) {
    if (node->is_text && is_html && is_html(*node))
      out += node->text;
    else if (node->is_text)
      append_escaped(out, node->text);
    else
      append_start_tag(out, *node, resolve);
    if (node->first_child) {
      node = node->first_child;
      continue;
    }
    if (!node->is_text)
      append_end_tag(out, *node);
    while (!node->next && node->parent != &root) {
      node = node->parent;
      append_end_tag(out, *node);
    }
    node = node->next;
  }
  return out;
}

} // namespace heiban
