#include "feed/number_format.h"

#include "calendar/instant.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace heiban {
namespace {

// One piece of a format section: literal text, or a token in lower case.
struct Piece {
  bool literal = false;
  std::string text;
};

struct Section {
  std::vector<Piece> pieces;
  bool is_date = false, twelve_hours = false;
};

bool starts_with_nocase(std::string_view s, std::string_view lower) {
  return s.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), s.begin(), [](char a, char b) {
           return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
         });
}

std::vector<std::string_view> split_sections(std::string_view code) {
  std::vector<std::string_view> out;
  size_t from = 0;
  bool quoted = false;
  for (size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '"')
      quoted = !quoted;
    else if (code[i] == '\\' && !quoted)
      ++i;
    else if (code[i] == ';' && !quoted)
      out.push_back(code.substr(from, i - from)), from = i + 1;
  }
  out.push_back(code.substr(from));
  return out;
}

// [$￥-804] carries a currency sign; [h] elapsed time; [Red], [>100] and [DBNum1] nothing we show.
void read_bracket(std::string_view inside, Section& section) {
  if (!inside.empty() && inside[0] == '$') {
    section.pieces.push_back({true, std::string(inside.substr(1, inside.find('-') - 1))});
  } else if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) {
    section.pieces.push_back(
        {false, std::string("[") + static_cast<char>(std::tolower(inside[0]))});
    section.is_date = true;
  }
}

constexpr std::string_view kDayHalves[] = {"am/pm", "a/p", "上午/下午"};

Section read_section(std::string_view code) {
  Section section;
  for (size_t i = 0; i < code.size();) {
    const char c = code[i];
    const auto half = std::find_if(std::begin(kDayHalves), std::end(kDayHalves),
                                   [&](auto h) { return starts_with_nocase(code.substr(i), h); });
    if (c == '"') {
      const size_t close = std::min(code.find('"', i + 1), code.size());
      section.pieces.push_back({true, std::string(code.substr(i + 1, close - i - 1))});
      i = close + 1;
    } else if (c == '\\') {
      size_t next = i + 1;
      while (next + 1 < code.size() && (code[next + 1] & 0xC0) == 0x80)
        ++next;
      section.pieces.push_back({true, std::string(code.substr(i + 1, next - i))});
      i = next + 1;
    } else if (c == '_' || c == '*') {
      i += 2; // a blank as wide as the next character, or fill: nothing in plain text
    } else if (c == '[') {
      const size_t close = std::min(code.find(']', i), code.size());
      read_bracket(code.substr(i + 1, close - i - 1), section);
      i = close + 1;
    } else if (half != std::end(kDayHalves)) {
      section.pieces.push_back({false, std::string(*half)});
      section.is_date = section.twelve_hours = true;
      i += half->size();
    } else if (starts_with_nocase(code.substr(i), "general")) {
      section.pieces.push_back({false, "general"});
      i += 7;
    } else if (std::string_view("yYmMdDhHsSeE").find(c) != std::string_view::npos &&
               !((c == 'e' || c == 'E') && i + 1 < code.size() &&
                 (code[i + 1] == '+' || code[i + 1] == '-'))) {
      const char lower = static_cast<char>(std::tolower(c));
      size_t end = i;
      while (end < code.size() && std::tolower(code[end]) == lower)
        ++end;
      section.pieces.push_back({false, std::string(end - i, lower)});
      section.is_date = true;
      i = end;
    } else if (c == 'e' || c == 'E') { // E+00: the exponent's digits are not the number's
      section.pieces.push_back({false, "E"});
      i = std::min(code.find_first_not_of("0#?", i + 2), code.size());
    } else if (std::string_view("0#?.,%@").find(c) != std::string_view::npos) {
      section.pieces.push_back({false, std::string(1, c)});
      ++i;
    } else {
      section.pieces.push_back({true, std::string(1, c)});
      ++i;
    }
  }
  return section;
}

// Excel's General: at most 11 significant digits for what a cell shows.
std::string general(double value) {
  if (value == std::floor(value) && std::fabs(value) < 1e15)
    return fmt::format("{:.0f}", value);
  std::string out = fmt::format("{:.{}g}", value, std::fabs(value) < 1e11 ? 11 : 6);
  if (out.find('e') != std::string::npos)
    std::replace(out.begin(), out.end(), 'e', 'E');
  return out;
}

struct Moment {
  CivilTime time;
  double days = 0; // elapsed, for [h]
};

Moment moment_of(double serial, bool base_1904) {
  // Excel's 1900 system counts a 29 February 1900 that never was: serials below 60 are one day off.
  const double shifted = base_1904 ? serial + 1462 : (serial < 60 ? serial + 1 : serial);
  const auto seconds = static_cast<int64_t>(std::llround(shifted * 86400.0));
  constexpr int64_t kUnixEpochSerial = 25569;
  const int64_t day = seconds >= 0 ? seconds / kDay : -((-seconds + kDay - 1) / kDay);
  const auto rest = static_cast<int>(seconds - day * kDay);
  return {{civil_date(day - kUnixEpochSerial), rest / 3600, rest / 60 % 60, rest % 60}, serial};
}

constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};

std::string month_text(int month, size_t width) {
  if (width <= 2)
    return fmt::format("{:0{}}", month, width);
  const std::string_view name = kMonths[month - 1];
  return std::string(width == 3 ? name.substr(0, 3) : width == 5 ? name.substr(0, 1) : name);
}

std::string day_text(CivilDate date, size_t width) {
  if (width <= 2)
    return fmt::format("{:0{}}", date.day, width);
  const std::string_view name = kDays[weekday(date) - 1];
  return std::string(width == 3 ? name.substr(0, 3) : name);
}

std::string half_text(std::string_view token, int hour) {
  if (token[0] == 'a')
    return token.size() > 3 ? (hour < 12 ? "AM" : "PM") : (hour < 12 ? "A" : "P");
  return hour < 12 ? "上午" : "下午";
}

// "m" is a minute after an hour or before a second (ECMA-376 §18.8.31), else a month.
bool is_minute(const std::vector<Piece>& pieces, size_t at) {
  for (size_t i = at; i-- > 0;) {
    if (pieces[i].literal)
      continue;
    if (pieces[i].text[0] == 'h' || pieces[i].text.substr(0, 2) == "[h")
      return true;
    break;
  }
  for (size_t i = at + 1; i < pieces.size(); ++i) {
    if (pieces[i].literal)
      continue;
    return pieces[i].text[0] == 's';
  }
  return false;
}

std::string format_date(const Section& section, double value, bool base_1904) {
  const Moment moment = moment_of(value, base_1904);
  const CivilTime& time = moment.time;
  std::string out;
  for (size_t i = 0; i < section.pieces.size(); ++i) {
    const Piece& piece = section.pieces[i];
    const size_t width = piece.text.size();
    if (piece.literal || std::string_view(".,").find(piece.text) != std::string_view::npos)
      out += piece.text;
    else if (piece.text.find('/') != std::string::npos)
      out += half_text(piece.text, time.hour);
    else if (piece.text == "[h")
      out += fmt::format("{}", static_cast<int64_t>(moment.days * 24 + 1e-9));
    else if (piece.text[0] == 'y' || piece.text[0] == 'e')
      out += piece.text[0] == 'y' && width <= 2 ? fmt::format("{:02}", time.date.year % 100)
                                                : fmt::format("{}", time.date.year);
    else if (piece.text[0] == 'm')
      out += is_minute(section.pieces, i)
                 ? fmt::format("{:0{}}", time.minute, std::min<size_t>(width, 2))
                 : month_text(time.date.month, width);
    else if (piece.text[0] == 'd')
      out += day_text(time.date, width);
    else if (piece.text[0] == 'h')
      out += fmt::format("{:0{}}", section.twelve_hours ? (time.hour + 11) % 12 + 1 : time.hour,
                         std::min<size_t>(width, 2));
    else if (piece.text[0] == 's')
      out += fmt::format("{:0{}}", time.second, std::min<size_t>(width, 2));
  }
  return out;
}

// The digit placeholders of a section, counted: 0 and # before and after the point.
struct Digits {
  size_t first = std::string::npos, last = 0; // pieces they span
  int least_whole = 0, least_fraction = 0, most_fraction = 0, percents = 0, thousands = 0;
  bool grouped = false, scientific = false;
};

Digits digits_of(const Section& section) {
  Digits digits;
  bool after_point = false;
  int commas = 0;
  for (size_t i = 0; i < section.pieces.size(); ++i) {
    const Piece& piece = section.pieces[i];
    if (piece.literal)
      continue;
    const char c = piece.text[0];
    if (c == '%')
      ++digits.percents;
    if (c == 'E' || c == 'e')
      digits.scientific = true;
    if (c == ',')
      ++commas;
    if (c == '.')
      after_point = true;
    if (c != '0' && c != '#' && c != '?' && c != '.')
      continue;
    digits.first = std::min(digits.first, i);
    digits.last = i;
    if (c != '.')
      digits.grouped = digits.grouped || (commas > 0 && !after_point), commas = 0;
    if (c == '0')
      ++(after_point ? digits.least_fraction : digits.least_whole);
    if (after_point && c != '.')
      ++digits.most_fraction;
  }
  digits.thousands = commas; // commas behind the last placeholder divide by 1,000 each
  return digits;
}

std::string digits_text(double value, const Digits& digits) {
  std::string text = fmt::format("{:.{}f}", value, digits.most_fraction);
  const size_t point = text.find('.');
  if (point != std::string::npos) {
    size_t least = point + 1 + static_cast<size_t>(digits.least_fraction);
    while (text.size() > least && text.back() == '0')
      text.pop_back();
    if (text.back() == '.' && digits.least_fraction == 0)
      text.pop_back();
  }
  std::string whole = text.substr(0, text.find('.'));
  const std::string fraction = text.substr(whole.size());
  if (digits.least_whole == 0 && whole == "0" && !fraction.empty())
    whole.clear();
  while (whole.size() < static_cast<size_t>(digits.least_whole))
    whole.insert(0, 1, '0');
  if (digits.grouped)
    for (size_t i = whole.size(); i > 3; i -= 3)
      whole.insert(i - 3, 1, ',');
  return whole + fraction;
}

std::string format_decimal(const Section& section, double value) {
  const Digits digits = digits_of(section);
  std::string out;
  for (size_t i = 0; i < section.pieces.size(); ++i) {
    const Piece& piece = section.pieces[i];
    if (piece.literal)
      out += piece.text;
    else if (piece.text == "%")
      out += "%";
    else if (piece.text == "general" || piece.text == "@")
      out += general(value);
    else if (i == digits.first)
      out += digits.scientific ? fmt::format("{:.{}E}", value, digits.most_fraction)
                               : digits_text(value * std::pow(100, digits.percents) /
                                                 std::pow(1000, digits.thousands),
                                             digits);
  }
  return out;
}

} // namespace

std::string_view built_in_number_format(int id) {
  switch (id) {
  case 1:
    return "0";
  case 2:
    return "0.00";
  case 3:
    return "#,##0";
  case 4:
    return "#,##0.00";
  case 5:
  case 6:
    return "¥#,##0";
  case 7:
  case 8:
    return "¥#,##0.00";
  case 9:
    return "0%";
  case 10:
    return "0.00%";
  case 11:
    return "0.00E+00";
  case 14:
    return "yyyy/m/d";
  case 15:
    return "d-mmm-yy";
  case 16:
    return "d-mmm";
  case 17:
    return "mmm-yy";
  case 18:
    return "h:mm AM/PM";
  case 19:
    return "h:mm:ss AM/PM";
  case 20:
    return "h:mm";
  case 21:
    return "h:mm:ss";
  case 22:
    return "yyyy/m/d h:mm";
  case 37:
  case 38:
    return "#,##0";
  case 39:
  case 40:
    return "#,##0.00";
  case 45:
    return "mm:ss";
  case 46:
    return "[h]:mm:ss";
  case 47:
    return "mm:ss.0";
  case 49:
    return "@";
  case 27:
  case 36:
  case 50:
  case 52:
  case 57:
    return "yyyy\"年\"m\"月\"";
  case 28:
  case 29:
  case 51:
  case 53:
  case 54:
  case 58:
    return "m\"月\"d\"日\"";
  case 30:
    return "m-d-yy";
  case 31:
    return "yyyy\"年\"m\"月\"d\"日\"";
  case 32:
    return "h\"时\"mm\"分\"";
  case 33:
    return "h\"时\"mm\"分\"ss\"秒\"";
  case 34:
  case 55:
    return "上午/下午h\"时\"mm\"分\"";
  case 35:
  case 56:
    return "上午/下午h\"时\"mm\"分\"ss\"秒\"";
  default:
    return {};
  }
}

std::string format_number(double value, std::string_view code, bool base_1904) {
  if (!std::isfinite(value))
    return {};
  if (code.empty())
    return general(value);
  const std::vector<std::string_view> sections = split_sections(code);
  // One section: all numbers; two: negatives apart; three and four: zero apart, texts last.
  size_t which = 0;
  if (value < 0 && sections.size() >= 2)
    which = 1;
  if (value == 0 && sections.size() >= 3)
    which = 2;
  const Section section = read_section(sections[which]);
  // No serial beyond the year 9999 is a date, whatever its cell says.
  if (section.is_date && value >= 0 && value < 2'958'466)
    return format_date(section, value, base_1904);
  if (section.is_date)
    return general(value);
  // A code without any placeholder shows its words alone; one that is empty hides the number.
  const std::string out = format_decimal(section, std::fabs(value));
  return value < 0 && which == 0 ? "-" + out : out;
}

} // namespace heiban
