#include "edition/edition.h"

namespace heiban {
namespace {

void keep_earlier(std::optional<Instant>& earliest, Instant at) {
  if (!earliest || at < *earliest)
    earliest = at;
}

} // namespace

bool valid_at(const EditionNotice& notice, Instant now) {
  return notice.from <= now && (!notice.until || now < *notice.until);
}

std::optional<Instant> next_change(const Edition& edition, Instant now) {
  std::optional<Instant> next;
  for (const EditionNotice& one : edition.notices) {
    if (one.until && *one.until <= one.from)
      continue; // never valid
    if (one.from > now)
      keep_earlier(next, one.from);
    if (one.until && *one.until > now)
      keep_earlier(next, *one.until);
  }
  return next;
}

void drop_expired(Edition& edition, Instant now) {
  std::erase_if(edition.notices,
                [&](const EditionNotice& one) { return one.until && *one.until <= now; });
}

std::optional<Instant> freshness(const Edition& edition) {
  std::optional<Instant> latest;
  for (const FeedStatus& feed : edition.feeds)
    if (feed.last_success && (!latest || *feed.last_success > *latest))
      latest = feed.last_success;
  return latest;
}

} // namespace heiban
