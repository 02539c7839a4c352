// Selector: CSS-like selectors over a Tree: tag, .class, #id, [attr…], :nth-child, > + ~ and comma.
// feed reads list pages with it, by what staff wrote in heiban.toml or by its own lists of names.
// It knows no namespaces, no :not() and no pseudo-elements, and compares names without case, so
// that what staff copied from a page's source works either way.
#pragma once

#include "base/result.h"
#include "markup/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

class Selector {
public:
  // Malformed, with a Chinese sentence that names the place, when it cannot be read; at most 32
  // parts between commas in all.
  static Result<Selector> parse(std::string_view text);

  // Every element at or below `root` that it matches, in document order. One pass over the tree,
  // whatever the selector. Ancestors of `root` are not looked at.
  std::vector<const Node*> all(const Node& root) const;
  const Node* first(const Node& root) const; // or nullptr

private:
  enum class Join : char { Start, Descendant, Child, Next, Later };
  struct AttributeTest {
    std::string name, value;
    char how = 0; // 0: is there; = ~ ^ $ * | as in CSS
  };
  struct Compound {
    Join join = Join::Start; // to the compound before it
    bool ends = false;       // of its alternative
    std::string tag;         // empty: any
    std::vector<AttributeTest> attributes;
    bool counted = false; // :nth-child(step n + offset)
    bool from_end = false;
    int step = 0, offset = 0;
  };
  friend class SelectorReader;
  friend class SelectorMatch;

  std::vector<Compound> compounds_;
};

} // namespace heiban
