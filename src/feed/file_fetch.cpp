#include "feed/file_fetch.h"

#include "base/file.h"

#include <fmt/format.h>
#include <sys/stat.h>

namespace heiban {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
    return (c | 0x20) - 'a' + 10;
  return -1;
}

// file:///a%20b, file://localhost/a and file:/a (RFC 8089).
std::string path_of(const std::string& url) {
  std::string path = url.substr(url.find(':') + 1);
  if (path.starts_with("//"))
    path = path.substr(std::min(path.find('/', 2), path.size()));
  std::string out;
  for (size_t i = 0; i < path.size(); ++i) {
    const bool coded = path[i] == '%' && i + 2 < path.size() && hex_digit(path[i + 1]) >= 0 &&
                       hex_digit(path[i + 2]) >= 0;
    if (!coded) {
      out += path[i];
      continue;
    }
    out += static_cast<char>(hex_digit(path[i + 1]) * 16 + hex_digit(path[i + 2]));
    i += 2;
  }
  return out;
}

} // namespace

Result<FetchResponse> fetch_file(const FetchRequest& request) {
  const std::string path = path_of(request.url);
  struct stat status;
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
    return {ErrorKind::TryLater, fmt::format("没有文件 {}", path)};
  FetchResponse response;
  response.final_url = request.url;
  response.private_address = true;
  response.etag = fmt::format("\"{}-{}.{:09}-{}\"", status.st_ino, status.st_mtim.tv_sec,
                              status.st_mtim.tv_nsec, status.st_size);
  response.status = response.etag == request.etag ? 304 : 200;
  if (response.status == 304)
    return response;
  Result<std::string> body = read_file(path, request.max_bytes);
  if (!body)
    return {body.error().kind == ErrorKind::NotFound ? ErrorKind::TryLater : body.error().kind,
            fmt::format("文件 {} 读不了，或超过 {} MiB", path, request.max_bytes >> 20)};
  response.body = std::move(*body);
  return response;
}

} // namespace heiban
