#include "store/sqlite_statement.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace heiban {

Error sqlite_error(sqlite3* db, std::string_view what) {
  const int code = sqlite3_errcode(db) & 0xFF;
  const bool damaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_FORMAT;
  return {damaged ? ErrorKind::Broken : ErrorKind::TryLater,
          fmt::format("archive: {}: {}", what, sqlite3_errmsg(db))};
}

SqlStatement::SqlStatement(sqlite3* db, const char* constant_sql)
    : db_(db), state_(sqlite3_prepare_v2(db, constant_sql, -1, &statement_, nullptr)) {}

SqlStatement::~SqlStatement() {
  sqlite3_finalize(statement_);
}

SqlStatement& SqlStatement::bind(std::string_view text) {
  sqlite3_bind_text(statement_, ++bound_, text.data(), static_cast<int>(text.size()),
                    SQLITE_TRANSIENT);
  return *this;
}

SqlStatement& SqlStatement::bind(int64_t number) {
  sqlite3_bind_int64(statement_, ++bound_, number);
  return *this;
}

SqlStatement& SqlStatement::bind(Instant at) {
  return bind(at.seconds);
}

SqlStatement& SqlStatement::bind(const std::optional<Instant>& at) {
  if (at)
    return bind(*at);
  sqlite3_bind_null(statement_, ++bound_);
  return *this;
}

SqlStatement& SqlStatement::bind_blob(const std::optional<std::string>& bytes) {
  ++bound_;
  if (bytes)
    sqlite3_bind_blob(statement_, bound_, bytes->data(), static_cast<int>(bytes->size()),
                      SQLITE_TRANSIENT);
  else
    sqlite3_bind_null(statement_, bound_);
  return *this;
}

bool SqlStatement::next() {
  if (statement_)
    state_ = sqlite3_step(statement_);
  return state_ == SQLITE_ROW;
}

bool SqlStatement::ok() const {
  return state_ == SQLITE_DONE;
}

Result<void> SqlStatement::run() {
  next();
  Result<void> done = ended();
  // Ready for the next set of parameters.
  sqlite3_reset(statement_);
  bound_ = 0;
  return done;
}

Result<void> SqlStatement::ended() {
  if (ok())
    return {};
  return sqlite_error(db_, statement_ ? sqlite3_sql(statement_) : "prepare");
}

std::string SqlStatement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return bytes ? std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column)))
               : std::string();
}

int64_t SqlStatement::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

Instant SqlStatement::instant(int column) const {
  return {number(column)};
}

std::optional<Instant> SqlStatement::maybe_instant(int column) const {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL)
    return std::nullopt;
  return instant(column);
}

std::optional<std::string> SqlStatement::blob(int column) const {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL)
    return std::nullopt;
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return std::string(bytes ? bytes : "",
                     static_cast<size_t>(sqlite3_column_bytes(statement_, column)));
}

} // namespace heiban
