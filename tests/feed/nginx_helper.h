// Nginx: a real nginx of the test's own on loopback, with certificates made by openssl on the spot.
// The fetcher's tests use it for everything a good server does.
// It leaves nothing behind: its folder and its processes go with it.
#pragma once

#include <string>
#include <sys/types.h>

namespace heiban {

class Nginx {
public:
  // `locations` goes into an http and an https server as it is. PORT and TLSPORT in it are
  // replaced. `tls` goes into the https one only (ssl_protocols …).
  explicit Nginx(std::string locations, const std::string& tls = "",
                 const std::string& certificate_options = "-days 30");
  ~Nginx();

  std::string http(const std::string& path) const;
  std::string https(const std::string& path, const std::string& host = "127.0.0.1") const;
  std::string ca_file() const { return folder_ + "/cert.pem"; }
  std::string pin() const;                                            // sha256//… of its key
  void write(const std::string& name, const std::string& text) const; // below its root

private:
  std::string folder_;
  int port_ = 0, tls_port_ = 0;
  pid_t pid_ = 0;
};

} // namespace heiban
