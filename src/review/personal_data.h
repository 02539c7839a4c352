// find_personal_data: numbers of persons that must not stand on the wall, and where they are.
// review holds a notice for any of them; nothing of the number itself is passed on.
// It masks nothing, and leaves office, complaint and advice phones alone: they are content.
#pragma once

#include "review/place.h"

#include <vector>

namespace heiban {

enum class PersonalKind {
  IdNumber,     // GB 11643, 18 digits with a good check digit; 15 digits where persons are named
  CardNumber,   // bank card, Luhn
  MobileNumber, // in a list of persons
  NearIdNumber, // like an ID number but for its check digit: a remark, not a reason to hold
};

struct PersonalHit {
  PersonalKind kind = PersonalKind::IdNumber;
  Place place;
};

std::vector<PersonalHit> find_personal_data(const Notice& notice);

} // namespace heiban
