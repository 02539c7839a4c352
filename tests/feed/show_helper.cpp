#include "show_helper.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace heiban {
namespace {

std::string joined(const std::vector<std::string>& list) {
  return fmt::format("{}", fmt::join(list, " | "));
}

class Lines {
public:
  void add(const std::string& key, const std::string& value) {
    if (!value.empty())
      text_ += key + "=" + value + "\n";
  }
  void add(const std::string& key, const std::optional<Instant>& at) {
    if (at)
      add(key, iso_utc(*at));
  }
  std::string text_ = "\n";
};

void show_entry(const Entry& entry, const std::string& at, Lines& lines) {
  lines.add(at + "title", entry.title);
  lines.add(at + "link", entry.link);
  lines.add(at + "id", entry.id);
  lines.add(at + "summary", entry.summary);
  lines.add(at + "summary_html", entry.summary_html);
  lines.add(at + "content", entry.content);
  lines.add(at + "content_html", entry.content_html);
  lines.add(at + "author", entry.author);
  lines.add(at + "authors", joined(entry.authors));
  lines.add(at + "published", entry.published);
  lines.add(at + "updated", entry.updated);
  lines.add(at + "valid_from", entry.valid_from);
  lines.add(at + "valid_to", entry.valid_to);
  lines.add(at + "categories", joined(entry.categories));
  std::vector<std::string> enclosures;
  for (const Enclosure& enclosure : entry.enclosures)
    enclosures.push_back(fmt::format("{} {} {}", enclosure.url, enclosure.type, enclosure.length));
  lines.add(at + "enclosures", joined(enclosures));
  if (entry.urgency != Urgency::Normal)
    lines.add(at + "urgency", entry.urgency == Urgency::Urgent ? "urgent" : "important");
  if (entry.withdrawn)
    lines.add(at + "withdrawn", std::string("yes"));
}

} // namespace

std::string show(const ParsedFeed& feed) {
  Lines lines;
  lines.add("title", feed.title);
  lines.add("link", feed.link);
  lines.add("description", feed.description);
  lines.add("id", feed.id);
  lines.add("language", feed.language);
  lines.add("author", feed.author);
  lines.add("updated", feed.updated);
  lines.add("published", feed.published);
  lines.add("image", feed.image);
  if (feed.ttl)
    lines.add("ttl", std::to_string(*feed.ttl));
  if (feed.update_period_seconds)
    lines.add("period", std::to_string(*feed.update_period_seconds));
  lines.add("skip_hours",
            feed.skip_hours.empty() ? "" : fmt::format("{}", fmt::join(feed.skip_hours, " ")));
  lines.add("categories", joined(feed.categories));
  lines.add("entries", std::to_string(feed.entries.size()));
  lines.add("warnings", joined(feed.warnings));
  for (size_t i = 0; i < feed.entries.size(); ++i)
    show_entry(feed.entries[i], std::to_string(i) + ".", lines);
  return lines.text_;
}

FeedContext test_context() {
  FeedContext context;
  context.now = from_beijing({{2026, 11, 24}, 12, 0, 0});
  return context;
}

void check_feed(const FeedCase& c, const std::string& base, const std::string& type) {
  FeedContext context = test_context();
  context.base_url = base;
  context.content_type = type;
  const Result<ParsedFeed> feed = parse_feed(c.document, context);
  ASSERT_TRUE(feed) << c.what << ": " << feed.error().message;
  const std::string shown = show(*feed);
  for (const std::string& line : c.lines) {
    const bool absent = line.starts_with("!");
    const std::string wanted = absent ? "\n" + line.substr(1) : "\n" + line + "\n";
    EXPECT_EQ(shown.find(wanted) == std::string::npos, absent) << c.what << ": " << line << shown;
  }
}

} // namespace heiban
