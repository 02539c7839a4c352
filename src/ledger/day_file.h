// DayFile: one day's file of the ledger, open for appending whole lines.
// The writer owns one at a time; readers use read.h.
// It chains nothing and counts nothing: it appends a line completely or not at all.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace heiban {

class DayFile {
public:
  DayFile() = default;
  // Creates it where there is none. TryLater when the disk refuses.
  static Result<DayFile> open(const std::string& path);
  DayFile(DayFile&& other) noexcept;
  DayFile& operator=(DayFile&& other) noexcept;
  ~DayFile();

  bool is_open() const { return fd_ >= 0; }
  int64_t size() const { return size_; }

  // Appends `line` and a line break. TryLater when the disk refuses: the file is as it was.
  Result<void> append(std::string_view line);
  // Forces to the disk what was appended.
  Result<void> sync();

private:
  int fd_ = -1;
  int64_t size_ = 0;
};

} // namespace heiban
