// Names of people and offices as feeds write them, and lists of words.
// The XML and JSON feed readers call it.
// It keeps no e-mail address where there is a name: the wall shows names only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

// "name@host (Name)", "Name (name@host)", "Name <name@host>", "mailto:…", a name, an address.
std::string person_name(std::string_view text);

// Adds `text` unless it is empty, there already, or the list is at its cap (feed_limits.h).
void add_once(std::vector<std::string>& list, std::string text);

// "招生，公示;通知" → three words: , ; and their Chinese forms part them.
std::vector<std::string> split_keywords(std::string_view text);

} // namespace heiban
