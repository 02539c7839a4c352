// Which network addresses are the bureau's own, so that a public feed cannot send heiban there.
// The curl fetcher asks before every connection.
// It resolves no names.
#pragma once

struct sockaddr;

namespace heiban {

// Loopback, private, link-local, shared, multicast, reserved (RFC 6890), and the IPv6 forms that
// carry such an IPv4 address (mapped, 6to4, NAT64). Any family but IPv4 and IPv6 counts as private.
bool is_private_address(const sockaddr& address);

} // namespace heiban
