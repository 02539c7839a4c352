#include "markup/html_text.h"

#include "base/utf8.h"
#include "markup/decode_text.h"
#include "markup/html_scanner.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kLongestTitle = 4096; // bytes; what is longer is read as HTML

void trim_in_place(std::string& s) {
  const std::string_view kept = trim(s);
  const size_t begin = kept.data() - s.data(), length = kept.size();
  s.resize(begin + length);
  s.erase(0, begin);
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// Line breaks in a title are the author's editor, not the author.
std::string unwrapped(std::string_view s) {
  std::string out;
  for (size_t at = 0; at < s.size();) {
    size_t end = at;
    while (end < s.size() && is_space(s[end]))
      ++end;
    const std::string_view space = s.substr(at, end - at);
    if (space.find_first_of("\n\r\t") != std::string_view::npos)
      out += ' ';
    else
      out += space;
    at = end;
    while (end < s.size() && !is_space(s[end]))
      ++end;
    out += s.substr(at, end - at);
    at = end;
  }
  return out;
}

bool ends_later(std::string_view text, const HtmlToken& token) {
  const size_t from = token.source.data() + token.source.size() - text.data();
  HtmlScanner rest(text.substr(from), HtmlScanner::Unknown::Text);
  HtmlToken later;
  while (rest.next(later))
    if (later.kind == HtmlToken::End && later.name == token.name)
      return true;
  return false;
}

// A tag that needs no end: a title that is about <area> or <meta> names it without attributes.
bool is_lone_tag(const HtmlToken& token, bool has_attributes) {
  const bool breaks = token.name == "br" || token.name == "hr" || token.name == "wbr";
  return token.element.is(kVoid) && (breaks || has_attributes);
}

} // namespace

PlainText plain_text(std::string_view html) {
  PlainText out;
  if (html.find('<') == std::string_view::npos) {
    append_decoded(out.text, html, References::Text);
    trim_in_place(out.text);
    return out;
  }
  out.text.reserve(html.size());
  HtmlScanner scanner(html, HtmlScanner::Unknown::MarkupIfClosed);
  HtmlToken token;
  bool hidden = false;
  while (scanner.next(token)) {
    if (token.kind == HtmlToken::Text)
      append_decoded(out.text, token.source, References::Text);
    if (token.kind == HtmlToken::RawText && !hidden)
      append_decoded(out.text, token.source, References::Text);
    if (token.kind == HtmlToken::Start || token.kind == HtmlToken::End)
      out.had_markup = true;
    if (token.kind == HtmlToken::Start)
      hidden = token.element.is(kHidden);
  }
  trim_in_place(out.text);
  return out;
}

bool has_markup(std::string_view html) {
  if (html.find('<') == std::string_view::npos)
    return false;
  HtmlScanner scanner(html, HtmlScanner::Unknown::MarkupIfClosed);
  HtmlToken token;
  while (scanner.next(token))
    if (token.kind == HtmlToken::Start || token.kind == HtmlToken::End)
      return true;
  return false;
}

std::string plain_title(std::string_view text) {
  std::string out;
  if (text.find('<') == std::string_view::npos) {
    append_decoded(out, text, References::Strict);
  } else if (text.size() > kLongestTitle) {
    out = plain_text(text).text;
  } else {
    HtmlScanner scanner(text, HtmlScanner::Unknown::Text);
    HtmlToken token;
    bool hidden = false; // inside <script>…</script>; text about a <script> tag has no end tag
    while (scanner.next(token)) {
      const bool tag = token.kind == HtmlToken::End ||
                       (token.kind == HtmlToken::Start &&
                        (token.self_closing || is_lone_tag(token, !scanner.attributes().empty()) ||
                         (!token.element.is(kVoid) && ends_later(text, token))));
      if (token.kind == HtmlToken::Start)
        hidden = tag && token.element.is(kHidden);
      if (!tag && !(hidden && token.kind == HtmlToken::RawText))
        append_decoded(out, token.source, References::Strict);
    }
  }
  trim_in_place(out);
  return unwrapped(out);
}

std::string literal_title(std::string_view text) {
  std::string out = decoded(text, References::None);
  trim_in_place(out);
  return unwrapped(out);
}

std::string first_line(std::string_view html) {
  HtmlScanner scanner(html, HtmlScanner::Unknown::MarkupIfClosed);
  HtmlToken token;
  std::string line;
  bool hidden = false;
  while (scanner.next(token)) {
    const bool tag = token.kind == HtmlToken::Start || token.kind == HtmlToken::End;
    if (token.kind == HtmlToken::Start)
      hidden = token.element.is(kHidden);
    if (token.kind == HtmlToken::Text)
      append_decoded(line, token.source, References::Text);
    if (token.kind == HtmlToken::RawText && !hidden)
      append_decoded(line, token.source, References::Text);
    const bool breaks =
        tag && (token.element.is(kBlock) || token.element.is(kTablePart) || token.name == "br");
    if (breaks && !trim(line).empty())
      break;
  }
  const std::string_view kept = trim(line);
  return std::string(trim(kept.substr(0, kept.find('\n'))));
}

bool looks_like_html(std::string_view text) {
  if (text.find('<') == std::string_view::npos)
    return false;
  HtmlScanner scanner(text, HtmlScanner::Unknown::Text);
  HtmlToken token;
  while (scanner.next(token))
    if (token.kind == HtmlToken::End ||
        (token.kind == HtmlToken::Start && (token.element.is(kVoid) || token.self_closing)))
      return true;
  return false;
}

} // namespace heiban
