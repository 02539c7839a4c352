#include "feed/address.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>

namespace heiban {
namespace {

struct Range4 {
  uint32_t network;
  int bits;
};
constexpr Range4 kPrivate4[] = {
    {0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8},
    {0xA9FE0000, 16}, {0xAC100000, 12}, {0xC0000000, 24}, {0xC0A80000, 16},
    {0xC6120000, 15}, {0xE0000000, 4},  {0xF0000000, 4},
};

bool is_private4(uint32_t host) {
  for (const Range4& range : kPrivate4)
    if ((host ^ range.network) >> (32 - range.bits) == 0)
      return true;
  return false;
}

uint32_t four_bytes(const uint8_t* at) {
  return uint32_t{at[0]} << 24 | uint32_t{at[1]} << 16 | uint32_t{at[2]} << 8 | at[3];
}

bool is_private6(const uint8_t* a) {
  static constexpr std::array<uint8_t, 12> kZeros{};
  static constexpr std::array<uint8_t, 12> kNat64 = {0, 0x64, 0xFF, 0x9B};
  constexpr uint8_t kMapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  if (std::memcmp(a, kMapped, 12) == 0 || std::memcmp(a, kNat64.data(), 12) == 0 ||
      std::memcmp(a, kZeros.data(), 12) == 0)
    return is_private4(four_bytes(a + 12)); // :: and ::1 read as 0.0.0.0 and 0.0.0.1
  if (a[0] == 0x20 && a[1] == 0x02)
    return is_private4(four_bytes(a + 2));
  const bool link_local = a[0] == 0xFE && (a[1] & 0xC0) >= 0x80;
  return (a[0] & 0xFE) == 0xFC || link_local || a[0] == 0xFF;
}

} // namespace

bool is_private_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, &address, sizeof in);
    return is_private4(ntohl(in.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6)
    return true;
  sockaddr_in6 in6;
  std::memcpy(&in6, &address, sizeof in6);
  return is_private6(in6.sin6_addr.s6_addr);
}

} // namespace heiban
