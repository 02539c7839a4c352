// Notice: one published item in the form the board shows, reviews and proves.
// notice/make_notice.h makes it from an Entry; everything after it carries it unchanged.
// It says nothing of whether it may be shown (review) or when (programme).
#pragma once

#include "calendar/instant.h"
#include "feed/entry.h"
#include "notice/block.h"
#include "notice/publicity.h"

#include <optional>
#include <string>
#include <vector>

namespace heiban {

struct Notice {
  std::string id;           // 16 hex digits; survives an edit
  std::string content_hash; // SHA-256 of what a visitor would read; changes with any edit
  std::string feed;         // FeedSpec::name
  std::string category;
  std::string title, publisher;
  std::string doc_number; // 文号: 云教发〔2026〕12号
  std::string link;
  std::optional<Instant> published, updated;
  std::optional<Instant> valid_from, valid_to; // half-open; as the feed or the text gives them
  std::optional<Publicity> publicity;          // 公示期
  Urgency urgency = Urgency::Normal;
  std::optional<Warning> warning; // 预警
  std::vector<Block> blocks;
  std::vector<std::string> links;    // every address in the item, for review
  std::vector<std::string> findings; // Chinese, for staff: what was cut, and why
};

// SHA-256 over title, publisher, 文号, dates and blocks: everything a visitor would read. To be
// worked out again once the blocks' clean pictures are known.
std::string content_hash_of(const Notice& notice);

} // namespace heiban
