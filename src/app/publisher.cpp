#include "app/publisher.h"

#include "base/hash.h"
#include "base/log.h"

namespace heiban {
namespace {

// The edition's bytes with nothing in them but the notices: the same key, the same wall.
std::string key_of(const std::vector<EditionNotice>& notices) {
  Edition edition;
  edition.notices = notices;
  return sha256_hex(encode_edition(edition));
}

std::string key_of(const std::vector<FeedStatus>& feeds) {
  Edition edition;
  edition.feeds = feeds;
  return sha256_hex(encode_edition(edition));
}

} // namespace

Publisher::Publisher(std::string state) : state_(std::move(state)) {
  Result<Edition> edition = load_edition(state_);
  if (!edition)
    return;
  has_edition_ = true;
  sequence_ = edition->sequence;
  standing_ = std::move(edition->notices);
  content_key_ = key_of(standing_);
  feeds_key_ = key_of(edition->feeds);
}

Result<void> Publisher::publish_feeds_only(const std::vector<FeedStatus>& feeds, Instant now) {
  const std::string key = key_of(feeds);
  if (key == feeds_key_)
    return {};
  const Result<void> written = publish_feeds(state_, feeds, now);
  if (written)
    feeds_key_ = key;
  return written;
}

Result<void> Publisher::publish(std::vector<EditionNotice> notices, std::vector<FeedStatus> feeds,
                                std::vector<EditionWithdrawal> withdrawn, Instant now) {
  const std::string key = key_of(notices);
  if (has_edition_ && key == content_key_)
    return publish_feeds_only(feeds, now);
  Edition edition;
  edition.sequence = sequence_ + 1;
  edition.made_at = now;
  edition.notices = std::move(notices);
  edition.feeds = std::move(feeds);
  edition.withdrawn = std::move(withdrawn);
  const Result<void> written = publish_edition(state_, edition, now);
  if (!written)
    return written;
  log::info("edition {} with {} notices", edition.sequence, edition.notices.size());
  has_edition_ = true;
  sequence_ = edition.sequence;
  standing_ = std::move(edition.notices);
  content_key_ = key;
  feeds_key_ = key_of(edition.feeds);
  return {};
}

} // namespace heiban
