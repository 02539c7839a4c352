// PageProbe: asks now and then whether the pages of the notices that stand are still there. A page
// that answers 404 or 410 twice, an hour apart, takes its notice off the wall; a page that is back
// brings it back.
// The poller turns it between two polls. One request at a time, each page once a day and not in its
// first hours, none within ten minutes of another; a busy server is left alone.
// Many pages gone at once are a site rebuilt, not notices withdrawn: staff are told, all stays.
#pragma once

#include "app/shelf.h"

#include <map>
#include <string>
#include <vector>

namespace heiban {

class PageProbe {
public:
  explicit PageProbe(Fetcher& fetcher) : fetcher_(fetcher) {}

  // Asks for the page that has waited longest, if one is due; false when none is.
  bool probe(std::vector<Shelf>& shelves, Instant now);

  Instant next_due(const std::vector<Shelf>& shelves, Instant now) const;

private:
  struct Due {
    Shelf* shelf = nullptr;
    NoticeRecord* notice = nullptr;
  };
  Instant due_at(const NoticeRecord& notice, Instant now) const;
  bool too_many_gone(const Shelf& shelf, Instant now) const;
  Due longest_due(std::vector<Shelf>& shelves, Instant now) const;
  void take(Shelf& shelf, NoticeRecord& notice, const FetchResponse& response, Instant now);

  Fetcher& fetcher_;
  // Of no use after a restart: then all pages are due again, ten minutes apart.
  std::map<std::string, Instant> asked_at_;   // by link
  std::map<std::string, Instant> host_waits_; // until
  Instant quiet_until_;
};

} // namespace heiban
