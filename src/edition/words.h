// The words the edition's file uses for kinds, alignments and urgencies, and its formats' names.
// The writing and the reading half of the codec share them; nobody else needs them.
// They are the file format: changing one is a new schema.
#pragma once

#include "base/result.h"
#include "edition/edition.h"

#include <optional>
#include <string>
#include <string_view>

namespace heiban {

inline constexpr std::string_view kEditionFormat = "heiban-edition";
inline constexpr std::string_view kFeedsFormat = "heiban-feeds";

std::string_view word_of(BlockKind kind);
std::string_view word_of(BlockAlign align);
std::string_view word_of(Urgency urgency);
std::string_view word_of(WarningLevel level);
std::string_view word_of(DayCount counted);
std::string_view word_of(PeriodSource source);

// Nothing for a word that is not in the format.
std::optional<BlockKind> block_kind(std::string_view word);
std::optional<BlockAlign> block_align(std::string_view word);
std::optional<Urgency> urgency_of(std::string_view word);
std::optional<WarningLevel> warning_level(std::string_view word);
std::optional<DayCount> day_count(std::string_view word);
std::optional<PeriodSource> period_source(std::string_view word);

// feeds.json: the feeds' state and when it was written.
struct FeedsFile {
  std::vector<FeedStatus> feeds;
  Instant made_at;
};
std::string encode_feeds(const std::vector<FeedStatus>& feeds, Instant made_at);
Result<FeedsFile> decode_feeds(std::string_view bytes);

} // namespace heiban
