// TextReader: an element that carries text, in whichever way its feed chose → plain text and HTML.
// The XML feed reader calls it for titles, summaries and contents.
// It decides by the element's own type, mode and children, never by what other feeds do.
#pragma once

#include "feed/vocabulary.h"
#include "markup/tree.h"

#include <string>
#include <string_view>

namespace heiban {

struct FeedText {
  std::string plain;
  std::string html; // links absolute; empty when the text was no HTML
};

// HTML as published → both, or the HTML alone where there is any markup and `plain_too` is false.
// Links become absolute where `base` allows.
FeedText text_of_html(std::string_view html, std::string_view base, bool plain_too = true);
FeedText text_of_plain(std::string_view text);

// As much of a text as is read at all: a little more than is kept, so that fill_in still sees that
// something was cut.
std::string_view within_cap(std::string_view text);

class TextReader {
public:
  TextReader(const Vocabulary& vocabulary, std::string base, bool plain_beside_html)
      : vocabulary_(vocabulary), base_(std::move(base)), plain_beside_html_(plain_beside_html) {}

  // RSS: HTML that may be escaped, in CDATA or naked. Atom 1.0: type text, html, xhtml, or a MIME
  // type (RFC 4287 §3.1, §4.1.3). Atom 0.3: type with mode xml, escaped or base64.
  FeedText content(const Node& element) const;
  std::string title(const Node& element) const; // one line, plain

  // Of the links in `element`: xml:base from the root down (XML Base §4), else the document's.
  std::string base_of(const Node& element) const;
  std::string resolve(const Node& element, std::string_view link) const;

  void set_base(std::string base) { base_ = std::move(base); }

private:
  enum class Kind { Literal, Html, MaybeHtml, Elements, Binary };
  struct Raw {
    Kind kind = Kind::Literal;
    std::string_view text;
  };
  // `storage` holds what is no view into the tree: joined texts, Base64 decoded, elements as HTML.
  Raw raw(const Node& element, std::string& storage) const;
  Kind kind_of_text(const Node& element, std::string_view text) const;
  std::string elements_as_html(const Node& element) const;

  const Vocabulary& vocabulary_;
  std::string base_;
  bool plain_beside_html_;
};

} // namespace heiban
