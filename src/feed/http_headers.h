// The headers of one HTTP answer, kept as far as a polite feed reader needs them.
// The curl fetcher feeds it line by line.
// It follows no redirect and reads no clock: times count from the answer's own Date.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace heiban {

struct HttpHeaders {
  std::string content_type, content_encoding, etag, last_modified, location;
  std::string retry_after, cache_control, expires, date, age;

  // One line with or without its line break; a status line starts anew (100 Continue, HTTP/2).
  void read_line(std::string_view line);

  int64_t date_seconds() const;        // Unix; 0: none
  int64_t retry_after_seconds() const; // RFC 9110 §10.2.3, clamped to 0 … 24 h; -1: none
  int64_t max_age_seconds() const;     // RFC 9111 §4.2.1 less Age, at least 0; -1: none
};

} // namespace heiban
