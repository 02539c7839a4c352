#include "app/page_probe.h"

#include "app/take_batch.h"
#include "base/log.h"
#include "feed/url.h"
#include "review/batch.h"
#include "review/links.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr int64_t kEach = kDay, kAgainWhenGone = kHour, kBetween = 10 * kMinute;
constexpr int64_t kBusyHost = kHour;
constexpr int64_t kNotYet = 6 * kHour;      // after it came: it was there then
constexpr int kManyGone = 3;                // of one feed, and half of those asked for
constexpr size_t kLargestPage = 512u << 10; // a larger one is there: that is all we ask

bool is_gone(int status) {
  return status == 404 || status == 410;
}

// Standing, or withdrawn because its page was gone: that may come back.
bool is_asked_for(const NoticeRecord& notice) {
  return notice.kind == VerdictKind::Shown ||
         (notice.kind == VerdictKind::Withdrawn && notice.rule == kPageGone);
}

bool is_doubted(const NoticeRecord& notice) { // its page did not answer, once
  return notice.page_gone > 0 && notice.page_gone < kGoneTwice;
}

bool may_ask(const FeedSpec& feed, const std::string& link) {
  return url_scheme(feed.url) != "file" && is_http_url(link) &&
         LinkRules(feed).allows(link_target(link));
}

void tell_once(std::vector<std::string>& findings, const std::string& text) {
  if (std::ranges::find(findings, text) == findings.end())
    findings.push_back(text);
}

} // namespace

Instant PageProbe::due_at(const NoticeRecord& notice, Instant now) const {
  const auto asked = asked_at_.find(notice.link);
  if (asked == asked_at_.end())
    return std::max({now, quiet_until_, notice.content_seen + kNotYet});
  return std::max(asked->second + (is_doubted(notice) ? kAgainWhenGone : kEach), quiet_until_);
}

// Of the feed's pages asked for in the last day: some, and at least half, were gone.
bool PageProbe::too_many_gone(const Shelf& shelf, Instant now) const {
  int gone = 0, all = 0;
  for (const NoticeRecord& notice : shelf.notices) {
    const auto asked = asked_at_.find(notice.link);
    if (!is_asked_for(notice) || asked == asked_at_.end() || now - asked->second > kEach)
      continue;
    ++all;
    gone += notice.page_gone > 0;
  }
  return gone >= kManyGone && gone * 2 >= all;
}

PageProbe::Due PageProbe::longest_due(std::vector<Shelf>& shelves, Instant now) const {
  Due out;
  Instant longest = now + 1;
  for (Shelf& shelf : shelves)
    for (NoticeRecord& notice : shelf.notices) {
      if (!is_asked_for(notice) || !may_ask(shelf.feed, notice.link))
        continue;
      const auto waits = host_waits_.find(url_host(notice.link));
      if (waits != host_waits_.end() && waits->second > now)
        continue;
      const auto asked = asked_at_.find(notice.link);
      const Instant due = due_at(notice, now);
      Instant since = asked == asked_at_.end() ? Instant{} : asked->second;
      if (is_doubted(notice))
        since = Instant{INT64_MIN};
      if (due <= now && since < longest) {
        longest = since;
        out = {&shelf, &notice};
      }
    }
  return out;
}

void PageProbe::take(Shelf& shelf, NoticeRecord& notice, const FetchResponse& response,
                     Instant now) {
  const int before = notice.page_gone;
  if (is_gone(response.status)) {
    notice.page_gone = std::min(before + 1, kGoneTwice);
    if (notice.kind == VerdictKind::Shown && too_many_gone(shelf, now)) {
      notice.page_gone = std::min(notice.page_gone, kGoneTwice - 1);
      tell_once(shelf.record.findings, "多条公告的原文网页打不开（404），可能是网站改版；"
                                       "公告保留，请核对网站地址");
    }
  } else if (response.status == 200) {
    notice.page_gone = 0;
  }
  if (notice.page_gone == before)
    return;
  shelf.notices_saved = false;
  if (notice.page_gone >= kGoneTwice && notice.kind == VerdictKind::Shown) {
    apply({notice.id, notice.content_hash, VerdictKind::Withdrawn, kPageGone, kPageGoneReason},
          notice, now);
    log::info("feed {}: the page of {} is gone; it is withdrawn", shelf.feed.name, notice.id);
  } else if (notice.page_gone == 0 && notice.kind == VerdictKind::Withdrawn) {
    shelf.wants_whole = true; // its text has to come again
    shelf.record.state.next_due = std::min(shelf.record.state.next_due, now);
  }
}

bool PageProbe::probe(std::vector<Shelf>& shelves, Instant now) {
  const Due due = longest_due(shelves, now);
  if (!due.notice)
    return false;
  asked_at_[due.notice->link] = now;
  quiet_until_ = now + kBetween;
  FetchRequest request;
  request.url = due.notice->link;
  request.ca_file = due.shelf->feed.ca_file;
  request.accept = "text/html, */*;q=0.1";
  request.max_bytes = kLargestPage;
  const bool own_host = url_host(request.url) == url_host(due.shelf->feed.url);
  request.pin = own_host ? due.shelf->feed.pin : "";
  request.allow_private =
      own_host || std::ranges::count(due.shelf->feed.link_hosts, url_host(request.url)) > 0;
  const Result<FetchResponse> response = fetcher_.fetch(request);
  if (!response || response->network_dead)
    return true; // says nothing of the page
  if (response->status == 429 || response->status >= 500)
    host_waits_[url_host(request.url)] = now + std::max(kBusyHost, response->retry_after_seconds);
  take(*due.shelf, *due.notice, *response, now);
  return true;
}

Instant PageProbe::next_due(const std::vector<Shelf>& shelves, Instant now) const {
  Instant next = now + kDay;
  for (const Shelf& shelf : shelves)
    for (const NoticeRecord& notice : shelf.notices) {
      if (!is_asked_for(notice) || !may_ask(shelf.feed, notice.link))
        continue;
      const auto waits = host_waits_.find(url_host(notice.link));
      const Instant after = waits == host_waits_.end() ? Instant{} : waits->second;
      next = std::min(next, std::max(due_at(notice, now), after));
    }
  return next;
}

} // namespace heiban
