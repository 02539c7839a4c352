#include "markup/select.h"

#include "markup/select_reader.h"

#include <cstdint>

namespace heiban {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size())
    return false;
  for (size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i]))
      return false;
  return true;
}

bool has_word(std::string_view words, std::string_view word) {
  constexpr std::string_view kBlank = " \t\r\n\f";
  while (!words.empty()) {
    const size_t start = words.find_first_not_of(kBlank);
    if (start == std::string_view::npos)
      return false;
    words.remove_prefix(start);
    const size_t end = std::min(words.find_first_of(kBlank), words.size());
    if (same(words.substr(0, end), word))
      return true;
    words.remove_prefix(end);
  }
  return false;
}

bool holds(std::string_view value, std::string_view wanted, char how) {
  const size_t n = wanted.size();
  switch (how) {
  case '=':
    return same(value, wanted);
  case '~':
    return has_word(value, wanted);
  case '^':
    return n > 0 && value.size() >= n && same(value.substr(0, n), wanted);
  case '$':
    return n > 0 && value.size() >= n && same(value.substr(value.size() - n), wanted);
  case '|':
    return same(value, wanted) ||
           (value.size() > n && value[n] == '-' && same(value.substr(0, n), wanted));
  default:
    for (size_t at = 0; n > 0 && at + n <= value.size(); ++at)
      if (same(value.substr(at, n), wanted))
        return true;
    return false;
  }
}

} // namespace

// Which compounds have been met is carried down the tree as sets of bits: bit i says that compound
// i and all before it in its alternative match. So each element is looked at once, however deep the
// page and however many ways there are to match.
class SelectorMatch {
public:
  using Met = uint32_t;

  SelectorMatch(const Selector& selector, bool only_first)
      : compounds_(selector.compounds_), only_first_(only_first) {}

  std::vector<const Node*> run(const Node& root) {
    visit(root, {1, 1}, {}, {});
    return std::move(found_);
  }

private:
  struct Above {
    Met parent = 0, any = 0;
  };
  struct Before {
    Met previous = 0, any = 0;
  };
  struct Number {
    int from_start = 1, from_end = 1;
  };

  Met visit(const Node& node, Number number, Above above, Before before) {
    Met met = 0;
    for (size_t i = 0; i < compounds_.size(); ++i) {
      const Met last = i == 0 ? 0 : Met{1} << (i - 1);
      const Selector::Compound& compound = compounds_[i];
      if (is_joined(compound.join, last, above, before) && matches(compound, node, number))
        met |= Met{1} << i;
    }
    for (size_t i = 0; i < compounds_.size(); ++i)
      if (compounds_[i].ends && (met & Met{1} << i) != 0) {
        found_.push_back(&node);
        break;
      }
    if (only_first_ && !found_.empty())
      return met;
    visit_children(node, {met, above.any | met});
    return met;
  }

  void visit_children(const Node& node, Above above) {
    int count = 0;
    for (const Node* child = node.first_child; child; child = child->next)
      count += !child->is_text;
    Number number{1, count};
    Before before;
    for (const Node* child = node.first_child; child; child = child->next) {
      if (child->is_text)
        continue;
      before.previous = visit(*child, number, above, before);
      before.any |= before.previous;
      ++number.from_start;
      --number.from_end;
      if (only_first_ && !found_.empty())
        return;
    }
  }

  static bool is_joined(Selector::Join join, Met last, Above above, Before before) {
    switch (join) {
    case Selector::Join::Start:
      return true;
    case Selector::Join::Descendant:
      return (above.any & last) != 0;
    case Selector::Join::Child:
      return (above.parent & last) != 0;
    case Selector::Join::Next:
      return (before.previous & last) != 0;
    case Selector::Join::Later:
      return (before.any & last) != 0;
    }
    return false;
  }

  static bool matches(const Selector::Compound& compound, const Node& node, Number number) {
    if (!compound.tag.empty() && node.name != compound.tag)
      return false;
    if (compound.counted) {
      const int n = (compound.from_end ? number.from_end : number.from_start) - compound.offset;
      if (compound.step == 0 ? n != 0 : n % compound.step != 0 || n / compound.step < 0)
        return false;
    }
    for (const Selector::AttributeTest& test : compound.attributes)
      if (!has(node, test))
        return false;
    return true;
  }

  static bool has(const Node& node, const Selector::AttributeTest& test) {
    for (const Attribute& attribute : node.attributes)
      if (attribute.name == test.name)
        return test.how == 0 || holds(attribute.value, test.value, test.how);
    return false;
  }

  const std::vector<Selector::Compound>& compounds_;
  bool only_first_;
  std::vector<const Node*> found_;
};

Result<Selector> Selector::parse(std::string_view text) {
  return SelectorReader(text).read();
}

std::vector<const Node*> Selector::all(const Node& root) const {
  return SelectorMatch(*this, false).run(root);
}

const Node* Selector::first(const Node& root) const {
  const std::vector<const Node*> found = SelectorMatch(*this, true).run(root);
  return found.empty() ? nullptr : found.front();
}

} // namespace heiban
