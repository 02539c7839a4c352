// CurlTransfer: one HTTP request → one answer, over a curl handle whose connections are kept.
// Only feed/curl_fetcher.cpp calls it, hop by hop.
// It follows no redirect and decides nothing about addresses but what the hop says.
#pragma once

#include "base/result.h"
#include "feed/fetcher.h"
#include "feed/http_headers.h"

#include <memory>
#include <string>

namespace heiban {

struct Hop {
  std::string url;
  bool allow_private = true;
  int64_t timeout_ms = 0;
};

struct HopAnswer {
  int status = 0; // 0: network dead
  HttpHeaders headers;
  std::string body; // decoded; of redirects nothing
  bool private_address = false;
  bool verified_tls = false;
  int64_t certificate_ends = 0; // Unix; 0: unknown
};

class CurlTransfer {
public:
  explicit CurlTransfer(const FetchLimits& limits);
  ~CurlTransfer();
  CurlTransfer(const CurlTransfer&) = delete;
  CurlTransfer& operator=(const CurlTransfer&) = delete;

  Result<HopAnswer> run(const Hop& hop, const FetchRequest& request);

private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  FetchLimits limits_;
};

} // namespace heiban
