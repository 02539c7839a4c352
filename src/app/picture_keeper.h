// PictureKeeper: strangers' pictures of the notices chosen → clean PNGs in media/, each fetched
// once. The poller calls it before it publishes; the board opens what is there by its hash. It
// decodes only through picture/clean.h, asks only hosts the feed may link to, and forgets and
// deletes what no edition names.
#pragma once

#include "app/choose.h"
#include "feed/fetcher.h"
#include "picture/clean.h"
#include "store/archive.h"

#include <string>
#include <vector>

namespace heiban {

class PictureKeeper {
public:
  PictureKeeper(Archive& archive, Fetcher& fetcher, std::string media);

  // What the archive remembers; files that are gone are fetched again.
  Result<void> load();

  const PicturesBySrc& known() const { return known_; }

  // Fetches at most `most` pictures that `notices` name and that are wanted at `now`; how many are
  // still to come.
  int fetch_wanted(const std::vector<EditionNotice>& notices, const std::vector<FeedSpec>& feeds,
                   int most, Instant now);

  // Deletes files that neither list names, and forgets their addresses.
  void purge(const std::vector<EditionNotice>& notices, const std::vector<EditionNotice>& before);

private:
  void fetch(const std::string& src, const FeedSpec& feed, Instant now);
  Result<CleanPicture> fetch_clean(const std::string& src, const FeedSpec& feed) const;

  Archive& archive_;
  Fetcher& fetcher_;
  std::string media_;
  PicturesBySrc known_;
};

} // namespace heiban
