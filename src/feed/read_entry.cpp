#include "feed/read_entry.h"

#include "base/utf8.h"
#include "calendar/read_date.h"
#include "feed/element.h"
#include "feed/feed_limits.h"
#include "feed/person.h"
#include "feed/url.h"
#include "feed/validity.h"
#include "markup/decode_text.h"
#include "markup/html_text.h"

#include <algorithm>
#include <charconv>
#include <climits>

namespace heiban {
namespace {

bool is_address(const std::string& name) {
  return name.find('@') != std::string::npos;
}

bool all_addresses(const std::vector<std::string>& names) { // of none, too
  return std::all_of(names.begin(), names.end(), is_address);
}

size_t length_of(const std::string& plain, const std::string& html) {
  return std::max(plain.size(), html.size());
}

bool has_content(const Entry& entry) {
  return length_of(entry.content, entry.content_html) > 0;
}

} // namespace

Entry EntryReader::entry(const Node& element) {
  FieldSet fields;
  fields.add_children(element, vocabulary_);
  Entry entry;
  entry.title = best_title(fields);
  entry.link = best_link(fields, element);
  entry.id = best_id(fields, element);
  texts(fields, entry);
  authors(fields, {Field::Author, Field::Creator, Field::Publisher}, entry.authors);
  fields.each(Field::Source, [&](const Node& source) {
    if (!entry.authors.empty())
      return; // RFC 4287 §4.2.1: its author stands for the entry's
    FieldSet of_source;
    of_source.add_children(source, vocabulary_);
    authors(of_source, {Field::Author}, entry.authors);
  });
  entry.published =
      best_date(fields, {Field::Published, Field::Date, Field::Created, Field::Updated});
  entry.updated =
      best_date(fields, {Field::Updated, Field::Date, Field::Published, Field::Created});
  if (const std::string_view modified = attribute_of(element, "lastmod"); !modified.empty()) // CDF
    entry.updated = read_dated_line(modified, context_.zone_minutes, context_.now);
  categories(fields, entry.categories);
  enclosures(fields, entry.enclosures);
  validity(fields, entry);
  return entry;
}

Entry EntryReader::tombstone(const Node& element) {
  Entry entry;
  entry.withdrawn = true;
  entry.id = attribute_of(element, "ref");
  entry.updated =
      read_dated_line(attribute_of(element, "when"), context_.zone_minutes, context_.now);
  return entry;
}

std::string EntryReader::best_title(const FieldSet& fields) const {
  for (const Node* node : fields.ranked(Field::Title)) {
    std::string title = texts_.title(*node);
    if (!title.empty())
      return title;
  }
  return {};
}

// Where a link leads, with its rank: 0 a plain RSS <link>, 1 the page, 2 another form of it, 6 one
// of them that no browser opens (gemini:, tag:), 8 the feed or entry document itself; INT_MAX for
// links that are something else.
std::string EntryReader::link_of(const Node& link, int& rank) const {
  std::string_view href = attribute_of(link, "href");
  if (href.empty())
    href = rdf_resource(link);
  const std::string text = href.empty() ? url_text(link.all_text()) : std::string();
  std::string rel = lower_trimmed(attribute_of(link, "rel"));
  if (const size_t slash = rel.rfind('/'); slash != std::string::npos)
    rel.erase(0, slash + 1);
  const std::string type = lower_trimmed(attribute_of(link, "type"));
  if (href.empty() && text.empty() && rel != "self") // a feed may lie at its base itself
    return {};
  if (href.empty() && rel.empty()) {
    rank = 0;
    return texts_.resolve(link, text);
  }
  std::string url = texts_.resolve(link, href.empty() ? text : url_text(href));
  const bool web = url_scheme(url).empty() || is_http_url(url);
  if (rel.empty() || rel == "alternate")
    rank = !web ? 6 : type.empty() || type.find("html") != type.npos ? 1 : 2;
  else
    rank = rel == "self" ? 8 : INT_MAX;
  return url;
}

std::string EntryReader::best_link(const FieldSet& fields, const Node& element) const {
  int best_rank = INT_MAX;
  std::string best;
  const auto offer = [&](std::string link, int rank) {
    if (link.empty() || rank >= best_rank || is_script_url(link))
      return;
    best = std::move(link);
    best_rank = rank;
  };
  fields.each(Field::Link, [&](const Node& node) {
    int rank = INT_MAX;
    std::string link = link_of(node, rank);
    offer(std::move(link), rank);
  });
  if (const std::string_view href = attribute_of(element, "href"); !href.empty())
    offer(texts_.resolve(element, href), 0); // CDF
  fields.each(Field::Guid, [&](const Node& node) {
    std::string guid = url_text(node.all_text());
    const std::string permanent = lower_trimmed(attribute_of(node, "ispermalink"));
    if (permanent == "true" && guid.find('/') != guid.npos) // a path, no number
      guid = texts_.resolve(node, guid);
    if (permanent != "false" && is_http_url(guid))
      offer(guid, 3);
  });
  if (is_http_url(rdf_about(element)))
    offer(std::string(rdf_about(element)), 4);
  fields.each(Field::Content, [&](const Node& node) {
    if (const std::string_view src = attribute_of(node, "src"); !src.empty())
      offer(texts_.resolve(node, src), 5);
  });
  fields.each(Field::Id, [&](const Node& node) {
    const std::string id = url_text(node.all_text());
    if (is_http_url(id))
      offer(id, 7);
  });
  return best;
}

std::string EntryReader::best_id(const FieldSet& fields, const Node& element) const {
  std::vector<const Node*> nodes = fields.ranked({Field::Guid, Field::Id});
  for (const Node* node : nodes) {
    const bool spare = vocabulary_.meaning(*node).rank > 0; // dc:identifier
    if (spare && !rdf_about(element).empty())
      break;
    std::string id = plain_of(*node);
    const bool is_path = id.starts_with('/') && !id.starts_with("//");
    if (is_path && !context_.base_url.empty() && // of the document, which no feed can change
        lower_trimmed(attribute_of(*node, "ispermalink")) != "false")
      id = texts_.resolve(*node, id);
    if (!id.empty())
      return id;
  }
  return std::string(rdf_about(element));
}

std::optional<Instant> EntryReader::date(const Node& element) {
  std::string text = plain_of(element);
  if (text == dated_)
    return date_;
  dated_ = std::move(text);
  date_ = read_dated_line(dated_, context_.zone_minutes, context_.now);
  return date_;
}

std::optional<Instant> EntryReader::best_date(const FieldSet& fields,
                                              std::initializer_list<Field> order) {
  for (const Node* node : fields.ranked(order))
    if (const std::optional<Instant> at = date(*node))
      return at;
  return std::nullopt;
}

std::string EntryReader::person(const Node& element) const {
  if (!has_elements(element))
    return person_name(texts_.title(element));
  for (const char* part : {"name", "email", "uri", "url"})
    if (const Node* child = named_child(element, part)) {
      std::string text = literal_title(child->all_text());
      if (!text.empty())
        return text;
    }
  for (const Node* child = element.first_child; child; child = child->next) // foaf:Person
    if (const Node* name = child->is_text ? nullptr : named_child(*child, "name"))
      return literal_title(name->all_text());
  return person_name(texts_.title(element));
}

void EntryReader::authors(const FieldSet& fields, std::initializer_list<Field> order,
                          std::vector<std::string>& names) const {
  for (const Field field : order) {
    for (const Node* node : fields.ranked(field))
      add_once(names, person(*node));
    if (!all_addresses(names))
      break;
  }
  // RSS asks for an address in <author>; a name found elsewhere says more.
  std::stable_partition(names.begin(), names.end(),
                        [](const std::string& n) { return !is_address(n); });
}

const Node* EntryReader::content_item(const Node& items) const {
  // content:items holds an rdf:Bag of content:item, each with its rdf:value.
  const Node* bag = named_child(items, "bag");
  const Node* node = bag ? bag : &items;
  for (const char* name : {"li", "item"})
    if (const Node* child = named_child(*node, name))
      node = child;
  return named_child(*node, "value");
}

void EntryReader::texts(const FieldSet& fields, Entry& entry) const {
  for (const Node* node : fields.ranked(Field::Content)) {
    FeedText text = texts_.content(*node);
    if (text.plain.empty() && text.html.empty())
      continue;
    entry.content = std::move(text.plain);
    entry.content_html = std::move(text.html);
    break;
  }
  fields.each(Field::ContentItems, [&](const Node& node) {
    const Node* value = entry.content.empty() ? content_item(node) : nullptr;
    if (!value)
      return;
    FeedText text = texts_.content(*value);
    entry.content = std::move(text.plain);
    entry.content_html = std::move(text.html);
  });
  for (const Node* node : fields.ranked(Field::Summary)) {
    const bool has_one = length_of(entry.summary, entry.summary_html) > 0;
    if (has_one && (vocabulary_.meaning(*node).rank > 0 || has_content(entry)))
      break;
    FeedText text = texts_.content(*node);
    const size_t length = length_of(text.plain, text.html);
    if (length <= length_of(entry.summary, entry.summary_html))
      continue;
    // <summary>, and then all of it as <description>, or the other way round.
    (has_one ? entry.content : entry.summary) = std::move(text.plain);
    (has_one ? entry.content_html : entry.summary_html) = std::move(text.html);
  }
}

void EntryReader::categories(const FieldSet& fields, std::vector<std::string>& names) const {
  fields.each(Field::Category, [&](const Node& node) {
    for (const char* name : {"label", "term"})
      if (const std::string_view value = attribute_of(node, name); !value.empty())
        return add_once(names, literal_title(value));
    add_once(names, texts_.title(node));
  });
  fields.each(Field::Subject, [&](const Node& node) { add_once(names, texts_.title(node)); });
  fields.each(Field::MediaCategory, [&](const Node& node) {
    const std::string_view label = attribute_of(node, "label");
    add_once(names, label.empty() ? texts_.title(node) : literal_title(label));
  });
  fields.each(Field::ItunesCategory, [&](const Node& node) {
    add_once(names, literal_title(attribute_of(node, "text")));
    for (const Node* child = node.first_child; child; child = child->next)
      if (!child->is_text)
        add_once(names, literal_title(attribute_of(*child, "text")));
  });
  for (const Node* node : fields.ranked(Field::Keywords))
    for (std::string& word :
         split_keywords(texts_.title(*node) + '\n' + literal_title(attribute_of(*node, "text"))))
      add_once(names, std::move(word));
}

void EntryReader::enclosures(const FieldSet& fields, std::vector<Enclosure>& list) const {
  const auto add = [&](const Node& node, std::string_view url, std::string_view length) {
    if (url.empty() || list.size() >= kMaxListed || is_script_url(url))
      return;
    Enclosure enclosure;
    enclosure.url = texts_.resolve(node, url_text(url));
    enclosure.type = attribute_of(node, "type");
    enclosure.title = literal_title(attribute_of(node, "title"));
    enclosure.length = count_of(length);
    const auto same = [&](const Enclosure& other) { return other.url == enclosure.url; };
    if (std::none_of(list.begin(), list.end(), same))
      list.push_back(std::move(enclosure));
  };
  fields.each(Field::Enclosure, [&](const Node& node) {
    const std::string_view url = attribute_of(node, "url");
    add(node, url.empty() ? attribute_of(node, "href") : url, attribute_of(node, "length"));
  });
  fields.each(Field::Link, [&](const Node& node) {
    if (lower_trimmed(attribute_of(node, "rel")) != "enclosure")
      return;
    const std::string_view href = attribute_of(node, "href");
    add(node, href.empty() ? url_text(node.all_text()) : std::string(href),
        attribute_of(node, "length"));
  });
  fields.each(Field::MediaContent, [&](const Node& node) {
    add(node, attribute_of(node, "url"), attribute_of(node, "filesize"));
  });
}

void EntryReader::validity(const FieldSet& fields, Entry& entry) {
  const auto read = [&](std::string_view text) {
    return read_validity(text, context_.zone_minutes, context_.now);
  };
  for (const Node* node : fields.ranked(Field::Valid)) {
    const Validity valid = read(plain_of(*node));
    const bool available = vocabulary_.meaning(*node).rank > 0; // then a lone date is the first day
    if (!entry.valid_from)
      entry.valid_from = available && valid.lone ? valid.lone_from : valid.from;
    if (!entry.valid_to && !(available && valid.lone))
      entry.valid_to = valid.to;
  }
  for (const Node* node : fields.ranked(Field::Embargo))
    if (!entry.valid_from)
      entry.valid_from = date(*node);
  for (const Node* node : fields.ranked(Field::Expires))
    if (!entry.valid_to)
      entry.valid_to = read(plain_of(*node)).to;
  fields.each(Field::Urgency,
              [&](const Node& node) { entry.urgency = read_urgency(plain_of(node)); });
  fields.each(Field::Withdrawn, [&](const Node& node) {
    const std::string text = lower_trimmed(plain_of(node));
    entry.withdrawn = text != "false" && text != "0";
  });
}

} // namespace heiban
