#include "feed/list_page.h"

#include "base/utf8.h"
#include "feed/charset.h"
#include "feed/feed_limits.h"
#include "feed/fill_in.h"
#include "feed/list_finder.h"
#include "feed/page_link.h"
#include "feed/page_parts.h"
#include "feed/script_list.h"
#include "feed/url.h"
#include "markup/parse.h"
#include "markup/select.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <unordered_set>

namespace heiban {
namespace {

constexpr size_t kMostItems = 500; // of one list page

// Elements staff's selector gives, by the row they stand in. An absent selector gives none.
class Chosen {
public:
  Chosen() = default;
  Chosen(const Selector& selector, const Node& root) {
    for (const Node* node : selector.all(root))
      nodes_.insert(node);
  }
  bool contains(const Node& node) const { return nodes_.contains(&node); }
  const Node* first_in(const Node& row) const {
    if (nodes_.contains(&row))
      return &row;
    for (const Node* child = row.first_child; child; child = child->next)
      if (const Node* found = child->is_text ? nullptr : first_in(*child))
        return found;
    return nullptr;
  }

private:
  std::unordered_set<const Node*> nodes_;
};

struct Choice {
  Chosen item, title, date;
};

// A row that holds another chosen row is a frame, as `tr` finds them around a layout table's rows.
bool add_innermost(const Node& node, const Chosen& chosen, std::vector<ListItem>& items) {
  bool inside = false;
  for (const Node* child = node.first_child; child; child = child->next)
    if (!child->is_text)
      inside |= add_innermost(*child, chosen, items);
  if (inside || !chosen.contains(node))
    return inside;
  items.push_back(list_item(node));
  return true;
}

class ListReader {
public:
  ListReader(const FeedContext& context, const PageSelectors& selectors)
      : context_(context), selectors_(selectors) {}

  Result<ListPage> read(std::string_view html) {
    Result<Tree> tree = parse_page(html);
    if (!tree)
      return {ErrorKind::Malformed, "网页是空的"};
    const Node& root = *tree->root();
    base_ = page_base(root, context_.base_url);
    out_.feed.title = page_title(root);
    out_.feed.link = context_.base_url;
    if (const Result<void> done = selectors_.item.empty() ? find(root) : select(root); !done)
      return done.error();
    return std::move(out_);
  }

private:
  Result<void> find(const Node& root) {
    FoundList list = find_list(root, context_.zone_minutes, context_.now);
    for (const std::string& hidden :
         list.items.empty() ? lists_in_scripts(root) : std::vector<std::string>()) {
      Result<Tree> tree = parse_page(hidden);
      if (!tree)
        continue;
      list = find_list(*tree->root(), context_.zone_minutes, context_.now);
      if (list.items.empty())
        continue;
      list.where = "脚本中的数据";
      hidden_.push_back(std::move(*tree));
      break;
    }
    if (list.items.empty())
      return Error{ErrorKind::Malformed, why_nothing(root)};
    Result<Choice> choice = read_choice(hidden_.empty() ? root : *hidden_.back().root());
    if (!choice)
      return choice.error();
    take(list.items, *choice);
    note("自动找到的列表：" + list.where);
    return {};
  }

  Result<void> select(const Node& root) {
    const Result<Choice> choice = read_choice(root);
    if (!choice)
      return choice.error();
    std::vector<ListItem> items;
    add_innermost(root, choice->item, items);
    if (items.empty()) {
      const FoundList list = find_list(root, context_.zone_minutes, context_.now);
      return Error{ErrorKind::Malformed,
                   fmt::format("select_item = \"{}\" 在网页里一条也没有找到；{}", selectors_.item,
                               list.items.empty()
                                   ? why_nothing(root)
                                   : fmt::format("网页里像列表的是 {}（{} 条），可以去掉 "
                                                 "select_item 让它自动寻找",
                                                 list.where, list.items.size()))};
    }
    take(items, *choice);
    note("按 select_item 找到的列表");
    return {};
  }

  Result<Choice> read_choice(const Node& root) const {
    Choice out;
    const struct {
      const char* key;
      const std::string& text;
      Chosen* to;
    } kKeys[] = {{"select_item", selectors_.item, &out.item},
                 {"select_title", selectors_.title, &out.title},
                 {"select_date", selectors_.date, &out.date}};
    for (const auto& key : kKeys) {
      if (key.text.empty())
        continue;
      const Result<Selector> selector = Selector::parse(key.text);
      if (!selector)
        return {ErrorKind::Malformed,
                fmt::format("{} 写得不对：{}", key.key, selector.error().message)};
      *key.to = Chosen(*selector, root);
    }
    return out;
  }

  void take(const std::vector<ListItem>& items, const Choice& choice) {
    std::unordered_set<std::string> links;
    for (const ListItem& item : items) {
      if (out_.feed.entries.size() == kMostItems) {
        out_.feed.warnings.push_back(fmt::format("列表超过 {} 条，其余未读", kMostItems));
        break;
      }
      Entry entry = read_item(item, choice);
      if (entry.link.empty() || entry.title.empty())
        ++without_link_;
      else if (links.insert(entry.link).second)
        out_.feed.entries.push_back(std::move(entry));
    }
  }

  Entry read_item(ListItem item, const Choice& choice) {
    Entry entry;
    const Node* title = selectors_.title.empty() ? nullptr : choice.title.first_in(*item.node);
    without_title_ += !selectors_.title.empty() && !title;
    if (title)
      if (const Node* link = link_of(*title); link && link != item.link) {
        item.link = link;
        for (ListText& text : item.texts)
          text.in_link = stands_in(text.node, link);
      }
    std::optional<ListDate> date;
    if (!selectors_.date.empty()) {
      date = chosen_date(item, choice);
      without_date_ += !date;
    }
    if (!date)
      date = list_date(item.texts, context_.zone_minutes, context_.now);
    undated_ += !date;
    if (date)
      entry.published = entry.updated = date->at;
    entry.title = title && title->name != "a"
                      ? squeezed(title->all_text().substr(0, kMaxTitleBytes))
                      : list_title(item, date);
    if (item.link)
      entry.link = resolve_url(base_, page_link(*item.link));
    entry.id = entry.link;
    return entry;
  }

  std::optional<ListDate> chosen_date(const ListItem& item, const Choice& choice) const {
    const Node* place = choice.date.first_in(*item.node);
    if (!place)
      return std::nullopt;
    std::vector<ListText> texts;
    for (const ListText& text : item.texts) {
      texts.push_back(text);
      if (!stands_in(text.node, place))
        texts.back().text = "-"; // keeps its number, says nothing
      texts.back().in_link = false;
    }
    return list_date(texts, context_.zone_minutes, context_.now);
  }

  // The link a title stands in, or that stands in it.
  static const Node* link_of(const Node& title) {
    for (const Node* node = &title; node; node = node->parent)
      if (node->name == "a" || is_page_link(*node))
        return !page_link(*node).empty() ? node : nullptr;
    return list_item(title).link;
  }

  void note(const std::string& how) {
    const std::vector<Entry>& entries = out_.feed.entries;
    out_.notes.push_back(fmt::format("{}，{} 条", how, entries.size()));
    if (!entries.empty())
      out_.notes.push_back(
          fmt::format("第一条：《{}》，{}", entries[0].title,
                      entries[0].published ? moment_zh(*entries[0].published) : "没有日期"));
    std::vector<std::string>& warnings = out_.feed.warnings;
    if (without_link_ > 0)
      warnings.push_back(fmt::format("有 {} 条没有标题或网址，未读", without_link_));
    if (without_title_ > 0)
      warnings.push_back(fmt::format("select_title = \"{}\" 在 {} 条里没有找到，用了条目里的链接",
                                     selectors_.title, without_title_));
    if (without_date_ > 0)
      warnings.push_back(fmt::format("select_date = \"{}\" 在 {} 条里没有读到日期", selectors_.date,
                                     without_date_));
    else if (undated_ > 0)
      warnings.push_back(fmt::format("有 {} 条在列表里没有日期", undated_));
  }

  static std::string why_nothing(const Node& root) {
    if (fills_by_script(root))
      return "网页里没有列表：它由脚本填入，只有浏览器才看得到。请改用栏目的订阅源、网页取数据的地"
             "址（JSON）或另一个网页地址";
    return "网页里没有找到列表（带日期的一组链接），请核对网址，或写明 select_item";
  }

  const FeedContext& context_;
  const PageSelectors& selectors_;
  std::string base_;
  ListPage out_;
  std::deque<Tree> hidden_;
  size_t without_link_ = 0, without_title_ = 0, without_date_ = 0, undated_ = 0;
};

bool is_json(std::string_view text) {
  return text.starts_with('{') || text.starts_with('[');
}

bool is_feed(std::string_view text) {
  const std::string head = ascii_lower(text.substr(0, 1000));
  return is_json(text)
             ? head.find("jsonfeed.org") != head.npos || head.find("\"items\"") != head.npos
             : head.find("<rss") != head.npos || head.find("<feed") != head.npos ||
                   head.find("<rdf:") != head.npos;
}

// What the page's own script would fetch and fill in; staff may give its address instead.
std::string lists_of_json(std::string_view json) {
  std::string html;
  for (const std::string& list : lists_in_data(json))
    html += list;
  return html;
}

} // namespace

Result<ListPage> read_list_page(std::string_view bytes, const FeedContext& context,
                                const PageSelectors& selectors) {
  const Decoded document = decode_document(bytes, context.content_type);
  const std::string_view text = trim(document.text());
  if (is_feed(text))
    return {ErrorKind::Malformed, "这是订阅源，不是网页：请把 kind 改成 \"feed\""};
  const std::string lists = is_json(text) ? lists_of_json(text) : std::string();
  if (is_json(text) && lists.empty())
    return {ErrorKind::Malformed, "是 JSON，里面没有列表（带标题和网址的一组条目）"};
  Result<ListPage> page = ListReader(context, selectors).read(lists.empty() ? text : lists);
  if (!page)
    return page;
  if (page->feed.entries.empty())
    return {ErrorKind::Malformed, "列表里的条目都没有网址，读不出内容"};
  fill_in(page->feed);
  page->feed.warnings.insert(page->feed.warnings.begin(), document.warnings.begin(),
                             document.warnings.end());
  return page;
}

} // namespace heiban
