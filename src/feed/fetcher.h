// Fetcher: the network's edge as one page; the real one is feed/curl_fetcher.cpp, tests have fakes.
// The poller calls it for feeds, items' pages and pictures, from one thread.
// It keeps no state between requests but connections: validators go in and come out.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>

namespace heiban {

struct FetchRequest {
  std::string url;
  std::string etag, last_modified; // echoed byte for byte; empty: unconditional
  std::string ca_file;             // PEM; empty: the system's
  std::string pin;                 // sha256//…; empty: any key a trusted certificate has
  std::string accept;              // the Accept header; empty: feeds first
  size_t max_bytes = 32u << 20;    // decoded
  bool allow_file = false;         // file: only for feeds the config itself names
  // True for addresses the config names. False for links that came from a public host: they may
  // not lead into the bureau's own network.
  bool allow_private = true;
};

struct FetchResponse {
  // HTTP's; 200 or 304 for file:. 0 with network_dead: nobody could be reached at all (no route, no
  // name server), so the feed is not to blame. Everything else is empty then.
  int status = 0;
  bool network_dead = false;
  std::string body, content_type, etag, last_modified, final_url;
  int64_t retry_after_seconds = -1;   // clamped to 0 … 24 h; -1: none
  int64_t max_age_seconds = -1;       // Cache-Control or Expires; -1: none
  int64_t date_seconds = 0;           // the server's Date over verified TLS, else 0
  int64_t certificate_days_left = -1; // counted from that Date; -1: no TLS, or unknown
  bool moved_permanently = false;     // redirected, and every hop was 301 or 308
  bool private_address = false; // the answer came from this machine or the bureau's own network
};

struct FetchLimits {
  int64_t connect_ms = 10'000;
  int64_t total_ms = 60'000;                            // all hops together
  int64_t low_speed_bytes = 64, low_speed_seconds = 20; // slower for that long: cut off
  size_t header_bytes = 64u << 10;
  int redirects = 3;
};

class Fetcher {
public:
  virtual ~Fetcher() = default;
  // TryLater: no answer, or cut short. Refused: forbidden scheme or address, TLS not trusted, too
  // large, too many redirects. Any HTTP status is an answer, not an error. Messages are Chinese
  // and name no password.
  virtual Result<FetchResponse> fetch(const FetchRequest& request) = 0;
};

std::unique_ptr<Fetcher> make_curl_fetcher(const FetchLimits& limits = {});

} // namespace heiban
