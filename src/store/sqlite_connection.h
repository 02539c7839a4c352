// Database: one open SQLite file, closed when it goes, and transactions on it.
// sqlite_archive.cpp owns one. It knows no table; sqlite_schema.h brings the file up to date.
// It retries nothing: the poller decides what to do when the disk refuses.
#pragma once

#include "base/result.h"

#include <functional>
#include <memory>
#include <string>

struct sqlite3;

namespace heiban {

class Database {
public:
  static Result<Database> open(const std::string& path);
  static Result<Database> open_to_read(const std::string& path);
  // A damaged file gets another name; one of an earlier time is replaced.
  static Result<void> move_aside(const std::string& path);

  sqlite3* get() const { return db_.get(); }
  bool is_new() const { return is_new_; }

  // All of it or nothing.
  Result<void> transaction(const std::function<Result<void>()>& work);

private:
  struct Close {
    void operator()(sqlite3* db) const;
  };
  std::unique_ptr<sqlite3, Close> db_;
  bool is_new_ = false;

  Result<void> prepare();
};

} // namespace heiban
