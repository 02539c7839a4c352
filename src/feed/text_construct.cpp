#include "feed/text_construct.h"

#include "base/utf8.h"
#include "feed/base64.h"
#include "feed/element.h"
#include "feed/feed_limits.h"
#include "feed/url.h"
#include "markup/decode_text.h"
#include "markup/html_links.h"
#include "markup/html_text.h"
#include "markup/write_html.h"

#include <optional>
#include <vector>

namespace heiban {
namespace {

std::string type_of(const Node& element) {
  const std::string type = ascii_lower(attribute_of(element, "type"));
  return type.substr(0, type.find(';'));
}

bool is_html(std::string_view type) {
  return type == "html" || type == "text/html" || type == "xhtml" ||
         type == "application/xhtml+xml";
}

// The text below without a copy, where it is one node, as it mostly is.
std::string_view text_below(const Node& element, std::string& storage) {
  const Node* first = element.first_child;
  if (!first)
    return {};
  if (first->is_text && !first->next)
    return first->text;
  storage = element.all_text();
  return storage;
}

// Escaped once more than meant: <![CDATA[ and ]]> as text.
std::string_view unwrapped_cdata(std::string_view text) {
  constexpr std::string_view kBegin = "<![CDATA[", kEnd = "]]>";
  const std::string_view whole = trim(text);
  if (!whole.starts_with(kBegin) || !whole.ends_with(kEnd))
    return text;
  return whole.substr(kBegin.size(), whole.size() - kBegin.size() - kEnd.size());
}

// The <div> of type="xhtml" is not part of the content (RFC 4287 §3.1.1.3).
const Node& inside_wrapper(const Node& element) {
  const Node* only = nullptr;
  for (const Node* child = element.first_child; child; child = child->next) {
    if (child->is_text && trim(child->text).empty())
      continue;
    if (only || child->is_text || child->name != "div")
      return element;
    only = child;
  }
  return only ? *only : element;
}

} // namespace

std::string_view within_cap(std::string_view text) {
  constexpr size_t kLongestCharacter = 4;
  if (text.size() <= kMaxTextBytes + kLongestCharacter)
    return text;
  size_t end = kMaxTextBytes + kLongestCharacter;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80 && end > kMaxTextBytes)
    --end;
  return text.substr(0, end);
}

FeedText text_of_html(std::string_view html, std::string_view base, bool plain_too) {
  FeedText out;
  html = unwrapped_cdata(html);
  if (plain_too || !has_markup(html)) {
    PlainText read = plain_text(html);
    out.plain = std::move(read.text);
    if (!read.had_markup)
      return out;
  }
  if (base.empty())
    out.html = trim(html);
  else
    out.html = rewrite_links(trim(html), [&](std::string_view link) {
      return link.starts_with('#') ? std::string(link) : resolve_url(base, link);
    });
  return out;
}

FeedText text_of_plain(std::string_view text) {
  FeedText out;
  out.plain = trim(decoded(text, References::None));
  return out;
}

std::string TextReader::base_of(const Node& element) const {
  std::vector<std::string_view> bases; // innermost first
  for (const Node* node = &element; node; node = node->parent) {
    const std::string_view base = node->attribute("base", "http://www.w3.org/XML/1998/namespace");
    if (!base.empty())
      bases.push_back(base);
  }
  std::string base = base_;
  for (auto inner = bases.rbegin(); inner != bases.rend(); ++inner) {
    std::string next = resolve_url(base, *inner);
    if (is_http_url(next) || base.empty())
      base = std::move(next);
  }
  return base;
}

std::string TextReader::resolve(const Node& element, std::string_view link) const {
  return resolve_url(base_of(element), link);
}

std::string TextReader::elements_as_html(const Node& element) const {
  const Node& root = inside_wrapper(element);
  const auto absolute = [this](const Node& node, std::string_view link) {
    return link.starts_with('#') ? std::string(link) : resolve(node, link);
  };
  if (vocabulary_.is_atom(element))
    return inner_html(root, absolute);
  bool mixed = false; // RSS: <img/> as it is, and then the rest in CDATA
  std::string html = inner_html(root, absolute, [&](const Node& text) {
    const bool is_html = text.parent == &root && looks_like_html(text.text);
    mixed |= is_html;
    return is_html;
  });
  if (!mixed)
    return html;
  return rewrite_links(html, [&](std::string_view link) { return absolute(root, link); });
}

TextReader::Kind TextReader::kind_of_text(const Node& element, std::string_view text) const {
  const std::string type = type_of(element);
  if (is_html(type))
    return Kind::Html;
  if (!vocabulary_.is_atom(element))
    return type == "text/plain" || type == "plain" ? Kind::Literal : Kind::MaybeHtml;
  // Without a type Atom means text; but who escapes <p>…</p> there means HTML.
  const bool content = element.name != "title";
  return type.empty() && content && looks_like_html(text) ? Kind::Html : Kind::Literal;
}

TextReader::Raw TextReader::raw(const Node& element, std::string& storage) const {
  if (has_elements(element)) {
    storage = elements_as_html(element);
    return {Kind::Elements, storage};
  }
  const std::string_view text = within_cap(text_below(element, storage));
  if (element.attributes.empty())
    return {kind_of_text(element, text), text};
  const std::string type = type_of(element);
  const bool mime = type.find('/') != std::string::npos;
  const bool readable = !mime || type.starts_with("text/") || type.ends_with("+xml") ||
                        type.ends_with("/xml") || !vocabulary_.is_atom(element);
  const std::string mode = ascii_lower(attribute_of(element, "mode"));
  if (mode != "base64" && (readable || !mode.empty()))
    return {kind_of_text(element, text), text};
  std::optional<std::string> bytes = decode_base64(text);
  if (!bytes || !is_valid_utf8(*bytes))
    return {Kind::Binary, {}};
  storage = std::move(*bytes);
  return {kind_of_text(element, storage), storage};
}

FeedText TextReader::content(const Node& element) const {
  std::string storage;
  const Raw read = raw(element, storage);
  switch (read.kind) {
  case Kind::Binary:
    return {};
  case Kind::Literal:
    return text_of_plain(read.text);
  case Kind::Elements: {
    FeedText out;
    const bool html = read.text.find('<') != std::string::npos;
    if (plain_beside_html_ || !html)
      out.plain = plain_text(read.text).text;
    if (html)
      out.html = std::move(storage);
    return out;
  }
  case Kind::Html:
  case Kind::MaybeHtml:
    break;
  }
  return text_of_html(read.text, base_of(element), plain_beside_html_);
}

std::string TextReader::title(const Node& element) const {
  std::string storage;
  const Raw read = raw(element, storage);
  switch (read.kind) {
  case Kind::Binary:
    return {};
  case Kind::Literal:
    return literal_title(read.text);
  case Kind::MaybeHtml:
    return plain_title(unwrapped_cdata(read.text));
  case Kind::Html:
  case Kind::Elements:
    break;
  }
  return literal_title(plain_text(read.text).text);
}

} // namespace heiban
