#include "feed/list_item.h"

#include "base/utf8.h"
#include "calendar/read_date.h"
#include "feed/page_link.h"
#include "markup/html_elements.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kMostTexts = 60, kMostNodes = 600; // of one row
constexpr size_t kLongestText = 4000;               // bytes
constexpr size_t kLongestDate = 60;                 // bytes of a text that may be a date as a whole

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Collector {
public:
  explicit Collector(ListItem& item) : item_(item) {}

  void run(const Node& node) {
    visit(node, nullptr);
    const auto best = std::ranges::max_element(
        links_, [](const Link& a, const Link& b) { return a.length < b.length; });
    if (best == links_.end())
      return;
    item_.link = best->node;
    for (size_t i = 0; i < owners_.size(); ++i)
      item_.texts[i].in_link = owners_[i] == best->node;
  }

private:
  struct Link {
    const Node* node;
    size_t length; // bytes of its text, or of its title attribute
  };

  void visit(const Node& node, const Node* link) {
    if (++nodes_ > kMostNodes || item_.texts.size() >= kMostTexts)
      return;
    if (node.is_text)
      return add_text(node, link);
    if (html_element(node.name).is(kHidden))
      return;
    if (is_page_link(node)) {
      link = &node;
      links_.push_back({link, node.attribute("title").size()});
    }
    for (const Node* child = node.first_child; child; child = child->next)
      visit(*child, link);
  }

  void add_text(const Node& node, const Node* link) {
    std::string text = squeezed(node.text.substr(0, kLongestText));
    if (text.empty())
      return;
    if (link)
      links_.back().length += text.size();
    item_.texts.push_back({std::move(text), &node, false});
    owners_.push_back(link);
  }

  ListItem& item_;
  std::vector<Link> links_;
  std::vector<const Node*> owners_; // of each text: the link it stands in
  size_t nodes_ = 0;
};

// Digits from `at` on, at least `least` and at most `most`; 0: not so.
size_t digits(std::string_view s, size_t at, size_t least, size_t most) {
  size_t n = 0;
  while (at + n < s.size() && is_digit(s[at + n]))
    ++n;
  return n >= least && n <= most ? n : 0;
}

size_t one_of(std::string_view s, size_t at, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words)
    if (s.substr(std::min(at, s.size())).starts_with(word))
      return word.size();
  return 0;
}

struct Range {
  size_t start = 0, end = 0;
};

size_t time_length(std::string_view s, size_t at) {
  size_t end = at;
  while (end < s.size() && (s[end] == ' ' || s[end] == 'T'))
    ++end;
  const size_t hour = end == at ? 0 : digits(s, end, 1, 2);
  if (hour == 0 || end + hour >= s.size() || s[end + hour] != ':')
    return 0;
  end += hour + 1;
  const size_t minute = digits(s, end, 2, 2);
  if (minute == 0)
    return 0;
  end += minute;
  if (end < s.size() && s[end] == ':' && digits(s, end + 1, 2, 2) > 0)
    end += 3;
  return end - at;
}

// 2026-11-24 and its like, with a time behind it if there is one.
std::optional<Range> find_date(std::string_view s) {
  for (size_t at = 0; at + 8 <= s.size(); ++at) {
    if (!is_digit(s[at]) || (at > 0 && is_digit(s[at - 1])))
      continue;
    size_t end = at + digits(s, at, 4, 4);
    const size_t first = end == at ? 0 : one_of(s, end, {"-", "/", ".", "年"});
    const size_t month = first == 0 ? 0 : digits(s, end + first, 1, 2);
    if (month == 0)
      continue;
    end += first + month;
    const size_t second = one_of(s, end, {"-", "/", ".", "月"});
    const size_t day = second == 0 ? 0 : digits(s, end + second, 1, 2);
    if (day == 0)
      continue;
    end += second + day;
    end += one_of(s, end, {"日"});
    return Range{at, end + time_length(s, end)};
  }
  return std::nullopt;
}

// Not a year alone, nor a year with its month.
bool has_month_and_day(std::string_view s) {
  int groups = 0, longest = 0, run = 0;
  for (const char c : s) {
    run = is_digit(c) ? run + 1 : 0;
    groups += run == 1;
    longest = std::max(longest, run);
  }
  for (const std::string_view word : {"前", "昨", "今天", "刚"})
    if (s.find(word) != std::string_view::npos)
      return true;
  if (groups == 0)
    return s.find("月") != std::string_view::npos;
  return (groups == 1 && longest == 8) || groups >= (longest >= 4 ? 3 : 2);
}

const Node* cell_of(const Node& text) {
  const Node* node = &text;
  while (node && node->name != "td" && node->name != "tr" && node->name != "table")
    node = node->parent;
  return node && node->name == "td" ? node : nullptr;
}

// What a cell says first. A page has many rows under one head: it is not read to its end each time.
std::string first_words(const Node& cell) {
  const Node* node = &cell;
  while (!node->is_text && node->first_child)
    node = node->first_child;
  return squeezed(node->text.substr(0, 60));
}

// Whether a cell of a table stands under a head such as 发布日期, in the table's first row.
bool is_under_publication(const Node& text) {
  const Node* cell = cell_of(text);
  const Node* row = cell ? cell->parent : nullptr;
  if (!row || !row->parent || row->name != "tr")
    return false;
  size_t column = 1;
  for (const Node* before = row->first_child; before != cell; before = before->next)
    column += !before->is_text;
  const Node* table = row->parent->name == "table" ? row->parent : row->parent->parent;
  const Node* part = table ? table->child("thead") : nullptr;
  const Node* head = (part ? part : row->parent)->child("tr");
  size_t steps = 2 * column; // the cells up to it, and white space between them
  for (const Node* above = head ? head->first_child : nullptr; above && steps > 0;
       above = above->next, --steps)
    if (!above->is_text && --column == 0) {
      const std::string name = first_words(*above);
      return name.find("发布") != name.npos || name.find("公布") != name.npos;
    }
  return false;
}

class DateSearch {
public:
  DateSearch(const std::vector<ListText>& texts, int zone, Instant now)
      : texts_(texts), zone_(zone), now_(now) {}

  std::optional<ListDate> run() const {
    if (auto date = under_its_head())
      return date;
    for (const bool in_link : {false, true}) {
      for (size_t i = 0; i + 1 < texts_.size(); ++i)
        if (texts_[i].in_link == in_link && texts_[i + 1].in_link == in_link)
          if (auto date = in_two(i))
            return date;
      for (size_t i = 0; i < texts_.size(); ++i)
        if (texts_[i].in_link == in_link)
          if (auto date = whole(i))
            return date;
      for (size_t i = 0; i < texts_.size(); ++i)
        if (texts_[i].in_link == in_link)
          if (auto date = inside(i))
            return date;
    }
    return std::nullopt;
  }

private:
  std::optional<Instant> read(std::string_view text) const { return read_date(text, zone_, now_); }

  std::optional<ListDate> whole(size_t i) const {
    const std::string& text = texts_[i].text;
    if (text.size() > kLongestDate || !has_month_and_day(text))
      return std::nullopt;
    const auto at = read(text);
    return at ? std::optional(ListDate{*at, i, 1, 0, text.size()}) : std::nullopt;
  }

  // A large day over a small month, or a large 11-24 over a small year.
  std::optional<ListDate> in_two(size_t i) const {
    const std::string &a = texts_[i].text, &b = texts_[i + 1].text;
    for (const auto& [head, tail] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
      if (auto at = day_and_month(*tail, *head))
        return ListDate{*at, i, 2, 0, 0};
      if (head->size() > 12 || tail->size() > 12 || digits(*head, 0, 4, 4) == 0)
        continue;
      std::string joined = *head;
      while (!joined.empty() && !is_digit(joined.back()))
        joined.pop_back(); // 2026年11月
      joined += '-' + *tail;
      if (!find_date(joined) || find_date(joined)->end != joined.size())
        continue;
      if (const auto at = read(joined))
        return ListDate{*at, i, 2, 0, 0};
    }
    return std::nullopt;
  }

  // 24 and 11月, 24 and 11/2026, 24 and Nov 2026.
  std::optional<Instant> day_and_month(const std::string& day, const std::string& month) const {
    if (day.empty() || day.size() > 2 || digits(day, 0, 1, 2) != day.size() || month.size() > 12)
      return std::nullopt;
    if (month.ends_with("月"))
      return digits(month, 0, 1, 2) > 0 ? read(month + day + "日") : std::nullopt;
    const bool by_name = month.size() >= 3 && (month[0] | 0x20) >= 'a' && (month[0] | 0x20) <= 'z';
    const size_t first = digits(month, 0, 1, 2);
    const size_t mark = first > 0 ? one_of(month, first, {"-", "/", "."}) : 0;
    const bool by_number = mark > 0 && digits(month, first + mark, 4, 4) > 0;
    return by_name || by_number ? read(day + " " + month) : std::nullopt;
  }

  // Of several dates in a table's row, the one under 发布日期.
  std::optional<ListDate> under_its_head() const {
    std::optional<ListDate> found;
    size_t dates = 0;
    if (texts_.empty() || !cell_of(*texts_[0].node))
      return found;
    for (size_t i = 0; i < texts_.size(); ++i) {
      const auto date = texts_[i].in_link ? std::nullopt : whole(i);
      dates += date.has_value();
      if (date && !found && is_under_publication(*texts_[i].node))
        found = date;
    }
    return dates > 1 ? found : std::nullopt;
  }

  std::optional<ListDate> inside(size_t i) const {
    const std::string_view text = texts_[i].text;
    const auto range = find_date(text);
    if (!range)
      return std::nullopt;
    const std::string_view date = text.substr(range->start, range->end - range->start);
    if (texts_[i].in_link && !stands_apart(text, *range))
      return std::nullopt;
    const auto at = read(date);
    return at ? std::optional(ListDate{*at, i, 1, range->start, range->end}) : std::nullopt;
  }

  // 关于…的通知（2026-11-24）, not 2026年11月24日拟聘人员公示.
  static bool stands_apart(std::string_view text, Range range) {
    const std::string_view before = text.substr(0, range.start), after = text.substr(range.end);
    const bool closed = after.empty() || after == ")" || after == "]" || after == "）" ||
                        after == "】" || after == "］";
    const bool opened = before.ends_with(' ') || before.ends_with('(') || before.ends_with('[') ||
                        before.ends_with("（") || before.ends_with("【") || before.ends_with("［");
    return closed && opened;
  }

  const std::vector<ListText>& texts_;
  int zone_;
  Instant now_;
};

// Without marks that set rows apart, and without brackets a date has left empty.
std::string_view without_marks(std::string_view title) {
  for (bool again = true; again;) {
    again = false;
    title = trim(title);
    for (const std::string_view mark : {"·", "•", "●", "▪", "■", "◆", "►", "▶", "»", "›", ">", "-"})
      if (title.size() > mark.size() && title.starts_with(mark)) {
        title.remove_prefix(mark.size());
        again = true;
      }
    for (const std::string_view empty : {"()", "[]", "（）", "【】", "［］"})
      if (title.ends_with(empty)) {
        title.remove_suffix(empty.size());
        again = true;
      }
  }
  return title;
}

// The innermost block of a link's that the text stands in; nullptr: the link itself.
const Node* block_of(const Node& text, const Node* link) {
  for (const Node* node = text.parent; node && node != link; node = node->parent)
    if (html_element(node->name).is(kBlock))
      return node;
  return nullptr;
}

bool is_named_title(const Node& block) {
  const std::string classes = ascii_lower(block.attribute("class"));
  return html_element(block.name).is(kHeading) || classes.find("tit") != classes.npos;
}

// Of a link round a whole card, with a summary and a date: where the title stands. A heading, else
// the first block that says something; nullptr: the link's text is one.
const Node* title_block(const ListItem& item) {
  constexpr size_t kTitleBytes = 12; // four Han
  const Node* first = nullptr;
  size_t blocks = 0;
  const Node* last = nullptr;
  for (const ListText& text : item.texts) {
    const Node* block = text.in_link ? block_of(*text.node, item.link) : nullptr;
    if (!block || text.text.size() < kTitleBytes)
      continue;
    if (is_named_title(*block))
      return block;
    blocks += block != last;
    last = block;
    if (!first && !find_date(text.text))
      first = block;
  }
  return blocks > 1 ? first : nullptr;
}

} // namespace

std::string squeezed(std::string_view text) {
  std::string out;
  bool blank = false;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (c <= ' ' || c == 0xA0 || c == 0x3000) {
      blank = !out.empty();
      continue;
    }
    const std::string_view own = text.substr(start, at - start);
    if (c == 0xFFFD && own != "\uFFFD")
      continue; // a text that was cut inside a character
    if (blank)
      out += ' ';
    blank = false;
    out += own;
  }
  return out;
}

bool stands_in(const Node* node, const Node* ancestor) {
  while (node && node != ancestor)
    node = node->parent;
  return node != nullptr;
}

ListItem list_item(const Node& node) {
  ListItem item;
  item.node = &node;
  Collector(item).run(node);
  return item;
}

std::optional<ListDate> list_date(const std::vector<ListText>& texts, int zone_minutes,
                                  Instant now) {
  return DateSearch(texts, zone_minutes, now).run();
}

std::optional<Instant> date_inside(std::string_view text, int zone_minutes, Instant now) {
  const auto range = find_date(text);
  if (!range)
    return std::nullopt;
  return read_date(text.substr(range->start, range->end - range->start), zone_minutes, now);
}

std::string list_title(const ListItem& item, const std::optional<ListDate>& date) {
  std::string title;
  const Node* block = title_block(item);
  for (size_t i = 0; i < item.texts.size(); ++i) {
    const ListText& text = item.texts[i];
    if (!text.in_link || (block && block_of(*text.node, item.link) != block))
      continue;
    std::string own = text.text;
    if (date && i >= date->first && i < date->first + date->count)
      own = date->count == 1 ? own.erase(date->start, date->end - date->start) : std::string();
    if (!own.empty() && !title.empty())
      title += ' ';
    title += own;
  }
  title = without_marks(title);
  const std::string named = item.link ? squeezed(item.link->attribute("title")) : std::string();
  const bool cut = title.ends_with("…") || title.ends_with("...");
  return title.empty() || (cut && named.size() + 6 > title.size() && !named.empty()) ? named
                                                                                     : title;
}

} // namespace heiban
