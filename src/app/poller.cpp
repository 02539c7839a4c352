#include "app/poller.h"

#include "app/settle_periods.h"
#include "base/file.h"
#include "base/log.h"

#include <algorithm>
#include <set>

namespace heiban {
namespace {

constexpr int kPicturesAtOnce = 8;         // between two editions
constexpr int64_t kSaveTimesEvery = kHour; // due times alone (flash wear)
constexpr int64_t kDiskRetry = 30;         // seconds
constexpr int64_t kLongestDue = 8 * kDay;  // a due time beyond it is a clock's error
constexpr int64_t kWithdrawnTold = 7 * kDay;
constexpr ptrdiff_t kMostWithdrawnTold = 200;
constexpr int64_t kStartStep = 2, kStartSpread = kMinute; // no burst at a start

// Due times are no reason to write: a lost one costs one request.
FeedRecord without_times(FeedRecord record) {
  record.state.next_due = record.state.last_answer = Instant{};
  record.last_success.reset();
  return record;
}

// What the archive's record is worth under these settings; nothing is due in a crowd.
FeedRecord record_for(const FeedSpec& feed, int position, const std::vector<FeedRecord>& known,
                      Instant now) {
  const auto found = std::ranges::find(known, feed.name, &FeedRecord::name);
  FeedRecord record;
  if (found != known.end())
    record = *found;
  record.name = feed.name;
  if (record.state.url != feed.url) {
    record.state = fresh_state(feed.url, position, now);
    record.body_hash.clear();
    record.wait_until = Instant{};
  }
  Instant& due = record.state.next_due;
  const Instant spread = now + std::min(position * kStartStep, kStartSpread);
  if (due < spread || due > now + kLongestDue)
    due = spread;
  return record;
}

// This approval lets the shelf's refused answer pass, or brings back what was withdrawn.
bool waits_for(const Shelf& shelf, const Decision& decision) {
  if (decision.notice_id.empty())
    return shelf.record.refused == decision.content_hash;
  return std::ranges::any_of(shelf.notices, [&](const NoticeRecord& one) {
    return one.id == decision.notice_id && !one.body;
  });
}

// The edition before, as its file is kept: what is over leaves it, and its pictures leave at once.
std::vector<EditionNotice> still_in(const std::vector<EditionNotice>& after,
                                    std::vector<EditionNotice> before) {
  std::set<std::string_view> here;
  for (const EditionNotice& one : after)
    here.insert(one.notice.id);
  std::erase_if(before, [&](const EditionNotice& one) { return !here.contains(one.notice.id); });
  return before;
}

NoticeRecord record_of(const EditionNotice& one) {
  NoticeRecord out;
  out.id = one.notice.id;
  out.content_hash = one.notice.content_hash;
  out.published = one.notice.published;
  out.valid_from = one.notice.valid_from;
  out.valid_to = one.notice.valid_to;
  out.first_seen = out.content_seen = one.from;
  out.kind = VerdictKind::Shown;
  out.verdict_at = one.from;
  out.has_stood = true;
  out.title = one.notice.title;
  out.link = one.notice.link;
  out.body = one.notice;
  return out;
}

} // namespace

Poller::Poller(PollerParts parts, Settings settings)
    : parts_(std::move(parts)), settings_(std::move(settings)), reader_(parts_.fetcher),
      pictures_(parts_.archive, parts_.fetcher, parts_.state + "/media"), probe_(parts_.fetcher),
      publisher_(parts_.state) {}

Result<void> Poller::start(const TrustedNow& now) {
  if (const Result<void> made = make_folders(parts_.state + "/media"); !made)
    log::warn("{}", made.error().message);
  if (const Result<void> loaded = pictures_.load(); !loaded)
    return loaded;
  Result<std::vector<Decision>> decisions = parts_.archive.decisions();
  if (!decisions)
    return decisions.error();
  decisions_ = std::move(*decisions);
  times_saved_ = now.now;
  if (const Result<void> loaded = load_shelves(now); !loaded)
    return loaded;
  if (parts_.archive.begun_anew())
    seed_from_edition();
  return {};
}

Result<void> Poller::load_shelves(const TrustedNow& now) {
  const Result<std::vector<FeedRecord>> known = parts_.archive.feeds();
  if (!known)
    return known.error();
  std::vector<Shelf> shelves;
  for (const FeedSpec& feed : settings_.feeds) {
    Shelf& shelf = shelves.emplace_back();
    shelf.feed = feed;
    shelf.record = record_for(feed, static_cast<int>(shelves.size()) - 1, *known, now.now);
    const auto saved = std::ranges::find(*known, feed.name, &FeedRecord::name);
    if (saved != known->end())
      shelf.saved = *saved;
    Result<std::vector<NoticeRecord>> notices = parts_.archive.notices(feed.name);
    if (!notices)
      return notices.error();
    shelf.notices = std::move(*notices);
    judge_shelf(shelf, rules(), now.now);
  }
  shelves_ = std::move(shelves);
  return {};
}

// The archive was lost, the edition was not: what stands goes on standing until its feeds answer.
void Poller::seed_from_edition() {
  for (const EditionNotice& one : publisher_.standing()) {
    const auto shelf = std::ranges::find_if(
        shelves_, [&](const Shelf& each) { return each.feed.name == one.notice.feed; });
    if (shelf == shelves_.end())
      continue;
    shelf->notices.push_back(record_of(one));
    shelf->notices.back().position = static_cast<int>(shelf->notices.size());
    shelf->notices_saved = false;
  }
}

Result<void> Poller::configure(Settings settings, const TrustedNow& now) {
  for (Shelf& shelf : shelves_)
    save(shelf, true);
  std::swap(settings_, settings);
  const Result<void> loaded = load_shelves(now);
  if (!loaded) {
    std::swap(settings_, settings);
    return loaded;
  }
  std::vector<std::string> names;
  for (const FeedSpec& feed : settings_.feeds)
    names.push_back(feed.name);
  return parts_.archive.keep_feeds(names);
}

void Poller::decide(Decision decision, const TrustedNow& now) {
  if (decision.content_hash.empty())
    for (const Shelf& shelf : shelves_)
      for (const NoticeRecord& notice : shelf.notices)
        if (notice.id == decision.notice_id)
          decision.content_hash = notice.content_hash;
  if (const Result<void> added = parts_.archive.add_decision(decision, now.now); !added)
    log::warn("{}", added.error().message);
  log::info("staff: {} of notice {}, content {}",
            decision.approve    ? "approval"
            : decision.withdraw ? "withdrawal"
                                : "hold",
            decision.notice_id.empty() ? "(a whole batch)" : decision.notice_id,
            decision.content_hash.substr(0, 8));
  for (Shelf& shelf : shelves_)
    if (decision.approve && waits_for(shelf, decision)) {
      shelf.wants_whole = true;
      shelf.record.state.next_due = std::min(shelf.record.state.next_due, now.now);
    }
  decisions_.push_back(std::move(decision));
  for (Shelf& shelf : shelves_)
    judge_shelf(shelf, rules(), now.now);
}

bool Poller::poll(Shelf& shelf, const TrustedNow& now, double random) {
  const bool conditional = !shelf.wants_whole && !shelf.record.body_hash.empty() &&
                           shelf.record.made_under == made_under(shelf.feed);
  FeedAnswer answer = reader_.ask(shelf.feed, shelf.record, conditional,
                                  {shelf.notices, settings_.programme}, now.now);
  if (answer.response.date_seconds > 0 && parts_.on_date)
    parts_.on_date({answer.response.date_seconds});
  const bool understood = take_answer(shelf, std::move(answer), rules(), now, random);
  if (!shelf.record.problem.empty())
    log::warn("feed {}: {}", shelf.feed.name, shelf.record.problem);
  return understood;
}

bool Poller::poll_due(const TrustedNow& now, double random) {
  Shelf* longest = nullptr;
  for (Shelf& shelf : shelves_)
    if (shelf.record.state.next_due <= now.now &&
        (!longest || shelf.record.state.next_due < longest->record.state.next_due))
      longest = &shelf;
  if (longest)
    poll(*longest, now, random);
  return longest != nullptr || probe_.probe(shelves_, now.now);
}

Poller::Outcome Poller::poll_all(const TrustedNow& now, double random) {
  Outcome out;
  for (Shelf& shelf : shelves_) {
    if (shelf.record.wait_until > now.now)
      continue;
    ++out.asked;
    out.understood += poll(shelf, now, random);
    settle(now);
  }
  do
    settle(now);
  while (pictures_left_ > 0);
  return out;
}

// What was first seen while the clock stood somewhere in the past was first seen now.
void Poller::believe_the_clock(const TrustedNow& now) {
  if (!now.trusted) {
    if (!untrusted_since_)
      untrusted_since_ = now.now;
    return;
  }
  if (!untrusted_since_)
    return;
  for (Shelf& shelf : shelves_)
    for (NoticeRecord& notice : shelf.notices)
      if (notice.first_seen >= *untrusted_since_) {
        notice.first_seen = notice.content_seen = now.now;
        shelf.notices_saved = false;
      }
  untrusted_since_.reset();
}

void Poller::save(Shelf& shelf, bool times_too) {
  Result<void> saved;
  if (!shelf.notices_saved)
    saved = parts_.archive.save(shelf.record, shelf.notices);
  else if (without_times(shelf.record) != without_times(shelf.saved) ||
           (times_too && shelf.record != shelf.saved))
    saved = parts_.archive.save_feed(shelf.record);
  else
    return;
  if (!saved) {
    refused_ = true;
    return log::warn("feed {}: {}", shelf.feed.name, saved.error().message);
  }
  shelf.saved = shelf.record;
  shelf.notices_saved = true;
}

// Of all feeds at once: a transaction for each would be a megabyte a feed and day.
void Poller::save_times() {
  std::vector<FeedRecord> changed;
  const auto is_due =
      [](const Shelf& shelf) { // not before its notices: a hash tells they are there
        return shelf.notices_saved && shelf.record != shelf.saved;
      };
  for (const Shelf& shelf : shelves_)
    if (is_due(shelf))
      changed.push_back(shelf.record);
  if (changed.empty())
    return;
  if (const Result<void> saved = parts_.archive.save_feeds(changed); !saved) {
    refused_ = true;
    return log::warn("due times: {}", saved.error().message);
  }
  for (Shelf& shelf : shelves_)
    if (is_due(shelf))
      shelf.saved = shelf.record;
}

std::vector<EditionNotice> Poller::chosen(Instant now) const {
  std::vector<FeedNotices> feeds;
  for (const Shelf& shelf : shelves_)
    feeds.push_back({shelf.feed, shelf.notices});
  return choose_notices(feeds, pictures_.known(), settings_.programme, now);
}

std::vector<FeedStatus> Poller::statuses() const {
  std::vector<FeedStatus> out;
  for (const Shelf& shelf : shelves_)
    out.push_back({shelf.feed.name, shelf.record.last_success, shelf.record.problem});
  return out;
}

// What stood and was taken down within the last days, oldest first.
std::vector<EditionWithdrawal> Poller::withdrawn(Instant now) const {
  std::vector<EditionWithdrawal> out;
  for (const Shelf& shelf : shelves_)
    for (const NoticeRecord& one : shelf.notices)
      if (one.kind == VerdictKind::Withdrawn && one.has_stood && !one.title.empty() &&
          now - one.verdict_at < kWithdrawnTold)
        out.push_back({one.id, one.content_hash, one.title, one.reason, one.verdict_at});
  std::ranges::stable_sort(out, {}, &EditionWithdrawal::at);
  if (std::ssize(out) > kMostWithdrawnTold)
    out.erase(out.begin(), out.end() - kMostWithdrawnTold);
  return out;
}

void Poller::settle(const TrustedNow& now) {
  believe_the_clock(now);
  refused_ = false;
  const bool times_too = now.now - times_saved_ >= kSaveTimesEvery;
  for (Shelf& shelf : shelves_) {
    if (settle_periods(shelf.notices, parts_.holidays))
      shelf.notices_saved = false;
    erase_from(shelf, settings_.programme, now.now);
    save(shelf, false);
  }
  if (times_too) {
    save_times();
    times_saved_ = now.now;
  }
  std::vector<EditionNotice> notices = chosen(now.now);
  pictures_left_ = pictures_.fetch_wanted(notices, settings_.feeds, kPicturesAtOnce, now.now);
  notices = chosen(now.now);
  std::vector<EditionNotice> before = publisher_.standing();
  if (const Result<void> published =
          publisher_.publish(notices, statuses(), withdrawn(now.now), now.now);
      !published) {
    refused_ = true;
    return log::warn("edition not published: {}", published.error().message);
  }
  pictures_.purge(notices, still_in(notices, std::move(before)));
}

Instant Poller::next_wake(Instant now) const {
  if (pictures_left_ > 0)
    return now;
  Instant next = refused_ ? now + kDiskRetry : now + kDay;
  for (const Shelf& shelf : shelves_) {
    next = std::min(next, shelf.record.state.next_due);
    if (const auto term = next_term(shelf, settings_.programme, now))
      next = std::min(next, *term);
  }
  return std::min(next, probe_.next_due(shelves_, now));
}

} // namespace heiban
