#include "markup/tree.h"

namespace heiban {
namespace {

constexpr size_t kFirstBlock = 64 * 1024; // bytes; the arena grows from here

} // namespace

Tree::Tree() : arena_(std::make_unique<std::pmr::monotonic_buffer_resource>(kFirstBlock)) {}

std::string_view Node::attribute(std::string_view wanted, std::string_view wanted_ns) const {
  for (const Attribute& attribute : attributes)
    if (attribute.name == wanted && attribute.ns == wanted_ns)
      return attribute.value;
  return {};
}

const Node* Node::child(std::string_view wanted, std::string_view wanted_ns) const {
  for (const Node* node = first_child; node; node = node->next)
    if (!node->is_text && node->name == wanted && (wanted_ns == "*" || node->ns == wanted_ns))
      return node;
  return nullptr;
}

std::string Node::all_text() const {
  if (is_text)
    return std::string(text);
  std::string out;
  const Node* node = first_child;
  while (node) {
    out += node->text;
    if (node->first_child) {
      node = node->first_child;
      continue;
    }
    while (node != this && !node->next)
      node = node->parent;
    if (node == this)
      break;
    node = node->next;
  }
  return out;
}

} // namespace heiban
