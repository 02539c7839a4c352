#include "store/sqlite_rows.h"

#include "edition/notice_json.h"

#include <fmt/format.h>

#include <charconv>
#include <sstream>

namespace heiban {

const char* const kSelectFeeds =
    "SELECT name, url, etag, last_modified, validators_at, next_due, last_answer, last_change,"
    " failures, hinted_seconds, skip_hours, gone, moved_to, moved_since, made_under, body_hash,"
    " last_success, problem, findings, wait_until, articles, refused FROM feed";
const char* const kUpsertFeed =
    "INSERT OR REPLACE INTO feed (name, url, etag, last_modified, validators_at, next_due,"
    " last_answer, last_change, failures, hinted_seconds, skip_hours, gone, moved_to, moved_since,"
    " made_under, body_hash, last_success, problem, findings, wait_until,"
    " articles, refused)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const char* const kSelectNotices =
    "SELECT id, content_hash, published, valid_from, valid_to, first_seen, content_seen, position,"
    " absent_polls, kind, rule, reason, body, title, verdict_at, has_stood,"
    " page_gone, link FROM notice WHERE feed = ?";
const char* const kUpsertNotice =
    "INSERT OR REPLACE INTO notice (feed, id, content_hash, published, valid_from, valid_to,"
    " first_seen, content_seen, position, absent_polls, kind, rule, reason, body, title,"
    " verdict_at, has_stood, page_gone, link)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const char* const kDeleteNotice = "DELETE FROM notice WHERE feed = ? AND id = ?";
const char* const kSelectPictures =
    "SELECT src, sha256, width, height, reason, failures, try_again FROM picture";
const char* const kUpsertPicture =
    "INSERT OR REPLACE INTO picture (src, sha256, width, height, reason, failures, try_again)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)";

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines)
    out += line + '\n';
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (size_t at = 0, end; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
    out.push_back(text.substr(at, end - at));
  return out;
}

std::string joined(const std::vector<int>& numbers) {
  std::string out;
  for (const int number : numbers)
    out += std::to_string(number) + '\n';
  return out;
}

std::vector<int> numbers_of(const std::string& text) {
  std::vector<int> out;
  for (const std::string& line : lines_of(text)) {
    int number = 0;
    if (std::from_chars(line.data(), line.data() + line.size(), number).ec == std::errc())
      out.push_back(number);
  }
  return out;
}

// A line an article: id, mark, status, failures, time; the first two are hex digits.
std::string joined(const std::vector<ArticleRecord>& articles) {
  std::string out;
  for (const ArticleRecord& one : articles)
    out += fmt::format("{} {} {} {} {}\n", one.id, one.mark, one.status, one.failures,
                       one.try_again.seconds);
  return out;
}

std::vector<ArticleRecord> articles_of(const std::string& text) {
  std::vector<ArticleRecord> out;
  std::istringstream lines(text);
  for (ArticleRecord one;
       lines >> one.id >> one.mark >> one.status >> one.failures >> one.try_again.seconds;)
    out.push_back(one);
  return out;
}

VerdictKind kind_of(int64_t number) {
  switch (number) {
  case 0:
    return VerdictKind::Shown;
  case 2:
    return VerdictKind::Withdrawn;
  default:
    return VerdictKind::Held; // what cannot be read is not shown
  }
}

int64_t number_of(VerdictKind kind) {
  return kind == VerdictKind::Shown ? 0 : kind == VerdictKind::Held ? 1 : 2;
}

} // namespace

FeedRecord feed_record(const SqlStatement& row) {
  FeedRecord out;
  out.name = row.text(0);
  out.state.url = row.text(1);
  out.state.etag = row.text(2);
  out.state.last_modified = row.text(3);
  out.state.validators_at = row.instant(4);
  out.state.next_due = row.instant(5);
  out.state.last_answer = row.instant(6);
  out.state.last_change = row.instant(7);
  out.state.failures = static_cast<int>(row.number(8));
  out.state.hinted_seconds = row.number(9);
  out.state.skip_hours = numbers_of(row.text(10));
  out.state.gone = row.number(11) != 0;
  out.state.moved_to = row.text(12);
  out.state.moved_since = row.instant(13);
  out.made_under = row.text(14);
  out.body_hash = row.text(15);
  out.last_success = row.maybe_instant(16);
  out.problem = row.text(17);
  out.findings = lines_of(row.text(18));
  out.wait_until = row.instant(19);
  out.articles = articles_of(row.text(20));
  out.refused = row.text(21);
  return out;
}

void bind(SqlStatement& upsert, const FeedRecord& feed) {
  const FeedState& state = feed.state;
  upsert.bind(feed.name)
      .bind(state.url)
      .bind(state.etag)
      .bind(state.last_modified)
      .bind(state.validators_at)
      .bind(state.next_due)
      .bind(state.last_answer)
      .bind(state.last_change)
      .bind(int64_t{state.failures})
      .bind(state.hinted_seconds)
      .bind(joined(state.skip_hours))
      .bind(int64_t{state.gone})
      .bind(state.moved_to)
      .bind(state.moved_since)
      .bind(feed.made_under)
      .bind(feed.body_hash)
      .bind(feed.last_success)
      .bind(feed.problem)
      .bind(joined(feed.findings))
      .bind(feed.wait_until)
      .bind(joined(feed.articles))
      .bind(feed.refused);
}

PictureRecord picture_record(const SqlStatement& row) {
  PictureRecord out;
  out.src = row.text(0);
  out.sha256 = row.text(1);
  out.width = static_cast<int>(row.number(2));
  out.height = static_cast<int>(row.number(3));
  out.reason = row.text(4);
  out.failures = static_cast<int>(row.number(5));
  out.try_again = row.instant(6);
  return out;
}

void bind(SqlStatement& upsert, const PictureRecord& picture) {
  upsert.bind(picture.src)
      .bind(picture.sha256)
      .bind(int64_t{picture.width})
      .bind(int64_t{picture.height})
      .bind(picture.reason)
      .bind(int64_t{picture.failures})
      .bind(picture.try_again);
}

bool NoticeRow::operator==(const NoticeRow& other) const {
  const NoticeRecord &a = record, &b = other.record;
  return a.id == b.id && a.content_hash == b.content_hash && a.published == b.published &&
         a.valid_from == b.valid_from && a.valid_to == b.valid_to && a.first_seen == b.first_seen &&
         a.content_seen == b.content_seen && a.position == b.position &&
         a.absent_polls == b.absent_polls && a.kind == b.kind && a.rule == b.rule &&
         a.reason == b.reason && body == other.body && a.title == b.title &&
         a.verdict_at == b.verdict_at && a.has_stood == b.has_stood && a.page_gone == b.page_gone &&
         a.link == b.link;
}

NoticeRow notice_row(const SqlStatement& row) {
  NoticeRow out;
  NoticeRecord& record = out.record;
  record.id = row.text(0);
  record.content_hash = row.text(1);
  record.published = row.maybe_instant(2);
  record.valid_from = row.maybe_instant(3);
  record.valid_to = row.maybe_instant(4);
  record.first_seen = row.instant(5);
  record.content_seen = row.instant(6);
  record.position = static_cast<int>(row.number(7));
  record.absent_polls = static_cast<int>(row.number(8));
  record.kind = kind_of(row.number(9));
  record.rule = row.text(10);
  record.reason = row.text(11);
  out.body = row.blob(12);
  record.title = row.text(13);
  record.verdict_at = row.instant(14);
  record.has_stood = row.number(15) != 0;
  record.page_gone = static_cast<int>(row.number(16));
  record.link = row.text(17);
  return out;
}

NoticeRow row_of(const NoticeRecord& record) {
  NoticeRow out;
  if (record.body)
    out.body = encode_notice(*record.body);
  out.record = {record.id,           record.content_hash, record.published,    record.valid_from,
                record.valid_to,     record.first_seen,   record.content_seen, record.position,
                record.absent_polls, record.kind,         record.rule,         record.reason,
                std::nullopt};
  out.record.title = record.title;
  out.record.link = record.link;
  out.record.verdict_at = record.verdict_at;
  out.record.has_stood = record.has_stood;
  out.record.page_gone = record.page_gone;
  return out;
}

NoticeRecord record_of(NoticeRow row) {
  NoticeRecord out = std::move(row.record);
  if (!row.body)
    return out;
  if (Result<Notice> notice = decode_notice(*row.body)) {
    out.body = std::move(*notice);
    out.title = out.body->title; // an older archive did not keep them apart
    out.link = out.body->link;
  }
  return out;
}

void bind(SqlStatement& upsert, const std::string& feed, const NoticeRow& row) {
  const NoticeRecord& record = row.record;
  upsert.bind(feed)
      .bind(record.id)
      .bind(record.content_hash)
      .bind(record.published)
      .bind(record.valid_from)
      .bind(record.valid_to)
      .bind(record.first_seen)
      .bind(record.content_seen)
      .bind(int64_t{record.position})
      .bind(int64_t{record.absent_polls})
      .bind(number_of(record.kind))
      .bind(record.rule)
      .bind(record.reason)
      .bind_blob(row.body)
      .bind(record.title)
      .bind(record.verdict_at)
      .bind(int64_t{record.has_stood})
      .bind(int64_t{record.page_gone})
      .bind(record.link);
}

} // namespace heiban
