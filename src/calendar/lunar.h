// The Chinese lunar date of a civil day, as the head strip shows it: 十月十五, 闰六月初一,
// 正月初一. screen's live date label calls it. It knows no festivals, solar terms or years of the
// stems and branches, and only 2000 to 2050.
#pragma once

#include "calendar/instant.h"

#include <string>

namespace heiban {

struct LunarDate {
  int month = 0; // 1 正月 … 12 腊月; 0: not known
  bool leap = false;
  int day = 0; // 1 初一 … 30 三十
  bool operator==(const LunarDate&) const = default;
};

// By the calendar of GB/T 33661-2017: Beijing days, lunar years 2000 to 2050.
LunarDate lunar_date(CivilDate date);

// "农历十月十五"; empty where lunar_date knows nothing.
std::string lunar_zh(CivilDate date);

} // namespace heiban
