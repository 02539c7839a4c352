// Any bytes under any declared charset: UTF-8 comes out, the same twice. The first byte says how
// many of the next are the Content-Type.
#include "feed/charset.h"
#include "wanted.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace heiban;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::string_view type;
  if (!bytes.empty()) {
    const size_t length = std::min<size_t>(static_cast<uint8_t>(bytes.front()) % 64, size - 1);
    type = bytes.substr(1, length);
    bytes.remove_prefix(1 + length);
  }
  const Decoded decoded = decode_document(bytes, type);
  const Decoded again = decode_document(bytes, type);
  wanted(is_valid_utf8(decoded.text()), "UTF-8");
  wanted(decoded.text() == again.text() && decoded.charset == again.charset, "the same twice");
  for (const std::string& warning : decoded.warnings)
    wanted(is_valid_utf8(warning), "a warning is UTF-8");
  return 0;
}
