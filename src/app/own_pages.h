// Own pages: the words of what the board shows in its own name: the entries of the index (目录) and
// what the quiet page says of the night.
// Wall hands them to page, which sets them. Pure.
// They hold no live label: clock, page mark and freshness are screen/compose's.
#pragma once

#include "edition/edition.h"
#include "page/index_page.h"
#include "page/quiet_page.h"
#include "programme/rules.h"

namespace heiban {

// What may stand at `at`: the category with the newest notice first, in each the newest first.
std::vector<IndexEntry> index_entries(const Edition& edition, Instant at);

QuietWords quiet_words(const ProgrammeRules& rules, Instant at);

// All the words in one line: pages with the same are the same.
std::string key_of(const std::vector<IndexEntry>& entries);
std::string key_of(const QuietWords& words);

} // namespace heiban
