// Poller: fetch → parse → notice → review → archive → pictures → edition, one feed at a time.
// `heiban fetch` turns it; tests give it a Fetcher of their own and turn the clock.
// It waits for nothing and reads no clock: next_wake says when there is something to do. Whatever
// fails, what stood stays, and the problem is told in Chinese.
#pragma once

#include "app/page_probe.h"
#include "app/picture_keeper.h"
#include "app/publisher.h"
#include "app/shelf.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace heiban {

struct PollerParts {
  Archive& archive;
  Fetcher& fetcher;
  std::string state;                    // folder
  std::function<void(Instant)> on_date; // a server's Date over verified TLS
};

class Poller {
public:
  Poller(PollerParts parts, Settings settings);

  // Loads what the archive remembers; an archive begun anew takes over the edition's notices.
  // Broken or TryLater when the archive cannot be read.
  Result<void> start(const TrustedNow& now);

  // Other settings: feeds that stay keep what they have.
  Result<void> configure(Settings settings, const TrustedNow& now);

  // Staff's word; an empty content hash means the content that is there now. A feed whose answer it
  // lets pass, or whose notice it brings back, is asked at once.
  void decide(Decision decision, const TrustedNow& now);

  // Asks one feed that is due, the longest due first, else for a notice's own page; false when none
  // is. `random` in [0, 1).
  bool poll_due(const TrustedNow& now, double random);

  // Asks every feed but those whose server bade us wait: `heiban fetch --once`.
  struct Outcome {
    int asked = 0, understood = 0;
  };
  Outcome poll_all(const TrustedNow& now, double random);

  // Erases what is over, publishes what changed; to be called at next_wake and after every poll.
  void settle(const TrustedNow& now);

  Instant next_wake(Instant now) const; // not after `now`: at once
  const std::vector<Shelf>& shelves() const { return shelves_; }

private:
  Result<void> load_shelves(const TrustedNow& now);
  void seed_from_edition();
  void believe_the_clock(const TrustedNow& now);
  bool poll(Shelf& shelf, const TrustedNow& now, double random);
  void save(Shelf& shelf, bool times_too);
  std::vector<EditionNotice> chosen(Instant now) const;
  std::vector<FeedStatus> statuses() const;
  std::vector<EditionWithdrawal> withdrawn(Instant now) const;
  ShelfRules rules() const { return {settings_.review, settings_.programme, decisions_}; }

  PollerParts parts_;
  Settings settings_;
  FeedReader reader_;
  PictureKeeper pictures_;
  PageProbe probe_;
  Publisher publisher_;
  std::vector<Shelf> shelves_; // in the config's order
  std::vector<Decision> decisions_;
  std::optional<Instant> untrusted_since_;
  Instant times_saved_;
  int pictures_left_ = 0;
  bool refused_ = false; // the disk, the last time
};

} // namespace heiban
