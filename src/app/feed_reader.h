// FeedReader: asks one feed and reads what it answers: bytes → entries → notices, not yet judged.
// The poller calls it when a feed is due; `heiban check` calls it to see whether feeds answer.
// It keeps nothing and decides nothing: what it was asked under and what came back is all it knows.
#pragma once

#include "app/article_reader.h"
#include "app/trusted_time.h"
#include "config/settings.h"
#include "feed/fetcher.h"
#include "store/records.h"

#include <string>

namespace heiban {

enum class AnswerKind {
  None,        // no answer; `problem` says why
  NetworkDead, // nobody could be reached at all
  Status,      // an HTTP status that brings nothing
  Unreadable,  // a 200 that is no feed
  Same,        // 304, or the very bytes of the last time
  Content,
};

struct FeedAnswer {
  AnswerKind kind = AnswerKind::None;
  FetchResponse response; // its body is gone
  std::string problem;    // Chinese
  std::string body_hash;
  ParsedFeed head; // Content: the feed's own fields; its entries are in the batch
  Batch batch;
  std::vector<std::string> findings; // Chinese
  size_t listed = 0;                 // entries of the answer
  // It leans on further pages that are still to be asked for, or may change by themselves: it is
  // wanted whole the next time too, though its own bytes stay the same …
  bool whole_again = false;
  bool soon = false; // … in a minute
  // Of a web page:
  std::vector<std::string> notes; // Chinese: what was found, and how
  std::vector<ArticleRecord> articles;
};

class FeedReader {
public:
  explicit FeedReader(Fetcher& fetcher) : fetcher_(fetcher) {}

  // `known` gives the validators; `conditional` false asks for the whole content. `needs`: of a
  // list page's articles.
  FeedAnswer ask(const FeedSpec& feed, const FeedRecord& known, bool conditional,
                 const ArticleNeeds& needs, Instant now);

private:
  void read_page(std::string_view body, const FeedSpec& feed, const FeedRecord& known,
                 const ArticleNeeds& needs, Instant now, FeedAnswer& answer);

  Fetcher& fetcher_;
};

// What notices are made under besides the bytes: with another value they are made anew.
std::string made_under(const FeedSpec& feed);

} // namespace heiban
