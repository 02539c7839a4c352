// Editions for the tests: one with every field filled, and random ones from a seed.
#pragma once

#include "edition/edition.h"

#include <random>
#include <string>

namespace heiban::samples {

inline constexpr Instant kNow{1'795'491'000};

Edition full();                     // two notices, every field of the first is set
Edition random(std::mt19937& from); // any shape the codec must carry

// Field by field. Each names all fields of its type, so that a new field does not compile until the
// tests (and with them the codec) know it.
bool same(const Notice& a, const Notice& b);
bool same(const Edition& a, const Edition& b);

std::string temporary_folder(); // a new one, below the test's own

} // namespace heiban::samples
