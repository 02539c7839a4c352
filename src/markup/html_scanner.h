// HtmlScanner: HTML bytes (UTF-8) → tags and texts, one after the other, in linear time.
// The tree builder, the plain-text reader and the link rewriter are its only callers.
// It builds nothing, decodes nothing and mends no nesting; its views point into the source.
#pragma once

#include "markup/html_elements.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace heiban {

struct HtmlToken {
  enum Kind { Text, RawText, Start, End };
  Kind kind = Text;
  std::string_view source; // as it stands in the document, brackets included
  std::string name;        // Start, End: lower case
  HtmlElementInfo element; // Start, End
  bool self_closing = false;
};

struct RawAttribute {
  std::string_view name, value; // as written, references not decoded
};

class HtmlScanner {
public:
  // What `<name>` means when HTML has no such element. A visitor must not lose
  // 关于修改<办法>的通知:
  enum class Unknown {
    Text,           // always text
    MarkupIfClosed, // markup when </name> follows somewhere or the name has : - or _ (o:p)
  };
  HtmlScanner(std::string_view html, Unknown unknown);

  // False at the end. Comments, doctypes and processing instructions are passed over. A text token
  // ends only at markup, but two may follow each other. RawText: the content of <script> and such.
  bool next(HtmlToken& token);

  // Of the last Start token; at most 64, the first of a name counts.
  const std::vector<RawAttribute>& attributes() const { return attributes_; }

private:
  bool read_raw_text(HtmlToken& token);
  bool read_tag(HtmlToken& token);
  bool read_attributes(size_t& at, bool& self_closing);
  RawAttribute read_attribute(size_t& at);
  std::string_view read_value(size_t& at);
  size_t last(std::string_view what, std::optional<size_t>& place) const;
  bool is_markup(const HtmlToken& token);
  const std::unordered_set<std::string>& closed_names();
  void skip_declaration();

  std::string_view html_;
  Unknown unknown_;
  size_t at_ = 0;
  // Where the last of each stands, npos when there is none: what is never closed is then known at
  // once, and a hostile document cannot make every tag search to its end.
  std::optional<size_t> last_comment_end_, last_quote_, last_apostrophe_;
  std::string raw_text_of_; // the element whose raw text comes next
  std::vector<std::string> never_closed_;
  std::vector<RawAttribute> attributes_;
  std::optional<std::unordered_set<std::string>> closed_names_;
};

} // namespace heiban
