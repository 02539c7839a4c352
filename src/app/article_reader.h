// ArticleReader: the entries of a list page → notices, each read from its own page, asked for once.
// The feed reader calls it for feeds of kind = "page".
// It keeps nothing: what is known of the pages comes in as the feed's record and goes out again. An
// article is asked for again only when its title or date in the list has changed, or when it could
// not be had; a few at a time, one after the other, so that no site sees a burst.
#pragma once

#include "config/settings.h"
#include "feed/fetcher.h"
#include "notice/make_notice.h"
#include "store/records.h"

#include <string>
#include <vector>

namespace heiban {

// What is known already, and how many pages may be asked for now.
struct ArticleNeeds {
  const std::vector<NoticeRecord>& notices;
  const ProgrammeSettings& programme;
  int most = 8;
};

struct ArticlesRead {
  Batch batch;                        // in the list's order; what is unchanged is in its kept_ids
  std::vector<ArticleRecord> records; // of the pages in the list; `status` says how each answered
  std::vector<std::string> findings, notes; // Chinese
  bool more = false; // some are still to be asked for: soon where `soon`, else when they may
  bool soon = false;
};

class ArticleReader {
public:
  ArticleReader(Fetcher& fetcher, const FeedSpec& feed, const FeedRecord& known,
                const ArticleNeeds& needs, NoticeContext context)
      : fetcher_(fetcher), feed_(feed), known_(known), needs_(needs), context_(std::move(context)) {
  }

  ArticlesRead read(const std::vector<Entry>& entries, const std::string& made_under);

private:
  struct Known {
    const NoticeRecord* notice = nullptr;
    ArticleRecord page;
  };
  Known known_of(const std::string& id, const std::string& mark) const;
  void take(const Entry& entry, Notice bare, Known known, bool among_newest);
  void keep(const Notice& bare, const NoticeRecord& record);
  bool is_over(const Notice& bare, const NoticeRecord* record) const;
  bool is_page(const Entry& entry) const;
  void ask(const Entry& entry, const Notice& bare, Known& known);
  bool take_page(const Entry& entry, const FetchResponse& response, Known& known);
  void put_off(Known& known, int64_t seconds);
  void find(const Entry& entry, const std::string& problem);

  Fetcher& fetcher_;
  const FeedSpec& feed_;
  const FeedRecord& known_;
  const ArticleNeeds& needs_;
  NoticeContext context_;
  ArticlesRead out_;
  int asked_ = 0;
  bool stopped_ = false; // the site is slow, busy or gone: the rest another time
  int64_t spent_ms_ = 0;
};

} // namespace heiban
