// fee_phones: the one line with a schedule's complaint phones, which stands on each of its pages.
// fee_notice calls it while it makes the notice.
// It judges no number: whether 12315 is among them is for fee_rules to say.
#pragma once

#include "notice/fee_schedule.h"

#include <string>
#include <vector>

namespace heiban {

struct FeePhones {
  std::string line;         // "投诉电话：12315、0000-5550120"; no line ends
  bool column_told = false; // the phone column says the same in every row, and is in the line
};

// Looks in the captions above, the notes below and the phone column. A caption or note that is told
// whole by the line is taken out; of one that says more, the sentence is repeated in the line.
FeePhones take_fee_phones(const FeeSchedule& schedule, std::vector<std::string>& captions,
                          std::vector<std::string>& notes);

// All that the schedule says of complaint phones, a line each, digits and dashes in ASCII: for the
// rules. A label without a number says nothing. Without its column of phones, what stands beside.
std::string phones_told(const FeeSchedule& schedule, bool with_column);

std::string plain_digits(std::string_view text); // full-width digits and dashes of every kind

// The number itself, not some digits of a longer one.
bool has_number(std::string_view text, std::string_view number);

// Seven digits and more, hyphens between allowed: no hotline.
bool has_local_number(std::string_view text);

} // namespace heiban
