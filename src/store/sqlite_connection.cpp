#include "store/sqlite_connection.h"

#include "base/file.h"
#include "store/sqlite_schema.h"
#include "store/sqlite_statement.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>

namespace heiban {
namespace {

constexpr int kBusyMs = 5000; // while `heiban check` reads

Result<sqlite3*> open_file(const std::string& path, int flags) {
  sqlite3* db = nullptr;
  if (sqlite3_open_v2(path.c_str(), &db, flags, nullptr) == SQLITE_OK) {
    sqlite3_busy_timeout(db, kBusyMs);
    return db;
  }
  const Error error{ErrorKind::TryLater,
                    fmt::format("archive: open {}: {}", path, db ? sqlite3_errmsg(db) : "memory")};
  sqlite3_close(db);
  return error;
}

Result<void> run(sqlite3* db, const char* constant_sql) {
  SqlStatement statement(db, constant_sql);
  return statement.run();
}

} // namespace

void Database::Close::operator()(sqlite3* db) const {
  sqlite3_close_v2(db);
}

Result<void> Database::prepare() {
  if (const Result<void> prepared = prepare_to_write(get()); !prepared)
    return prepared;
  if (const Result<void> whole = check_whole(get()); !whole)
    return whole;
  SqlStatement tables(get(), "SELECT 1 FROM sqlite_master LIMIT 1");
  is_new_ = !tables.next();
  if (is_new_ && !tables.ok())
    return tables.ended();
  return bring_up_to_date(get());
}

Result<Database> Database::open(const std::string& path) {
  const Result<sqlite3*> db =
      open_file(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  if (!db)
    return db.error();
  Database out;
  out.db_.reset(*db);
  if (const Result<void> prepared = out.prepare(); !prepared)
    return prepared.error();
  return out;
}

Result<Database> Database::open_to_read(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    return Error{ErrorKind::NotFound, "archive: there is no " + path};
  const Result<sqlite3*> db = open_file(path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX);
  if (!db)
    return db.error();
  Database out;
  out.db_.reset(*db);
  if (const Result<void> prepared = prepare_to_read(out.get()); !prepared)
    return prepared.error();
  if (const Result<void> known = is_known_schema(out.get()); !known)
    return known.error();
  return out;
}

Result<void> Database::move_aside(const std::string& path) {
  std::error_code error;
  std::filesystem::rename(path, path + ".damaged", error);
  if (error)
    return Error{ErrorKind::TryLater, "archive: move aside: " + error.message()};
  return remove_file(path + "-journal");
}

Result<void> Database::transaction(const std::function<Result<void>()>& work) {
  if (const Result<void> begun = run(get(), "BEGIN IMMEDIATE"); !begun)
    return begun;
  Result<void> done = work();
  if (done)
    done = run(get(), "COMMIT");
  // SQLite itself has rolled back where the disk was full.
  if (!done && sqlite3_get_autocommit(get()) == 0)
    if (const Result<void> undone = run(get(), "ROLLBACK"); !undone)
      return undone;
  return done;
}

} // namespace heiban
