// Any bytes as RSS, RDF or Atom: entries with clean texts, or a reason; the same twice.
#include "wanted.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  heiban::wanted_of_feed({reinterpret_cast<const char*>(data), size});
  return 0;
}
