#include "store/sqlite_schema.h"

#include "store/sqlite_statement.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace heiban {
namespace {

// Step n brings a file from schema n to n + 1.
constexpr const char* kSteps[kArchiveSchema] = {
    R"(
CREATE TABLE feed (
  name TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  validators_at INTEGER NOT NULL,
  next_due INTEGER NOT NULL,
  last_answer INTEGER NOT NULL,
  last_change INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  hinted_seconds INTEGER NOT NULL,
  skip_hours TEXT NOT NULL,
  gone INTEGER NOT NULL,
  moved_to TEXT NOT NULL,
  moved_since INTEGER NOT NULL,
  made_under TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  last_success INTEGER,
  wait_until INTEGER NOT NULL,
  problem TEXT NOT NULL,
  findings TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE notice (
  feed TEXT NOT NULL,
  id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  published INTEGER,
  valid_from INTEGER,
  valid_to INTEGER,
  first_seen INTEGER NOT NULL,
  content_seen INTEGER NOT NULL,
  position INTEGER NOT NULL,
  absent_polls INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  body BLOB,
  PRIMARY KEY (feed, id)
);
CREATE TABLE decision (
  number INTEGER PRIMARY KEY,
  notice_id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  approve INTEGER NOT NULL,
  made_at INTEGER NOT NULL
);
CREATE TABLE picture (
  src TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  reason TEXT NOT NULL,
  failures INTEGER NOT NULL,
  try_again INTEGER NOT NULL
) WITHOUT ROWID;
PRAGMA user_version = 1;
)",
    R"(
ALTER TABLE feed ADD COLUMN articles TEXT NOT NULL DEFAULT '';
PRAGMA user_version = 2;
)",
    R"(
ALTER TABLE feed ADD COLUMN refused TEXT NOT NULL DEFAULT '';
ALTER TABLE notice ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE notice ADD COLUMN link TEXT NOT NULL DEFAULT '';
ALTER TABLE notice ADD COLUMN verdict_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE notice ADD COLUMN has_stood INTEGER NOT NULL DEFAULT 0;
ALTER TABLE notice ADD COLUMN page_gone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decision ADD COLUMN reason TEXT NOT NULL DEFAULT '';
PRAGMA user_version = 3;
)",
};

Result<void> run_script(sqlite3* db, const char* constant_sql) {
  if (sqlite3_exec(db, constant_sql, nullptr, nullptr, nullptr) == SQLITE_OK)
    return {};
  const Error error = sqlite_error(db, "schema");
  sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
  return error;
}

Result<int64_t> schema_of(sqlite3* db) {
  SqlStatement query(db, "PRAGMA user_version");
  if (!query.next())
    return sqlite_error(db, "user_version");
  return query.number(0);
}

Result<void> step(sqlite3* db, int from) {
  if (const Result<void> begun = run_script(db, "BEGIN IMMEDIATE"); !begun)
    return begun;
  if (const Result<void> done = run_script(db, kSteps[from]); !done)
    return done;
  return run_script(db, "COMMIT");
}

} // namespace

Result<void> bring_up_to_date(sqlite3* db) {
  const Result<int64_t> schema = schema_of(db);
  if (!schema)
    return schema.error();
  if (*schema > kArchiveSchema)
    return Error{
        ErrorKind::Refused,
        fmt::format("archive schema {} is newer than {}: update heiban", *schema, kArchiveSchema)};
  for (int64_t at = *schema; at < kArchiveSchema; ++at)
    if (const Result<void> done = step(db, static_cast<int>(at)); !done)
      return done;
  return {};
}

Result<void> is_known_schema(sqlite3* db) {
  const Result<int64_t> schema = schema_of(db);
  if (!schema)
    return schema.error();
  if (*schema != kArchiveSchema)
    return Error{ErrorKind::Refused,
                 fmt::format("archive schema {}, not {}", *schema, kArchiveSchema)};
  return {};
}

// A rollback journal cut to nothing after each commit, not a WAL: what was deleted must not live on
// in a second file, and there are few writes.
Result<void> prepare_to_write(sqlite3* db) {
  return run_script(db, "PRAGMA secure_delete = ON;"
                        "PRAGMA journal_mode = TRUNCATE;"
                        "PRAGMA synchronous = FULL;"
                        "PRAGMA trusted_schema = OFF;"
                        "PRAGMA temp_store = MEMORY;");
}

Result<void> prepare_to_read(sqlite3* db) {
  return run_script(db, "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF;");
}

Result<void> check_whole(sqlite3* db) {
  SqlStatement query(db, "PRAGMA quick_check(1)");
  if (!query.next())
    return sqlite_error(db, "quick_check");
  const std::string said = query.text(0);
  if (said != "ok")
    return Error{ErrorKind::Broken, "archive: " + said};
  return {};
}

} // namespace heiban
