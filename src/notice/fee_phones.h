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

} // namespace heiban
