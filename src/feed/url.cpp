#include "feed/url.h"

#include "base/utf8.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace heiban {
namespace {

constexpr size_t npos = std::string_view::npos;

struct Parts { // RFC 3986 appendix B
  std::string_view scheme, path;
  std::optional<std::string_view> authority, query, fragment;
};

bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

size_t scheme_length(std::string_view url) {
  if (url.empty() || !is_letter(url[0]))
    return 0;
  for (size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    if (c == ':')
      return i;
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.')
      return 0;
  }
  return 0;
}

Parts split(std::string_view url) {
  Parts parts;
  const size_t scheme = scheme_length(url);
  if (scheme > 0) {
    parts.scheme = url.substr(0, scheme);
    url.remove_prefix(scheme + 1);
  }
  if (const size_t hash = url.find('#'); hash != npos) {
    parts.fragment = url.substr(hash + 1);
    url = url.substr(0, hash);
  }
  if (const size_t mark = url.find('?'); mark != npos) {
    parts.query = url.substr(mark + 1);
    url = url.substr(0, mark);
  }
  if (url.starts_with("//")) {
    const size_t end = std::min(url.find('/', 2), url.size());
    parts.authority = url.substr(2, end - 2);
    url.remove_prefix(end);
  }
  parts.path = url;
  return parts;
}

// RFC 3986 §5.2.4, on segments.
std::string remove_dot_segments(std::string_view path) {
  std::vector<std::string_view> kept;
  const bool rooted = path.starts_with('/');
  bool folder = false;
  for (size_t at = rooted ? 1 : 0; at <= path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view segment = path.substr(at, end - at);
    folder = segment == "." || segment == "..";
    if (segment == ".." && !kept.empty())
      kept.pop_back();
    if (!folder)
      kept.push_back(segment);
    at = end + 1;
  }
  std::string out = rooted ? "/" : "";
  for (size_t i = 0; i < kept.size(); ++i) {
    out += kept[i];
    if (i + 1 < kept.size() || folder)
      out += '/';
  }
  return out;
}

std::string merge(const Parts& base, std::string_view path) { // §5.2.3
  if (base.authority && base.path.empty())
    return "/" + std::string(path);
  const size_t slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == npos ? 0 : slash + 1)) + std::string(path);
}

std::string join(const Parts& parts) { // §5.3
  std::string out(parts.scheme);
  out += ':';
  if (parts.authority)
    out.append("//").append(*parts.authority);
  out += parts.path;
  if (parts.query)
    out.append("?").append(*parts.query);
  if (parts.fragment)
    out.append("#").append(*parts.fragment);
  return out;
}

std::string without_line_breaks(std::string_view reference) {
  std::string out(trim(reference));
  std::erase_if(out, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return out;
}

} // namespace

std::string resolve_url(std::string_view base_text, std::string_view reference_text) {
  const std::string reference = without_line_breaks(reference_text);
  const Parts base = split(base_text);
  Parts r = split(reference);
  if (!r.scheme.empty() || base.scheme.empty() || (!base.authority && !base.path.starts_with('/')))
    return reference;
  std::string path;
  if (!r.authority) {
    r.authority = base.authority;
    if (r.path.empty()) {
      path = std::string(base.path);
      if (!r.query)
        r.query = base.query;
    } else {
      path =
          remove_dot_segments(r.path.starts_with('/') ? std::string(r.path) : merge(base, r.path));
    }
    r.path = path;
  }
  r.scheme = base.scheme;
  return join(r);
}

std::string url_scheme(std::string_view url) {
  return ascii_lower(url.substr(0, scheme_length(url)));
}

std::string url_host(std::string_view url) {
  std::string_view authority = split(url).authority.value_or("");
  if (const size_t at = authority.rfind('@'); at != npos)
    authority.remove_prefix(at + 1);
  if (authority.starts_with('['))
    return ascii_lower(authority.substr(1, std::min(authority.find(']'), authority.size()) - 1));
  return ascii_lower(authority.substr(0, authority.find(':')));
}

bool is_http_url(std::string_view url) {
  const std::string scheme = url_scheme(url);
  return (scheme == "http" || scheme == "https") && !url_host(url).empty();
}

bool is_script_url(std::string_view url) {
  const std::string scheme = url_scheme(url);
  return scheme == "javascript" || scheme == "vbscript" || scheme == "data";
}

} // namespace heiban
