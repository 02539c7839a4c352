#include "dump_helper.h"

namespace heiban {

std::string dump(const Node* node) {
  if (!node)
    return "-";
  if (node->is_text)
    return "'" + std::string(node->text) + "'";
  std::string out;
  if (!node->ns.empty())
    out += "[" + std::string(node->ns) + "]";
  out += node->name;
  for (const Attribute& attribute : node->attributes) {
    out += " ";
    if (!attribute.ns.empty())
      out += "[" + std::string(attribute.ns) + "]";
    out += std::string(attribute.name) + "=" + std::string(attribute.value);
  }
  out += "(";
  for (const Node* child = node->first_child; child; child = child->next) {
    if (child != node->first_child)
      out += ",";
    out += dump(child);
  }
  return out + ")";
}

} // namespace heiban
