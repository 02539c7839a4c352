// Small looks at one element of a feed: attributes in any case, plain text, URLs, counts.
// EntryReader calls them.
// They resolve nothing and judge nothing.
#pragma once

#include "markup/tree.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace heiban {

std::string lower_trimmed(std::string_view s); // ASCII

// The attribute of that name in any case, trimmed, in no namespace or in the element's own
// (<atom:link atom:href="…">, against the letter); or an empty view.
std::string_view attribute_of(const Node& element, std::string_view name);
std::string_view rdf_about(const Node& element);
std::string_view rdf_resource(const Node& element);

bool is_picture(const Node& media); // a media:content by its type or medium

std::string plain_of(const Node& element); // all text below, trimmed, as it stands
std::string plain_of_child(const Node& element, std::string_view name); // empty: there is none

// A URL as text: &amp; escaped twice is common, white space inside is a line break's.
std::string url_text(std::string_view text);

int64_t count_of(std::string_view text); // a whole number above 0, else 0

const Node* named_child(const Node& element, std::string_view name); // in any case
bool has_elements(const Node& element);

} // namespace heiban
