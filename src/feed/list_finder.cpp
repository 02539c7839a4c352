#include "feed/list_finder.h"
#include "feed/page_link.h"

#include "base/utf8.h"
#include "markup/html_elements.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

namespace heiban {
namespace {

constexpr size_t kMostRows = 20'000; // looked at on one page
constexpr int kMostLinks = 3;        // of one row: its column's, its own, its attachment's
constexpr size_t kTitleLength = 4;   // code points of a link that may be an item's
constexpr size_t kLongTitle = 10;    // … that no menu has
constexpr size_t kLeastUndated = 3;

constexpr std::array<std::string_view, 11> kRows{"li", "tr", "dl",      "dt",      "div", "p",
                                                 "td", "a",  "article", "section", "h3"};

struct Group {
  std::string where;
  std::vector<const Node*> rows;
};

class Survey {
public:
  std::vector<Group> run(const Node& root) {
    visit(root, 0);
    std::vector<Group> out;
    for (Row& row : rows_) { // found from the inside out; wanted in the page's order
      row.group = order_of(row.key);
    }
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const Row& a, const Row& b) { return a.place < b.place; });
    std::unordered_map<size_t, size_t> places;
    for (const Row& row : rows_) {
      const auto [at, fresh] = places.try_emplace(row.group, out.size());
      if (fresh)
        out.push_back({where(*row.node), {}});
      out[at->second].rows.push_back(row.node);
    }
    return out;
  }

private:
  struct Row {
    const Node* node;
    size_t key, place, group = 0;
  };

  size_t order_of(size_t key) { return groups_.try_emplace(key, groups_.size()).first->second; }

  static size_t mix(size_t seed, std::string_view text) {
    return (seed ^ std::hash<std::string_view>()(text)) * 0x9E3779B97F4A7C15u + 1;
  }

  static std::string where(const Node& row) {
    const auto named = [](const Node& node) {
      const std::string classes = squeezed(node.attribute("class"));
      const std::string id = squeezed(node.attribute("id"));
      return std::string(node.name) + (!id.empty() ? "#" + id.substr(0, id.find(' '))
                                       : !classes.empty()
                                           ? "." + classes.substr(0, classes.find(' '))
                                           : "");
    };
    return (row.parent ? named(*row.parent) + " > " : "") + std::string(row.name);
  }

  static bool is_link(const Node& node) {
    if (!is_page_link(node))
      return false;
    const std::string text = squeezed(node.all_text());
    return std::max(count_code_points(text), count_code_points(node.attribute("title"))) >=
           kTitleLength;
  }

  // The links of an item's kind in it.
  int visit(const Node& node, size_t path) {
    if (node.is_text || html_element(node.name).is(kHidden))
      return 0;
    const size_t place = ++places_;
    const size_t own_path =
        mix(mix(mix(path, node.name), node.attribute("class")), node.attribute("id"));
    int links = is_link(node);
    for (const Node* child = node.first_child; child; child = child->next)
      links = std::min(links + visit(*child, own_path), kMostLinks + 1);
    const bool row = std::ranges::find(kRows, node.name) != kRows.end();
    if (row && links >= 1 && links <= kMostLinks && rows_.size() < kMostRows)
      rows_.push_back({&node, mix(path, node.name), place});
    return links;
  }

  std::vector<Row> rows_;
  std::unordered_map<size_t, size_t> groups_;
  size_t places_ = 0;
};

// What belongs to a row but stands behind it: a dt's dd, what follows a plain link up to the next.
void add_what_follows(ListItem& item) {
  const std::string_view name = item.node->name;
  if (name != "a" && name != "dt")
    return;
  for (const Node* next = item.node->next; next && next->name != name; next = next->next) {
    if (next->is_text) {
      if (std::string text = squeezed(next->text.substr(0, 400)); !text.empty())
        item.texts.push_back({std::move(text), next, false});
    } else {
      for (ListText& text : list_item(*next).texts)
        item.texts.push_back({std::move(text.text), text.node, false});
    }
  }
}

struct Judged {
  FoundList list;
  size_t score = 0;
};

Judged judge(const Group& group, int zone_minutes, Instant now) {
  Judged out;
  out.list.where = group.where;
  size_t dated = 0, long_titles = 0;
  for (const Node* row : group.rows) {
    ListItem item = list_item(*row);
    if (!item.link)
      continue;
    add_what_follows(item);
    const auto date = list_date(item.texts, zone_minutes, now);
    dated += date.has_value();
    long_titles += count_code_points(list_title(item, date)) >= kLongTitle;
    out.list.items.push_back(std::move(item));
  }
  // A menu beside a date is no list.
  if ((dated > 0 && dated * 2 >= out.list.items.size()) || long_titles >= kLeastUndated)
    out.score = 4 * dated + long_titles;
  return out;
}

} // namespace

FoundList find_list(const Node& root, int zone_minutes, Instant now) {
  Judged best;
  for (const Group& group : Survey().run(root)) {
    // Four points for a date and one for a title: a smaller group cannot win.
    if (group.rows.size() * 5 <= best.score)
      continue;
    Judged judged = judge(group, zone_minutes, now);
    if (judged.score > best.score)
      best = std::move(judged);
  }
  return std::move(best.list);
}

} // namespace heiban
