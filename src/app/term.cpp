#include "app/term.h"

#include <algorithm>

namespace heiban {
namespace {

int days_for(const NoticeRecord& record, const FeedSpec& feed, const ProgrammeSettings& settings) {
  const std::string& category = record.body ? record.body->category : feed.category;
  const auto found = settings.max_age_days.find(category);
  return found == settings.max_age_days.end() ? feed.max_age_days : found->second;
}

} // namespace

Instant dated_at(const NoticeRecord& record) {
  return std::min(record.published.value_or(record.first_seen), record.first_seen);
}

Term term_of(const NoticeRecord& record, const FeedSpec& feed, const ProgrammeSettings& settings) {
  const Instant from = record.valid_from.value_or(dated_at(record));
  if (record.valid_to)
    return {from, *record.valid_to};
  Instant last = std::max(from, dated_at(record));
  if (record.body && record.body->updated)
    last = std::max(last, std::min(*record.body->updated, record.content_seen));
  Instant until = last + days_for(record, feed, settings) * kDay;
  if (record.body && record.body->publicity) // its last day cannot be reckoned yet
    until = std::max(until, least_end_of(*record.body->publicity, beijing(dated_at(record)).date));
  return {from, until};
}

} // namespace heiban
