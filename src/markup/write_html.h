// Tree → HTML text: for content that came as elements (Atom's type="xhtml", RSS with naked tags).
// feed calls it, so that notice gets HTML whatever the feed's way of carrying it.
// It mends and cleans nothing; prefixes are dropped, because HTML has none.
#pragma once

#include "markup/tree.h"

#include <functional>
#include <string>
#include <string_view>

namespace heiban {

void append_escaped(std::string& out, std::string_view text); // & < > " and '

using ResolveLink = std::function<std::string(const Node& element, std::string_view link)>;

// Everything inside `node`. `resolve` is asked for each link attribute; it may be empty, and so
// may `is_html`, asked for each text: true means that the text is HTML itself and goes as it is.
using IsHtmlText = std::function<bool(const Node& text)>;
std::string inner_html(const Node& node, const ResolveLink& resolve,
                       const IsHtmlText& is_html = {});

} // namespace heiban
