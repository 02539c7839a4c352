#include "markup/tree_builder.h"

#include <cstring>
#include <new>

namespace heiban {
namespace {

constexpr size_t kItemMemory = 256 * 1024; // bytes; larger items take more for a while

} // namespace

std::string_view TreeBuilder::keep(std::string_view s) {
  if (s.empty())
    return {};
  auto* copy = static_cast<char*>(allocate(s.size(), 1));
  std::memcpy(copy, s.data(), s.size());
  return {copy, s.size()};
}

std::span<Attribute> TreeBuilder::make_attributes(size_t count) {
  if (count == 0)
    return {};
  auto* first = static_cast<Attribute*>(allocate(count * sizeof(Attribute), alignof(Attribute)));
  for (size_t i = 0; i < count; ++i)
    new (first + i) Attribute();
  return {first, count};
}

Node* TreeBuilder::add_node() {
  if (nodes_ >= limits_.nodes) {
    tree_.truncated = true;
    return nullptr;
  }
  ++nodes_;
  auto* node = new (allocate(sizeof(Node), alignof(Node))) Node();
  if (open_.empty())
    return node;
  Open& parent = open_.back();
  node->parent = parent.node;
  (parent.last_child ? parent.last_child->next : parent.node->first_child) = node;
  parent.last_child = node;
  return node;
}

bool TreeBuilder::open(std::string_view name, std::string_view ns,
                       std::span<const Attribute> attributes) {
  if (open_.size() >= static_cast<size_t>(limits_.depth)) {
    tree_.truncated = true;
    return false;
  }
  if (open_.empty() && tree_.root())
    return false; // one document element
  Node* node = add_node();
  if (!node)
    return false;
  node->name = name;
  node->ns = ns;
  node->attributes = attributes;
  if (open_.empty())
    tree_.set_root(node);
  open_.push_back({node, nullptr});
  return true;
}

void TreeBuilder::text(std::string_view text) {
  if (text.empty() || open_.empty())
    return;
  Node* node = add_node();
  if (!node)
    return;
  node->is_text = true;
  node->text = text;
}

void TreeBuilder::close() {
  open_.pop_back();
}

void TreeBuilder::begin_item() {
  if (!item_memory_) {
    item_memory_ = std::make_unique<std::byte[]>(kItemMemory);
    item_arena_.emplace(item_memory_.get(), kItemMemory);
  }
  item_ = BeforeItem{open_.back().last_child, nodes_};
}

void TreeBuilder::drop_item() {
  Open& parent = open_.back();
  parent.last_child = item_->last_child;
  (parent.last_child ? parent.last_child->next : parent.node->first_child) = nullptr;
  nodes_ = item_->nodes;
  item_.reset();
  item_arena_->release();
}

} // namespace heiban
