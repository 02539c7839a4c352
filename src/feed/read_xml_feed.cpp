#include "feed/read_xml_feed.h"

#include "base/utf8.h"
#include "feed/early_warning.h"
#include "feed/feed_limits.h"
#include "feed/read_entry.h"
#include "feed/url.h"
#include "markup/parse.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace heiban {
namespace {

constexpr std::string_view kNeverNested[] = {"item", "entry"};
// An open <title> before one of these has lost its end tag: nobody puts them into a title.
constexpr std::string_view kNeverInTitle[] = {
    "item",     "entry",   "link",    "guid",       "id",     "description",     "pubDate",
    "updated",  "summary", "content", "published",  "author", "category",        "enclosure",
    "comments", "source",  "dc:date", "dc:creator", "image",  "content:encoded", "language"};

bool is_feed_root(const Node& node) {
  const std::string name = ascii_lower(node.name);
  return name == "rss" || name == "feed" || name == "rdf" || name == "channel" || name == "entry" ||
         name == "alert"; // a bare early warning
}

// A feed may be wrapped (SOAP, a CMS's <xml>), but not deeply.
const Node* find_feed_root(const Node& node, int depth) {
  if (is_feed_root(node))
    return &node;
  if (depth == 0)
    return nullptr;
  for (const Node* child = node.first_child; child; child = child->next)
    if (const Node* found = child->is_text ? nullptr : find_feed_root(*child, depth - 1))
      return found;
  return nullptr;
}

// Where the first tag a feed may begin with stands in text already lower case.
size_t feed_tag(std::string_view lower) {
  return std::min({lower.find("<rss"), lower.find("<feed"), lower.find("<rdf:"),
                   lower.find("<channel"), lower.find("<entry"), lower.find("<alert")});
}

void drop_comments(std::string& markup) {
  for (size_t at = markup.find("<!--"); at != markup.npos; at = markup.find("<!--", at))
    markup.erase(at, std::min(markup.find("-->", at), markup.size()) - at);
}

// A page is told from a feed before it is parsed: it may be large, and it is no fault of XML's.
bool is_html_page(std::string_view text) {
  std::string head = ascii_lower(text.substr(0, 4096));
  drop_comments(head);
  const size_t feed = feed_tag(head);
  if (feed != head.npos) // a feed may have a page's DOCTYPE
    return head.find("<html") < feed;
  return head.find("<html") != head.npos || head.find("<!doctype html") != head.npos;
}

// The feed that a page holds as markup of its own: a proxy or an editor wrapped it up.
std::string_view inside_page(std::string_view text) {
  constexpr size_t kSearched = 64 * 1024; // bytes
  const std::string lower = ascii_lower(text.substr(0, kSearched));
  for (const auto& [root, child] : {std::pair("<rss", "<channel"), std::pair("<feed", "<entry")})
    if (const size_t at = lower.find(root); at != lower.npos && lower.find(child, at) != lower.npos)
      return text.substr(at);
  return {};
}

// What follows tags that are not the feed's: a script a proxy put before it, a PHP warning.
std::string_view behind_junk(std::string_view text) {
  constexpr size_t kJunk = 64 * 1024; // bytes
  const size_t at = feed_tag(ascii_lower(text.substr(0, kJunk)));
  return at == text.npos ? std::string_view() : text.substr(at);
}

bool is_entry_name(std::string_view local_name) {
  const std::string name = local_name.size() > 16 ? std::string() : ascii_lower(local_name);
  return name == "item" || name == "entry" || name == "deleted-entry";
}

// <description><![CDATA[<alert …>…]]>: a message pasted into an RSS item, parsed on its own.
std::optional<Tree> alert_as_text(const Node& item) {
  constexpr size_t kLongestMessage = 1 << 20;
  for (const Node* child = item.first_child; child; child = child->next)
    for (const Node* text = child->first_child; text; text = text->next)
      if (text->is_text && text->text.size() <= kLongestMessage &&
          text->text.find("msgType>") != text->text.npos)
        if (Result<Tree> tree = parse_xml(trim(text->text)); tree && tree->root())
          return std::move(*tree);
  return std::nullopt;
}

// Reads each entry as it comes by; what the feed says of itself is read from the tree at the end.
class Document : public XmlItems {
public:
  explicit Document(const FeedContext& context) : context_(context) {}

  bool is_item(std::string_view local_name) const override { return is_entry_name(local_name); }

  void take(const Node& item) override {
    if (!reader_)
      begin(item);
    const Field field = vocabulary_->meaning(item).field;
    if ((field != Field::Entry && field != Field::Deleted) || is_in_extension(item))
      return;
    if (feed_.entries.size() == kMaxEntries) {
      too_many_ = true;
      return;
    }
    if (field == Field::Entry && take_warning_in(item))
      return;
    feed_.entries.push_back(field == Field::Entry ? reader_->entry(item)
                                                  : reader_->tombstone(item));
  }

  // `root`: the feed's own element. A lone Atom entry is its own feed.
  ParsedFeed finish(const Node& root) {
    start(root);
    if (context_.base_url.empty()) {
      const Node* channel = find_channel(root);
      address_ = reader_->address(channel ? *channel : root);
      reader_->set_base(address_);
    }
    if (ascii_lower(root.name) == "alert") {
      for (const Node* one = &root; one; one = one->next) // several in one wrapper
        if (!one->is_text && ascii_lower(one->name) == "alert")
          take_warning(read_alert(*one, context_));
      feed_.title = "预警信息";
    } else if (ascii_lower(root.name) == "entry") {
      if (!take_warning_in(root))
        feed_.entries.push_back(reader_->entry(root));
    } else {
      const Node* channel = find_channel(root);
      reader_->feed(channel ? *channel : root, channel ? &root : nullptr, feed_);
    }
    take_back_successors(warnings_, feed_.entries);
    if (too_many_)
      feed_.warnings.push_back(fmt::format("条目超过 {} 个，其余未读", kMaxEntries));
    return std::move(feed_);
  }

  // Room for the entries of a feed of that many bytes, as most are.
  void expect(size_t bytes) {
    constexpr size_t kUsualEntry = 1500; // bytes
    feed_.entries.reserve(std::min(bytes / kUsualEntry + 1, kMaxEntries));
  }

  // What relative links were resolved against when the feed had said nothing yet, and what they
  // are to be resolved against now that it is read.
  const std::string& base() const { return base_; }
  const std::string& address() const { return address_; }
  void set_base(std::string base) { base_ = std::move(base); }

private:
  // A message that the entry holds, as elements or as text, or bears in elements of its own.
  bool take_warning_in(const Node& item) {
    if (const Node* alert = find_alert(item))
      return take_warning(read_alert(*alert, context_)), true;
    if (bears_warning(item))
      return take_warning(read_bearer(item, reader_->entry(item), context_)), true;
    const std::optional<Tree> inside = alert_as_text(item);
    const Node* alert = inside ? find_alert(*inside->root()) : nullptr;
    if (alert)
      take_warning(read_alert(*alert, context_));
    return alert != nullptr;
  }

  // What it skips or does not obey is told once.
  void take_warning(WarningRead read) {
    for (Entry& entry : read.entries)
      if (feed_.entries.size() < kMaxEntries)
        feed_.entries.push_back(std::move(entry));
    std::vector<std::string>& told = feed_.warnings;
    if (!read.remark.empty() && std::ranges::find(told, read.remark) == told.end())
      told.push_back(read.remark);
    if (read.takes_back || !read.replaces.empty())
      warnings_.push_back(std::move(read));
  }

  void start(const Node& root) {
    if (reader_)
      return;
    vocabulary_.emplace(root);
    reader_.emplace(*vocabulary_, context_);
    if (!base_.empty())
      reader_->set_base(base_);
  }

  // <x:examples><entry>…: part of something else that the feed says.
  bool is_in_extension(const Node& item) {
    for (const Node* node = item.parent; node && !is_feed_root(*node); node = node->parent)
      if (vocabulary_->ns_of(node->ns) == Ns::Other)
        return true;
    return false;
  }

  // The first entry: what stands before it usually has the channel's link.
  void begin(const Node& item) {
    const Node* root = &item;
    for (const Node* node = item.parent; node; node = node->parent)
      if (is_feed_root(*node))
        root = node;
    start(*root);
    if (!context_.base_url.empty() || !base_.empty())
      return;
    const Node* channel = find_channel(*root);
    set_base(reader_->address(channel ? *channel : *root));
    reader_->set_base(base_);
  }

  const Node* find_channel(const Node& root) {
    for (const Node* child = root.first_child; child; child = child->next)
      if (!child->is_text && vocabulary_->meaning(*child).field == Field::Channel)
        return child;
    return nullptr;
  }

  const FeedContext& context_;
  std::optional<Vocabulary> vocabulary_;
  std::optional<EntryReader> reader_;
  std::string base_, address_;
  bool too_many_ = false;
  std::vector<WarningRead> warnings_; // that replace or take back others
  ParsedFeed feed_;
};

constexpr const char* kPage = "这是一个网页（HTML），不是订阅源：请填写订阅源的地址";

Result<ParsedFeed> read_once(std::string_view utf8, Document& document) {
  MarkupLimits limits;
  limits.nodes = kMaxNodes;
  limits.never_nested = kNeverNested;
  limits.never_in_title = kNeverInTitle;
  const Result<Tree> tree = parse_xml_items(utf8, document, limits);
  if (!tree)
    return {ErrorKind::Malformed, "内容不是 XML，也不是 JSON，读不出订阅源"};
  constexpr int kWrappers = 4;
  const Node* root = find_feed_root(*tree->root(), kWrappers);
  if (!root) {
    if (ascii_lower(tree->root()->name) == "html")
      return {ErrorKind::Malformed, kPage};
    return {ErrorKind::Malformed,
            fmt::format("是 XML，但不是订阅源：根元素是 <{}>", tree->root()->name.substr(0, 40))};
  }
  ParsedFeed feed = document.finish(*root);
  if (tree->mended)
    feed.warnings.push_back("XML 不合规范，已尽量修补");
  if (tree->truncated)
    feed.warnings.push_back("内容过大或嵌套过深，只读取了一部分");
  return feed;
}

// Once more when the feed's address, which relative ones resolve against, came behind the entries.
Result<ParsedFeed> read_resolved(std::string_view utf8, const FeedContext& context) {
  Document document(context);
  document.expect(utf8.size());
  Result<ParsedFeed> feed = read_once(utf8, document);
  const std::string& address = document.address();
  if (!feed || address.empty() || address == document.base() || feed->entries.empty())
    return feed;
  Document again(context);
  again.expect(utf8.size());
  again.set_base(address);
  return read_once(utf8, again);
}

} // namespace

Result<ParsedFeed> read_xml_feed(std::string_view utf8, const FeedContext& context) {
  if (is_html_page(utf8)) {
    const std::string_view wrapped = inside_page(utf8);
    return wrapped.empty() ? Result<ParsedFeed>{ErrorKind::Malformed, kPage}
                           : read_resolved(wrapped, context);
  }
  Result<ParsedFeed> feed = read_resolved(utf8, context);
  if (feed)
    return feed;
  const std::string_view rest = behind_junk(utf8);
  return rest.empty() || rest.size() == utf8.size() ? std::move(feed)
                                                    : read_resolved(rest, context);
}

} // namespace heiban
