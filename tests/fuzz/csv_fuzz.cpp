// Any bytes as a table file of texts: a grid of equal rows in UTF-8, or a reason; the same twice.
#include "wanted_grid.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  heiban::wanted_of_grid(heiban::read_csv(bytes), heiban::read_csv(bytes));
  heiban::wanted_of_grid(heiban::read_workbook(bytes), heiban::read_workbook(bytes));
  return 0;
}
