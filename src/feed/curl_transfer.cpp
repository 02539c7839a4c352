#include "feed/curl_transfer.h"

#include "feed/address.h"
#include "feed/inflate.h"
#include "feed/url.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <curl/curl.h>
#include <fmt/format.h>
#include <map>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace heiban {
namespace {

constexpr const char* kUserAgent = "heiban/" HEIBAN_VERSION " (+notice board)";
constexpr const char* kAcceptFeeds =
    "Accept: application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

enum class Stop { None, TooLarge, HeadersTooLarge, ForbiddenAddress, BadEncoding };

// What the callbacks of one transfer share.
struct Receiver {
  const FetchLimits& limits;
  size_t max_bytes;
  bool allow_private;
  HopAnswer answer;
  size_t header_bytes = 0;
  std::unique_ptr<Inflater> inflater;
  Stop stop = Stop::None;

  bool is_redirect() const { return answer.status >= 300 && answer.status < 400; }
};

size_t on_header(char* data, size_t, size_t count, void* user) {
  auto& receiver = *static_cast<Receiver*>(user);
  receiver.header_bytes += count;
  if (receiver.header_bytes > receiver.limits.header_bytes) {
    receiver.stop = Stop::HeadersTooLarge;
    return 0;
  }
  receiver.answer.headers.read_line({data, count});
  return count;
}

size_t on_body(char* data, size_t, size_t count, void* user) {
  auto& receiver = *static_cast<Receiver*>(user);
  if (receiver.inflater == nullptr) {
    receiver.inflater = make_inflater(receiver.answer.headers.content_encoding);
    if (!receiver.inflater) {
      receiver.stop = Stop::BadEncoding;
      return 0;
    }
  }
  switch (receiver.inflater->add({data, count}, receiver.answer.body, receiver.max_bytes)) {
  case Inflater::Verdict::Fine:
    return count;
  case Inflater::Verdict::TooLarge:
    receiver.stop = Stop::TooLarge;
    break;
  case Inflater::Verdict::Broken:
    receiver.stop = Stop::BadEncoding;
    break;
  }
  return 0;
}

curl_socket_t on_open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& receiver = *static_cast<Receiver*>(user);
  if (!receiver.allow_private && is_private_address(address->addr)) {
    receiver.stop = Stop::ForbiddenAddress;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool is_private_text(const char* ip) {
  sockaddr_in in{};
  sockaddr_in6 in6{};
  in.sin_family = AF_INET;
  in6.sin6_family = AF_INET6;
  if (inet_pton(AF_INET, ip, &in.sin_addr) == 1)
    return is_private_address(reinterpret_cast<const sockaddr&>(in));
  return inet_pton(AF_INET6, ip, &in6.sin6_addr) != 1 ||
         is_private_address(reinterpret_cast<const sockaddr&>(in6));
}

std::string verify_reason(long result) { // X509_V_ERR_* of OpenSSL
  switch (result) {
  case 9:
    return "证书尚未生效";
  case 10:
    return "证书已过期";
  case 18:
  case 19:
    return "证书是自签名的，未受信任";
  case 20:
  case 21:
    return "证书的签发机构未受信任";
  case 0: // nothing is wrong with the chain: curl compares the names by itself, before it
  case 1: // asks for the chain's result
  case 62:
    return "证书与域名不符";
  default:
    return "证书未通过验证";
  }
}

bool is_no_route(long os_error) {
  return os_error == ENETUNREACH || os_error == ENETDOWN || os_error == EHOSTUNREACH;
}

} // namespace

struct CurlTransfer::Handle {
  CURL* curl = curl_easy_init();
  char error[CURL_ERROR_SIZE] = {};
  std::map<std::string, int64_t> certificate_ends; // by host: a kept connection tells no more

  ~Handle() { curl_easy_cleanup(curl); }

  template <class T>
  void set(CURLoption option, T value) {
    curl_easy_setopt(curl, option, value);
  }
  template <class T>
  T info(CURLINFO which) const {
    T value{};
    curl_easy_getinfo(curl, which, &value);
    return value;
  }

  void set_fixed_options(const FetchLimits& limits);
  void set_hop(const Hop& hop, const FetchRequest& request, Receiver& receiver);
  curl_slist* headers(const FetchRequest& request) const;
  int64_t certificate_end(const std::string& host);
  Error error_of(CURLcode code, const Receiver& receiver, const std::string& host) const;
};

void CurlTransfer::Handle::set_fixed_options(const FetchLimits& limits) {
  curl_easy_reset(curl); // keeps the connections
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
  set(CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_2TLS});
  set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
  set(CURLOPT_USERAGENT, kUserAgent);
  set(CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_CERTINFO, 1L);
  set(CURLOPT_MAXCONNECTS, 4L);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect_ms));
  set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(limits.low_speed_bytes));
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.low_speed_seconds));
  set(CURLOPT_ERRORBUFFER, error);
  set(CURLOPT_HEADERFUNCTION, on_header);
  set(CURLOPT_WRITEFUNCTION, on_body);
  set(CURLOPT_OPENSOCKETFUNCTION, on_open_socket);
}

void CurlTransfer::Handle::set_hop(const Hop& hop, const FetchRequest& request,
                                   Receiver& receiver) {
  error[0] = '\0';
  set(CURLOPT_URL, hop.url.c_str());
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(hop.timeout_ms));
  // A connection opened for somebody who may go anywhere must not serve one who may not.
  set(CURLOPT_FRESH_CONNECT, hop.allow_private ? 0L : 1L);
  if (!request.ca_file.empty())
    set(CURLOPT_CAINFO, request.ca_file.c_str());
  if (!request.pin.empty())
    set(CURLOPT_PINNEDPUBLICKEY, request.pin.c_str());
  set(CURLOPT_HEADERDATA, &receiver);
  set(CURLOPT_WRITEDATA, &receiver);
  set(CURLOPT_OPENSOCKETDATA, &receiver);
}

curl_slist* CurlTransfer::Handle::headers(const FetchRequest& request) const {
  curl_slist* list = curl_slist_append(nullptr, "Accept-Encoding: gzip, br");
  const std::string accept = request.accept.empty() ? kAcceptFeeds : "Accept: " + request.accept;
  list = curl_slist_append(list, accept.c_str());
  if (!request.etag.empty())
    list = curl_slist_append(list, ("If-None-Match: " + request.etag).c_str());
  if (!request.last_modified.empty())
    list = curl_slist_append(list, ("If-Modified-Since: " + request.last_modified).c_str());
  return list;
}

int64_t CurlTransfer::Handle::certificate_end(const std::string& host) {
  constexpr std::string_view kKey = "Expire date:";
  const auto* chain = info<curl_certinfo*>(CURLINFO_CERTINFO);
  if (chain && chain->num_of_certs > 0) {
    for (const curl_slist* line = chain->certinfo[0]; line; line = line->next)
      if (std::string_view(line->data).starts_with(kKey))
        certificate_ends[host] = curl_getdate(line->data + kKey.size(), nullptr);
  }
  const auto known = certificate_ends.find(host);
  return known == certificate_ends.end() ? 0 : known->second;
}

Error CurlTransfer::Handle::error_of(CURLcode code, const Receiver& receiver,
                                     const std::string& host) const {
  switch (receiver.stop) {
  case Stop::TooLarge:
    return {ErrorKind::Refused,
            fmt::format("{} 的内容解压后超过 {} MiB，已停止读取", host, receiver.max_bytes >> 20)};
  case Stop::HeadersTooLarge:
    return {ErrorKind::Refused, host + " 的响应头过大"};
  case Stop::ForbiddenAddress:
    return {ErrorKind::Refused, host + " 指向内部网络的地址，外来链接不许访问"};
  case Stop::BadEncoding:
    return {ErrorKind::TryLater, host + " 的内容压缩有误"};
  case Stop::None:
    break;
  }
  switch (code) {
  case CURLE_OPERATION_TIMEDOUT:
    return {ErrorKind::TryLater, host + " 响应超时"};
  case CURLE_COULDNT_CONNECT:
    return {ErrorKind::TryLater, "连不上 " + host};
  case CURLE_PARTIAL_FILE:
  case CURLE_GOT_NOTHING:
  case CURLE_RECV_ERROR:
    return {ErrorKind::TryLater, host + " 的连接中途断开"};
  case CURLE_PEER_FAILED_VERIFICATION:
    return {ErrorKind::Refused, host + "：" + verify_reason(info<long>(CURLINFO_SSL_VERIFYRESULT))};
  case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    return {ErrorKind::Refused, host + "：服务器的公钥与配置的 pin 不符"};
  case CURLE_SSL_CACERT_BADFILE:
    return {ErrorKind::Refused, "ca_file 读不了，或不是 PEM 证书"};
  case CURLE_UNSUPPORTED_PROTOCOL:
    return {ErrorKind::TryLater, host + " 没有按 HTTP 应答"};
  case CURLE_URL_MALFORMAT:
    return {ErrorKind::Refused, "地址写错了"};
  case CURLE_SSL_CONNECT_ERROR: {
    const bool old_version = std::strstr(error, "protocol") || std::strstr(error, "version");
    return {old_version ? ErrorKind::Refused : ErrorKind::TryLater,
            host + (old_version ? " 的 TLS 版本过低（至少 1.2）" : " 的 TLS 握手失败")};
  }
  default:
    return {ErrorKind::TryLater, fmt::format("{}：{}", host, curl_easy_strerror(code))};
  }
}

CurlTransfer::CurlTransfer(const FetchLimits& limits)
    : handle_(std::make_unique<Handle>()), limits_(limits) {}

CurlTransfer::~CurlTransfer() = default;

Result<HopAnswer> CurlTransfer::run(const Hop& hop, const FetchRequest& request) {
  Handle& handle = *handle_;
  if (!handle.curl)
    return {ErrorKind::Broken, "curl cannot start"};
  const std::string host = url_host(hop.url);
  Receiver receiver{limits_, request.max_bytes, hop.allow_private, {}, 0, nullptr, Stop::None};
  handle.set_fixed_options(limits_);
  handle.set_hop(hop, request, receiver);
  const std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers(handle.headers(request),
                                                                   curl_slist_free_all);
  handle.set(CURLOPT_HTTPHEADER, headers.get());
  const CURLcode code = curl_easy_perform(handle.curl);
  if (code == CURLE_COULDNT_RESOLVE_HOST ||
      (code == CURLE_COULDNT_CONNECT && receiver.stop == Stop::None &&
       is_no_route(handle.info<long>(CURLINFO_OS_ERRNO))))
    return HopAnswer{};
  if (code != CURLE_OK)
    return handle.error_of(code, receiver, host);
  if (receiver.inflater && !receiver.inflater->ended())
    return {ErrorKind::TryLater, host + " 的压缩内容不完整"};
  HopAnswer answer = std::move(receiver.answer);
  answer.status = static_cast<int>(handle.info<long>(CURLINFO_RESPONSE_CODE));
  answer.private_address = is_private_text(handle.info<char*>(CURLINFO_PRIMARY_IP));
  answer.verified_tls = url_scheme(hop.url) == "https";
  if (answer.verified_tls)
    answer.certificate_ends = handle.certificate_end(host);
  return answer;
}

} // namespace heiban
