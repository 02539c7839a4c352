// SqlStatement: a prepared statement, its parameters bound and its columns read by position.
// Only store's own files use it; every statement's text is a constant.
// It hides no error: what SQLite says is kept until it is asked for.
#pragma once

#include "base/result.h"
#include "feed/entry.h"

#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace heiban {

// Broken where the file is damaged, TryLater where the disk refuses or another process is writing.
Error sqlite_error(sqlite3* db, std::string_view what);

class SqlStatement {
public:
  SqlStatement(sqlite3* db, const char* constant_sql);
  ~SqlStatement();
  SqlStatement(const SqlStatement&) = delete;
  SqlStatement& operator=(const SqlStatement&) = delete;

  // Parameters from the left.
  SqlStatement& bind(std::string_view text);
  SqlStatement& bind(int64_t number);
  SqlStatement& bind(Instant at);
  SqlStatement& bind(const std::optional<Instant>& at);
  SqlStatement& bind_blob(const std::optional<std::string>& bytes);

  // True while there is a row. After false, ok() tells an end from an error.
  bool next();
  bool ok() const;
  Result<void> run();   // a statement without rows
  Result<void> ended(); // after next() was false

  // Columns from 0, of the row next() found.
  std::string text(int column) const;
  int64_t number(int column) const;
  Instant instant(int column) const;
  std::optional<Instant> maybe_instant(int column) const;
  std::optional<std::string> blob(int column) const;

private:
  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
  int state_;
};

} // namespace heiban
