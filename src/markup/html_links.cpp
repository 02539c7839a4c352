#include "markup/html_links.h"

#include "base/utf8.h"
#include "markup/decode_text.h"
#include "markup/html_scanner.h"
#include "markup/write_html.h"

#include <algorithm>

namespace heiban {
bool is_link_attribute(std::string_view name) {
  constexpr std::string_view kNames[] = {"href",     "src",        "cite",   "poster",
                                         "longdesc", "background", "action", "data"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

std::string rewrite_links(std::string_view html, const RewriteLink& rewrite) {
  std::string out;
  size_t done = 0;
  HtmlScanner scanner(html, HtmlScanner::Unknown::MarkupIfClosed);
  HtmlToken token;
  while (scanner.next(token)) {
    if (token.kind != HtmlToken::Start)
      continue;
    for (const RawAttribute& attribute : scanner.attributes()) {
      if (attribute.value.empty() || !is_link_attribute(ascii_lower(attribute.name)))
        continue;
      const std::string link = decoded(attribute.value, References::Attribute);
      const std::string absolute = rewrite(trim(link));
      if (absolute == link)
        continue;
      const size_t at = attribute.value.data() - html.data();
      const bool quoted = html[at - 1] == '"' || html[at - 1] == '\'';
      out += html.substr(done, at - done);
      if (!quoted)
        out += '"';
      append_escaped(out, absolute);
      if (!quoted)
        out += '"';
      done = at + attribute.value.size();
    }
  }
  if (done == 0)
    return std::string(html);
  return out.append(html, done);
}

} // namespace heiban
