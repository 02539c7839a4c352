#include "app/article_reader.h"

#include "app/term.h"
#include "base/hash.h"
#include "feed/article_page.h"
#include "feed/list_item.h"
#include "feed/url.h"
#include "review/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>

namespace heiban {
namespace {

constexpr size_t kLargestPage = 8u << 20;
constexpr int64_t kTimeForAll = 20'000; // ms; other feeds wait meanwhile
constexpr int64_t kFirstRetry = 10 * kMinute, kLongestRetry = kDay;
// A selector that staff mend changes the mark, and the page is asked for at once.
constexpr int64_t kUnreadableRetry = 6 * kHour;
constexpr int kPageGoneTwice = 2;
constexpr size_t kFindingsKept = 10;
constexpr const char* kAccept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

bool is_gone(int status) {
  return status == 404 || status == 410;
}

std::string without_dots(std::string title) {
  while (title.ends_with("…") || title.ends_with('.'))
    title.resize(title.size() - (title.ends_with('.') ? 1 : 3));
  return title;
}

// Lists cut titles short; the page's own is whole, unless it is the site's.
std::string fuller_title(const std::string& listed, const std::string& own) {
  return own.find(without_dots(listed)) != std::string::npos ? own : listed;
}

// The list's day counts; the page knows the time of day.
std::optional<Instant> finer_date(const Entry& listed, const Article& article) {
  const bool same_day = listed.published && article.published &&
                        beijing(*listed.published).date == beijing(*article.published).date;
  return same_day || !listed.published ? article.published : listed.published;
}

Entry joined(Entry entry, Article article, const FeedSpec& feed) {
  entry.title = fuller_title(entry.title, article.title);
  entry.published = entry.updated = finer_date(entry, article);
  entry.content_html = std::move(article.body_html);
  entry.author = article.source;
  if (!article.source.empty())
    entry.authors = {article.source};
  // A column staff named in the config is theirs; else the site's own.
  if (feed.category == feed.name && !article.column.empty())
    entry.categories = {article.column};
  entry.enclosures = std::move(article.attachments);
  return entry;
}

// The title is a file: there is no page to read.
Entry as_file(Entry entry) {
  Enclosure file;
  file.url = entry.link;
  file.title = entry.title;
  entry.enclosures.push_back(std::move(file));
  return entry;
}

bool is_file_link(const std::string& link) {
  const std::string path = link.substr(0, link.find_first_of("?#"));
  const size_t dot = path.rfind('.');
  static constexpr std::string_view kFiles[] = {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps",
                                                ".et",  ".zip", ".rar",  ".ofd", ".ppt",  ".pptx"};
  return dot != std::string::npos && std::ranges::count(kFiles, path.substr(dot)) > 0;
}

} // namespace

ArticlesRead ArticleReader::read(const std::vector<Entry>& entries, const std::string& made_under) {
  out_.batch.feed = feed_.name;
  int rank = 0;
  for (const Entry& entry : entries) {
    Notice bare = make_notice(entry, context_);
    const std::string date = entry.published ? iso_utc(*entry.published) : "";
    const std::string mark =
        sha256_hex(made_under + '\n' + entry.title + '\n' + date).substr(0, 16);
    Known known = known_of(bare.id, mark);
    take(entry, std::move(bare), std::move(known), rank++ < feed_.keep);
  }
  return std::move(out_);
}

ArticleReader::Known ArticleReader::known_of(const std::string& id, const std::string& mark) const {
  Known out;
  const auto notice = std::ranges::find(needs_.notices, id, &NoticeRecord::id);
  if (notice != needs_.notices.end() && notice->kind != VerdictKind::Withdrawn)
    out.notice = &*notice;
  const auto page = std::ranges::find(known_.articles, id, &ArticleRecord::id);
  if (page != known_.articles.end() && page->mark == mark)
    out.page = *page;
  out.page.id = id;
  out.page.mark = mark;
  return out;
}

bool ArticleReader::is_over(const Notice& bare, const NoticeRecord* record) const {
  NoticeRecord provisional;
  provisional.published = bare.published;
  provisional.first_seen = provisional.content_seen = context_.now;
  return heiban::is_over(term_of(record ? *record : provisional, feed_, needs_.programme),
                         context_.now);
}

bool ArticleReader::is_page(const Entry& entry) const {
  return is_http_url(entry.link) && !is_file_link(entry.link) &&
         LinkRules(feed_).allows(link_target(entry.link));
}

// The record stays as it is: the stub says only that the list still has it.
void ArticleReader::keep(const Notice& bare, const NoticeRecord& record) {
  Notice& stub = out_.batch.notices.emplace_back();
  stub.id = record.id;
  stub.content_hash = record.content_hash;
  stub.published = record.published;
  stub.link = bare.link;
  out_.batch.kept_ids.push_back(record.id);
}

void ArticleReader::take(const Entry& entry, Notice bare, Known known, bool among_newest) {
  const NoticeRecord* record = known.notice;
  const bool read_before = known.page.status == 200;
  const bool over = is_over(bare, record);
  const bool twice_gone = is_gone(known.page.status) && known.page.failures >= kPageGoneTwice;
  if (record && ((read_before && record->body) || over || !among_newest)) {
    keep(bare, *record);
  } else if (!record && (over || !among_newest)) {
    return; // never read, and never to be shown
  } else if (!is_page(entry)) {
    out_.batch.notices.push_back(is_file_link(entry.link) ? make_notice(as_file(entry), context_)
                                                          : std::move(bare));
    known.page.status = 200;
  } else if (known.page.try_again > context_.now) {
    out_.more = true;
    if (record && !twice_gone)
      keep(bare, *record);
  } else if (stopped_ || asked_ >= needs_.most || spent_ms_ > kTimeForAll) {
    out_.more = true;
    out_.soon |= !stopped_;
    if (record)
      keep(bare, *record);
    return;
  } else {
    ask(entry, bare, known);
  }
  out_.records.push_back(std::move(known.page));
}

void ArticleReader::ask(const Entry& entry, const Notice& bare, Known& known) {
  FetchRequest request;
  request.url = entry.link;
  request.ca_file = feed_.ca_file;
  request.accept = kAccept;
  request.max_bytes = kLargestPage;
  const bool own_host = url_host(entry.link) == url_host(feed_.url);
  request.pin = own_host ? feed_.pin : "";
  // A host that the config itself names may stand in the bureau's own network.
  request.allow_private =
      own_host || std::ranges::count(feed_.link_hosts, url_host(entry.link)) > 0;
  ++asked_;
  const auto start = std::chrono::steady_clock::now();
  const Result<FetchResponse> response = fetcher_.fetch(request);
  spent_ms_ += std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::steady_clock::now() - start)
                   .count();
  const bool answered = response && !response->network_dead;
  known.page.status = answered ? response->status : 0;
  if (answered && response->status == 200) {
    if (take_page(entry, *response, known))
      return;
  } else {
    put_off(known, answered ? response->retry_after_seconds : -1);
    if (!answered)
      find(entry, response ? "网络不通" : response.error().message);
    else
      find(entry, fmt::format("文章页答复 {}", response->status));
    stopped_ |= !answered || response->status == 429 || response->status >= 500;
  }
  if (!known.notice)
    return;
  if (is_gone(known.page.status) && known.page.failures >= kPageGoneTwice)
    out_.batch.gone_ids.push_back(known.notice->id);
  else
    keep(bare, *known.notice);
}

bool ArticleReader::take_page(const Entry& entry, const FetchResponse& response, Known& known) {
  const FeedContext context{response.content_type, response.final_url, feed_.zone_minutes,
                            context_.now};
  Result<Article> article = read_article(response.body, context, feed_.selectors.body);
  if (!article) {
    known.page.status = 0;
    put_off(known, kUnreadableRetry);
    find(entry, article.error().message);
    return false;
  }
  known.page.failures = 0;
  known.page.try_again = Instant{};
  for (const std::string& warning : article->warnings)
    find(entry, warning);
  out_.notes.push_back(fmt::format("《{}》的正文：{}", entry.title, article->where));
  out_.batch.notices.push_back(make_notice(joined(entry, std::move(*article), feed_), context_));
  return true;
}

void ArticleReader::put_off(Known& known, int64_t seconds) {
  known.page.failures = std::min(known.page.failures + 1, 30);
  const bool gone_for_good = is_gone(known.page.status) && known.page.failures >= kPageGoneTwice;
  const int64_t usual =
      gone_for_good ? kLongestRetry : kFirstRetry << std::min(known.page.failures - 1, 8);
  known.page.try_again = context_.now + std::min(std::max(usual, seconds), kLongestRetry);
  out_.more = true;
}

void ArticleReader::find(const Entry& entry, const std::string& problem) {
  if (out_.findings.size() < kFindingsKept)
    out_.findings.push_back(fmt::format("《{}》：{}", entry.title, problem));
}

} // namespace heiban
