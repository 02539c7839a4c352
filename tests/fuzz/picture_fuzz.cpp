// Any bytes as a stranger's picture: a clean PNG within the limits that our own reader opens, or a
// reason.
#include "picture/clean.h"
#include "picture/png.h"
#include "wanted.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace heiban;
  PictureLimits limits;
  limits.pixels = 1'000'000; // so that the fuzzer looks at many small ones
  limits.longest_side = 200;
  const Result<CleanPicture> clean =
      clean_picture({reinterpret_cast<const char*>(data), size}, limits);
  if (!clean) {
    wanted(!clean.error().message.empty(), "a refusal has a reason");
    return 0;
  }
  wanted(clean->width > 0 && clean->width <= limits.longest_side, "width");
  wanted(clean->height > 0 && clean->height <= limits.longest_side, "height");
  wanted(decode_png(clean->png).has_value(), "our own PNG can be read");
  return 0;
}
