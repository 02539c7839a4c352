// The labels Word puts before list items when it saves HTML: numbers as text, bullets as letters
// of its symbol fonts.
// The walk over the HTML asks.
// It changes nothing and knows no other editor's lists.
#pragma once

#include "markup/tree.h"

#include <string_view>

namespace heiban {

bool is_word_label(const Node& node);   // <span style="mso-list:Ignore">
bool is_bullet(std::string_view label); // l, n, Ø, ·, § and their like; empty: a picture was

} // namespace heiban
