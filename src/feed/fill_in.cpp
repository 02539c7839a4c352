#include "feed/fill_in.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "feed/feed_limits.h"
#include "feed/url.h"
#include "markup/decode_text.h"
#include "markup/html_text.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <fmt/format.h>
#include <unordered_map>

namespace heiban {
namespace {

// Cuts at a code point; true when something had to go.
bool cut(std::string& text, size_t bytes) {
  if (text.size() <= bytes)
    return false;
  while (bytes > 0 && (static_cast<uint8_t>(text[bytes]) & 0xC0) == 0x80)
    --bytes;
  text.resize(bytes);
  return true;
}

std::string first_code_points(std::string_view text, size_t count) {
  size_t at = 0;
  for (size_t i = 0; i < count && at < text.size(); ++i)
    next_code_point(text, at);
  return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

std::string title_from_text(const Entry& entry) {
  constexpr size_t kTitleCharacters = 40;
  for (const std::string* html : {&entry.content_html, &entry.summary_html})
    if (std::string line = html->empty() ? "" : first_line(*html); !line.empty())
      return first_code_points(line, kTitleCharacters);
  for (const std::string* text : {&entry.content, &entry.summary})
    if (!text->empty()) {
      const std::string_view line = std::string_view(*text).substr(0, text->find('\n'));
      return first_code_points(trim(line), kTitleCharacters);
    }
  return {};
}

bool cap(Entry& entry) {
  bool met = cut(entry.title, kMaxTitleBytes);
  for (std::string* text : {&entry.summary, &entry.content, &entry.summary_html,
                            &entry.content_html, &entry.author, &entry.link, &entry.id})
    met |= cut(*text, kMaxTextBytes);
  return met;
}

std::string plain_of(const std::string& plain, const std::string& html) {
  return plain.empty() && !html.empty() ? plain_text(html).text : plain;
}

// What makes an entry without id and link this one.
std::string own_words(const Entry& entry) {
  const std::string summary = plain_of(entry.summary, entry.summary_html);
  const std::string content = plain_of(entry.content, entry.content_html);
  std::string words = entry.title + '\n' + summary + '\n' + content;
  for (const Enclosure& enclosure : entry.enclosures)
    words += '\n' + enclosure.url;
  if (entry.published && content.empty() && summary.empty())
    words += '\n' + iso_utc(*entry.published);
  if (std::ranges::all_of(words, [](char c) { return c == '\n'; }))
    for (const auto* list : {&entry.authors, &entry.categories})
      for (const std::string& word : *list)
        words += '\n' + word;
  return words;
}

// Ids and addresses are kept as written, but for what no text may have.
void clean(std::string& text) {
  if (!is_clean(text, References::None))
    text = decoded(text, References::None);
}

void fill_entry(Entry& entry, const ParsedFeed& feed) {
  clean(entry.link);
  clean(entry.id);
  if (entry.title.empty())
    entry.title = title_from_text(entry);
  // Nobody, or an address, which is no name: the feed's authors say more.
  const bool nameless = std::ranges::all_of(entry.authors, is_http_url);
  if (nameless && !feed.authors.empty() && !entry.withdrawn)
    entry.authors = feed.authors;
  if (entry.author.empty() && !entry.authors.empty())
    entry.author = entry.authors.front();
  if (!entry.published)
    entry.published = entry.updated;
  if (!entry.updated)
    entry.updated = entry.published;
  if (entry.id.empty())
    entry.id = entry.link;
  if (entry.id.empty())
    entry.id = "sha256:" + sha256_hex(own_words(entry));
}

// A CMS that gives every item the same guid must not make them one.
void part_same_ids(std::vector<Entry>& entries) {
  std::unordered_map<std::string, std::string> links; // id → link of its first entry
  for (Entry& entry : entries) {
    const auto [place, fresh] = links.try_emplace(entry.id, entry.link);
    if (!fresh && !entry.withdrawn && place->second != entry.link)
      entry.id += ' ' + entry.link;
  }
}

// zh_CN is a locale's name; a tag (BCP 47) has hyphens. What is neither stays as it is.
void mend_language(std::string& language) {
  const auto is_part = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  const bool locale =
      std::ranges::all_of(language, [&](char c) { return is_part(c) || c == '_' || c == '-'; });
  if (locale)
    std::ranges::replace(language, '_', '-');
}

} // namespace

void fill_in(ParsedFeed& feed) {
  mend_language(feed.language);
  clean(feed.link);
  size_t capped = 0;
  for (Entry& entry : feed.entries) {
    capped += cap(entry);
    fill_entry(entry, feed);
  }
  part_same_ids(feed.entries);
  if (capped > 0)
    feed.warnings.push_back(fmt::format("有 {} 个条目的文字过长，已截断", capped));
  if (!feed.updated)
    feed.updated = feed.published;
}

} // namespace heiban
