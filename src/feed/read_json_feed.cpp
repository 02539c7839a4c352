#include "feed/read_json_feed.h"

#include "base/utf8.h"
#include "calendar/read_date.h"
#include "feed/feed_limits.h"
#include "feed/mend_json.h"
#include "feed/person.h"
#include "feed/text_construct.h"
#include "feed/url.h"
#include "feed/validity.h"
#include "markup/decode_text.h"
#include "markup/html_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace heiban {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxDepth = 64;

const Json* member(const Json& object, const char* name) {
  if (!object.is_object())
    return nullptr;
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

// Numbers count as texts: many a feed's id is one.
std::string text(const Json* value) {
  if (!value)
    return {};
  if (value->is_string())
    return std::string(within_cap(trim(value->get_ref<const std::string&>())));
  return value->is_number() ? value->dump() : std::string();
}
std::string text(const Json& object, const char* name) {
  return text(member(object, name));
}
std::string line(const Json& object, const char* name) {
  return literal_title(text(object, name));
}

// mailto:a@b.cn?subject=Hello → a@b.cn; the address of a page is nobody's name.
std::string mail_address(const std::string& url) {
  constexpr std::string_view kScheme = "mailto:";
  return ascii_lower(url).starts_with(kScheme)
             ? url.substr(kScheme.size(), url.find('?') - kScheme.size())
             : std::string();
}

// An answer of an interface that is no feed: {"code": 500, "message": …}. What has none of a feed's
// words is one when the server says so.
bool looks_like_feed(const Json& root, std::string_view content_type) {
  if (root.is_array() || member(root, "items") || member(root, "version"))
    return true;
  for (const char* status : {"code", "status", "error", "errors", "message", "msg", "success"})
    if (member(root, status))
      return false;
  for (const char* name : {"title", "description", "home_page_url", "feed_url", "next_url", "hubs",
                           "authors", "author", "icon", "favicon"})
    if (member(root, name))
      return true;
  return ascii_lower(content_type).starts_with("application/feed+json");
}

const Json& list(const Json& object, const char* name) {
  static const Json kNone = Json::array();
  const Json* value = member(object, name);
  return value && value->is_array() ? *value : kNone;
}

class JsonFeed {
public:
  explicit JsonFeed(const FeedContext& context) : context_(context), base_(context.base_url) {}

  ParsedFeed read(const Json& root) {
    ParsedFeed feed;
    if (root.is_object())
      describe(root, feed);
    for (const Json& item : root.is_array() ? root : list(root, "items")) {
      if (feed.entries.size() == kMaxEntries) {
        feed.warnings.push_back(fmt::format("条目超过 {} 个，其余未读", kMaxEntries));
        break;
      }
      if (item.is_object())
        feed.entries.push_back(entry(item));
    }
    return feed;
  }

private:
  void describe(const Json& root, ParsedFeed& feed) {
    feed.title = line(root, "title");
    feed.id = text(root, "feed_url");
    if (base_.empty() && is_http_url(feed.id))
      base_ = feed.id;
    feed.link = link(root, "home_page_url");
    feed.description = line(root, "description");
    feed.language = text(root, "language");
    feed.image = link(root, "icon");
    if (feed.image.empty())
      feed.image = link(root, "favicon");
    feed.authors = authors(root);
    if (!feed.authors.empty())
      feed.author = feed.authors.front();
    if (context_.base_url.empty() && is_http_url(feed.link))
      base_ = feed.link;
  }

  Entry entry(const Json& item) {
    Entry entry;
    entry.id = text(item, "id");
    if (const Json* id = member(item, "id"); id && id->is_boolean())
      entry.id = id->dump();
    entry.title = line(item, "title");
    entry.link = link(item, "url");
    if (entry.link.empty())
      entry.link = link(item, "external_url");
    if (entry.link.empty() && is_http_url(entry.id)) // "ideally the full URL of the resource"
      entry.link = entry.id;
    read_texts(item, entry);
    entry.authors = authors(item);
    entry.published = date(item, "date_published");
    entry.updated = date(item, "date_modified");
    for (const Json& tag : list(item, "tags"))
      add_once(entry.categories, literal_title(text(&tag)));
    for (const Json& attachment : list(item, "attachments"))
      attach(attachment, entry);
    if (const Json* own = member(item, "_heiban"))
      read_own(*own, entry);
    return entry;
  }

  void read_texts(const Json& item, Entry& entry) {
    FeedText content = text_of_html(text(item, "content_html"), base_);
    if (content.plain.empty() && content.html.empty())
      content = text_of_plain(text(item, "content_text"));
    entry.content = std::move(content.plain);
    entry.content_html = std::move(content.html);
    entry.summary = text_of_plain(text(item, "summary")).plain;
  }

  // 1.1 has authors, 1.0 author; either may be a bare name against the letter.
  std::vector<std::string> authors(const Json& object) {
    std::vector<std::string> names;
    for (const Json& person : list(object, "authors"))
      add_once(names, author(person));
    for (const char* alone : {"authors", "author"})
      if (const Json* person = member(object, alone); person && names.empty())
        add_once(names, author(*person));
    return names;
  }
  std::string author(const Json& person) {
    if (!person.is_object())
      return literal_title(text(&person));
    std::string name = line(person, "name");
    return name.empty() ? mail_address(text(person, "url")) : name;
  }

  void attach(const Json& attachment, Entry& entry) {
    Enclosure enclosure;
    enclosure.url = link(attachment, "url");
    enclosure.type = text(attachment, "mime_type");
    enclosure.title = line(attachment, "title");
    const Json* size = member(attachment, "size_in_bytes");
    if (size && size->is_number())
      enclosure.length = static_cast<int64_t>(std::clamp(size->get<double>(), 0.0, 1e15));
    if (!enclosure.url.empty() && entry.enclosures.size() < kMaxListed)
      entry.enclosures.push_back(std::move(enclosure));
  }

  // heiban's own extension object (JSON Feed 1.1, "Extensions").
  void read_own(const Json& own, Entry& entry) {
    entry.valid_from = date(own, "valid_from");
    entry.valid_to = read_validity(text(own, "valid_to"), context_.zone_minutes, context_.now).to;
    entry.urgency = read_urgency(text(own, "urgency"));
    const Json* withdrawn = member(own, "withdrawn");
    entry.withdrawn = withdrawn && withdrawn->is_boolean() && withdrawn->get<bool>();
  }

  std::string link(const Json& object, const char* name) {
    const std::string reference = text(object, name);
    return reference.empty() || is_script_url(reference) ? std::string()
                                                         : resolve_url(base_, reference);
  }
  std::optional<Instant> date(const Json& object, const char* name) {
    return read_dated_line(text(object, name), context_.zone_minutes, context_.now);
  }

  const FeedContext& context_;
  std::string base_;
};

Json parse(std::string_view text) {
  return Json::parse(text.begin(), text.end(), nullptr, false, true);
}

} // namespace

Result<ParsedFeed> read_json_feed(std::string_view utf8, const FeedContext& context) {
  const JsonSize size = measure_json(utf8);
  if (size.depth > kMaxDepth || size.values > kMaxJsonValues)
    return {ErrorKind::Malformed, "JSON 嵌套过深或内容过多，未读取"};
  if (size.longest > kMaxJsonText)
    return {ErrorKind::Malformed, "JSON 里有一段文字太长，未读取"};
  Json root = parse(utf8);
  const bool mended = root.is_discarded();
  if (mended)
    root = parse(mend_json(utf8));
  if (root.is_discarded())
    return {ErrorKind::Malformed, "JSON 有错误，读不出订阅源"};
  if (!looks_like_feed(root, context.content_type))
    return {ErrorKind::Malformed, "是 JSON，但不是 JSON Feed：没有 items"};
  ParsedFeed feed = JsonFeed(context).read(root);
  if (mended)
    feed.warnings.push_back("JSON 不合规范，已尽量修补");
  return feed;
}

} // namespace heiban
