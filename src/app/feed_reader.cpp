#include "app/feed_reader.h"

#include "app/fee_reader.h"
#include "base/hash.h"
#include "feed/list_page.h"
#include "feed/parse.h"
#include "feed/sample_dates.h"
#include "feed/url.h"
#include "notice/make_notice.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <thread>

namespace heiban {
namespace {

constexpr int64_t kWarnCertificateDays = 30;
constexpr size_t kFindingsKept = 20;

// A file of the demonstration: its dates are offsets from today.
bool is_sample(const std::string& url) {
  return url_scheme(url) == "file" &&
         (url.ends_with(".sample.xml") || url.ends_with(".sample.json"));
}

FetchRequest request_for(const FeedSpec& feed, const FeedRecord& known, bool conditional,
                         Instant now) {
  FetchRequest request;
  request.url = known.state.url.empty() ? feed.url : url_to_ask(known.state, now);
  request.ca_file = feed.ca_file;
  request.pin = feed.pin;
  request.allow_file = url_scheme(feed.url) == "file";
  if (conditional && !is_sample(feed.url))
    add_validators(request, known.state, now);
  return request;
}

std::string status_zh(int status) {
  switch (status) {
  case 401:
  case 403:
    return fmt::format("网站拒绝访问（{}）", status);
  case 404:
    return "网站上没有这个地址（404）";
  case 410:
    return "网站说这个来源已永久取消（410），请改正配置里的地址";
  case 429:
    return "网站嫌访问太频繁（429），稍后再试";
  case 511:
    return "网络要求先登录（511）";
  default:
    return status >= 500 ? fmt::format("网站出错（{}）", status)
                         : fmt::format("网站答复 {}，没有内容", status);
  }
}

void add_certificate_finding(FeedAnswer& answer) {
  const int64_t days = answer.response.certificate_days_left;
  if (days >= 0 && days <= kWarnCertificateDays)
    answer.findings.push_back(fmt::format("网站证书还有 {} 天到期，请提醒网站管理员更换", days));
}

NoticeContext notice_context(const FeedSpec& feed, const FeedAnswer& answer, Instant now) {
  NoticeContext context;
  context.feed = feed.name;
  context.category = feed.category;
  context.publisher = feed.publisher;
  context.base_url = answer.response.final_url;
  context.now = now;
  return context;
}

// An item that says nothing stands in the feed, but on no wall.
bool is_blank(const Entry& entry) {
  for (const std::string* text : {&entry.title, &entry.link, &entry.summary, &entry.content,
                                  &entry.summary_html, &entry.content_html})
    if (!text->empty())
      return false;
  return entry.enclosures.empty() && !entry.warning && !entry.withdrawn;
}

// Makes the notices of some entries. An entry's memory serves the notices after it.
void make_notices(std::span<Entry> entries, const NoticeContext& context, Batch& batch) {
  batch.notices.reserve(entries.size());
  for (Entry& slot : entries) {
    const Entry entry = std::move(slot);
    if (is_blank(entry))
      continue;
    Notice notice = make_notice(entry, context);
    if (entry.withdrawn && entry.for_good)
      batch.taken_back.push_back({std::move(notice.id), entry.published});
    else if (entry.withdrawn)
      batch.withdrawn_ids.push_back(std::move(notice.id));
    else
      batch.notices.push_back(std::move(notice));
  }
}

// The entries as notices, tombstones as ids; a long feed's by two threads, half each.
void fill_batch(std::span<Entry> entries, const FeedSpec& feed, Instant now, FeedAnswer& answer) {
  constexpr size_t kLong = 500;
  const NoticeContext context = notice_context(feed, answer, now);
  Batch& batch = answer.batch;
  batch.feed = feed.name;
  const size_t half = entries.size() < kLong ? 0 : entries.size() / 2;
  Batch second;
  std::optional<std::thread> helper;
  if (half > 0)
    helper.emplace([&] { make_notices(entries.subspan(half), context, second); });
  make_notices(half > 0 ? entries.first(half) : entries, context, batch);
  if (helper)
    helper->join();
  std::ranges::move(second.notices, std::back_inserter(batch.notices));
  std::ranges::move(second.withdrawn_ids, std::back_inserter(batch.withdrawn_ids));
  std::ranges::move(second.taken_back, std::back_inserter(batch.taken_back));
}

void add_findings(const std::vector<std::string>& warnings, FeedAnswer& answer) {
  for (const std::string& warning : warnings)
    if (answer.findings.size() < kFindingsKept)
      answer.findings.push_back(warning);
}

void read_fees(std::string_view body, const FeedSpec& feed, Instant now, Fetcher& fetcher,
               FeedAnswer& answer) {
  FeeFile file = read_fee_file({body, answer.response.content_type, answer.response.final_url},
                               feed, now, &fetcher);
  answer.kind = file.problem.empty() ? AnswerKind::Content : AnswerKind::Unreadable;
  answer.problem = std::move(file.problem);
  answer.findings.insert(answer.findings.end(), file.findings.begin(), file.findings.end());
  answer.batch.feed = feed.name;
  answer.batch.notices = std::move(file.notices);
  answer.notes = std::move(file.notes);
  answer.whole_again = !answer.notes.empty(); // the table stands on another page
}

void read_content(std::string_view body, const FeedSpec& feed, Instant now, FeedAnswer& answer) {
  const FeedContext context{answer.response.content_type, answer.response.final_url,
                            feed.zone_minutes, now, /*plain_beside_html=*/false};
  Result<ParsedFeed> parsed = parse_feed(body, context);
  if (!parsed) {
    answer.kind = AnswerKind::Unreadable;
    answer.problem = "读不懂来源给的内容：" + parsed.error().message;
    return;
  }
  answer.kind = AnswerKind::Content;
  answer.listed = parsed->entries.size();
  fill_batch(parsed->entries, feed, now, answer);
  parsed->entries.clear();
  add_findings(parsed->warnings, answer);
  answer.head = std::move(*parsed);
}

} // namespace

void FeedReader::read_page(std::string_view body, const FeedSpec& feed, const FeedRecord& known,
                           const ArticleNeeds& needs, Instant now, FeedAnswer& answer) {
  Result<ListPage> page = read_list_page(
      body, {answer.response.content_type, answer.response.final_url, feed.zone_minutes, now},
      feed.selectors);
  if (!page) {
    answer.kind = AnswerKind::Unreadable;
    answer.problem = "读不出列表：" + page.error().message;
    return;
  }
  answer.kind = AnswerKind::Content;
  answer.listed = page->feed.entries.size();
  answer.notes = std::move(page->notes);
  add_findings(page->feed.warnings, answer);
  ArticlesRead read = ArticleReader(fetcher_, feed, known, needs, notice_context(feed, answer, now))
                          .read(page->feed.entries, made_under(feed));
  add_findings(read.findings, answer);
  answer.notes.insert(answer.notes.end(), read.notes.begin(), read.notes.end());
  answer.batch = std::move(read.batch);
  answer.articles = std::move(read.records);
  answer.whole_again = read.more;
  answer.soon = read.soon;
  page->feed.entries.clear();
  answer.head = std::move(page->feed);
}

FeedAnswer FeedReader::ask(const FeedSpec& feed, const FeedRecord& known, bool conditional,
                           const ArticleNeeds& needs, Instant now) {
  FeedAnswer answer;
  Result<FetchResponse> response = fetcher_.fetch(request_for(feed, known, conditional, now));
  if (!response) {
    answer.problem = response.error().message;
    return answer;
  }
  std::string body = std::move(response->body);
  answer.response = std::move(*response);
  answer.response.body.clear();
  add_certificate_finding(answer);
  if (answer.response.network_dead) {
    answer.kind = AnswerKind::NetworkDead;
    answer.problem = "网络不通";
  } else if (answer.response.status == 304) {
    answer.kind = AnswerKind::Same;
    answer.body_hash = known.body_hash;
  } else if (answer.response.status != 200) {
    answer.kind = AnswerKind::Status;
    answer.problem = status_zh(answer.response.status);
  } else {
    if (is_sample(feed.url))
      body = fill_dates(body, now);
    answer.body_hash = blake2b_hex(body);
    answer.kind = AnswerKind::Same;
    const bool same = conditional && answer.body_hash == known.body_hash;
    if (!same && feed.kind == FeedKind::Page)
      read_page(body, feed, known, needs, now, answer);
    else if (!same && feed.kind == FeedKind::Fees)
      read_fees(body, feed, now, fetcher_, answer);
    else if (!same)
      read_content(body, feed, now, answer);
  }
  return answer;
}

std::string made_under(const FeedSpec& feed) {
  const PageSelectors& select = feed.selectors;
  return sha256_hex(fmt::format(
      "{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", HEIBAN_VERSION, feed.url, feed.category,
      feed.publisher, static_cast<int>(feed.kind), feed.zone_minutes, select.item, select.title,
      select.date, select.body, feed.mask_personal_data, feed.voluntary));
}

} // namespace heiban
