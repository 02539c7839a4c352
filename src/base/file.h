// Whole files: read under a cap, and written so that after a power cut the old or the new bytes
// stand there, never a mixture (tmp, fsync, rename, fsync of the directory).
// Everything that keeps state calls it; SQLite's own file and the ledger's appends do not.
// It does not lock: LockFile in base/lock_file.h keeps two processes apart.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace heiban {

// NotFound when there is no such file; Refused when it is larger than `cap` bytes.
Result<std::string> read_file(const std::string& path, size_t cap);

// TryLater when the disk refuses (full, read-only, I/O error): the old file is untouched then.
Result<void> write_file_atomic(const std::string& path, std::string_view bytes, int mode = 0644);

Result<void> make_folders(const std::string& path, int mode = 0755); // like mkdir -p
Result<void> remove_file(const std::string& path);                   // like rm -f

} // namespace heiban
