// The tree construction of HTML 13.2.6, as far as content pasted into a CMS needs it: implied end
// tags, table parts, end tags that match nothing. Two things are left out on purpose: the adoption
// agency (a misnested </b> is ignored) and foster parenting (stray text in a table stays there).
//
// libxml2's HTML parser is not used: its cost per end tag grows with the depth and per attribute
// with their number, neither can be capped from outside, and it hides <办法> as an unknown tag.
#include "markup/decode_text.h"
#include "markup/html_scanner.h"
#include "markup/tree_builder.h"

#include <algorithm>

namespace heiban {
namespace {

bool is_blank(std::string_view s) {
  return s.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

class HtmlTree {
public:
  HtmlTree(std::string_view html, const MarkupLimits& limits)
      : builder_(limits), source_(builder_.keep(html)),
        scanner_(source_, HtmlScanner::Unknown::MarkupIfClosed) {}

  Tree build() {
    push("html", {}, {});
    HtmlToken token;
    while (scanner_.next(token)) {
      if (token.kind == HtmlToken::Start)
        start(token);
      else if (token.kind == HtmlToken::End)
        end(token);
      else
        text(token);
    }
    return builder_.finish();
  }

private:
  struct Open {
    std::string_view name;
    HtmlElementInfo element;
    bool is(HtmlTraits trait) const { return element.is(trait); }
  };
  static constexpr size_t kNowhere = static_cast<size_t>(-1);

  void text(const HtmlToken& token) {
    const bool raw = token.kind == HtmlToken::RawText;
    if (!raw && is_blank(token.source) && (!body_ || in_table_structure()))
      return;
    if (!raw && !in_title())
      enter_body();
    const auto references = raw && open_.back().is(kHidden) ? References::None : References::Text;
    builder_.text(decode(token.source, references));
  }

  void start(const HtmlToken& token) {
    const HtmlElementInfo& element = token.element;
    if (element.is(kStructural))
      return start_structural(token);
    if (element.is(kHeadOnly) && !body_)
      enter_head();
    else
      enter_body();
    if (!make_room(token))
      return;
    push(element.known ? element.name : builder_.keep(token.name), element, attributes());
    const bool childless = element.is(kVoid) || (token.self_closing && !element.known);
    if (childless)
      pop();
  }

  void start_structural(const HtmlToken& token) {
    if (token.name == "head")
      return enter_head();
    if (token.name == "html") {
      if (builder_.current()->attributes.empty() && open_.size() == 1)
        builder_.current()->attributes = attributes();
      return;
    }
    const bool first = !body_;
    enter_body();
    if (first)
      builder_.current()->attributes = attributes();
  }

  void enter_head() {
    if (body_)
      return;
    while (open_.size() > 2)
      pop();
    if (open_.size() == 1)
      push("head", {}, {});
  }

  void enter_body() {
    if (body_)
      return;
    while (open_.size() > 1)
      pop();
    push("body", {}, {});
    body_ = true;
  }
  // A <title> that is never closed takes the text up to the next tag.
  bool in_title() const { return !body_ && open_.size() > 2; }

  // Ends what the new element implies an end of. False: the tag has no place here.
  bool make_room(const HtmlToken& token) {
    const HtmlElementInfo& element = token.element;
    if (element.is(kTablePart))
      return make_room_in_table(token);
    if (token.name == "table" && in_table_structure())
      pop_through(nearest("table"));
    if (element.is(kBlock))
      pop_through(nearest("p", kScope));
    if (element.is(kHeading) && open_.back().is(kHeading))
      pop();
    if (token.name == "li")
      pop_through(nearest_item("li", "li"));
    if (token.name == "dd" || token.name == "dt")
      pop_through(nearest_item("dd", "dt"));
    if ((token.name == "option" || token.name == "optgroup") && open_.back().name == "option")
      pop();
    if (token.name == "a")
      pop_through(nearest_inline("a"));
    return true;
  }

  bool make_room_in_table(const HtmlToken& token) {
    const size_t table = nearest("table");
    if (table == kNowhere)
      return false;
    const bool cell = token.name == "td" || token.name == "th";
    size_t keep = table;
    for (size_t i = table + 1; i < open_.size(); ++i) {
      const bool group = open_[i].name == "tbody" || open_[i].name == "thead" ||
                         open_[i].name == "tfoot" || open_[i].name == "colgroup";
      const bool row = open_[i].name == "tr";
      if ((group && (cell || token.name == "tr" || token.name == "col")) || (row && cell))
        keep = i;
    }
    if (keep + 1 < open_.size())
      pop_through(keep + 1);
    if (cell && open_.back().name != "tr")
      push("tr", html_element("tr"), {});
    return true;
  }

  void end(const HtmlToken& token) {
    if (token.name == "br") {
      enter_body();
      push("br", token.element, {});
      return pop();
    }
    if (ghosts_ > 0 && !token.element.is(kStructural)) {
      --ghosts_;
      return;
    }
    if (token.element.is(kStructural))
      return;
    if (token.element.is(kInline))
      pop_through(nearest_inline(token.name));
    else if (token.element.is(kHeading))
      pop_through(nearest_heading());
    else if (token.name == "table")
      pop_through(nearest("table"));
    else if (token.element.is(kTablePart))
      pop_through(nearest_in_table(token.name));
    else
      pop_through(nearest(token.name, kScope));
  }

  // Positions in open_, from the innermost out; kNowhere when a barrier comes first.
  template <class Match, class Barrier>
  size_t search(Match match, Barrier barrier) const {
    for (size_t i = open_.size(); i-- > 1;) {
      if (match(open_[i]))
        return i;
      if (barrier(open_[i]))
        return kNowhere;
    }
    return kNowhere;
  }
  size_t nearest(std::string_view name) const {
    return search([&](const Open& o) { return o.name == name; }, [](const Open&) { return false; });
  }
  size_t nearest(std::string_view name, HtmlTraits barrier) const {
    return search([&](const Open& o) { return o.name == name; },
                  [&](const Open& o) { return o.is(barrier); });
  }
  size_t nearest_inline(std::string_view name) const {
    return search([&](const Open& o) { return o.name == name; },
                  [](const Open& o) { return o.element.known && !o.is(kInline); });
  }
  size_t nearest_heading() const {
    return search([](const Open& o) { return o.is(kHeading); },
                  [](const Open& o) { return o.is(kScope); });
  }
  size_t nearest_in_table(std::string_view name) const {
    return search([&](const Open& o) { return o.name == name; },
                  [](const Open& o) { return o.name == "table"; });
  }
  size_t nearest_item(std::string_view name, std::string_view other) const {
    return search([&](const Open& o) { return o.name == name || o.name == other; },
                  [](const Open& o) {
                    return o.is(kScope) || (o.is(kBlock) && o.name != "div" && o.name != "p" &&
                                            o.name != "address");
                  });
  }

  bool in_table_structure() const {
    const std::string_view name = open_.back().name;
    return name == "table" || name == "tr" || name == "tbody" || name == "thead" ||
           name == "tfoot" || name == "colgroup";
  }

  void push(std::string_view name, HtmlElementInfo element, std::span<const Attribute> attributes) {
    if (builder_.open(name, {}, attributes))
      open_.push_back({name, element});
    else
      ++ghosts_;
  }

  void pop() {
    if (ghosts_ > 0) {
      --ghosts_;
      return;
    }
    builder_.close();
    open_.pop_back();
  }

  void pop_through(size_t position) {
    if (position == kNowhere)
      return;
    ghosts_ = 0;
    while (open_.size() > position)
      pop();
  }

  std::string_view decode(std::string_view raw, References references) {
    if (is_clean(raw, references))
      return raw;
    scratch_.clear();
    append_decoded(scratch_, raw, references);
    return builder_.keep(scratch_);
  }

  std::span<const Attribute> attributes() {
    const std::vector<RawAttribute>& raw = scanner_.attributes();
    const std::span<Attribute> kept = builder_.make_attributes(raw.size());
    for (size_t i = 0; i < raw.size(); ++i) {
      kept[i].name = lower(raw[i].name);
      kept[i].value = decode(raw[i].value, References::Attribute);
    }
    return kept;
  }

  std::string_view lower(std::string_view name) {
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (std::none_of(name.begin(), name.end(), is_upper))
      return name;
    scratch_.assign(name);
    for (char& c : scratch_)
      if (is_upper(c))
        c = static_cast<char>(c + 32);
    return builder_.keep(scratch_);
  }

  TreeBuilder builder_;
  std::string_view source_;
  HtmlScanner scanner_;
  std::vector<Open> open_;
  bool body_ = false;
  size_t ghosts_ = 0; // elements beyond the depth cap whose end tags are still to come
  std::string scratch_;
};

} // namespace

Result<Tree> parse_html(std::string_view utf8, const MarkupLimits& limits) {
  if (is_blank(utf8))
    return {ErrorKind::Malformed, "empty document"};
  return HtmlTree(utf8, limits).build();
}

} // namespace heiban
