// FaultServer: a loopback HTTP server that misbehaves as each test wants: it trickles, cuts, lies.
// The fetcher's tests use it for what nginx would never do.
// One thread a connection; it speaks only as much HTTP as finding the end of a request needs.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace heiban {

class FaultServer {
public:
  // `answer` writes to the connection with send(); returning closes it.
  class Connection {
  public:
    explicit Connection(int fd) : fd_(fd) {}
    bool send(std::string_view bytes); // false when the peer has gone
    void reset();                      // the next close is an RST
    const std::string& request() const { return request_; }
    bool read_request();

  private:
    int fd_;
    std::string request_;
  };
  using Answer = std::function<void(Connection&)>;

  explicit FaultServer(Answer answer);
  ~FaultServer();

  std::string url(const std::string& path = "/feed.xml") const;
  int requests() const { return requests_; }
  std::string last_request() const;

private:
  void serve();

  Answer answer_;
  int listener_ = -1, port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> requests_ = 0;
  mutable std::mutex mutex_;
  std::string last_request_;
  std::vector<std::thread> connections_;
  std::thread acceptor_;
};

} // namespace heiban
