// The archive's tables and how an older file becomes the present one, in numbered steps.
// Archive::open calls it; nobody else knows the tables.
// It never goes back: a file made by a newer heiban is refused.
#pragma once

#include "base/result.h"

struct sqlite3;

namespace heiban {

inline constexpr int kArchiveSchema = 3;

// Refused: newer than kArchiveSchema. Broken: damaged. TryLater: the disk refuses.
Result<void> bring_up_to_date(sqlite3* db);

// Refused where a reader of this version would not understand the file.
Result<void> is_known_schema(sqlite3* db);

// Pragmas of every connection that writes, and of every one that only reads.
Result<void> prepare_to_write(sqlite3* db);
Result<void> prepare_to_read(sqlite3* db);

// Reads every page once. Broken when something in the file is not as it should be.
Result<void> check_whole(sqlite3* db);

} // namespace heiban
