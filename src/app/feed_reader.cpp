#include "app/feed_reader.h"

#include "app/fee_reader.h"
#include "base/hash.h"
#include "feed/parse.h"
#include "feed/sample_dates.h"
#include "feed/url.h"
#include "notice/make_notice.h"

#include <fmt/format.h>

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

// The entries as notices, tombstones as ids.
void fill_batch(const ParsedFeed& parsed, const FeedSpec& feed, Instant now, FeedAnswer& answer) {
  NoticeContext context;
  context.feed = feed.name;
  context.category = feed.category;
  context.publisher = feed.publisher;
  context.base_url = answer.response.final_url;
  context.now = now;
  answer.batch.feed = feed.name;
  for (const Entry& entry : parsed.entries) {
    Notice notice = make_notice(entry, context);
    if (entry.withdrawn)
      answer.batch.withdrawn_ids.push_back(std::move(notice.id));
    else
      answer.batch.notices.push_back(std::move(notice));
  }
}

void read_fees(std::string_view body, const FeedSpec& feed, FeedAnswer& answer) {
  FeeFile file = read_fee_file(body, answer.response.content_type, feed);
  answer.kind = file.problem.empty() ? AnswerKind::Content : AnswerKind::Unreadable;
  answer.problem = std::move(file.problem);
  answer.findings.insert(answer.findings.end(), file.findings.begin(), file.findings.end());
  answer.batch.feed = feed.name;
  answer.batch.notices = std::move(file.notices);
}

void read_content(std::string_view body, const FeedSpec& feed, Instant now, FeedAnswer& answer) {
  if (feed.kind == FeedKind::Fees)
    return read_fees(body, feed, answer);
  if (feed.kind == FeedKind::Page) {
    answer.kind = AnswerKind::Unreadable;
    answer.problem = "本版本还不能读网页列表（kind = \"page\"）";
    return;
  }
  Result<ParsedFeed> parsed = parse_feed(
      body, {answer.response.content_type, answer.response.final_url, feed.zone_minutes, now});
  if (!parsed) {
    answer.kind = AnswerKind::Unreadable;
    answer.problem = "读不懂来源给的内容：" + parsed.error().message;
    return;
  }
  answer.kind = AnswerKind::Content;
  fill_batch(*parsed, feed, now, answer);
  parsed->entries.clear();
  for (const std::string& warning : parsed->warnings)
    if (answer.findings.size() < kFindingsKept)
      answer.findings.push_back(warning);
  answer.head = std::move(*parsed);
}

} // namespace

FeedAnswer FeedReader::ask(const FeedSpec& feed, const FeedRecord& known, bool conditional,
                           Instant now) {
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
    answer.body_hash = sha256_hex(body);
    answer.kind = AnswerKind::Same;
    if (!conditional || answer.body_hash != known.body_hash)
      read_content(body, feed, now, answer);
  }
  return answer;
}

std::string made_under(const FeedSpec& feed) {
  const PageSelectors& select = feed.selectors;
  return sha256_hex(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", HEIBAN_VERSION, feed.url,
                                feed.category, feed.publisher, static_cast<int>(feed.kind),
                                feed.zone_minutes, select.item, select.title, select.date,
                                select.body));
}

} // namespace heiban
