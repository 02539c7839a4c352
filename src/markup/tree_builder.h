// TreeBuilder: opens, texts and closes, in document order → a Tree.
// The XML and HTML readers drive it; nobody outside markup does.
// It mends no nesting: its caller keeps open() and close() in balance.
#pragma once

#include "markup/parse.h"

#include <optional>
#include <vector>

namespace heiban {

class TreeBuilder {
public:
  explicit TreeBuilder(const MarkupLimits& limits) : limits_(limits) {}

  std::string_view keep(std::string_view s); // a copy that lives as long as what is being built
  std::span<Attribute> make_attributes(size_t count);

  // Views must live as long as the tree (keep). False, nothing opened, beyond a cap.
  bool open(std::string_view name, std::string_view ns, std::span<const Attribute> attributes);
  void text(std::string_view text);
  void close();

  // Between begin_item() and drop_item() nodes live in memory that is used again for the next item.
  // begin_item() stands before the item's open(), drop_item() after its close().
  void begin_item();
  void drop_item();

  size_t depth() const { return open_.size(); }
  Node* current() const { return open_.empty() ? nullptr : open_.back().node; }
  const Node* last_child() const { return open_.back().last_child; }

  Tree finish() { return std::move(tree_); }
  void set_mended() { tree_.mended = true; }

private:
  struct Open {
    Node* node = nullptr;
    Node* last_child = nullptr;
  };
  struct BeforeItem {
    Node* last_child = nullptr;
    size_t nodes = 0;
  };
  void* allocate(size_t bytes, size_t alignment) {
    return (item_ ? &*item_arena_ : tree_.arena())->allocate(bytes, alignment);
  }
  Node* add_node();

  MarkupLimits limits_;
  Tree tree_;
  std::vector<Open> open_;
  size_t nodes_ = 0;
  std::optional<BeforeItem> item_;
  std::unique_ptr<std::byte[]> item_memory_;
  std::optional<std::pmr::monotonic_buffer_resource> item_arena_;
};

} // namespace heiban
