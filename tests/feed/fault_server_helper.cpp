#include "fault_server_helper.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace heiban {

bool FaultServer::Connection::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0)
      return false;
    bytes.remove_prefix(sent);
  }
  return true;
}

void FaultServer::Connection::reset() {
  const linger hard{1, 0};
  setsockopt(fd_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

bool FaultServer::Connection::read_request() {
  request_.clear();
  char buffer[4096];
  while (request_.find("\r\n\r\n") == std::string::npos) {
    const ssize_t got = recv(fd_, buffer, sizeof buffer, 0);
    if (got <= 0)
      return false;
    request_.append(buffer, got);
  }
  return true;
}

FaultServer::FaultServer(Answer answer) : answer_(std::move(answer)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
  listen(listener_, 16);
  socklen_t size = sizeof address;
  getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  acceptor_ = std::thread([this] { serve(); });
}

FaultServer::~FaultServer() {
  stopping_ = true;
  acceptor_.join();
  for (std::thread& connection : connections_)
    connection.join();
  close(listener_);
}

void FaultServer::serve() {
  constexpr int kLookMs = 20;
  while (!stopping_) {
    pollfd ready{listener_, POLLIN, 0};
    if (poll(&ready, 1, kLookMs) <= 0)
      continue;
    const int fd = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0)
      continue;
    connections_.emplace_back([this, fd] {
      const timeval patience{5, 0};
      setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
      Connection connection(fd);
      if (connection.read_request()) {
        ++requests_;
        {
          const std::lock_guard lock(mutex_);
          last_request_ = connection.request();
        }
        answer_(connection);
      }
      close(fd);
    });
  }
}

std::string FaultServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::string FaultServer::last_request() const {
  const std::lock_guard lock(mutex_);
  return last_request_;
}

} // namespace heiban
