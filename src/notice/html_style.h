// What an element's attributes and inline style say about how its content looks.
// The walk over the HTML asks it element by element.
// It reads no style sheets and inherits nothing: the walk carries what is inherited.
#pragma once

#include "markup/tree.h"
#include "notice/block.h"

#include <optional>
#include <string_view>

namespace heiban {

std::optional<BlockAlign> align_of(const Node& element); // align=, text-align, <center>
std::optional<bool> bold_of(const Node& element);        // <b>, <strong>, font-weight
bool has_attribute(const Node& element, std::string_view name);
bool is_hidden(const Node& element);       // hidden, display: none, visibility
bool is_struck(const Node& element);       // <del>, <s>, <strike>, line-through
bool is_preformatted(const Node& element); // <pre>, white-space: pre…

// How far the element's first line stands from the left, in em at 16 px: text-indent, margin-left,
// padding-left. Signatures are pushed to the right that way.
int indent_em(const Node& element);

// A picture's declared width or height in px, from attribute or style; −1: not said.
int declared_px(const Node& element, std::string_view side);

// The value of one property of the inline style, trimmed; empty: none.
std::string_view style_value(const Node& element, std::string_view property);

} // namespace heiban
