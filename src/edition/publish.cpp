#include "base/file.h"
#include "base/log.h"
#include "edition/codec.h"
#include "edition/words.h"

#include <fmt/format.h>

#include <unordered_set>

namespace heiban {
namespace {

std::string path_of(const std::string& state, const char* name) {
  return state + "/" + name;
}

Result<Edition> read_edition(const std::string& path) {
  const Result<std::string> bytes = read_file(path, EditionLimits{}.bytes);
  if (!bytes)
    return bytes.error();
  return decode_edition(*bytes);
}

// What may still be needed of the edition before: a fallback that shows nothing the new one would
// not show, so that what expired or was withdrawn is gone from the disk too.
Edition purged(Edition before, const Edition& after, Instant now) {
  std::unordered_set<std::string_view> kept;
  for (const EditionNotice& one : after.notices)
    kept.insert(one.notice.id);
  std::erase_if(before.notices,
                [&](const EditionNotice& one) { return !kept.contains(one.notice.id); });
  drop_expired(before, now);
  return before;
}

Result<void> keep_previous(const std::string& state, const Edition& after, Instant now) {
  Result<Edition> before = read_edition(path_of(state, kEditionFile));
  if (!before)
    before = read_edition(path_of(state, kPreviousEditionFile));
  if (!before)
    return remove_file(path_of(state, kPreviousEditionFile));
  const Edition kept = purged(std::move(*before), after, now);
  return write_file_atomic(path_of(state, kPreviousEditionFile), encode_edition(kept));
}

void overlay_feeds(const std::string& state, Edition& edition) {
  const Result<std::string> bytes = read_file(path_of(state, kFeedsFile), EditionLimits{}.bytes);
  if (!bytes)
    return;
  Result<FeedsFile> file = decode_feeds(*bytes);
  if (file && file->made_at >= edition.made_at)
    edition.feeds = std::move(file->feeds);
}

} // namespace

Result<void> publish_edition(const std::string& state, const Edition& edition, Instant now) {
  const std::string bytes = encode_edition(edition);
  // What a reader would refuse must never replace what it can read.
  if (const Result<Edition> again = decode_edition(bytes); !again)
    return again.error();
  // A disk that refuses the older one may still take the newer, which matters more.
  const Result<void> previous = keep_previous(state, edition, now);
  const Result<void> written = write_file_atomic(path_of(state, kEditionFile), bytes);
  return written ? previous : written;
}

Result<void> publish_feeds(const std::string& state, const std::vector<FeedStatus>& feeds,
                           Instant now) {
  return write_file_atomic(path_of(state, kFeedsFile), encode_feeds(feeds, now));
}

Result<Edition> load_edition(const std::string& state) {
  Result<Edition> edition = read_edition(path_of(state, kEditionFile));
  if (!edition) {
    const Error first = edition.error();
    edition = read_edition(path_of(state, kPreviousEditionFile));
    if (!edition)
      return first.kind == ErrorKind::NotFound ? edition.error() : first;
    log::warn("{}; going on with the edition before it", first.message);
  }
  overlay_feeds(state, *edition);
  return edition;
}

} // namespace heiban
