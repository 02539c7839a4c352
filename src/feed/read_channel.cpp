#include "feed/read_entry.h"

#include "base/utf8.h"
#include "calendar/read_date.h"
#include "feed/element.h"
#include "feed/url.h"

#include <algorithm>

namespace heiban {

std::string EntryReader::address(const Node& element) {
  FieldSet fields;
  fields.add_children(element, vocabulary_);
  std::string found = best_link(fields, element);
  fields.each(Field::Link, [&](const Node& link) {
    if (!is_http_url(found) && lower_trimmed(attribute_of(link, "rel")) == "self")
      found = texts_.resolve(link, url_text(attribute_of(link, "href")));
  });
  return is_http_url(found) ? found : std::string();
}

void EntryReader::feed(const Node& element, const Node* also, ParsedFeed& feed) {
  FieldSet fields;
  fields.add_children(element, vocabulary_);
  feed.title = best_title(fields);
  feed.link = best_link(fields, element);
  feed.id = best_id(fields, element);
  for (const Node* node : fields.ranked(Field::Summary)) {
    feed.description = texts_.content(*node).plain;
    if (!feed.description.empty())
      break;
  }
  for (const Node* node : fields.ranked(Field::Language))
    if (feed.language.empty())
      feed.language = plain_of(*node);
  for (const Node* node = &element; node && feed.language.empty(); node = node->parent)
    feed.language = node->attribute("lang", "http://www.w3.org/XML/1998/namespace");
  std::vector<std::string> names;
  authors(fields, {Field::Author, Field::Editor, Field::Creator, Field::Publisher}, names);
  if (!names.empty())
    feed.author = names.front();
  authors(fields, {Field::Author}, feed.authors); // RFC 4287 §4.2.1: of every entry that names none
  if (!names.empty() && (feed.authors.empty() || feed.authors.front() != feed.author))
    feed.authors = {feed.author};
  feed.published = best_date(fields, {Field::Published, Field::Date, Field::Created});
  feed.updated = best_date(fields, {Field::Updated, Field::Date, Field::Published});
  if (const std::string_view modified = attribute_of(element, "lastmod"); !modified.empty())
    feed.updated = read_dated_line(modified, context_.zone_minutes, context_.now);
  categories(fields, feed.categories);
  polling_hints(fields, feed);
  if (also)
    fields.add_children(*also, vocabulary_);
  feed.image = image(fields);
}

std::string EntryReader::image(const FieldSet& fields) const {
  std::string named; // by RSS 1.0's channel; the <image> of that name says more
  for (const Node* node : fields.ranked({Field::Image, Field::Logo, Field::ItunesImage, Field::Icon,
                                         Field::Thumbnail, Field::MediaContent})) {
    if (vocabulary_.meaning(*node).field == Field::MediaContent && !is_picture(*node))
      continue;
    const Node* url = named_child(*node, "url");
    std::string link = url ? url_text(url->all_text()) : std::string(attribute_of(*node, "href"));
    if (link.empty())
      link = attribute_of(*node, "url");
    if (link.empty() && !has_elements(*node))
      link = url_text(node->all_text());
    if (!link.empty())
      return texts_.resolve(*node, link);
    const std::string_view resource = rdf_resource(*node);
    if (named.empty() && !resource.empty())
      named = texts_.resolve(*node, resource);
  }
  return named;
}

void EntryReader::polling_hints(const FieldSet& fields, ParsedFeed& feed) const {
  constexpr int64_t kLongestTtl = 7 * 24 * 60; // minutes
  fields.each(Field::Ttl, [&](const Node& node) {
    if (const int64_t minutes = count_of(plain_of(node)); minutes > 0)
      feed.ttl = static_cast<int>(std::min(minutes, kLongestTtl));
  });
  int64_t period = 0, frequency = 1;
  fields.each(Field::UpdatePeriod, [&](const Node& node) {
    const std::string name = lower_trimmed(plain_of(node));
    period = name == "hourly"    ? kHour
             : name == "daily"   ? kDay
             : name == "weekly"  ? 7 * kDay
             : name == "monthly" ? 30 * kDay
             : name == "yearly"  ? 365 * kDay
                                 : 0;
  });
  fields.each(Field::UpdateFrequency, [&](const Node& node) {
    frequency = std::max<int64_t>(1, count_of(plain_of(node)));
  });
  if (period > 0)
    feed.update_period_seconds = period / frequency;
  fields.each(Field::SkipHours, [&](const Node& node) {
    for (const Node* hour = node.first_child; hour; hour = hour->next) {
      const std::string text = hour->is_text ? "" : plain_of(*hour);
      const int64_t value = count_of(text);
      if ((value > 0 || text == "0" || text == "00") && value <= 24 && feed.skip_hours.size() < 24)
        feed.skip_hours.push_back(static_cast<int>(value % 24));
    }
  });
}

} // namespace heiban
