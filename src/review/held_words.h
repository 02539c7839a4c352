// HeldWords: the list of words staff want to look at before an item goes on the wall.
// review asks it about each notice; a reason names the word by its number, not by itself, since a
// list may hold names.
// It matches plain text: white space and invisible characters ignored, widths and case folded.
#pragma once

#include "review/place.h"

#include <string>
#include <vector>

namespace heiban {

struct HeldWordHit {
  size_t word = 0; // index in the list
  Place place;     // where it stands first
};

class HeldWords {
public:
  explicit HeldWords(const std::vector<std::string>& words);

  std::vector<HeldWordHit> find(const Notice& notice) const; // one a word

private:
  std::vector<std::string> folded_;
};

} // namespace heiban
