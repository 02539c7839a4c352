// The archive's records: a feed, a notice, a picture, as fetch remembers them.
// The poller fills and reads them; store/archive.h keeps them.
// They are plain values: nothing here is decided, due or valid by itself.
#pragma once

#include "feed/politeness.h"
#include "notice/notice.h"
#include "review/review.h"

#include <optional>
#include <string>
#include <vector>

namespace heiban {

// An article's own page, as it answered when a list page's entry was read from it. Its text is the
// notice's; here is only what says whether to ask again.
struct ArticleRecord {
  std::string id;   // of the notice
  std::string mark; // of what the list said of it; another mark: to be asked for anew
  int status = 0;   // HTTP's of the last answer; 200: read; 0: no answer, or not readable
  int failures = 0; // in a row; a status of 404 or 410 twice means withdrawn
  Instant try_again;
  bool operator==(const ArticleRecord&) const = default;
};

struct FeedRecord {
  std::string name;
  FeedState state;
  std::string made_under;              // hash of the settings its notices were made under
  std::string body_hash;               // of the body they were read from
  std::optional<Instant> last_success; // the last answer that was understood
  Instant wait_until;                  // the server's own Retry-After
  std::string problem;                 // Chinese; empty: the last poll went well
  std::vector<std::string> findings;   // Chinese remarks of the last review
  std::vector<ArticleRecord> articles; // of a list page, in the list's order
  std::string refused;                 // batch hash of the last answer, when review refused it
  bool operator==(const FeedRecord&) const = default;
};

struct NoticeRecord {
  std::string id, content_hash;
  std::optional<Instant> published, valid_from, valid_to;
  Instant first_seen;   // this notice
  Instant content_seen; // this content of it
  int position = 0;     // in the feed's order
  int absent_polls = 0; // successful polls in a row without it
  VerdictKind kind = VerdictKind::Held;
  std::string rule, reason;
  std::optional<Notice> body; // absent: not to be shown any more; its data are gone
  std::string title, link;    // while there is a body, and of one that was withdrawn
  Instant verdict_at;         // since when `kind` has been what it is
  bool has_stood = false;     // it was Shown at some time
  int page_gone = 0;          // answers of 404 or 410 in a row to questions for its own page
};

// What became of a picture's address.
struct PictureRecord {
  std::string src;
  std::string sha256; // of media/<sha256>.png; empty: not to be had
  int width = 0, height = 0;
  std::string reason; // Chinese; why not
  int failures = 0;
  Instant try_again; // when failures > 0
  bool operator==(const PictureRecord&) const = default;
};

} // namespace heiban
