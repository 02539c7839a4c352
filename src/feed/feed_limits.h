// Caps on what one feed may make heiban keep; each is far above what an honest bureau publishes.
// The feed readers use them; the fetcher's cap on bytes stands in feed/fetcher.h.
// They are not settings: a feed that meets one is read up to it, with a warning, or where that would
// cost as much, not at all.
#pragma once

#include <cstddef>

namespace heiban {

inline constexpr size_t kMaxEntries = 20'000;
inline constexpr size_t kMaxNodes = 400'000;        // of the XML tree, one entry at a time
inline constexpr size_t kMaxTextBytes = 4u << 20;   // of one text of one entry
inline constexpr size_t kMaxJsonText = 16u << 20;   // of a string in JSON, before it is read
inline constexpr size_t kMaxTitleBytes = 2000;      // some 660 Han
inline constexpr size_t kMaxListed = 200;           // authors, categories, enclosures of one entry
inline constexpr size_t kMaxJsonValues = 1'500'000; // objects, arrays, strings, numbers

} // namespace heiban
