#include "edition/words.h"

#include <array>
#include <utility>

namespace heiban {
namespace {

template <class T, size_t N>
using Words = std::array<std::pair<T, std::string_view>, N>;

constexpr Words<BlockKind, 7> kKinds{{{BlockKind::Heading, "heading"},
                                      {BlockKind::Paragraph, "para"},
                                      {BlockKind::Item, "item"},
                                      {BlockKind::Table, "table"},
                                      {BlockKind::Picture, "picture"},
                                      {BlockKind::Attachments, "attachments"},
                                      {BlockKind::Signature, "signature"}}};
constexpr Words<BlockAlign, 3> kAligns{
    {{BlockAlign::Start, "start"}, {BlockAlign::Center, "center"}, {BlockAlign::End, "end"}}};
constexpr Words<Urgency, 3> kUrgencies{
    {{Urgency::Normal, "normal"}, {Urgency::Important, "important"}, {Urgency::Urgent, "urgent"}}};

constexpr Words<WarningLevel, 5> kLevels{{{WarningLevel::Unsaid, "unsaid"},
                                          {WarningLevel::Blue, "blue"},
                                          {WarningLevel::Yellow, "yellow"},
                                          {WarningLevel::Orange, "orange"},
                                          {WarningLevel::Red, "red"}}};
constexpr Words<DayCount, 3> kCounts{{{DayCount::Unsaid, "unsaid"},
                                      {DayCount::Working, "working"},
                                      {DayCount::Calendar, "calendar"}}};
constexpr Words<PeriodSource, 2> kSources{
    {{PeriodSource::Text, "text"}, {PeriodSource::Field, "field"}}};

template <class T, size_t N>
std::string_view word_in(const Words<T, N>& words, T value) {
  for (const auto& [one, word] : words)
    if (one == value)
      return word;
  return {};
}

template <class T, size_t N>
std::optional<T> value_in(const Words<T, N>& words, std::string_view word) {
  for (const auto& [value, one] : words)
    if (one == word)
      return value;
  return std::nullopt;
}

} // namespace

std::string_view word_of(BlockKind kind) {
  return word_in(kKinds, kind);
}
std::string_view word_of(BlockAlign align) {
  return word_in(kAligns, align);
}
std::string_view word_of(Urgency urgency) {
  return word_in(kUrgencies, urgency);
}
std::string_view word_of(WarningLevel level) {
  return word_in(kLevels, level);
}
std::string_view word_of(DayCount counted) {
  return word_in(kCounts, counted);
}
std::string_view word_of(PeriodSource source) {
  return word_in(kSources, source);
}

std::optional<BlockKind> block_kind(std::string_view word) {
  return value_in(kKinds, word);
}
std::optional<BlockAlign> block_align(std::string_view word) {
  return value_in(kAligns, word);
}
std::optional<Urgency> urgency_of(std::string_view word) {
  return value_in(kUrgencies, word);
}
std::optional<WarningLevel> warning_level(std::string_view word) {
  return value_in(kLevels, word);
}
std::optional<DayCount> day_count(std::string_view word) {
  return value_in(kCounts, word);
}
std::optional<PeriodSource> period_source(std::string_view word) {
  return value_in(kSources, word);
}

} // namespace heiban
