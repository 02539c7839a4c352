#include "base/hash.h"

#include <sodium.h>

namespace heiban {

namespace {

constexpr size_t kDigest = 32; // bytes, of either
static_assert(crypto_hash_sha256_BYTES == kDigest);

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string hex(const unsigned char (&digest)[kDigest]) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  out.reserve(2 * kDigest);
  for (unsigned char byte : digest) {
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

} // namespace

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[kDigest];
  crypto_hash_sha256(digest, raw(bytes), bytes.size());
  return hex(digest);
}

std::string blake2b_hex(std::string_view bytes) {
  unsigned char digest[kDigest];
  crypto_generichash(digest, kDigest, raw(bytes), bytes.size(), nullptr, 0);
  return hex(digest);
}

} // namespace heiban
