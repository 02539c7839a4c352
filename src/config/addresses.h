// Addresses as staff write them: feed urls, host names, zones, file paths → checked, absolute.
// The key tables call it.
// It resolves no name and opens no file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace heiban {

struct AddressText {
  std::string address; // empty when there is a problem
  std::string problem; // Chinese: what is wrong, and what to write
  int at = 0;          // of the problem, in characters from the value's first
};

// http and https as written; "file:notices.xml" → "file:///folder/notices.xml" (the path is not
// percent-encoded). `allow_file`: for feeds only, never for the website.
AddressText read_address(std::string_view text, const std::string& folder, bool allow_file);

AddressText read_host(std::string_view text); // "www.example.cn", lower case

std::string host_of(std::string_view url); // lower case, without port; empty for file:
std::string without_www(std::string_view host);

std::optional<int> read_zone_text(std::string_view text); // "+08:00", "UTC" → minutes east of UTC

} // namespace heiban
