// Archive: what fetch remembers over restarts: feeds' states, notices with their verdicts, staff's
// decisions, pictures; one SQLite file that only fetch writes. A damaged file is moved aside and
// begun anew. `heiban check` reads it.
// It decides nothing and forgets only what it is told to; what it deletes is overwritten on the
// disk.
#pragma once

#include "base/result.h"
#include "store/records.h"

#include <memory>
#include <string>
#include <vector>

namespace heiban {

class Archive {
public:
  // `path` may be ":memory:". Refused when a newer heiban made it; TryLater when the disk refuses.
  static Result<Archive> open(const std::string& path);
  // For commands that only look. NotFound when there is none.
  static Result<Archive> open_to_read(const std::string& path);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  bool begun_anew() const; // nothing was there, or it was damaged and moved aside

  Result<std::vector<FeedRecord>> feeds();
  // With its notices, in one transaction; writes only what differs from what is there, and deletes
  // the feed's other notices. A record without a body takes the body away.
  Result<void> save(const FeedRecord& feed, const std::vector<NoticeRecord>& notices);
  Result<void> save_feed(const FeedRecord& feed); // its notices stay
  // In one transaction, which writes a few pages for all of them.
  Result<void> save_feeds(const std::vector<FeedRecord>& feeds);
  // Forgets every feed but these, with its notices.
  Result<void> keep_feeds(const std::vector<std::string>& names);

  Result<std::vector<NoticeRecord>> notices(const std::string& feed);

  Result<std::vector<Decision>> decisions(); // in the order they were made
  Result<void> add_decision(const Decision& decision, Instant at);

  Result<std::vector<PictureRecord>> pictures();
  Result<void> save_picture(const PictureRecord& picture);
  Result<void> forget_picture(const std::string& src);

private:
  struct Connection;
  explicit Archive(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

} // namespace heiban
