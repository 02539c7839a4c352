#include "feed/http_headers.h"

#include "base/utf8.h"
#include "calendar/read_date.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace heiban {
namespace {

constexpr int64_t kLongestRetryAfter = kDay;

std::optional<int64_t> number(std::string_view text) {
  text = trim(text);
  if (text.size() > 1 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == text.npos;
  if (!digits)
    return std::nullopt;
  int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() ? value : INT64_MAX;
}

std::optional<int64_t> http_date(std::string_view text) {
  const std::optional<Instant> at = read_date(trim(text), 0, {});
  return at ? std::optional(at->seconds) : std::nullopt;
}

} // namespace

void HttpHeaders::read_line(std::string_view line) {
  if (line.starts_with("HTTP/"))
    *this = {};
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos)
    return;
  const std::string name = ascii_lower(trim(line.substr(0, colon)));
  std::string_view value = line.substr(colon + 1);
  while (!value.empty() && (value.back() == '\n' || value.back() == '\r' || value.back() == ' ' ||
                            value.back() == '\t'))
    value.remove_suffix(1);
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t'))
    value.remove_prefix(1);
  struct Row {
    std::string_view name;
    std::string HttpHeaders::*field;
  };
  constexpr Row kRows[] = {
      {"content-type", &HttpHeaders::content_type},
      {"content-encoding", &HttpHeaders::content_encoding},
      {"etag", &HttpHeaders::etag},
      {"last-modified", &HttpHeaders::last_modified},
      {"location", &HttpHeaders::location},
      {"retry-after", &HttpHeaders::retry_after},
      {"cache-control", &HttpHeaders::cache_control},
      {"expires", &HttpHeaders::expires},
      {"date", &HttpHeaders::date},
      {"age", &HttpHeaders::age},
  };
  for (const Row& row : kRows)
    if (row.name == name)
      this->*row.field = value;
}

int64_t HttpHeaders::date_seconds() const {
  return http_date(date).value_or(0);
}

int64_t HttpHeaders::retry_after_seconds() const {
  std::optional<int64_t> seconds = number(retry_after);
  if (!seconds && date_seconds() > 0)
    if (const std::optional<int64_t> until = http_date(retry_after))
      seconds = *until - date_seconds();
  if (!seconds)
    return -1;
  return std::clamp<int64_t>(*seconds, 0, kLongestRetryAfter);
}

int64_t HttpHeaders::max_age_seconds() const {
  const std::string control = ascii_lower(cache_control);
  if (control.find("no-cache") != control.npos || control.find("no-store") != control.npos)
    return 0;
  std::optional<int64_t> fresh;
  for (size_t at = 0; at < control.size();) {
    const size_t end = std::min(control.find(',', at), control.size());
    const std::string_view directive = trim(std::string_view(control).substr(at, end - at));
    if (directive.starts_with("max-age="))
      fresh = number(directive.substr(8));
    at = end + 1;
  }
  if (!fresh && !expires.empty() && date_seconds() > 0)
    fresh = http_date(expires).value_or(date_seconds()) - date_seconds();
  if (!fresh)
    return -1;
  return std::max<int64_t>(0, *fresh - std::min(number(age).value_or(0), *fresh));
}

} // namespace heiban
