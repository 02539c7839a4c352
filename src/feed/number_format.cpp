#include "feed/number_format.h"

#include "base/utf8.h"
#include "feed/format_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace heiban {
namespace {

// Excel's General: at most 11 significant digits for what a cell shows.
std::string general(double value) {
  if (value == std::floor(value) && std::fabs(value) < 1e15)
    return fmt::format("{:.0f}", value);
  std::string out = fmt::format("{:.{}g}", value, std::fabs(value) < 1e11 ? 11 : 6);
  if (out.find('e') != std::string::npos)
    std::replace(out.begin(), out.end(), 'e', 'E');
  return out;
}

// To `places` decimals as a spreadsheet rounds: of the 15 digits it keeps, half away from zero. So
// 2.675 becomes 2.68 although the nearest double lies below it.
double rounded(double value, int places) {
  const double scale = std::pow(10, places);
  const std::string kept = fmt::format("{:.14e}", value * scale);
  double scaled = 0;
  std::from_chars(kept.data(), kept.data() + kept.size(), scaled);
  return std::fabs(scaled) < 1e15 ? std::floor(scaled + 0.5) / scale : value;
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
    const FormatPiece& piece = section.pieces[i];
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
  // What Excel shows at most, too; a longer code was made to hurt.
  constexpr int kMostDigits = 30;
  for (int* count : {&digits.least_whole, &digits.least_fraction, &digits.most_fraction})
    *count = std::min(*count, kMostDigits);
  digits.thousands = commas; // commas behind the last placeholder divide by 1,000 each
  return digits;
}

std::string digits_text(double value, const Digits& digits) {
  std::string text =
      fmt::format("{:.{}f}", rounded(value, digits.most_fraction), digits.most_fraction);
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
  if (digits.least_whole == 0 && whole == "0")
    whole.clear(); // # and ? show no lone zero
  while (whole.size() < static_cast<size_t>(digits.least_whole))
    whole.insert(0, 1, '0');
  if (digits.grouped)
    for (size_t i = whole.size(); i > 3; i -= 3)
      whole.insert(i - 3, 1, ',');
  return whole + fraction;
}

std::vector<size_t> whole_places(const Section& section) {
  std::vector<size_t> out;
  for (size_t i = 0; i < section.pieces.size(); ++i) {
    const FormatPiece& piece = section.pieces[i];
    if (!piece.literal && piece.text == ".")
      break;
    if (!piece.literal && std::string_view("0#?").find(piece.text) != std::string_view::npos)
      out.push_back(i);
  }
  return out;
}

// Words between the digits (0000-0000000): each place takes its digit, the first all the rest.
// Empty where no words stand between them.
std::vector<std::string> digits_by_place(const Section& section, double value) {
  const std::vector<size_t> places = whole_places(section);
  bool parted = false;
  for (size_t i = places.empty() ? 0 : places.front(); !places.empty() && i < places.back(); ++i)
    parted = parted || section.pieces[i].literal;
  if (!parted || digits_of(section).most_fraction > 0)
    return {};
  std::vector<std::string> out(section.pieces.size());
  std::string digits = fmt::format("{:.0f}", rounded(value, 0));
  for (size_t i = places.size(); i-- > 0;) {
    std::string& here = out[places[i]];
    if (i == 0)
      here = digits;
    else if (!digits.empty())
      here = digits.back(), digits.pop_back();
    if (here.empty() && section.pieces[places[i]].text == "0")
      here = "0";
  }
  return out;
}

std::string format_decimal(const Section& section, double value) {
  const Digits digits = digits_of(section);
  const std::vector<std::string> placed = digits_by_place(section, value);
  std::string out;
  for (size_t i = 0; i < section.pieces.size(); ++i) {
    const FormatPiece& piece = section.pieces[i];
    if (piece.literal)
      out += piece.text;
    else if (piece.text == "%")
      out += "%";
    else if (piece.text == "general" || piece.text == "@")
      out += general(value);
    else if (!placed.empty())
      out += placed[i];
    else if (i == digits.first)
      out += digits.scientific ? fmt::format("{:.{}E}", value, digits.most_fraction)
                               : digits_text(value * std::pow(100, digits.percents) /
                                                 std::pow(1000, digits.thousands),
                                             digits);
  }
  return out;
}

bool has_text_place(const Section& section) {
  return std::ranges::any_of(section.pieces,
                             [](const FormatPiece& p) { return !p.literal && p.text == "@"; });
}

// Which section a number takes. One: all; two: negatives apart; three: zero apart; or by condition.
size_t section_for(double value, std::span<const Section> sections) {
  // The fourth is for texts, and so is a last one with an @.
  size_t numbers = std::min<size_t>(sections.size(), 3);
  if (numbers > 1 && has_text_place(sections[numbers - 1]))
    --numbers;
  for (size_t i = 0; i < numbers; ++i)
    if (sections[0].condition.sign && (holds(sections[i].condition, value) || i + 1 == numbers))
      return i;
  if (value < 0 && numbers >= 2)
    return 1;
  return value == 0 && numbers >= 3 ? 2 : 0;
}

// The system's own long date and time, as Chinese Windows shows them.
std::string_view system_format(std::string_view code) {
  if (code.starts_with("[$-F800]") || code.starts_with("[$-f800]"))
    return "yyyy\"年\"m\"月\"d\"日\"";
  if (code.starts_with("[$-F400]") || code.starts_with("[$-f400]"))
    return "h:mm:ss";
  return code;
}

} // namespace

std::vector<Section> read_number_format(std::string_view code) {
  // A spreadsheet takes 255 characters at most; a longer code, or one of very many placeholders,
  // was made to cost time in every cell that has it.
  constexpr size_t kLongestCode = 255, kMostPieces = 64;
  std::vector<Section> sections;
  if (code.empty() || count_code_points(code) > kLongestCode)
    return sections;
  for (const std::string_view part : split_sections(system_format(code))) {
    sections.push_back(read_section(part));
    if (sections.back().pieces.size() > kMostPieces)
      return {};
  }
  return sections;
}

std::string format_number(double value, std::string_view code, bool base_1904) {
  return format_number(value, read_number_format(code), base_1904);
}

std::string format_number(double value, std::span<const Section> sections, bool base_1904) {
  if (!std::isfinite(value))
    return {};
  if (sections.empty())
    return general(value);
  const size_t which = section_for(value, sections);
  const Section& section = sections[which];
  // No serial beyond the year 9999 is a date, whatever its cell says.
  if (section.is_date && value >= 0 && value < 2'958'466)
    return format_date(section, value, base_1904);
  if (section.is_date || section.fraction)
    return general(value);
  // Longer than any amount, count or phone number, and slow to write out digit by digit.
  constexpr double kMostWritten = 1e21;
  if (std::fabs(value) >= kMostWritten)
    return general(value);
  // A code without any placeholder shows its words alone; one that is empty hides the number.
  const std::string out = format_decimal(section, std::fabs(value));
  const bool signs_itself = which == 1 && !sections[0].condition.sign;
  return value < 0 && !signs_itself && !out.empty() ? "-" + out : out;
}

std::string format_text(const std::string& text, std::span<const Section> sections) {
  if (sections.size() != 1 && sections.size() != 4)
    return text;
  const Section& section = sections.back();
  if (!has_text_place(section))
    return sections.size() == 4 && section.pieces.empty() ? std::string() : text; // ;;; hides it
  std::string out;
  for (const FormatPiece& piece : section.pieces)
    out += piece.literal ? piece.text : piece.text == "@" ? text : "";
  return out;
}

} // namespace heiban
