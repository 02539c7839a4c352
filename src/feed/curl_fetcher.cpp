// The real Fetcher: hops under one deadline, each checked before it is made.
#include "feed/curl_transfer.h"
#include "feed/file_fetch.h"
#include "feed/url.h"

#include <chrono>

namespace heiban {
namespace {

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

class CurlFetcher : public Fetcher {
public:
  explicit CurlFetcher(const FetchLimits& limits) : limits_(limits), transfer_(limits) {}

  Result<FetchResponse> fetch(const FetchRequest& request) override {
    const std::string scheme = url_scheme(request.url);
    if (scheme == "file" && request.allow_file)
      return fetch_file(request);
    if (!is_http_url(request.url))
      return {ErrorKind::Refused, "只支持 http 和 https 地址"};
    const Clock::time_point deadline = Clock::now() + std::chrono::milliseconds(limits_.total_ms);
    Hop hop{request.url, request.allow_private, limits_.total_ms};
    bool permanent = true;
    for (int redirects = 0;; ++redirects) {
      Result<HopAnswer> answer = transfer_.run(hop, request);
      if (!answer)
        return answer.error();
      if (!is_redirect(answer->status) || answer->headers.location.empty()) {
        FetchResponse response = response_of(std::move(*answer), hop.url);
        response.moved_permanently = redirects > 0 && permanent;
        return response;
      }
      if (redirects == limits_.redirects)
        return {ErrorKind::Refused, "重定向次数过多"};
      permanent = permanent && (answer->status == 301 || answer->status == 308);
      const Result<void> next = follow(*answer, hop);
      if (!next)
        return next.error();
      hop.timeout_ms = milliseconds_until(deadline);
      if (hop.timeout_ms <= 0)
        return {ErrorKind::TryLater, url_host(hop.url) + " 响应超时"};
    }
  }

private:
  // Running time, not time of day: the deadline of one request.
  using Clock = std::chrono::steady_clock;

  static int64_t milliseconds_until(Clock::time_point deadline) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  }

  static Result<void> follow(const HopAnswer& answer, Hop& hop) {
    std::string next = resolve_url(hop.url, answer.headers.location);
    if (!is_http_url(next))
      return {ErrorKind::Refused, "重定向到了 http 和 https 以外的地址"};
    if (url_scheme(hop.url) == "https" && url_scheme(next) == "http")
      return {ErrorKind::Refused, "从 https 重定向到了不加密的 http 地址"};
    hop.url = next.substr(0, next.find('#'));
    hop.allow_private = hop.allow_private && answer.private_address;
    return {};
  }

  static FetchResponse response_of(HopAnswer answer, const std::string& url) {
    FetchResponse response;
    response.status = answer.status;
    response.network_dead = answer.status == 0;
    response.body = std::move(answer.body);
    response.content_type = std::move(answer.headers.content_type);
    response.etag = std::move(answer.headers.etag);
    response.last_modified = std::move(answer.headers.last_modified);
    response.final_url = url;
    response.retry_after_seconds = answer.headers.retry_after_seconds();
    response.max_age_seconds = answer.headers.max_age_seconds();
    response.private_address = answer.private_address;
    if (!answer.verified_tls)
      return response;
    response.date_seconds = answer.headers.date_seconds();
    if (answer.certificate_ends > 0 && response.date_seconds > 0)
      response.certificate_days_left = (answer.certificate_ends - response.date_seconds) / kDay;
    return response;
  }

  static constexpr int64_t kDay = 86400;
  FetchLimits limits_;
  CurlTransfer transfer_;
};

} // namespace

std::unique_ptr<Fetcher> make_curl_fetcher(const FetchLimits& limits) {
  return std::make_unique<CurlFetcher>(limits);
}

} // namespace heiban
