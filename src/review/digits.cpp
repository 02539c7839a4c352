#include "review/digits.h"

#include "base/utf8.h"
#include "calendar/instant.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kWidestGap = 4; // characters between groups of one number
constexpr std::string_view kProvinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 "
                                        "45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";

enum class Kind { Digit, TenX, Invisible, Gap, Other };

char digit_of(char32_t c) {
  if (c >= '0' && c <= '9')
    return static_cast<char>(c);
  if (c >= 0xFF10 && c <= 0xFF19) // full-width
    return static_cast<char>('0' + (c - 0xFF10));
  if (c >= 0x1D7CE && c <= 0x1D7FF) // mathematical
    return static_cast<char>('0' + (c - 0x1D7CE) % 10);
  return 0;
}

bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xAD || c == 0x180E;
}

bool is_gap(char32_t c) {
  constexpr std::u32string_view kGaps = U" \t\n\r\u00a0\u3000-_\u2212\uff0d\ufe63\u202f";
  return (c >= 0x2000 && c <= 0x200A) || (c >= 0x2010 && c <= 0x2015) ||
         kGaps.find(c) != kGaps.npos;
}

bool is_ten(char32_t c) { // X and what is typed for it
  constexpr std::u32string_view kTens = U"xX\uff38\uff58\u2169\u2179\u0425\u0445\u03a7\u00d7";
  return kTens.find(c) != kTens.npos;
}

Kind kind_of(char32_t c) {
  if (c > 0x3000 && c < 0xFE00) // Han and its marks, which texts are made of
    return Kind::Other;
  if (digit_of(c))
    return Kind::Digit;
  if (is_invisible(c))
    return Kind::Invisible;
  if (is_gap(c))
    return Kind::Gap;
  return is_ten(c) ? Kind::TenX : Kind::Other;
}

int value(std::string_view digits, size_t at, size_t count) {
  int out = 0;
  for (const char c : digits.substr(at, count))
    out = out * 10 + (c - '0');
  return out;
}

bool all_digits(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_birth_date(std::string_view digits) {
  if (digits.size() != 18 || !all_digits(digits.substr(0, 17)))
    return false;
  const CivilDate date{value(digits, 6, 4), value(digits, 10, 2), value(digits, 12, 2)};
  return date.year >= 1900 && date.year <= 2099 && is_valid(date);
}

char check_digit(std::string_view digits) { // GB 11643: weights 2^(18−i) mod 11
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (size_t i = 0; i < 17; ++i)
    sum += kWeights[i] * (digits[i] - '0');
  return "10X98765432"[sum % 11];
}

// Where the run of Han that begins at `at` ends, U+4000 to U+CFFF: texts are made of it.
size_t end_of_han(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  while (at + 3 <= text.size() && byte(at) >= 0xE4 && byte(at) <= 0xEC &&
         (byte(at + 1) & 0xC0) == 0x80 && (byte(at + 2) & 0xC0) == 0x80)
    at += 3;
  return at;
}

class GroupReader {
public:
  std::vector<DigitGroup> groups;

  void pass_other() { open_ = false, broken_ = true; }

  void take(char32_t c, size_t start, size_t end) {
    switch (kind_of(c)) {
    case Kind::Digit:
      return add(digit_of(c), start, end);
    case Kind::TenX: // closes a number, also with a gap before it
      if (open_ || (!groups.empty() && is_near()))
        add('X', start, end);
      else
        broken_ = true;
      open_ = false;
      return;
    case Kind::Gap:
      open_ = false, ++gap_;
      return;
    case Kind::Other:
      return pass_other();
    case Kind::Invisible:
      return;
    }
  }

private:
  // Next to the last group but for a narrow gap.
  bool is_near() const { return !broken_ && gap_ > 0 && gap_ <= kWidestGap; }

  void add(char digit, size_t start, size_t end) {
    if (!open_) {
      if (!groups.empty())
        groups.back().joins_next = is_near();
      groups.push_back({{}, start, end});
      gap_ = 0;
      broken_ = false;
    }
    open_ = true;
    groups.back().digits += digit;
    groups.back().end = end;
  }

  bool open_ = false;   // the last group may still grow
  bool broken_ = false; // something else than a gap since the last group
  size_t gap_ = 0;      // characters
};

} // namespace

bool is_check_x(std::string_view text) {
  size_t at = 0;
  return !text.empty() && is_ten(next_code_point(text, at)) && at == text.size();
}

std::vector<DigitGroup> digit_groups(std::string_view text) {
  GroupReader reader;
  for (size_t at = 0; at < text.size();) {
    if (const size_t han = end_of_han(text, at); han > at) {
      reader.pass_other();
      at = han;
      continue;
    }
    const size_t start = at;
    const char32_t c = next_code_point(text, at);
    reader.take(c, start, at);
  }
  return std::move(reader.groups);
}

void whole_numbers(const std::vector<DigitGroup>& groups, size_t shortest, size_t longest,
                   const EnoughSeen& see) {
  DigitSpan span;
  for (size_t first = 0; first < groups.size(); ++first) {
    span.digits.clear();
    span.start = groups[first].start;
    span.groups = 0;
    for (size_t i = first; i < groups.size(); ++i) {
      if (span.digits.size() + groups[i].digits.size() > longest)
        break;
      span.digits += groups[i].digits;
      span.end = groups[i].end;
      ++span.groups;
      if (span.digits.size() >= shortest && see(span))
        return;
      if (!groups[i].joins_next)
        break;
    }
  }
}

std::vector<DigitSpan> whole_numbers(const std::vector<DigitGroup>& groups, size_t shortest,
                                     size_t longest) {
  std::vector<DigitSpan> out;
  whole_numbers(groups, shortest, longest, [&](const DigitSpan& span) {
    out.push_back(span);
    return false;
  });
  return out;
}

bool is_id_number(std::string_view digits) {
  return has_birth_date(digits) && check_digit(digits) == digits[17];
}

bool is_near_id_number(std::string_view digits) {
  return has_birth_date(digits) && check_digit(digits) != digits[17];
}

bool is_old_id_number(std::string_view digits) {
  if (digits.size() != 15 || !all_digits(digits))
    return false;
  const size_t province = kProvinces.find(digits.substr(0, 2));
  const CivilDate date{1900 + value(digits, 6, 2), value(digits, 8, 2), value(digits, 10, 2)};
  return province != kProvinces.npos && province % 3 == 0 && is_valid(date);
}

bool is_card_number(std::string_view digits) {
  if (digits.size() < 16 || digits.size() > 19 || !all_digits(digits))
    return false;
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    const int doubled = i % 2 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 == 0;
}

bool is_mobile_number(std::string_view digits) {
  if (digits.size() == 13 && digits.substr(0, 2) == "86")
    digits.remove_prefix(2);
  return digits.size() == 11 && all_digits(digits) && digits[0] == '1' && digits[1] >= '3';
}

} // namespace heiban
