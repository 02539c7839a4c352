// Numbers of persons in running text: ID numbers, bank cards and mobile phones, however typed:
// full-width digits, spaces, hyphens and invisible characters between, letters glued on.
// personal_data calls it on one text at a time. It judges shape and check digits, never context.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

// Digits that stand together, '0' … '9' and at most one closing 'X'.
struct DigitGroup {
  std::string digits;
  size_t start = 0, end = 0; // bytes of the text, half-open
  bool joins_next = false;   // only spaces or hyphens, at most four, before the next group
};

std::vector<DigitGroup> digit_groups(std::string_view text);
// The whole text is an ID number's last X, however typed: a cell or a line of its own.
bool is_check_x(std::string_view text);

// One or more whole groups read as one number.
struct DigitSpan {
  std::string digits;
  size_t start = 0, end = 0; // bytes
  size_t groups = 1;
};

// Shows every way to read whole adjacent groups as a number of `shortest` to `longest` digits,
// until `see` says that it has seen enough. None is kept: a text may hold a million of them.
using EnoughSeen = std::function<bool(const DigitSpan&)>;
void whole_numbers(const std::vector<DigitGroup>& groups, size_t shortest, size_t longest,
                   const EnoughSeen& see);

// All of them, for texts that are known to be short or whose numbers are to be changed.
std::vector<DigitSpan> whole_numbers(const std::vector<DigitGroup>& groups, size_t shortest,
                                     size_t longest);

// GB 11643-1999: 17 digits with a birth date of 1900–2099 at the seventh, and the check digit.
bool is_id_number(std::string_view digits);
// As above but for a check digit that is wrong: a number mistyped, or another kind of number.
bool is_near_id_number(std::string_view digits);
// The form before 1999: 15 digits, province, birth date without a century, no check digit.
bool is_old_id_number(std::string_view digits);
// ISO/IEC 7812: 16 to 19 digits with a Luhn check digit.
bool is_card_number(std::string_view digits);
bool is_mobile_number(std::string_view digits); // 1[3-9] and nine more, or 86 before it

} // namespace heiban
