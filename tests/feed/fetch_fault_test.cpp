// What no good server does: cut, slow, endless, lying.
#include "fault_server_helper.h"
#include "feed/address.h"
#include "feed/fetcher.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <unistd.h>
#include <zlib.h>

namespace heiban {
namespace {

using Connection = FaultServer::Connection;

FetchLimits short_limits() {
  FetchLimits limits;
  limits.connect_ms = 1000;
  limits.total_ms = 3000;
  limits.low_speed_bytes = 100;
  limits.low_speed_seconds = 1;
  return limits;
}

struct Outcome {
  Result<FetchResponse> got;
  double seconds;
};

Outcome fetch(const FaultServer::Answer& answer, size_t max_bytes = 1u << 20) {
  FaultServer server(answer);
  FetchRequest request;
  request.url = server.url();
  request.max_bytes = max_bytes;
  const auto begin = std::chrono::steady_clock::now();
  Result<FetchResponse> got = make_curl_fetcher(short_limits())->fetch(request);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  return {std::move(got), took.count()};
}

std::string head(const std::string& headers) {
  return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n";
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

constexpr std::string_view kBrotliHello("\x0b\x02\x80hello\x03", 9);

struct Case {
  const char* what;
  FaultServer::Answer answer;
  ErrorKind kind;
};

TEST(FetchFaults, EachIsCutOffInTime) {
  const std::string gzip = gzipped(std::string(100'000, 'x') + "end");
  const std::string bomb = gzipped(std::string(64u << 20, '\0'));
  const Case kCases[] = {
      {"never answers", [](Connection&) { sleep(4); }, ErrorKind::TryLater},
      {"trickles",
       [](Connection& c) {
         c.send(head("Content-Length: 100000\r\n"));
         for (int i = 0; i < 50 && c.send("x"); ++i)
           usleep(100'000);
       },
       ErrorKind::TryLater},
      {"trickles its headers",
       [](Connection& c) {
         c.send("HTTP/1.1 200 OK\r\nX: ");
         for (int i = 0; i < 50 && c.send("x"); ++i)
           usleep(100'000);
       },
       ErrorKind::TryLater},
      {"endless, fast",
       [](Connection& c) {
         c.send(head(""));
         const std::string piece(65536, ' ');
         while (c.send(piece)) {
         }
       },
       ErrorKind::Refused},
      {"endless, just fast enough",
       [](Connection& c) {
         c.send(head(""));
         while (c.send(std::string(1000, ' ')))
           usleep(100'000);
       },
       ErrorKind::TryLater},
      {"cut after some bytes",
       [](Connection& c) { c.send(head("Content-Length: 1000\r\n") + "<rss>"); },
       ErrorKind::TryLater},
      {"cut inside a chunk",
       [](Connection& c) { c.send(head("Transfer-Encoding: chunked\r\n") + "10\r\n<rss>"); },
       ErrorKind::TryLater},
      {"cut before the last chunk",
       [](Connection& c) { c.send(head("Transfer-Encoding: chunked\r\n") + "5\r\n<rss>\r\n"); },
       ErrorKind::TryLater},
      {"closed at once", [](Connection&) {}, ErrorKind::TryLater},
      {"reset",
       [](Connection& c) {
         c.send(head("Content-Length: 1000\r\n") + "<rss>");
         c.reset();
       },
       ErrorKind::TryLater},
      {"truncated gzip",
       [&](Connection& c) {
         const std::string part = gzip.substr(0, gzip.size() / 2);
         c.send(head("Content-Encoding: gzip\r\nContent-Length: " + std::to_string(part.size()) +
                     "\r\n") +
                part);
       },
       ErrorKind::TryLater},
      {"gzip without its end",
       [&](Connection& c) {
         c.send(head("Content-Encoding: gzip\r\n") + gzip.substr(0, gzip.size() - 4));
       },
       ErrorKind::TryLater},
      {"broken gzip",
       [&](Connection& c) {
         std::string bad = gzip;
         for (size_t i = 20; i < bad.size(); i += 3)
           bad[i] ^= 0x55;
         c.send(head("Content-Encoding: gzip\r\n") + bad);
       },
       ErrorKind::TryLater},
      {"not gzip at all",
       [](Connection& c) { c.send(head("Content-Encoding: gzip\r\n") + "<rss></rss>"); },
       ErrorKind::TryLater},
      {"an encoding nobody asked for",
       [](Connection& c) { c.send(head("Content-Encoding: compress\r\n") + "x"); },
       ErrorKind::TryLater},
      {"gzip bomb", [&](Connection& c) { c.send(head("Content-Encoding: gzip\r\n") + bomb); },
       ErrorKind::Refused},
      {"truncated br",
       [](Connection& c) {
         c.send(head("Content-Encoding: br\r\n") + std::string(kBrotliHello.substr(0, 5)));
       },
       ErrorKind::TryLater},
      {"a header without end",
       [](Connection& c) {
         c.send("HTTP/1.1 200 OK\r\nX-Long: ");
         const std::string piece(65536, 'x');
         while (c.send(piece)) {
         }
       },
       ErrorKind::TryLater},
      {"headers without end",
       [](Connection& c) {
         c.send("HTTP/1.1 200 OK\r\n");
         const std::string piece = "X-Long: " + std::string(8000, 'x') + "\r\n";
         while (c.send(piece)) {
         }
       },
       ErrorKind::Refused},
      {"no HTTP", [](Connection& c) { c.send("SSH-2.0-OpenSSH\r\n"); }, ErrorKind::TryLater},
      {"a redirect loop",
       [](Connection& c) {
         c.send("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: "
                "close\r\n\r\n");
       },
       ErrorKind::Refused},
      {"redirects slowly",
       [](Connection& c) {
         usleep(1'200'000);
         c.send("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: "
                "close\r\n\r\n");
       },
       ErrorKind::TryLater},
      {"a redirect to a file",
       [](Connection& c) {
         c.send("HTTP/1.1 301 Moved\r\nLocation: file:///etc/passwd\r\nConnection: close\r\n\r\n");
       },
       ErrorKind::Refused},
  };
  for (const Case& c : kCases) {
    const Outcome outcome = fetch(c.answer);
    ASSERT_FALSE(outcome.got) << c.what << ": " << outcome.got->body.size();
    EXPECT_EQ(outcome.got.error().kind, c.kind) << c.what << ": " << outcome.got.error().message;
    EXPECT_LT(outcome.seconds, 6) << c.what;
  }
}

TEST(FetchFaults, WhatIsOddButWhole) {
  const std::string gzip = gzipped("hello");
  struct Fine {
    const char* what;
    std::string answer;
  };
  const Fine kCases[] = {
      {"no length, closed", head("") + "hello"},
      {"more than it said", head("Content-Length: 5\r\n") + "hello and more"},
      {"chunked", head("Transfer-Encoding: chunked\r\n") + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"},
      {"gzip", head("Content-Encoding: gzip\r\n") + gzip},
      {"x-gzip in capitals", head("Content-Encoding: X-GZIP\r\n") + gzip},
      {"gzip in two members", head("Content-Encoding: gzip\r\n") + gzipped("he") + gzipped("llo")},
      {"gzip with padding", head("Content-Encoding: gzip\r\n") + gzip + std::string(20, '\0')},
      {"br", head("Content-Encoding: br\r\n") + std::string(kBrotliHello)},
      {"identity", head("Content-Encoding: identity\r\n") + "hello"},
      {"HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nhello"},
      {"after 100 Continue", "HTTP/1.1 100 Continue\r\n\r\n" + head("") + "hello"},
  };
  for (const Fine& c : kCases) {
    const Outcome outcome = fetch([&](Connection& connection) { connection.send(c.answer); });
    ASSERT_TRUE(outcome.got) << c.what << ": " << outcome.got.error().message;
    EXPECT_EQ(outcome.got->body, "hello") << c.what;
    EXPECT_EQ(outcome.got->status, 200) << c.what;
  }
}

TEST(FetchFaults, NobodyThere) {
  FetchRequest request;
  {
    request.url = FaultServer([](Connection&) {}).url();
  } // a port nobody listens on any more
  const Result<FetchResponse> closed = make_curl_fetcher(short_limits())->fetch(request);
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().kind, ErrorKind::TryLater);
  request.url = "http://no-such-host.invalid/feed.xml";
  const Result<FetchResponse> unresolved = make_curl_fetcher(short_limits())->fetch(request);
  ASSERT_TRUE(unresolved) << unresolved.error().message;
  EXPECT_TRUE(unresolved->network_dead);
  EXPECT_EQ(unresolved->status, 0);
}

TEST(FetchFaults, AddressesThatAreNone) {
  for (const char* url : {"", "feed.xml", "ftp://127.0.0.1/x", "file:///etc/passwd", "http://",
                          "http:///x", "gopher://127.0.0.1:1/x", "javascript:x", "https:/x"}) {
    FetchRequest request;
    request.url = url;
    const Result<FetchResponse> got = make_curl_fetcher(short_limits())->fetch(request);
    ASSERT_FALSE(got) << url;
    EXPECT_EQ(got.error().kind, ErrorKind::Refused) << url;
  }
}

TEST(FetchFaults, PasswordsStayOutOfMessages) {
  FaultServer server([](Connection&) {});
  FetchRequest request;
  request.url = server.url();
  request.url.insert(7, "user:s3cret@");
  const Result<FetchResponse> got = make_curl_fetcher(short_limits())->fetch(request);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().message.find("s3cret"), std::string::npos) << got.error().message;
  EXPECT_NE(server.last_request().find("Authorization: Basic"), std::string::npos);
}

TEST(PrivateAddress, Table) {
  struct Row {
    const char* ip;
    bool is_private;
  };
  const Row kRows[] = {
      {"127.0.0.1", true},
      {"10.1.2.3", true},
      {"172.16.0.1", true},
      {"172.31.255.255", true},
      {"172.32.0.1", false},
      {"192.168.1.1", true},
      {"192.169.0.1", false},
      {"169.254.169.254", true},
      {"100.64.0.1", true},
      {"100.128.0.1", false},
      {"0.0.0.0", true},
      {"224.0.0.1", true},
      {"255.255.255.255", true},
      {"198.18.0.1", true},
      {"8.8.8.8", false},
      {"203.119.24.1", false},
      {"::1", true},
      {"::", true},
      {"fe80::1", true},
      {"fec0::1", true},
      {"fd00::1", true},
      {"fc00::1", true},
      {"ff02::1", true},
      {"::ffff:10.0.0.1", true},
      {"::ffff:8.8.8.8", false},
      {"64:ff9b::7f00:1", true},
      {"64:ff9b::808:808", false},
      {"2002:7f00:1::", true},
      {"2002:808:808::", false},
      {"2001:4860:4860::8888", false},
      {"2408:8000::1", false},
  };
  for (const Row& row : kRows) {
    sockaddr_storage storage{};
    auto* in = reinterpret_cast<sockaddr_in*>(&storage);
    auto* in6 = reinterpret_cast<sockaddr_in6*>(&storage);
    if (inet_pton(AF_INET, row.ip, &in->sin_addr) == 1)
      storage.ss_family = AF_INET;
    else if (inet_pton(AF_INET6, row.ip, &in6->sin6_addr) == 1)
      storage.ss_family = AF_INET6;
    EXPECT_EQ(is_private_address(reinterpret_cast<sockaddr&>(storage)), row.is_private) << row.ip;
  }
}

} // namespace
} // namespace heiban
