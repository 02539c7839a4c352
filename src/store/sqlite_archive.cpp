#include "store/archive.h"

#include "base/log.h"
#include "edition/notice_json.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_rows.h"
#include "store/sqlite_schema.h"
#include "store/sqlite_statement.h"

#include <algorithm>
#include <map>
#include <set>

namespace heiban {
namespace {

// The column decision.approve.
constexpr int64_t kHold = 0, kApprove = 1, kWithdraw = 2;

// What the notice table holds of one feed, by id.
Result<std::map<std::string, NoticeRow>> rows_of(sqlite3* db, const std::string& feed) {
  std::map<std::string, NoticeRow> out;
  SqlStatement query(db, kSelectNotices);
  query.bind(feed);
  while (query.next()) {
    NoticeRow row = notice_row(query);
    std::string id = row.record.id;
    out.emplace(std::move(id), std::move(row));
  }
  if (const Result<void> ended = query.ended(); !ended)
    return ended.error();
  return out;
}

Result<void> write_notices(sqlite3* db, const std::string& feed,
                           const std::vector<NoticeRecord>& notices) {
  Result<std::map<std::string, NoticeRow>> before = rows_of(db, feed);
  if (!before)
    return before.error();
  SqlStatement upsert(db, kUpsertNotice), remove(db, kDeleteNotice);
  for (const NoticeRecord& record : notices) {
    const NoticeRow row = row_of(record);
    const auto found = before->find(record.id);
    const bool same = found != before->end() && found->second == row;
    if (found != before->end())
      before->erase(found);
    if (same)
      continue;
    bind(upsert, feed, row);
    if (const Result<void> done = upsert.run(); !done)
      return done;
  }
  for (const auto& [id, row] : *before) {
    remove.bind(feed).bind(id);
    if (const Result<void> done = remove.run(); !done)
      return done;
  }
  return {};
}

Result<void> write_feed(sqlite3* db, const FeedRecord& feed) {
  SqlStatement upsert(db, kUpsertFeed);
  bind(upsert, feed);
  return upsert.run();
}

Result<void> delete_feed(sqlite3* db, const std::string& name) {
  for (const char* sql : {"DELETE FROM notice WHERE feed = ?", "DELETE FROM feed WHERE name = ?"}) {
    SqlStatement remove(db, sql);
    if (const Result<void> done = remove.bind(name).run(); !done)
      return done;
  }
  return {};
}

} // namespace

struct Archive::Connection {
  Database database;
  bool begun_anew = false;
};

Archive::Archive(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(const std::string& path) {
  Result<Database> database = Database::open(path);
  bool begun_anew = database && database->is_new();
  if (!database && database.error().kind == ErrorKind::Broken) {
    log::error("{}; it is moved aside and begun anew", database.error().message);
    if (const Result<void> moved = Database::move_aside(path); !moved)
      return moved.error();
    database = Database::open(path);
    begun_anew = true;
  }
  if (!database)
    return database.error();
  return Archive(std::make_unique<Connection>(Connection{std::move(*database), begun_anew}));
}

Result<Archive> Archive::open_to_read(const std::string& path) {
  Result<Database> database = Database::open_to_read(path);
  if (!database)
    return database.error();
  return Archive(std::make_unique<Connection>(Connection{std::move(*database), false}));
}

bool Archive::begun_anew() const {
  return connection_->begun_anew;
}

Result<std::vector<FeedRecord>> Archive::feeds() {
  std::vector<FeedRecord> out;
  SqlStatement query(connection_->database.get(), kSelectFeeds);
  while (query.next())
    out.push_back(feed_record(query));
  if (const Result<void> ended = query.ended(); !ended)
    return ended.error();
  return out;
}

Result<void> Archive::save(const FeedRecord& feed, const std::vector<NoticeRecord>& notices) {
  sqlite3* db = connection_->database.get();
  return connection_->database.transaction([&]() -> Result<void> {
    if (const Result<void> done = write_feed(db, feed); !done)
      return done;
    return write_notices(db, feed.name, notices);
  });
}

Result<void> Archive::save_feed(const FeedRecord& feed) {
  return write_feed(connection_->database.get(), feed);
}

Result<void> Archive::keep_feeds(const std::vector<std::string>& names) {
  const Result<std::vector<FeedRecord>> known = feeds();
  if (!known)
    return known.error();
  const std::set<std::string> kept(names.begin(), names.end());
  sqlite3* db = connection_->database.get();
  for (const FeedRecord& feed : *known) {
    if (kept.contains(feed.name))
      continue;
    const Result<void> done =
        connection_->database.transaction([&] { return delete_feed(db, feed.name); });
    if (!done)
      return done;
  }
  return {};
}

Result<std::vector<NoticeRecord>> Archive::notices(const std::string& feed) {
  Result<std::map<std::string, NoticeRow>> rows = rows_of(connection_->database.get(), feed);
  if (!rows)
    return rows.error();
  std::vector<NoticeRecord> out;
  out.reserve(rows->size());
  for (auto& [id, row] : *rows)
    out.push_back(record_of(std::move(row)));
  std::stable_sort(out.begin(), out.end(), [](const NoticeRecord& a, const NoticeRecord& b) {
    return a.position < b.position;
  });
  return out;
}

Result<std::vector<Decision>> Archive::decisions() {
  std::vector<Decision> out;
  SqlStatement query(
      connection_->database.get(),
      "SELECT notice_id, content_hash, approve, reason FROM decision ORDER BY number");
  while (query.next())
    out.push_back({query.text(0), query.text(1), query.number(2) == kApprove,
                   query.number(2) == kWithdraw, query.text(3)});
  if (const Result<void> ended = query.ended(); !ended)
    return ended.error();
  return out;
}

Result<void> Archive::add_decision(const Decision& decision, Instant at) {
  SqlStatement insert(connection_->database.get(),
                      "INSERT INTO decision (notice_id, content_hash, approve, made_at, reason)"
                      " VALUES (?, ?, ?, ?, ?)");
  return insert.bind(decision.notice_id)
      .bind(decision.content_hash)
      .bind(decision.approve    ? kApprove
            : decision.withdraw ? kWithdraw
                                : kHold)
      .bind(at)
      .bind(decision.reason)
      .run();
}

Result<std::vector<PictureRecord>> Archive::pictures() {
  std::vector<PictureRecord> out;
  SqlStatement query(connection_->database.get(), kSelectPictures);
  while (query.next())
    out.push_back(picture_record(query));
  if (const Result<void> ended = query.ended(); !ended)
    return ended.error();
  return out;
}

Result<void> Archive::save_picture(const PictureRecord& picture) {
  SqlStatement upsert(connection_->database.get(), kUpsertPicture);
  bind(upsert, picture);
  return upsert.run();
}

Result<void> Archive::forget_picture(const std::string& src) {
  SqlStatement remove(connection_->database.get(), "DELETE FROM picture WHERE src = ?");
  return remove.bind(src).run();
}

} // namespace heiban
