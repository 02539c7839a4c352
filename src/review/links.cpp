#include "review/links.h"

#include <algorithm>
#include <array>

namespace heiban {
namespace {

constexpr size_t kLongestHost = 253; // RFC 1035 §2.3.4

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// Leading controls and spaces off, tabs and line ends out, backslashes turned.
std::string as_browsers_read(std::string_view link) {
  std::string out;
  for (const char c : link) {
    if (out.empty() && static_cast<unsigned char>(c) <= 0x20)
      continue;
    if (c != '\t' && c != '\n' && c != '\r')
      out += c == '\\' ? '/' : c;
  }
  return out;
}

// "https" of "HTTPS://…", or empty where there is no scheme.
std::string scheme_of(std::string_view link) {
  std::string scheme;
  for (const char raw : link) {
    const char c = lower(raw);
    if (c == ':')
      return scheme;
    const bool letter = c >= 'a' && c <= 'z';
    const bool later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!letter && (scheme.empty() || !later))
      return {};
    scheme += c;
  }
  return {};
}

std::string host_in(std::string_view after_slashes) {
  std::string_view authority = after_slashes.substr(0, after_slashes.find_first_of("/?#"));
  if (const size_t user = authority.rfind('@'); user != authority.npos)
    authority.remove_prefix(user + 1);
  if (!authority.starts_with('['))
    authority = authority.substr(0, authority.find(':'));
  while (authority.ends_with('.'))
    authority.remove_suffix(1);
  std::string host(authority);
  std::transform(host.begin(), host.end(), host.begin(), lower);
  return host;
}

std::string www_twin(const std::string& host) {
  return host.starts_with("www.") ? host.substr(4) : "www." + host;
}

// A host as staff may have written it: bare, as an address, or as *.host.
std::string named_host(std::string_view written) {
  if (written.starts_with("*."))
    written.remove_prefix(2);
  const LinkTarget target = link_target(written);
  return target.kind == LinkKind::Remote ? target.host
                                         : link_target("http://" + std::string(written)).host;
}

} // namespace

LinkTarget link_target(std::string_view written) {
  const std::string link = as_browsers_read(written);
  const std::string scheme = scheme_of(link);
  std::string_view rest = link;
  if (!scheme.empty())
    rest.remove_prefix(scheme.size() + 1);
  constexpr std::array<std::string_view, 3> kHarmless{"mailto", "tel", "sms"};
  if (std::find(kHarmless.begin(), kHarmless.end(), scheme) != kHarmless.end())
    return {};
  const bool web = scheme == "http" || scheme == "https";
  if (!web && !scheme.empty())
    return {LinkKind::Script, {}};
  if (!web && !rest.starts_with("//"))
    return {}; // relative
  while (rest.starts_with('/'))
    rest.remove_prefix(1);
  return {LinkKind::Remote, host_in(rest)};
}

LinkRules::LinkRules(const FeedSpec& feed) {
  for (const std::string& host : feed.link_hosts)
    hosts_.push_back(named_host(host));
  if (!feed.link_hosts.empty())
    return;
  const LinkTarget own = link_target(feed.url);
  any_ = own.kind != LinkKind::Remote;
  if (any_)
    return;
  hosts_.push_back(own.host);
  twin_ = www_twin(own.host);
}

bool LinkRules::allows(const LinkTarget& target) const {
  if (target.kind != LinkKind::Remote)
    return target.kind == LinkKind::Local;
  const std::string& host = target.host;
  if (any_ || (!host.empty() && host == twin_))
    return true;
  return std::any_of(hosts_.begin(), hosts_.end(), [&](const std::string& allowed) {
    return !allowed.empty() && (host == allowed || host.ends_with("." + allowed));
  });
}

std::string host_zh(const std::string& host) {
  const bool plain = !host.empty() && host.size() <= kLongestHost &&
                     host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == host.npos;
  return plain ? host : "写法异常的网址";
}

} // namespace heiban
