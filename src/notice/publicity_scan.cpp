#include "notice/publicity_scan.h"

#include "base/utf8.h"
#include "notice/characters.h"

#include <array>

namespace heiban {
namespace {

using namespace std::string_view_literals;

constexpr int kLargestNumber = 99'999'999; // 20261125
constexpr int kMostDays = 366;
constexpr int kLeastShortYear = 20;  // 26年, 26.11.25
constexpr int kMostSkipped = 24;     // words; a text of nothing else is no date
constexpr int kMostVerbs = 6;        // 挂网公示发布
constexpr size_t kWidestBlank = 12;  // and the time after it
constexpr size_t kLongestPlace = 24; // code points of "在县教育局网站"

// Numbers as they are written on a cheque, too.
char32_t levelled_han(char32_t c) {
  switch (c) {
  case U'零':
    return U'〇';
  case U'両':
    return U'两';
  case U'壹':
    return U'一';
  case U'贰':
    return U'二';
  case U'叁':
    return U'三';
  case U'肆':
    return U'四';
  case U'伍':
    return U'五';
  case U'陆':
    return U'六';
  case U'柒':
    return U'七';
  case U'捌':
    return U'八';
  case U'玖':
    return U'九';
  case U'拾':
    return U'十';
  default:
    return c;
  }
}

// By their last byte, which tells most Han apart from all of these.
constexpr std::array<bool, 256> kMayLevel = [] {
  std::array<bool, 256> out{};
  for (const char32_t c : U"零両壹贰叁肆伍陆柒捌玖拾"sv)
    out[c & 0xFF] = true;
  return out;
}();

char32_t levelled(char32_t c) {
  if (is_han(c))
    return levelled_han(c);
  if (is_digit(c))
    return static_cast<char32_t>('0' + digit_value(c));
  if (is_one_of(c, U"－—–−‒―‐‑-~～〜∼﹣─━→"))
    return U'-';
  if (is_one_of(c, U"（[［【〔〖｛{"))
    return U'(';
  if (is_one_of(c, U"）]］】〕〗｝}"))
    return U')';
  const std::u32string_view from = U"：︰，、．／○◯⚪", to = U"::,,./〇〇〇";
  const size_t at = from.find(c);
  return at == from.npos ? c : to[at];
}

int han_digit(char32_t c) {
  const std::u32string_view digits = U"〇一二三四五六七八九";
  const size_t at = digits.find(c);
  if (c == U'两')
    return 2;
  return at == digits.npos ? -1 : static_cast<int>(at);
}

bool is_han_number(char32_t c) {
  return han_digit(c) >= 0 || c == U'十';
}

// 十, 十五, 二十, 二十五, 五; 0 for anything else.
int han_value(std::u32string_view s) {
  const size_t ten = s.find(U'十');
  if (ten == s.npos)
    return s.size() == 1 ? std::max(han_digit(s[0]), 0) : 0;
  const int tens = ten == 0 ? 1 : ten == 1 ? han_digit(s[0]) : -1;
  const int ones = ten + 1 == s.size() ? 0 : ten + 2 == s.size() ? han_digit(s[ten + 1]) : -1;
  return tens < 0 || ones < 0 ? 0 : tens * 10 + ones;
}

// 2026-11-25 08:30: the blank, lest the day read 2508.
bool parts_day_from_clock(std::u32string_view text, size_t blank, const std::u32string& before) {
  if (before.empty() || !is_digit(before.back()))
    return false;
  text = text.substr(0, blank + kWidestBlank);
  const size_t hour = std::min(text.find_first_not_of(text[blank], blank), text.size());
  size_t end = hour;
  while (end < text.size() && end - hour < 3 && is_digit(text[end]))
    ++end;
  const size_t digits = end - hour;
  return (digits == 1 || digits == 2) && end < text.size() && is_one_of(text[end], U":：时点");
}

// 11月25日一12月1日: the number that looks like a dash, typed for one.
bool is_typed_for_dash(std::u32string_view text, size_t at, const std::u32string& before) {
  if (before.empty() || (!is_digit(before.back()) && !is_one_of(before.back(), U"日号)")))
    return false;
  const size_t next = text.find_first_not_of(U" \u3000", at + 1);
  return next != text.npos && is_digit(text[next]);
}

} // namespace

std::u32string levelled(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 3); // bytes of a Chinese character
  const std::u32string whole = to_utf32(text);
  for (size_t at = 0; at < whole.size(); ++at) {
    const char32_t c = whole[at];
    if (c == U'一' && is_typed_for_dash(whole, at, out)) {
      out += U'-';
      continue;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) { // nearly every character
      out += kMayLevel[c & 0xFF] ? levelled_han(c) : c;
      continue;
    }
    if (c == U'\n')
      out += c;
    else if (is_blank(c) && parts_day_from_clock(whole, at, out))
      out += U' ';
    if (is_blank(c) || is_invisible(c) || is_joiner(c))
      continue;
    const char32_t plain = levelled(c);
    if (plain == U'-' && !out.empty() && out.back() == U'-')
      continue; // ——
    out += plain;
  }
  return out;
}

bool has_any(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return text.find(word) != text.npos; });
}

bool ends_with_any(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return text.ends_with(word); });
}

bool PeriodScan::word(std::u32string_view word) {
  if (!rest().starts_with(word))
    return false;
  at_ += word.size();
  return true;
}

bool PeriodScan::any(std::initializer_list<std::u32string_view> words) {
  for (const std::u32string_view one : words)
    if (word(one))
      return true;
  return false;
}

void PeriodScan::skip(std::initializer_list<std::u32string_view> words) {
  for (int i = 0; i < kMostSkipped && any(words); ++i) {
  }
}

int PeriodScan::number() {
  const size_t start = at_;
  int value = 0;
  for (; here() >= U'0' && here() <= U'9'; ++at_) {
    if (value > kLargestNumber / 10) {
      at_ = start;
      return 0;
    }
    value = value * 10 + static_cast<int>(here() - U'0');
  }
  if (at_ > start)
    return value;
  while (is_han_number(here()) && at_ - start < 4)
    ++at_;
  value = han_value(text_.substr(start, at_ - start));
  if (value == 0)
    at_ = start;
  return value;
}

// 2026, 二〇二六; with its 年 also 26
int PeriodScan::year() {
  const size_t start = at_;
  int value = 0;
  for (; at_ < start + 4; ++at_) {
    const int digit = is_digit(here()) ? digit_value(here()) : han_digit(here());
    if (digit < 0)
      break;
    value = value * 10 + digit;
  }
  if (at_ == start + 4 && value >= 2000 && value < 2100)
    return value;
  if (at_ == start + 2 && value >= kLeastShortYear && here() == U'年')
    return 2000 + value;
  at_ = start;
  return 0;
}

// 11月25日, 11月25号, 11月25-…
bool PeriodScan::month_and_day(SpokenDate& date) {
  date.month = number();
  if (date.month == 0 || !word(U"月"))
    return false;
  date.day = number();
  if (date.day == 0)
    return false;
  return any({U"日", U"号"}) || here() == U'-' || here() == U'至' || here() == U'到';
}

// 2026-11-25, 2026.11.25, 2026/11/25, 20261125, 26.11.25; without a year 11.25, 11-25
bool PeriodScan::numeric(SpokenDate& date) {
  const size_t start = at_;
  date.year = year();
  if (date.year != 0 && is_digit(here())) {
    at_ = start;
    const int packed = number();
    date.month = packed / 100 % 100;
    date.day = packed % 100;
    return at_ - start == 8;
  }
  const bool has_year = date.year != 0;
  char32_t between = here();
  if (has_year && !is_one_of(between, U"-./"))
    return false;
  at_ += has_year;
  date.month = number();
  between = has_year ? between : here();
  if (date.month == 0 || !is_one_of(between, U"-./") || here() != between)
    return false;
  ++at_;
  date.day = number();
  if (date.year == 0 && date.month >= kLeastShortYear && date.month < 100 && here() == between) {
    ++at_;
    date = {2000 + date.month, date.day, number()};
  }
  word(U"日");
  return date.day != 0;
}

// (星期三), （三）, 周三
void PeriodScan::weekday() {
  const size_t start = at_;
  const bool bracket = word(U"(");
  const bool named = any({U"星期", U"周", U"礼拜"});
  if ((named || bracket) && is_one_of(here(), U"一二三四五六日天") &&
      (++at_, !bracket || word(U")")))
    return;
  at_ = start;
}

// 17:30, 17时30分, 下午5点; a weekday before it.
void PeriodScan::time_of_day(SpokenDate& date) {
  weekday();
  const size_t before = at_;
  any({U" ", U"T"});
  const bool half = any({U"上午", U"下午", U"中午", U"晚上", U"晚", U"凌晨", U"早上", U"早"});
  const size_t digits = at_;
  const int hour = number();
  if (at_ == digits)
    word(U"〇"); // 零时
  const bool clock = at_ > digits && hour <= 24 && any({U":", U"时", U"点"});
  if (!clock) {
    at_ = half && is_one_of(here(), U"-至到") ? at_ : before;
    return;
  }
  const int minute = number();
  any({U"分", U"整"});
  // A machine that writes seconds writes 00:00:00 where it knows no time.
  const bool seconds = word(U":");
  if (seconds)
    number();
  date.at_midnight = hour == 0 && minute == 0 && !half && !seconds;
}

std::optional<SpokenDate> PeriodScan::date(bool day_alone_allowed) {
  const size_t start = at_;
  SpokenDate out;
  any({U"今年", U"本年"});
  out.year = year();
  bool read = (out.year == 0 || any({U"年"})) && month_and_day(out);
  if (!read) {
    at_ = start;
    out = {};
    read = numeric(out);
  }
  if (!read && day_alone_allowed) {
    at_ = start;
    out = {};
    out.day = number();
    read = out.day != 0 && any({U"日", U"号"});
  }
  const bool possible = out.month <= 12 && out.day >= 1 && out.day <= 31;
  if (!read || !possible || (out.month == 0 && !day_alone_allowed)) {
    at_ = start;
    return std::nullopt;
  }
  time_of_day(out);
  return out;
}

std::optional<SpokenCount> PeriodScan::count() {
  const size_t start = at_;
  SpokenCount out;
  if (word(U"半个月") || word(U"半月"))
    return SpokenCount{15, 0, DayCount::Calendar};
  const int n = number();
  if (word(U"(")) { // 5（五）个工作日
    number();
    word(U")");
  }
  const bool counted = word(U"个");
  if (any({U"工作日", U"工作天", U"法定工作日"}))
    out = {n, 0, DayCount::Working};
  else if (any({U"自然日", U"日历日", U"日历天", U"自然天", U"天", U"日"}))
    out = {n, 0, DayCount::Calendar};
  else if (any({U"星期", U"周", U"礼拜"}))
    out = {n * 7, 0, DayCount::Calendar};
  else if (counted && word(U"月"))
    out = {0, n, DayCount::Calendar};
  if (n <= 0 || n > kMostDays || (out.days == 0 && out.months == 0)) {
    at_ = start;
    return std::nullopt;
  }
  if (word(U"(工作日)") || leaves_out_days_off())
    out.counted = DayCount::Working;
  return out;
}

// （不含节假日）, （法定节假日除外） after a count of days
bool PeriodScan::leaves_out_days_off() {
  const size_t start = at_;
  any({U"(", U","});
  const bool before = any({U"不含", U"不包括", U"不计", U"除去", U"扣除", U"除"});
  const bool days = any({U"法定节假日", U"法定假日", U"国家法定节假日", U"节假日", U"双休日",
                         U"休息日", U"公休日", U"周末"});
  skip({U"和", U"及", U"与", U"、", U",", U"双休日", U"节假日", U"法定节假日", U"周末"});
  if (days && (before || any({U"除外", U"不计", U"不算"})))
    return true;
  at_ = start;
  return false;
}

// 公示之日, 本公告发布之日, 挂网公示的次日, 在县教育局网站发布之日
bool PeriodScan::publication() {
  const size_t start = at_;
  skip({U"本", U"该"});
  if (word(U"在"))
    for (size_t i = 0; i < kLongestPlace && !rest().empty() && !is_one_of(here(), U",。;:()\n");
         ++i, ++at_)
      if (said_publicly())
        return true;
  if (said_publicly())
    return true;
  at_ = start;
  return any({U"即日", U"今日", U"今天", U"当日", U"次日"});
}

bool PeriodScan::said_publicly() {
  const size_t start = at_;
  const auto circumstances = {U"在网上"sv, U"网上"sv, U"网站"sv, U"公开"sv, U"正式"sv,
                              U"予以"sv,   U"网页"sv, U"文件"sv, U"文"sv,   U"名单"sv,
                              U"信息"sv,   U"通知"sv, U"结果"sv, U"开始"sv, U"的"sv};
  const auto verbs = {U"公示"sv, U"公布"sv, U"发布"sv, U"公告"sv, U"张贴"sv, U"贴出"sv,
                      U"印发"sv, U"刊登"sv, U"挂网"sv, U"发文"sv, U"见报"sv};
  bool said = false;
  skip(circumstances);
  for (int i = 0; i < kMostVerbs && any(verbs); ++i, skip(circumstances))
    said = true;
  if (said && any({U"之日", U"当日", U"之次日", U"次日", U"第二天", U"第二日", U"翌日", U"日期",
                   U"日", U"之后", U"后次日"})) {
    any({U"的次日", U"次日"});
    return true;
  }
  at_ = start;
  return false;
}

bool PeriodScan::to() {
  return any({U"至", U"到", U"-"});
}

} // namespace heiban
