#include "feed/http_headers.h"
#include "feed/person.h"
#include "feed/url.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

TEST(Url, Resolve) {
  struct Row {
    const char *base, *reference, *expected;
  };
  constexpr const char* kBase = "http://a/b/c/d;p?q"; // RFC 3986 §5.4
  const Row kRows[] = {
      {kBase, "g:h", "g:h"},
      {kBase, "g", "http://a/b/c/g"},
      {kBase, "./g", "http://a/b/c/g"},
      {kBase, "g/", "http://a/b/c/g/"},
      {kBase, "/g", "http://a/g"},
      {kBase, "//g", "http://g"},
      {kBase, "?y", "http://a/b/c/d;p?y"},
      {kBase, "g?y", "http://a/b/c/g?y"},
      {kBase, "#s", "http://a/b/c/d;p?q#s"},
      {kBase, "g#s", "http://a/b/c/g#s"},
      {kBase, "g?y#s", "http://a/b/c/g?y#s"},
      {kBase, ";x", "http://a/b/c/;x"},
      {kBase, "", "http://a/b/c/d;p?q"},
      {kBase, ".", "http://a/b/c/"},
      {kBase, "./", "http://a/b/c/"},
      {kBase, "..", "http://a/b/"},
      {kBase, "../", "http://a/b/"},
      {kBase, "../g", "http://a/b/g"},
      {kBase, "../..", "http://a/"},
      {kBase, "../../g", "http://a/g"},
      {kBase, "../../../g", "http://a/g"},
      {kBase, "/./g", "http://a/g"},
      {kBase, "/../g", "http://a/g"},
      {kBase, "g.", "http://a/b/c/g."},
      {kBase, "..g", "http://a/b/c/..g"},
      {kBase, "./../g", "http://a/b/g"},
      {kBase, "./g/.", "http://a/b/c/g/"},
      {kBase, "g/./h", "http://a/b/c/g/h"},
      {kBase, "g/../h", "http://a/b/c/h"},
      {kBase, "g?y/../x", "http://a/b/c/g?y/../x"},
      {kBase, "mailto:a@b", "mailto:a@b"},
      {"http://e.cn", "a.html", "http://e.cn/a.html"},
      {"http://e.cn/通知/", "公告 1.html", "http://e.cn/通知/公告 1.html"},
      {"http://e.cn/", " \n a\tb.html ", "http://e.cn/ab.html"},
      {"", "a.html", "a.html"},
      {"relative/", "a.html", "a.html"},
      {"mailto:x", "a.html", "a.html"},
      {"http://e.cn/a", "t20261124_12:30.html", "http://e.cn/t20261124_12:30.html"},
      {"file:///srv/feeds/x.xml", "../a.png", "file:///srv/a.png"},
  };
  for (const Row& row : kRows)
    EXPECT_EQ(resolve_url(row.base, row.reference), row.expected) << row.reference;
}

TEST(Url, Parts) {
  struct Row {
    const char *url, *scheme, *host;
    bool http;
  };
  const Row kRows[] = {
      {"HTTP://User:Pw@E.CN:80/x", "http", "e.cn", true},
      {"https://[::1]:8/x", "https", "::1", true},
      {"http://e.cn", "http", "e.cn", true},
      {"http://e.cn?x@y", "http", "e.cn", true},
      {"file:///x", "file", "", false},
      {"/x", "", "", false},
      {"http:///x", "http", "", false},
      {"javascript:alert(1)", "javascript", "", false},
      {"", "", "", false},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(url_scheme(row.url), row.scheme) << row.url;
    EXPECT_EQ(url_host(row.url), row.host) << row.url;
    EXPECT_EQ(is_http_url(row.url), row.http) << row.url;
  }
}

TEST(HttpHeaders, Times) {
  struct Row {
    const char* what;
    std::vector<const char*> lines;
    int64_t retry_after, max_age;
  };
  constexpr const char* kDate = "Date: Tue, 24 Nov 2026 04:00:00 GMT";
  const Row kRows[] = {
      {"nothing", {kDate}, -1, -1},
      {"seconds", {"Retry-After: 120"}, 120, -1},
      {"a date", {kDate, "Retry-After: Tue, 24 Nov 2026 04:10:00 GMT"}, 600, -1},
      {"a date gone by", {kDate, "Retry-After: Tue, 24 Nov 2026 03:10:00 GMT"}, 0, -1},
      {"a date without Date", {"Retry-After: Tue, 24 Nov 2026 04:10:00 GMT"}, -1, -1},
      {"negative", {"Retry-After: -5"}, -1, -1},
      {"huge", {"Retry-After: 99999999999999999999"}, 86400, -1},
      {"max-age", {"cache-control: public, Max-Age=60"}, -1, 60},
      {"max-age less Age", {"Cache-Control: max-age=60", "Age: 20"}, -1, 40},
      {"Age beyond", {"Cache-Control: max-age=60", "Age: 200"}, -1, 0},
      {"max-age quoted", {"Cache-Control: max-age=\"60\""}, -1, 60},
      {"s-maxage is not ours", {"Cache-Control: s-maxage=60"}, -1, -1},
      {"no-cache", {"Cache-Control: max-age=60, no-cache"}, -1, 0},
      {"Expires", {kDate, "Expires: Tue, 24 Nov 2026 04:30:00 GMT"}, -1, 1800},
      {"Expires by max-age",
       {kDate, "Expires: Tue, 24 Nov 2026 04:30:00 GMT", "Cache-Control: max-age=5"},
       -1,
       5},
      {"Expires: 0", {kDate, "Expires: 0"}, -1, 0},
      {"a new status line starts anew", {"Retry-After: 5", "HTTP/1.1 200 OK"}, -1, -1},
  };
  for (const Row& row : kRows) {
    HttpHeaders headers;
    for (const char* line : row.lines)
      headers.read_line(std::string(line) + "\r\n");
    EXPECT_EQ(headers.retry_after_seconds(), row.retry_after) << row.what;
    EXPECT_EQ(headers.max_age_seconds(), row.max_age) << row.what;
  }
}

TEST(Person, Names) {
  struct Row {
    const char *text, *name;
  };
  const Row kRows[] = {
      {"a@e.cn (教研室)", "教研室"},    {"教研室 <a@e.cn>", "教研室"},
      {"教研室 (a@e.cn)", "教研室"},    {"a@e.cn", "a@e.cn"},
      {"mailto:a@e.cn", "a@e.cn"},      {"教研室", "教研室"},
      {" 教研室（a@e.cn） ", "教研室"}, {"教研室, a@e.cn", "教研室"},
      {"a@e.cn - 教研室", "教研室"},    {"\"教研室\" <a@e.cn>", "教研室"},
      {"@handle", "@handle"},           {"", ""},
      {"甲 (乙)", "甲 (乙)"},           {"a.b+c@e.com.cn (甲)", "甲"},
  };
  for (const Row& row : kRows)
    EXPECT_EQ(person_name(row.text), row.name) << row.text;
}

} // namespace
} // namespace heiban
