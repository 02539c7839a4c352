// Publisher: the chosen notices → edition.json when they changed, else at most feeds.json.
// The poller calls it after every poll and at every expiry.
// It chooses nothing. When the disk refuses it says so and is asked again; the old edition stays.
#pragma once

#include "edition/codec.h"

#include <string>
#include <vector>

namespace heiban {

class Publisher {
public:
  // Takes up the sequence from the edition that is there.
  explicit Publisher(std::string state);

  // The notices last published, or found at the start.
  const std::vector<EditionNotice>& standing() const { return standing_; }
  bool has_edition() const { return has_edition_; }

  Result<void> publish(std::vector<EditionNotice> notices, std::vector<FeedStatus> feeds,
                       std::vector<EditionWithdrawal> withdrawn, Instant now);

private:
  Result<void> publish_feeds_only(const std::vector<FeedStatus>& feeds, Instant now);

  std::string state_;
  bool has_edition_ = false;
  int64_t sequence_ = 0;
  std::vector<EditionNotice> standing_;
  std::string content_key_, feeds_key_; // hashes of what is on the disk
};

} // namespace heiban
