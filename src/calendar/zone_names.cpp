#include "calendar/zone_names.h"

#include <algorithm>

namespace heiban {
namespace {

struct Row {
  std::u32string_view name;
  NamedZone zone;
};

constexpr int kZoneHour = 60; // minutes
constexpr SummerTime kNone = SummerTime::None, kEurope = SummerTime::Europe,
                     kAmerica = SummerTime::America, kAustralia = SummerTime::Australia;

constexpr Row kZones[] = {
    {U"asia/shanghai", {8 * kZoneHour, kNone}},
    {U"asia/chongqing", {8 * kZoneHour, kNone}},
    {U"asia/harbin", {8 * kZoneHour, kNone}},
    {U"asia/urumqi", {8 * kZoneHour, kNone}}, // offices there keep Beijing's time
    {U"asia/beijing", {8 * kZoneHour, kNone}},
    {U"asia/hong_kong", {8 * kZoneHour, kNone}},
    {U"asia/macau", {8 * kZoneHour, kNone}},
    {U"asia/taipei", {8 * kZoneHour, kNone}},
    {U"asia/singapore", {8 * kZoneHour, kNone}},
    {U"asia/kuala_lumpur", {8 * kZoneHour, kNone}},
    {U"asia/manila", {8 * kZoneHour, kNone}},
    {U"asia/tokyo", {9 * kZoneHour, kNone}},
    {U"asia/seoul", {9 * kZoneHour, kNone}},
    {U"asia/bangkok", {7 * kZoneHour, kNone}},
    {U"asia/jakarta", {7 * kZoneHour, kNone}},
    {U"asia/ho_chi_minh", {7 * kZoneHour, kNone}},
    {U"asia/kolkata", {5 * kZoneHour + 30, kNone}},
    {U"asia/calcutta", {5 * kZoneHour + 30, kNone}},
    {U"asia/dubai", {4 * kZoneHour, kNone}},
    {U"australia/perth", {8 * kZoneHour, kNone}},
    {U"australia/brisbane", {10 * kZoneHour, kNone}},
    {U"australia/sydney", {10 * kZoneHour, kAustralia}},
    {U"australia/melbourne", {10 * kZoneHour, kAustralia}},
    {U"europe/london", {0, kEurope}},
    {U"europe/dublin", {0, kEurope}},
    {U"europe/lisbon", {0, kEurope}},
    {U"europe/paris", {kZoneHour, kEurope}},
    {U"europe/berlin", {kZoneHour, kEurope}},
    {U"europe/brussels", {kZoneHour, kEurope}},
    {U"europe/amsterdam", {kZoneHour, kEurope}},
    {U"europe/madrid", {kZoneHour, kEurope}},
    {U"europe/rome", {kZoneHour, kEurope}},
    {U"europe/vienna", {kZoneHour, kEurope}},
    {U"europe/zurich", {kZoneHour, kEurope}},
    {U"europe/prague", {kZoneHour, kEurope}},
    {U"europe/warsaw", {kZoneHour, kEurope}},
    {U"europe/budapest", {kZoneHour, kEurope}},
    {U"europe/stockholm", {kZoneHour, kEurope}},
    {U"europe/oslo", {kZoneHour, kEurope}},
    {U"europe/copenhagen", {kZoneHour, kEurope}},
    {U"europe/athens", {2 * kZoneHour, kEurope}},
    {U"europe/helsinki", {2 * kZoneHour, kEurope}},
    {U"europe/kiev", {2 * kZoneHour, kEurope}},
    {U"europe/istanbul", {3 * kZoneHour, kNone}},
    {U"europe/moscow", {3 * kZoneHour, kNone}},
    {U"america/new_york", {-5 * kZoneHour, kAmerica}},
    {U"america/detroit", {-5 * kZoneHour, kAmerica}},
    {U"america/toronto", {-5 * kZoneHour, kAmerica}},
    {U"us/eastern", {-5 * kZoneHour, kAmerica}},
    {U"america/chicago", {-6 * kZoneHour, kAmerica}},
    {U"us/central", {-6 * kZoneHour, kAmerica}},
    {U"america/denver", {-7 * kZoneHour, kAmerica}},
    {U"us/mountain", {-7 * kZoneHour, kAmerica}},
    {U"america/phoenix", {-7 * kZoneHour, kNone}},
    {U"america/los_angeles", {-8 * kZoneHour, kAmerica}},
    {U"america/vancouver", {-8 * kZoneHour, kAmerica}},
    {U"us/pacific", {-8 * kZoneHour, kAmerica}},
    {U"america/halifax", {-4 * kZoneHour, kAmerica}},
    {U"america/bogota", {-5 * kZoneHour, kNone}},
    {U"america/sao_paulo", {-3 * kZoneHour, kNone}},
};

// The n-th Sunday of a month; 0: the last.
CivilDate sunday(int year, int month, int n) {
  const CivilDate first{year, month, 1};
  const CivilDate begin = add_days(first, 7 - weekday(first)); // weekday: Monday is 1, Sunday 7
  if (n > 0)
    return add_days(begin, (n - 1) * 7);
  const CivilDate fifth = add_days(begin, 28);
  return fifth.month == month ? fifth : add_days(begin, 21);
}

bool is_before(const CivilTime& local, CivilDate date, int hour) {
  return local.date < date || (local.date == date && local.hour < hour);
}

} // namespace

const NamedZone* find_named_zone(std::u32string_view name) {
  const auto* row = std::ranges::find(kZones, name, &Row::name);
  return row != std::end(kZones) ? &row->zone : nullptr;
}

int summer_minutes(SummerTime rule, const CivilTime& local, int standard) {
  const int year = local.date.year;
  bool summer = false;
  switch (rule) {
  case SummerTime::None:
    break;
  case SummerTime::Europe: { // at 01:00 UTC everywhere
    const int hour = 1 + standard / kZoneHour;
    summer = !is_before(local, sunday(year, 3, 0), hour) &&
             is_before(local, sunday(year, 10, 0), hour + 1);
    break;
  }
  case SummerTime::America: { // Energy Policy Act of 2005, in force since 2007
    const bool longer = year >= 2007;
    summer = !is_before(local, longer ? sunday(year, 3, 2) : sunday(year, 4, 1), 2) &&
             is_before(local, longer ? sunday(year, 11, 1) : sunday(year, 10, 0), 2);
    break;
  }
  case SummerTime::Australia:
    summer = is_before(local, sunday(year, 4, 1), 3) || !is_before(local, sunday(year, 10, 1), 2);
    break;
  }
  return summer ? kZoneHour : 0;
}

} // namespace heiban
