// PeriodScan: the words a 公示期 is written in, read off a levelled text: dates, counts of days,
// "from publication", "to". read_publicity decides where to look and what they make together.
// It knows no notice, no calendar and no present: a missing year stays missing.
#pragma once

#include "notice/publicity.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace heiban {

// Full-width forms in half width, dashes of every kind as '-', brackets as ( ), no blanks but one
// between a date in digits and the time after it; line ends stay.
std::u32string levelled(std::string_view text);

bool has_any(std::u32string_view text, std::initializer_list<std::u32string_view> words);
bool ends_with_any(std::u32string_view text, std::initializer_list<std::u32string_view> words);

struct SpokenDate {                 // 2026年11月25日 17:30; as much of it as is written
  int year = 0, month = 0, day = 0; // 0: not written
  bool at_midnight = false;         // 0时: the day before is the last
};

struct SpokenCount { // 5个工作日, 五天, 一周, 一个月
  int days = 0, months = 0;
  DayCount counted = DayCount::Calendar;
};

// Each reads at the scan's place and moves past what it read; nothing read, nothing moved.
class PeriodScan {
public:
  PeriodScan(std::u32string_view text, size_t at) : text_(text), at_(at) {}

  std::optional<SpokenDate> date(bool day_alone_allowed); // 29日 after 11月25日至
  std::optional<SpokenCount> count();
  bool publication(); // 公示之日, 本公示发布之日, 公示的次日, 即日
  bool to();          // 至, 到, -
  bool word(std::u32string_view word);
  bool any(std::initializer_list<std::u32string_view> words);  // the first that fits
  void skip(std::initializer_list<std::u32string_view> words); // as often as they fit, to a bound

  size_t at() const { return at_; }
  std::u32string_view rest() const { return text_.substr(std::min(at_, text_.size())); }

private:
  bool leaves_out_days_off();
  bool said_publicly();
  int number(); // 11, 十一; 0: none
  int year();
  bool month_and_day(SpokenDate& date);
  bool numeric(SpokenDate& date);
  void weekday();
  void time_of_day(SpokenDate& date);
  char32_t here() const { return at_ < text_.size() ? text_[at_] : U'\0'; }

  std::u32string_view text_;
  size_t at_;
};

} // namespace heiban
