#include "nginx_helper.h"

#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace heiban {
namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<uint16_t>(port));
  return address;
}

int free_port() {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  bind(fd, reinterpret_cast<sockaddr*>(&address), size);
  getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
  close(fd);
  return ntohs(address.sin_port);
}

bool accepts(int port) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = loopback(port);
  const bool open = connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  close(fd);
  return open;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::string output_of(const std::string& command) {
  std::string out;
  std::array<char, 512> buffer;
  FILE* pipe = popen(command.c_str(), "r");
  while (pipe && fgets(buffer.data(), buffer.size(), pipe))
    out += buffer.data();
  if (pipe)
    pclose(pipe);
  while (!out.empty() && out.back() == '\n')
    out.pop_back();
  return out;
}

} // namespace

Nginx::Nginx(std::string locations, const std::string& tls, const std::string& certificate_options)
    : port_(free_port()), tls_port_(free_port()) {
  std::string pattern = std::filesystem::temp_directory_path() / "heiban-nginx-XXXXXX";
  folder_ = mkdtemp(pattern.data());
  std::filesystem::create_directory(folder_ + "/root");
  const std::string command =
      "cd " + folder_ + " && " +
      (certificate_options.starts_with("faketime") ? certificate_options + " -days 1"
                                                   : "openssl req -x509 " + certificate_options) +
      " -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=localhost"
      " -addext subjectAltName=DNS:localhost,IP:127.0.0.1 2>/dev/null";
  if (std::system(command.c_str()) != 0)
    std::abort();
  locations = replaced(locations, "TLSPORT", std::to_string(tls_port_));
  locations = replaced(locations, "PORT", std::to_string(port_));
  std::ofstream(folder_ + "/nginx.conf")
      << (geteuid() == 0 ? "user root;\n" : "") << "daemon off; worker_processes 1; pid " << folder_
      << "/pid; error_log " << folder_ << "/error.log;\nevents {}\nhttp {\n"
      << "access_log off; root " << folder_ << "/root; default_type text/xml;\n"
      << "client_body_temp_path " << folder_ << "/b; proxy_temp_path " << folder_
      << "/p; fastcgi_temp_path " << folder_ << "/f; uwsgi_temp_path " << folder_
      << "/u; scgi_temp_path " << folder_ << "/s;\n"
      << "server { listen 127.0.0.1:" << port_ << ";\n"
      << locations << "}\n"
      << "server { listen 127.0.0.1:" << tls_port_ << " ssl http2; ssl_certificate " << folder_
      << "/cert.pem; ssl_certificate_key " << folder_ << "/key.pem;\n"
      << tls << "\n"
      << locations << "}\n}\n";
  pid_ = fork();
  if (pid_ == 0) {
    const std::string conf = folder_ + "/nginx.conf", log = folder_ + "/error.log";
    execlp("nginx", "nginx", "-p", folder_.c_str(), "-c", conf.c_str(), "-e", log.c_str(), nullptr);
    _exit(127);
  }
  for (int tries = 0; tries < 500 && !accepts(tls_port_); ++tries)
    usleep(10'000);
}

Nginx::~Nginx() {
  kill(pid_, SIGTERM);
  waitpid(pid_, nullptr, 0);
  std::filesystem::remove_all(folder_);
}

std::string Nginx::http(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::string Nginx::https(const std::string& path, const std::string& host) const {
  return "https://" + host + ":" + std::to_string(tls_port_) + path;
}

std::string Nginx::pin() const {
  return "sha256//" + output_of("openssl x509 -in " + ca_file() +
                                " -pubkey -noout | openssl pkey -pubin -outform der | "
                                "openssl dgst -sha256 -binary | openssl enc -base64");
}

void Nginx::write(const std::string& name, const std::string& text) const {
  std::ofstream(folder_ + "/root/" + name, std::ios::binary) << text;
}

} // namespace heiban
