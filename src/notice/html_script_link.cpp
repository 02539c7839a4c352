#include "notice/html_script_link.h"

#include "feed/url.h"

#include <algorithm>
#include <array>
#include <string>

namespace heiban {
namespace {

// The code of javascript: links that only close, print, scroll, or do nothing.
bool is_harmless(std::string_view code) {
  std::string plain;
  for (const char c : code)
    if (static_cast<unsigned char>(c) > ' ' && c != ';')
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  constexpr std::array<std::string_view, 16> kKnown{"",
                                                    "void(0)",
                                                    "void0",
                                                    "void(null)",
                                                    "window.close()",
                                                    "self.close()",
                                                    "window.print()",
                                                    "print()",
                                                    "history.back()",
                                                    "history.back(-1)",
                                                    "history.go(-1)",
                                                    "window.history.back()",
                                                    "window.history.go(-1)",
                                                    "scroll(0,0)",
                                                    "window.scrollto(0,0)",
                                                    "returnfalse"};
  const bool zooms = plain.starts_with("dozoom(") && plain.size() < 16;
  return zooms || std::find(kKnown.begin(), kKnown.end(), plain) != kKnown.end();
}

} // namespace

bool is_followed(std::string_view href) {
  if (href.empty() || href.starts_with('#'))
    return false;
  const std::string scheme = url_scheme(href);
  if (scheme == "file" || scheme == "about" || scheme == "blob" || scheme.size() == 1)
    return false; // one letter: a drive of the author's machine
  if (scheme != "javascript")
    return true;
  return !is_harmless(href.substr(href.find(':') + 1));
}

} // namespace heiban
