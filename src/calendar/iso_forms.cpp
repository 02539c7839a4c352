#include "calendar/iso_forms.h"

#include <fmt/format.h>

#include <optional>

namespace heiban {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A date's shape: Y, M, D, O (day of year), W (week), d (weekday) are digits; the rest is literal.
struct Shape {
  std::string_view form;
};

struct Parts {
  int year = 0, month = 1, day = 1, ordinal = 0, week = 0, weekday = 1;
  int year_digits = 0;
};

// `text` begins with the shape and what follows is no digit: its parts, and how long it is.
std::optional<Parts> match(std::string_view text, std::string_view form) {
  Parts parts;
  if (text.size() < form.size())
    return std::nullopt;
  if (text.size() > form.size() && (is_digit(text[form.size()]) || text[form.size()] == '-'))
    return std::nullopt;
  for (size_t i = 0; i < form.size(); ++i) {
    int* field = nullptr;
    switch (form[i]) {
    case 'Y':
      field = &parts.year;
      break;
    case 'M':
      field = &parts.month;
      break;
    case 'D':
      field = &parts.day;
      break;
    case 'O':
      field = &parts.ordinal;
      break;
    case 'w':
      field = &parts.week;
      break;
    case 'd':
      field = &parts.weekday;
      break;
    default:
      break;
    }
    if (field == nullptr) {
      if (text[i] != form[i])
        return std::nullopt;
      continue;
    }
    if (!is_digit(text[i]))
      return std::nullopt;
    const bool first = i == 0 || form[i - 1] != form[i];
    *field = (first ? 0 : *field * 10) + (text[i] - '0');
    if (form[i] == 'Y')
      ++parts.year_digits;
  }
  return parts;
}

bool has(std::string_view form, char part) {
  return form.find(part) != std::string_view::npos;
}

// Week 1 holds the year's first Thursday (ISO 8601).
std::optional<CivilDate> week_date(const Parts& parts) {
  if (parts.week < 1 || parts.week > 53 || parts.weekday < 1 || parts.weekday > 7)
    return std::nullopt;
  const CivilDate fourth{parts.year, 1, 4};
  const CivilDate monday = add_days(fourth, 1 - weekday(fourth));
  const CivilDate date = add_days(monday, (parts.week - 1) * 7 + parts.weekday - 1);
  const bool exists = parts.week < 53 || add_days(monday, 52 * 7 + 3).year == parts.year;
  return exists ? std::optional(date) : std::nullopt;
}

std::optional<CivilDate> to_date(Parts parts, std::string_view form, CivilDate today) {
  if (parts.year_digits == 0)
    parts.year = today.year;
  if (parts.year_digits == 2)
    parts.year += parts.year < 70 ? 2000 : 1900;
  if (has(form, 'w'))
    return week_date(parts);
  if (has(form, 'O')) {
    const CivilDate date = add_days({parts.year, 1, 1}, parts.ordinal - 1);
    return parts.ordinal >= 1 && date.year == parts.year ? std::optional(date) : std::nullopt;
  }
  const CivilDate date{parts.year, parts.month, parts.day};
  if (!is_valid(date))
    return std::nullopt;
  if (parts.year_digits == 0 && today < date && is_valid({date.year - 1, date.month, date.day}))
    return CivilDate{date.year - 1, date.month, date.day}; // the nearest past
  return date;
}

} // namespace

std::string calendar_form(std::string_view text, CivilDate today) {
  static constexpr std::string_view kForms[] = {
      "YYYY-Www-d", "YYYYWwwd", "YYYY-Www", "YYYYWww", "YYYY-OOO", "YYYYOOO",     "YYOOO", "YY-OOO",
      "-YY-MM",     "-YYMM",    "--MM-DD",  "--MMDD",  "YYMMDD",   "YYYY-0MM-DD", "YYYYMM"};
  for (std::string_view form : kForms)
    if (const auto parts = match(text, form))
      if (const auto date = to_date(*parts, form, today))
        return iso_date(*date) + std::string(text.substr(form.size()));
  return std::string(text);
}

} // namespace heiban
