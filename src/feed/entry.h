// ParsedFeed and Entry: what a feed said, format forgotten, every text plain UTF-8.
// feed/parse.h makes them; notice turns an Entry into a Notice; store keeps them.
// Nothing here was judged: an Entry may be wrong, old, hostile or not for the wall.
#pragma once

#include "calendar/instant.h"

#include <optional>
#include <string>
#include <vector>

namespace heiban {

struct Enclosure {
  std::string url, type, title;
  int64_t length = 0; // bytes as declared; 0: unknown
};

// Named levels, no numbers: 一般, 重要, 紧急.
enum class Urgency { Normal, Important, Urgent };

// 四级蓝、三级黄、二级橙、一级红 (突发事件应对法; GB/T 35965.1).
enum class WarningLevel { Unsaid, Blue, Yellow, Orange, Red };

struct Warning { // an early warning in force (预警)
  WarningLevel level = WarningLevel::Unsaid;
  std::string event; // 暴雨; may be empty
  bool operator==(const Warning&) const = default;
};

struct Entry {
  std::string title, link, id;  // id: the feed's own, else the link, else a hash of the text
  std::string sender;           // of a warning message whose id is its sender's own; else empty
  std::string summary, content; // plain text
  std::string summary_html, content_html; // as published, decoded; empty when it was plain
  std::string author;
  std::vector<std::string> authors;
  std::optional<Instant> published, updated;
  std::optional<Instant> valid_from, valid_to; // dcterms:valid/available, PRISM, _heiban
  std::vector<std::string> categories;
  std::vector<Enclosure> enclosures;
  Urgency urgency = Urgency::Normal; // as claimed; review decides whether the feed may
  std::optional<Warning> warning;    // CAP, GB/T 35965.1
  bool withdrawn = false;            // a tombstone (RFC 6721, _heiban), a warning taken back
  bool for_good = false;             // … which never comes back: a message is issued once
};

struct ParsedFeed {
  std::string title, link, description, id, language, author, image;
  std::vector<std::string> authors; // `author` first
  std::optional<Instant> updated, published;
  std::optional<int> ttl;                       // minutes
  std::optional<int64_t> update_period_seconds; // sy:updatePeriod / updateFrequency
  std::vector<int> skip_hours;                  // GMT
  std::vector<std::string> categories;
  std::vector<Entry> entries; // in the feed's order
  std::vector<std::string> warnings;
};

} // namespace heiban
