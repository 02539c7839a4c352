// URLs as RFC 3986 reads them: relative references resolved, scheme and host looked at.
// feed resolves a feed's links with it; notice, review's caller and the fetcher look at hosts.
// It fetches nothing and percent-encodes nothing: a link stays as its author wrote it.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

// RFC 3986 §5.2. `reference` is trimmed and stripped of line breaks and tabs first (WHATWG URL
// §4.4). Without a base that is absolute itself the reference comes back as it is.
std::string resolve_url(std::string_view base, std::string_view reference);

std::string url_scheme(std::string_view url); // lower case, "" when relative
std::string url_host(std::string_view url); // lower case, no port, no user; [::1] without brackets
bool is_http_url(std::string_view url);     // http or https with a host
bool is_script_url(std::string_view url);   // javascript:, vbscript:, data:, which lead nowhere

} // namespace heiban
