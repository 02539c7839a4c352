// Tree: XML or HTML as a small immutable tree in one arena, already decoded to UTF-8.
// feed reads entries from it and notice reads blocks from it; markup/parse.h makes it.
// It keeps no comments, no processing instructions, no DOCTYPE and no entity references.
#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>

namespace heiban {

struct Attribute {
  std::string_view name;  // local name; HTML: lower case
  std::string_view ns;    // namespace URI ("" when none; an undeclared prefix stays as "prefix:")
  std::string_view value; // decoded
};

struct Node {
  bool is_text = false;
  std::string_view name; // element: local name; HTML: lower case
  std::string_view ns;   // element: namespace URI, as for attributes
  std::string_view text; // text node: decoded content
  std::span<const Attribute> attributes;
  const Node* parent = nullptr;
  const Node* first_child = nullptr;
  const Node* next = nullptr; // sibling

  // The attribute's value, or an empty view when it is absent.
  std::string_view attribute(std::string_view name, std::string_view ns = {}) const;
  // First child element of that name (any namespace when ns is "*"), or nullptr.
  const Node* child(std::string_view name, std::string_view ns = "*") const;
  // All text below, in order, nothing added between.
  std::string all_text() const;
};

// Owns the nodes and every view in them; movable, not copyable.
class Tree {
public:
  Tree();
  Tree(Tree&&) noexcept = default;
  Tree& operator=(Tree&&) noexcept = default;

  const Node* root() const { return root_; } // the document element, or nullptr when empty
  bool mended = false;                       // the source was not well formed
  bool truncated = false; // a cap on depth or nodes was met; what is here is its beginning

  std::pmr::memory_resource* arena() { return arena_.get(); }
  void set_root(const Node* root) { root_ = root; }

private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> arena_;
  const Node* root_ = nullptr;
};

} // namespace heiban
