// ZipContainer: the parts of a ZIP file in memory, unpacked under one cap for all that is read.
// feed/xlsx_* reads a workbook's parts through it.
// It writes nothing to disk and follows no path: a part is a name and its bytes.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace heiban {

class ZipContainer {
public:
  // `bytes` must outlive the container. Malformed when it is no ZIP; Refused (Chinese) when it has
  // more than 4,096 parts, more than `cap` bytes unpacked, or is packed suspiciously tight.
  static Result<ZipContainer> open(std::string_view bytes, size_t cap);

  bool has(const std::string& name) const;
  // NotFound when there is no such part; Refused over the cap or when encrypted.
  Result<std::string> read(const std::string& name) const;

private:
  struct Close {
    void operator()(void* archive) const;
  };
  ZipContainer(void* archive, size_t cap) : archive_(archive), cap_(cap) {}
  int64_t locate(const std::string& name) const; // -1: not there

  std::unique_ptr<void, Close> archive_;
  size_t cap_;
  mutable size_t unpacked_ = 0; // by all reads so far
};

} // namespace heiban
