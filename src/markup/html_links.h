// Links inside HTML: which attributes hold one, and a document with each of them rewritten.
// feed makes an item's links absolute with it.
// It resolves nothing itself: the caller gives the rule.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace heiban {

using RewriteLink = std::function<std::string(std::string_view link)>;

bool is_link_attribute(std::string_view name); // lower case

// `html` with every link replaced; everything else byte for byte as it was.
std::string rewrite_links(std::string_view html, const RewriteLink& rewrite);

} // namespace heiban
