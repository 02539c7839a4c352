// The edition's file: Edition ↔ bytes with a schema number, a sequence number and a content hash.
// fetch writes it, board and the offline commands read it; FORMAT.md beside this file describes it.
// It does not choose what is in it, and never returns an edition whose hash does not match.
#pragma once

#include "base/result.h"
#include "edition/edition.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

// Files in the state folder. A reader that watches for news watches both of these.
inline constexpr const char* kEditionFile = "edition.json";
inline constexpr const char* kFeedsFile = "feeds.json"; // the feeds' state, written after each poll
inline constexpr const char* kPreviousEditionFile = "edition.prev.json";

// What a reader takes; fetch publishes nothing larger.
struct EditionLimits {
  size_t bytes = 64u << 20;
  size_t depth = 12;
  size_t notices = 10'000, feeds = 1'000, blocks = 20'000; // blocks a notice
  size_t withdrawn = 1'000;
  size_t cells = 1'000'000, links = 10'000; // a notice
};

std::string encode_edition(const Edition& edition);

// Malformed: cut, altered, over a limit, or not an edition. Refused: made by a newer schema.
Result<Edition> decode_edition(std::string_view bytes);

// Crash-safe. The edition before it stays as edition.prev.json, without what has expired by `now`
// and without what the new one no longer has. TryLater when the disk refuses.
Result<void> publish_edition(const std::string& state, const Edition& edition, Instant now);

// The feeds' state alone: a few hundred bytes, so that a quiet day writes no editions.
Result<void> publish_feeds(const std::string& state, const std::vector<FeedStatus>& feeds,
                           Instant now);

// edition.json, or the previous one where the first is missing or damaged, with the feeds' state
// from feeds.json where that is newer. NotFound when there is neither; Refused when all there is
// was made by a newer schema; Malformed when all there is is damaged.
Result<Edition> load_edition(const std::string& state);

} // namespace heiban
