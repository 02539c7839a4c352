// What a good server does, played by a real nginx.
#include "feed/fetcher.h"
#include "nginx_helper.h"

#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <fstream>

namespace heiban {
namespace {

constexpr const char* kLocations = R"nginx(
  etag on;
  location / { gzip on; gzip_types text/xml; gzip_min_length 1; }
  location = /agent { return 200 "$http_user_agent|$http_accept_encoding|$http_if_none_match|$http_if_modified_since"; }
  location = /protocol { return 200 "$server_protocol"; }
  location = /404 { return 404; }
  location = /410 { return 410 gone; }
  location = /503 { add_header Retry-After 120 always; return 503; }
  location = /503far { add_header Retry-After 999999999 always; return 503; }
  location = /503odd { add_header Retry-After soon always; return 503; }
  location = /429 { add_header Retry-After "Wed, 21 Oct 2099 07:28:00 GMT" always; return 429; }
  location = /fresh { add_header Cache-Control "public, max-age=1800"; return 200 x; }
  location = /stale { add_header Cache-Control no-cache; return 200 x; }
  location = /expires { expires 1h; return 200 x; }
  location = /to1 { return 301 /feed.xml; }
  location = /to1perm { return 308 /to1; }
  location = /to1temp { return 302 /to1; }
  location = /three { return 301 /to1perm; }
  location = /four { return 301 /three; }
  location = /loop { return 302 /loop; }
  location = /file { return 302 file:///etc/passwd; }
  location = /ftp { return 302 ftp://127.0.0.1/x; }
  location = /script { return 302 "javascript:alert(1)"; }
  location = /plainhttp { return 301 http://127.0.0.1:PORT/feed.xml; }
  location = /tls { return 301 https://127.0.0.1:TLSPORT/feed.xml; }
  location = /nowhere { return 302 ""; }
)nginx";
constexpr const char* kFeed = "<rss><channel><title>县教育局</title></channel></rss>";

class FetchFromNginx : public testing::Test {
protected:
  static void SetUpTestSuite() {
    nginx = new Nginx(kLocations);
    nginx->write("feed.xml", kFeed);
  }
  static void TearDownTestSuite() { delete nginx; }

  Result<FetchResponse> get(const std::string& url, const std::string& ca_file = "") {
    FetchRequest request;
    request.url = url;
    request.ca_file = ca_file;
    return fetcher->fetch(request);
  }
  FetchResponse answer(const std::string& path) {
    const Result<FetchResponse> got = get(nginx->http(path));
    EXPECT_TRUE(got) << path << ": " << got.error().message;
    return got ? *got : FetchResponse();
  }

  static Nginx* nginx;
  std::unique_ptr<Fetcher> fetcher = make_curl_fetcher();
};
Nginx* FetchFromNginx::nginx = nullptr;

TEST_F(FetchFromNginx, BodyTypeAndValidators) {
  const FetchResponse got = answer("/feed.xml");
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.body, kFeed); // sent gzipped
  EXPECT_EQ(got.content_type, "text/xml");
  EXPECT_EQ(got.final_url, nginx->http("/feed.xml"));
  EXPECT_FALSE(got.etag.empty());
  EXPECT_FALSE(got.last_modified.empty());
  EXPECT_TRUE(got.private_address);
  EXPECT_FALSE(got.moved_permanently);
  EXPECT_EQ(got.date_seconds, 0) << "a Date over plain HTTP proves nothing";
  EXPECT_EQ(got.retry_after_seconds, -1);
  EXPECT_EQ(got.max_age_seconds, -1);
}

TEST_F(FetchFromNginx, NotModified) {
  const FetchResponse first = answer("/feed.xml");
  FetchRequest request;
  request.url = nginx->http("/feed.xml");
  request.etag = first.etag;
  request.last_modified = first.last_modified;
  const Result<FetchResponse> again = fetcher->fetch(request);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->status, 304);
  EXPECT_TRUE(again->body.empty());
  nginx->write("changing.xml", "old");
  request.url = nginx->http("/changing.xml");
  request.etag = "\"another\"";
  request.last_modified = "";
  const Result<FetchResponse> changed = fetcher->fetch(request);
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->status, 200);
}

TEST_F(FetchFromNginx, SaysWhoItIsAndEchoesValidators) {
  FetchRequest request;
  request.url = nginx->http("/agent");
  request.etag = "W/\"a, b\\\"\"";
  request.last_modified = "yesterday, perhaps";
  const Result<FetchResponse> got = fetcher->fetch(request);
  ASSERT_TRUE(got);
  EXPECT_TRUE(got->body.starts_with("heiban/")) << got->body;
  EXPECT_NE(got->body.find(" (+notice board)|gzip, br|W/\"a, b\\\"\"|yesterday, perhaps"),
            std::string::npos)
      << got->body;
}

TEST_F(FetchFromNginx, StatusesAreAnswers) {
  EXPECT_EQ(answer("/404").status, 404);
  EXPECT_EQ(answer("/410").status, 410);
  EXPECT_EQ(answer("/503").status, 503);
  EXPECT_EQ(answer("/503").retry_after_seconds, 120);
  EXPECT_EQ(answer("/503far").retry_after_seconds, 86400);
  EXPECT_EQ(answer("/503odd").retry_after_seconds, -1);
  EXPECT_EQ(answer("/429").retry_after_seconds, 86400);
}

TEST_F(FetchFromNginx, Freshness) {
  EXPECT_EQ(answer("/fresh").max_age_seconds, 1800);
  EXPECT_EQ(answer("/stale").max_age_seconds, 0);
  EXPECT_EQ(answer("/expires").max_age_seconds, 3600);
}

TEST_F(FetchFromNginx, Redirects) {
  struct Case {
    const char* path;
    bool permanent;
  };
  for (const Case& c :
       {Case{"/to1", true}, {"/to1perm", true}, {"/to1temp", false}, {"/three", true}}) {
    const FetchResponse got = answer(c.path);
    EXPECT_EQ(got.body, kFeed) << c.path;
    EXPECT_EQ(got.final_url, nginx->http("/feed.xml")) << c.path;
    EXPECT_EQ(got.moved_permanently, c.permanent) << c.path;
  }
  for (const char* path : {"/four", "/loop", "/file", "/ftp", "/script"}) {
    const Result<FetchResponse> got = get(nginx->http(path));
    ASSERT_FALSE(got) << path;
    EXPECT_EQ(got.error().kind, ErrorKind::Refused) << path;
  }
  EXPECT_EQ(answer("/nowhere").status, 302);
}

TEST_F(FetchFromNginx, RedirectsBetweenHttpAndHttps) {
  const Result<FetchResponse> up = get(nginx->http("/tls"), nginx->ca_file());
  ASSERT_TRUE(up) << up.error().message;
  EXPECT_EQ(up->body, kFeed);
  const Result<FetchResponse> down = get(nginx->https("/plainhttp"), nginx->ca_file());
  ASSERT_FALSE(down);
  EXPECT_EQ(down.error().kind, ErrorKind::Refused);
}

TEST_F(FetchFromNginx, TlsWithItsOwnCa) {
  const Result<FetchResponse> got = get(nginx->https("/protocol"), nginx->ca_file());
  ASSERT_TRUE(got) << got.error().message;
  EXPECT_EQ(got->body, "HTTP/2.0");
  EXPECT_NEAR(static_cast<double>(got->date_seconds), static_cast<double>(std::time(nullptr)), 60);
  EXPECT_GE(got->certificate_days_left, 29);
  EXPECT_LE(got->certificate_days_left, 30);
  const Result<FetchResponse> again = get(nginx->https("/protocol"), nginx->ca_file());
  ASSERT_TRUE(again); // over the kept connection, which shows no certificate
  EXPECT_EQ(again->certificate_days_left, got->certificate_days_left);
}

TEST_F(FetchFromNginx, TlsNotTrusted) {
  const Result<FetchResponse> unknown = get(nginx->https("/feed.xml"));
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().kind, ErrorKind::Refused);
  EXPECT_NE(unknown.error().message.find("自签名"), std::string::npos) << unknown.error().message;
  const Result<FetchResponse> no_file = get(nginx->https("/feed.xml"), "/nonexistent/ca.pem");
  ASSERT_FALSE(no_file);
  EXPECT_EQ(no_file.error().kind, ErrorKind::Refused);
}

TEST_F(FetchFromNginx, PinnedKey) {
  FetchRequest request;
  request.url = nginx->https("/feed.xml");
  request.ca_file = nginx->ca_file();
  request.pin = nginx->pin();
  const Result<FetchResponse> right = fetcher->fetch(request);
  EXPECT_TRUE(right) << right.error().message;
  request.pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  const Result<FetchResponse> wrong = make_curl_fetcher()->fetch(request);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().kind, ErrorKind::Refused);
}

TEST_F(FetchFromNginx, LinksFromOutsideMayNotLeadInside) {
  FetchRequest request;
  request.url = nginx->http("/feed.xml");
  ASSERT_TRUE(fetcher->fetch(request)); // leaves a connection that must not be reused
  request.allow_private = false;
  const Result<FetchResponse> got = fetcher->fetch(request);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().kind, ErrorKind::Refused);
  EXPECT_NE(got.error().message.find("内部网络"), std::string::npos);
}

TEST_F(FetchFromNginx, SizeCapCountsDecodedBytes) {
  nginx->write("large.xml", std::string(200'000, ' '));
  FetchRequest request;
  request.url = nginx->http("/large.xml");
  request.max_bytes = 200'000;
  EXPECT_TRUE(fetcher->fetch(request));
  request.max_bytes = 199'999;
  const Result<FetchResponse> got = fetcher->fetch(request);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().kind, ErrorKind::Refused);
}

TEST(FetchTls, Expired) {
  const Nginx old(kLocations, "", "faketime '2020-01-01 00:00:00' openssl req -x509");
  FetchRequest request;
  request.url = old.https("/feed.xml");
  request.ca_file = old.ca_file();
  const Result<FetchResponse> got = make_curl_fetcher()->fetch(request);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().kind, ErrorKind::Refused);
  EXPECT_NE(got.error().message.find("过期"), std::string::npos) << got.error().message;
}

TEST(FetchTls, OldProtocols) {
  const Nginx old(kLocations, "ssl_protocols TLSv1 TLSv1.1; ssl_ciphers DEFAULT@SECLEVEL=0;");
  FetchRequest request;
  request.url = old.https("/feed.xml");
  request.ca_file = old.ca_file();
  const Result<FetchResponse> got = make_curl_fetcher()->fetch(request);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().kind, ErrorKind::Refused) << got.error().message;
}

TEST(FetchFile, OnlyWhereAllowed) {
  const std::string path = std::filesystem::temp_directory_path() / "heiban fetch file.xml";
  std::ofstream(path) << kFeed;
  FetchRequest request;
  request.url = "file://" + path.substr(0, path.rfind('/')) + "/heiban%20fetch%20file.xml";
  const std::unique_ptr<Fetcher> fetcher = make_curl_fetcher();
  const Result<FetchResponse> refused = fetcher->fetch(request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Refused);
  request.allow_file = true;
  const Result<FetchResponse> got = fetcher->fetch(request);
  ASSERT_TRUE(got) << got.error().message;
  EXPECT_EQ(got->body, kFeed);
  request.etag = got->etag;
  EXPECT_EQ(fetcher->fetch(request)->status, 304);
  std::ofstream(path) << kFeed << "<!-- more -->";
  EXPECT_EQ(fetcher->fetch(request)->status, 200);
  request.max_bytes = 10;
  EXPECT_EQ(fetcher->fetch(request).error().kind, ErrorKind::Refused);
  std::filesystem::remove(path);
  EXPECT_EQ(fetcher->fetch(request).error().kind, ErrorKind::TryLater);
}

} // namespace
} // namespace heiban
