// Plain text out of HTML: known elements removed, references decoded, everything else kept.
// feed calls it for titles, summaries and contents; notice, where it needs text without blocks.
// It adds nothing: no line breaks for blocks, no marks for lists (notice makes blocks).
#pragma once

#include <string>
#include <string_view>

namespace heiban {

struct PlainText {
  std::string text;        // trimmed
  bool had_markup = false; // a tag or a comment was there
};

// Content that is HTML. Scripts and styles go with what is in them.
PlainText plain_text(std::string_view html);

// Whether plain_text would find markup, without reading further than the first of it.
bool has_markup(std::string_view html);

// A text that may or may not be HTML, such as an RSS title: a start tag counts as one only when
// its end tag follows, or when it needs none and has attributes or breaks the line; a reference
// only with its semicolon. White space that holds a line break becomes one space.
std::string plain_title(std::string_view text);

// A text that is no HTML at all, such as an Atom title of type="text": brackets and & stay.
std::string literal_title(std::string_view text);

// The first line a reader would see: up to a block's end or <br>; for items without a title.
std::string first_line(std::string_view html);

// True when `text` holds an end tag or a void tag HTML knows: escaped HTML, not a text about tags.
bool looks_like_html(std::string_view text);

} // namespace heiban
