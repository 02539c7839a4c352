#include "notice/fee_basis.h"

#include "base/utf8.h"
#include "notice/characters.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr std::u32string_view kClosing = U")]）］】〕﹞〗>〉》}｝";
constexpr std::u32string_view kBetween = U"、，,和及-－—–至第"; // 36、37号; 2005-12号

// A year and a dash before the number: 2005-12.
bool is_year_and_number(std::u32string_view digits) {
  constexpr size_t kYear = 4;
  return digits.size() > kYear + 1 && (digits.starts_with(U"19") || digits.starts_with(U"20")) &&
         std::ranges::all_of(digits.substr(0, kYear), is_digit) &&
         is_one_of(digits[kYear], U"-－—–");
}

// Whether a document's number ends before `end`, where 号 or 期 stands.
bool is_number_before(std::u32string_view text, size_t end, bool of_minutes) {
  size_t from = end, digits = 0;
  while (from > 0 && (is_digit(text[from - 1]) || is_blank(text[from - 1]) ||
                      is_one_of(text[from - 1], kBetween)))
    digits += is_digit(text[--from]);
  if (digits == 0)
    return false;
  const std::u32string_view number = text.substr(from, end - from);
  if (is_year_and_number(number))
    return true;
  return from > 0 &&
         (of_minutes || is_one_of(text[from - 1], kClosing) || is_one_of(text[from - 1], U"年令"));
}

// What a document is about names organs and schools, too: 《省物价局关于普通高中学费的通知》.
std::u32string without_subjects(std::u32string_view text) {
  std::u32string out;
  while (!text.empty()) {
    const size_t about = std::min(text.find(U"关于"), text.size());
    out += text.substr(0, about);
    text.remove_prefix(about);
    text.remove_prefix(std::min(text.find_first_of(U"》（(〔[，。；\n "), text.size()));
  }
  return out;
}

constexpr std::u32string_view kOrgans[] = {U"局",     U"委",   U"厅",     U"政府",
                                           U"国务院", U"人大", U"教育部", U"财政部",
                                           U"国家",   U"部门", U"办公室", U"管理处"};
// A word of these may be part of another: 高中学费.
constexpr std::u32string_view kSchools[] = {U"学校", U"中学", U"小学", U"学院", U"幼儿园", U"中心"};

constexpr std::u32string_view kYearOpens = U"〔﹝[［【(（{｛〖<〈「";
constexpr std::u32string_view kYearCloses = U"〕﹞]］】)）}｝〗>〉」";

size_t skip_blanks(std::u32string_view s, size_t at) {
  while (at < s.size() && is_blank(s[at]))
    ++at;
  return at;
}

std::u32string digits_at(std::u32string_view s, size_t at) {
  std::u32string out;
  for (; at < s.size() && is_digit(s[at]); ++at)
    out += static_cast<char32_t>(U'0' + digit_value(s[at]));
  return out;
}

// The number whose year's bracket opens at `open`, in whatever form; nothing where none does.
std::optional<DocumentForm> document_at(std::u32string_view s, size_t open) {
  size_t at = skip_blanks(s, open + 1);
  const std::u32string year = digits_at(s, at);
  if (year.size() != 4 || !(year.starts_with(U"19") || year.starts_with(U"20")))
    return {};
  at = skip_blanks(s, at + year.size());
  const bool worded = at < s.size() && s[at] == U'年';
  at += worded;
  if (at >= s.size() || !is_one_of(s[at], kYearCloses))
    return {};
  const bool tortoise = is_one_of(s[open], U"〔﹝") && is_one_of(s[at], U"〕﹞");
  at = skip_blanks(s, at + 1);
  const bool ordinal = at < s.size() && s[at] == U'第';
  if (ordinal)
    at = skip_blanks(s, at + 1);
  std::u32string number = digits_at(s, at);
  at = skip_blanks(s, at + number.size());
  if (number.empty() || at >= s.size() || s[at] != U'号')
    return {};
  const bool right = tortoise && !worded && !ordinal && number[0] != U'0';
  number.erase(0, std::min(number.find_first_not_of(U'0'), number.size() - 1));
  return DocumentForm{to_utf8(s.substr(open, at + 1 - open)),
                      right ? std::string() : to_utf8(U"〔" + year + U"〕" + number + U"号")};
}

} // namespace

bool names_document(std::string_view text) {
  const std::u32string s = to_utf32(text);
  const bool of_minutes = s.find(U"纪要") != s.npos;
  for (size_t at = 0; at < s.size(); ++at) {
    const bool order = s[at] == U'号' && at + 1 < s.size() && s[at + 1] == U'令'; // 第5号令
    if (s[at] == U'号' && is_number_before(s, at, of_minutes || order))
      return true;
    if (s[at] == U'期' && of_minutes && is_number_before(s, at, true))
      return true;
  }
  return false;
}

bool names_organ(std::string_view text) {
  const std::u32string s = without_subjects(to_utf32(text));
  const auto has = [&](std::u32string_view organ) { return s.find(organ) != s.npos; };
  return std::ranges::any_of(kOrgans, has) ||
         std::ranges::any_of(kSchools, [&](std::u32string_view school) {
           for (size_t at = s.find(school); at != s.npos; at = s.find(school, at + 1))
             if (at + school.size() >= s.size() || !is_han(s[at + school.size()]))
               return true;
           return false;
         });
}

std::optional<DocumentForm> misformed_document(std::string_view text) {
  const std::u32string s = to_utf32(text);
  for (size_t open = s.find_first_of(kYearOpens); open != s.npos;
       open = s.find_first_of(kYearOpens, open + 1))
    if (std::optional<DocumentForm> found = document_at(s, open); found && !found->right.empty())
      return found;
  return {};
}

} // namespace heiban
