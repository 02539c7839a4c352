#include "calendar/date_words.h"

#include <algorithm>

namespace heiban {
namespace {

struct Word {
  std::u32string_view text;
  DateWord word;
  int value = 0;
};

constexpr int kHour = 60; // minutes

// Offsets as feeds mean them. CST is China's here; America's comes as CT or CDT.
constexpr Word kZones[] = {
    {U"z", DateWord::Zone, 0},
    {U"ut", DateWord::Zone, 0},
    {U"utc", DateWord::Zone, 0},
    {U"gmt", DateWord::Zone, 0},
    {U"wet", DateWord::Zone, 0},
    {U"bst", DateWord::Zone, kHour},
    {U"west", DateWord::Zone, kHour},
    {U"cet", DateWord::Zone, kHour},
    {U"met", DateWord::Zone, kHour},
    {U"cest", DateWord::Zone, 2 * kHour},
    {U"mest", DateWord::Zone, 2 * kHour},
    {U"eet", DateWord::Zone, 2 * kHour},
    {U"eest", DateWord::Zone, 3 * kHour},
    {U"msk", DateWord::Zone, 3 * kHour},
    {U"ist", DateWord::Zone, 5 * kHour + 30},
    {U"ict", DateWord::Zone, 7 * kHour},
    {U"cst", DateWord::Zone, 8 * kHour},
    {U"bjt", DateWord::Zone, 8 * kHour},
    {U"prc", DateWord::Zone, 8 * kHour},
    {U"cct", DateWord::Zone, 8 * kHour},
    {U"hkt", DateWord::Zone, 8 * kHour},
    {U"sgt", DateWord::Zone, 8 * kHour},
    {U"awst", DateWord::Zone, 8 * kHour},
    {U"jst", DateWord::Zone, 9 * kHour},
    {U"kst", DateWord::Zone, 9 * kHour},
    {U"acst", DateWord::Zone, 9 * kHour + 30},
    {U"aest", DateWord::Zone, 10 * kHour},
    {U"aedt", DateWord::Zone, 11 * kHour},
    {U"nzst", DateWord::Zone, 12 * kHour},
    {U"nzdt", DateWord::Zone, 13 * kHour},
    {U"nst", DateWord::Zone, -3 * kHour - 30},
    {U"adt", DateWord::Zone, -3 * kHour},
    {U"ast", DateWord::Zone, -4 * kHour},
    {U"edt", DateWord::Zone, -4 * kHour},
    {U"est", DateWord::Zone, -5 * kHour},
    {U"et", DateWord::Zone, -5 * kHour},
    {U"cdt", DateWord::Zone, -5 * kHour},
    {U"ct", DateWord::Zone, -6 * kHour},
    {U"mdt", DateWord::Zone, -6 * kHour},
    {U"mst", DateWord::Zone, -7 * kHour},
    {U"mt", DateWord::Zone, -7 * kHour},
    {U"pdt", DateWord::Zone, -7 * kHour},
    {U"pst", DateWord::Zone, -8 * kHour},
    {U"pt", DateWord::Zone, -8 * kHour},
    {U"akdt", DateWord::Zone, -8 * kHour},
    {U"akst", DateWord::Zone, -9 * kHour},
    {U"hst", DateWord::Zone, -10 * kHour},
};

constexpr int unit(DateUnit u) {
  return static_cast<int>(u);
}
constexpr int half(DateHalf h) {
  return static_cast<int>(h);
}

constexpr Word kLetters[] = {
    {U"am", DateWord::Half, half(DateHalf::Morning)},
    {U"pm", DateWord::Half, half(DateHalf::Afternoon)},
    {U"πμ", DateWord::Half, half(DateHalf::Morning)},
    {U"μμ", DateWord::Half, half(DateHalf::Afternoon)},
    {U"noon", DateWord::Half, half(DateHalf::Noon)},
    {U"at", DateWord::At},
    {U"of", DateWord::Filler},
    {U"on", DateWord::Filler},
    {U"the", DateWord::Filler},
    {U"uhr", DateWord::Filler},
    {U"de", DateWord::Filler},
    {U"st", DateWord::Filler},
    {U"nd", DateWord::Filler},
    {U"rd", DateWord::Filler},
    {U"th", DateWord::Filler},
    {U"an", DateWord::Letter, U'a'},
    {U"ago", DateWord::Ago},
    {U"now", DateWord::Now},
    {U"just", DateWord::Filler},
    {U"today", DateWord::Day, 0},
    {U"yesterday", DateWord::Day, -1},
    {U"second", DateWord::Unit, unit(DateUnit::Second)},
    {U"seconds", DateWord::Unit, unit(DateUnit::Second)},
    {U"sec", DateWord::Unit, unit(DateUnit::Second)},
    {U"secs", DateWord::Unit, unit(DateUnit::Second)},
    {U"minute", DateWord::Unit, unit(DateUnit::Minute)},
    {U"minutes", DateWord::Unit, unit(DateUnit::Minute)},
    {U"min", DateWord::Unit, unit(DateUnit::Minute)},
    {U"mins", DateWord::Unit, unit(DateUnit::Minute)},
    {U"hour", DateWord::Unit, unit(DateUnit::Hour)},
    {U"hours", DateWord::Unit, unit(DateUnit::Hour)},
    {U"hr", DateWord::Unit, unit(DateUnit::Hour)},
    {U"hrs", DateWord::Unit, unit(DateUnit::Hour)},
    {U"day", DateWord::Unit, unit(DateUnit::Day)},
    {U"days", DateWord::Unit, unit(DateUnit::Day)},
    {U"week", DateWord::Unit, unit(DateUnit::Week)},
    {U"weeks", DateWord::Unit, unit(DateUnit::Week)},
    {U"month", DateWord::Unit, unit(DateUnit::Month)},
    {U"months", DateWord::Unit, unit(DateUnit::Month)},
    {U"year", DateWord::Unit, unit(DateUnit::Year)},
    {U"years", DateWord::Unit, unit(DateUnit::Year)},
};

// Full names; a word of three letters or more that one of them begins with is that month.
constexpr Word kMonths[] = {
    {U"january", DateWord::Month, 1},     {U"february", DateWord::Month, 2},
    {U"march", DateWord::Month, 3},       {U"april", DateWord::Month, 4},
    {U"may", DateWord::Month, 5},         {U"june", DateWord::Month, 6},
    {U"july", DateWord::Month, 7},        {U"august", DateWord::Month, 8},
    {U"september", DateWord::Month, 9},   {U"october", DateWord::Month, 10},
    {U"november", DateWord::Month, 11},   {U"december", DateWord::Month, 12},
    {U"januar", DateWord::Month, 1},      {U"jänner", DateWord::Month, 1},
    {U"februar", DateWord::Month, 2},     {U"märz", DateWord::Month, 3},
    {U"mrz", DateWord::Month, 3},         {U"mai", DateWord::Month, 5},
    {U"juni", DateWord::Month, 6},        {U"juli", DateWord::Month, 7},
    {U"oktober", DateWord::Month, 10},    {U"dezember", DateWord::Month, 12},
    {U"janvier", DateWord::Month, 1},     {U"février", DateWord::Month, 2},
    {U"mars", DateWord::Month, 3},        {U"avril", DateWord::Month, 4},
    {U"juin", DateWord::Month, 6},        {U"juillet", DateWord::Month, 7},
    {U"août", DateWord::Month, 8},        {U"septembre", DateWord::Month, 9},
    {U"octobre", DateWord::Month, 10},    {U"novembre", DateWord::Month, 11},
    {U"décembre", DateWord::Month, 12},   {U"enero", DateWord::Month, 1},
    {U"febrero", DateWord::Month, 2},     {U"marzo", DateWord::Month, 3},
    {U"abril", DateWord::Month, 4},       {U"mayo", DateWord::Month, 5},
    {U"junio", DateWord::Month, 6},       {U"julio", DateWord::Month, 7},
    {U"agosto", DateWord::Month, 8},      {U"septiembre", DateWord::Month, 9},
    {U"octubre", DateWord::Month, 10},    {U"noviembre", DateWord::Month, 11},
    {U"diciembre", DateWord::Month, 12},  {U"gennaio", DateWord::Month, 1},
    {U"maggio", DateWord::Month, 5},      {U"giugno", DateWord::Month, 6},
    {U"luglio", DateWord::Month, 7},      {U"settembre", DateWord::Month, 9},
    {U"ottobre", DateWord::Month, 10},    {U"dicembre", DateWord::Month, 12},
    {U"fevereiro", DateWord::Month, 2},   {U"março", DateWord::Month, 3},
    {U"maio", DateWord::Month, 5},        {U"setembro", DateWord::Month, 9},
    {U"outubro", DateWord::Month, 10},    {U"dezembro", DateWord::Month, 12},
    {U"január", DateWord::Month, 1},      {U"februári", DateWord::Month, 2},
    {U"február", DateWord::Month, 2},     {U"március", DateWord::Month, 3},
    {U"április", DateWord::Month, 4},     {U"május", DateWord::Month, 5},
    {U"máujus", DateWord::Month, 5},      {U"június", DateWord::Month, 6},
    {U"július", DateWord::Month, 7},      {U"augusztus", DateWord::Month, 8},
    {U"szeptember", DateWord::Month, 9},  {U"október", DateWord::Month, 10},
    {U"ιανουάριος", DateWord::Month, 1},  {U"ιανουαρίου", DateWord::Month, 1},
    {U"φεβρουάριος", DateWord::Month, 2}, {U"φεβρουαρίου", DateWord::Month, 2},
    {U"μάρτιος", DateWord::Month, 3},     {U"μαρτίου", DateWord::Month, 3},
    {U"μάώ", DateWord::Month, 3},         {U"μαώ", DateWord::Month, 3},
    {U"απρίλιος", DateWord::Month, 4},    {U"απριλίου", DateWord::Month, 4},
    {U"μάιος", DateWord::Month, 5},       {U"μαΐου", DateWord::Month, 5},
    {U"μαϊ", DateWord::Month, 5},         {U"μαι", DateWord::Month, 5},
    {U"ιούνιος", DateWord::Month, 6},     {U"ιουνίου", DateWord::Month, 6},
    {U"ιον", DateWord::Month, 6},         {U"ιούλιος", DateWord::Month, 7},
    {U"ιουλίου", DateWord::Month, 7},     {U"ιολ", DateWord::Month, 7},
    {U"αύγουστος", DateWord::Month, 8},   {U"αυγούστου", DateWord::Month, 8},
    {U"σεπτέμβριος", DateWord::Month, 9}, {U"σεπτεμβρίου", DateWord::Month, 9},
    {U"οκτώβριος", DateWord::Month, 10},  {U"οκτωβρίου", DateWord::Month, 10},
    {U"νοέμβριος", DateWord::Month, 11},  {U"νοεμβρίου", DateWord::Month, 11},
    {U"δεκέμβριος", DateWord::Month, 12}, {U"δεκεμβρίου", DateWord::Month, 12},
    {U"января", DateWord::Month, 1},      {U"февраля", DateWord::Month, 2},
    {U"марта", DateWord::Month, 3},       {U"апреля", DateWord::Month, 4},
    {U"мая", DateWord::Month, 5},         {U"июня", DateWord::Month, 6},
    {U"июля", DateWord::Month, 7},        {U"августа", DateWord::Month, 8},
    {U"сентября", DateWord::Month, 9},    {U"октября", DateWord::Month, 10},
    {U"ноября", DateWord::Month, 11},     {U"декабря", DateWord::Month, 12},
};

constexpr std::u32string_view kWeekdays[] = {
    U"monday",  U"tuesday",  U"wednesday", U"thursday",   U"friday",   U"saturday",  U"sunday",
    U"mon",     U"tues",     U"wednes",    U"thurs",      U"fri",      U"satur",     U"sun",
    U"κυριακή", U"δευτέρα",  U"τρίτη",     U"τετάρτη",    U"πέμπτη",   U"παρασκευή", U"σάββατο",
    U"lundi",   U"mardi",    U"mercredi",  U"jeudi",      U"vendredi", U"samedi",    U"dimanche",
    U"montag",  U"dienstag", U"mittwoch",  U"donnerstag", U"freitag",  U"samstag",   U"sonntag",
    U"lunes",   U"martes",   U"miércoles", U"jueves",     U"viernes",  U"sábado",    U"domingo",
    U"κυρ",     U"δευ",      U"τρι",       U"τετ",        U"πεμ",      U"παρ",       U"σαβ",
};

constexpr Word kIdeographs[] = {
    {U"年", DateWord::Unit, unit(DateUnit::Year)},
    {U"月", DateWord::Unit, unit(DateUnit::Month)},
    {U"个月", DateWord::Unit, unit(DateUnit::Month)},
    {U"個月", DateWord::Unit, unit(DateUnit::Month)},
    {U"日", DateWord::Unit, unit(DateUnit::Day)},
    {U"号", DateWord::Unit, unit(DateUnit::Day)},
    {U"號", DateWord::Unit, unit(DateUnit::Day)},
    {U"天", DateWord::Unit, unit(DateUnit::Day)},
    {U"周", DateWord::Unit, unit(DateUnit::Week)},
    {U"星期", DateWord::Unit, unit(DateUnit::Week)},
    {U"个星期", DateWord::Unit, unit(DateUnit::Week)},
    {U"时", DateWord::Unit, unit(DateUnit::Hour)},
    {U"時", DateWord::Unit, unit(DateUnit::Hour)},
    {U"点", DateWord::Unit, unit(DateUnit::Hour)},
    {U"點", DateWord::Unit, unit(DateUnit::Hour)},
    {U"点钟", DateWord::Unit, unit(DateUnit::Hour)},
    {U"點鐘", DateWord::Unit, unit(DateUnit::Hour)},
    {U"小时", DateWord::Unit, unit(DateUnit::Hour)},
    {U"小時", DateWord::Unit, unit(DateUnit::Hour)},
    {U"个小时", DateWord::Unit, unit(DateUnit::Hour)},
    {U"個小時", DateWord::Unit, unit(DateUnit::Hour)},
    {U"分", DateWord::Unit, unit(DateUnit::Minute)},
    {U"分钟", DateWord::Unit, unit(DateUnit::Minute)},
    {U"分鐘", DateWord::Unit, unit(DateUnit::Minute)},
    {U"秒", DateWord::Unit, unit(DateUnit::Second)},
    {U"秒钟", DateWord::Unit, unit(DateUnit::Second)},
    {U"前", DateWord::Ago},
    {U"以前", DateWord::Ago},
    {U"之前", DateWord::Ago},
    {U"今天", DateWord::Day, 0},
    {U"今日", DateWord::Day, 0},
    {U"昨天", DateWord::Day, -1},
    {U"昨日", DateWord::Day, -1},
    {U"前天", DateWord::Day, -2},
    {U"前日", DateWord::Day, -2},
    {U"今年", DateWord::Year, 0},
    {U"本年", DateWord::Year, 0},
    {U"去年", DateWord::Year, -1},
    {U"上年", DateWord::Year, -1},
    {U"前年", DateWord::Year, -2},
    {U"今", DateWord::Day, 0}, // 今早, 今晚
    {U"昨", DateWord::Day, -1},
    {U"大前天", DateWord::Day, -3},
    {U"刚刚", DateWord::Now},
    {U"刚才", DateWord::Now},
    {U"剛剛", DateWord::Now},
    {U"凌晨", DateWord::Half, half(DateHalf::Morning)},
    {U"清晨", DateWord::Half, half(DateHalf::Morning)},
    {U"早上", DateWord::Half, half(DateHalf::Morning)},
    {U"早晨", DateWord::Half, half(DateHalf::Morning)},
    {U"上午", DateWord::Half, half(DateHalf::Morning)},
    {U"午前", DateWord::Half, half(DateHalf::Morning)},
    {U"中午", DateWord::Half, half(DateHalf::Noon)},
    {U"正午", DateWord::Half, half(DateHalf::Noon)},
    {U"下午", DateWord::Half, half(DateHalf::Afternoon)},
    {U"午后", DateWord::Half, half(DateHalf::Afternoon)},
    {U"午後", DateWord::Half, half(DateHalf::Afternoon)},
    {U"傍晚", DateWord::Half, half(DateHalf::Afternoon)},
    {U"晚上", DateWord::Half, half(DateHalf::Night)},
    {U"晚间", DateWord::Half, half(DateHalf::Night)},
    {U"晚間", DateWord::Half, half(DateHalf::Night)},
    {U"晚", DateWord::Half, half(DateHalf::Night)},
    {U"夜", DateWord::Half, half(DateHalf::Night)},
    {U"夜里", DateWord::Half, half(DateHalf::Night)},
    {U"夜间", DateWord::Half, half(DateHalf::Night)},
    {U"夜間", DateWord::Half, half(DateHalf::Night)},
    {U"深夜", DateWord::Half, half(DateHalf::Night)},
    {U"午夜", DateWord::Half, half(DateHalf::Night)},
    {U"半夜", DateWord::Half, half(DateHalf::Night)},
    {U"早", DateWord::Half, half(DateHalf::Morning)},
    {U"晨", DateWord::Half, half(DateHalf::Morning)},
    {U"半", DateWord::HalfUnit},
    {U"整", DateWord::Whole},
    {U"刻", DateWord::Quarter},
    {U"元月", DateWord::Month, 1},
    {U"民国", DateWord::Minguo},
    {U"中华民国", DateWord::Minguo},
    {U"民國", DateWord::Minguo},
    {U"中華民國", DateWord::Minguo},
    {U"公元", DateWord::Filler},
    {U"于", DateWord::Filler},
    {U"发布", DateWord::Filler},
    {U"发布于", DateWord::Filler},
    {U"發布", DateWord::Filler},
    {U"公布", DateWord::Filler},
    {U"发表", DateWord::Filler},
    {U"印发", DateWord::Filler},
    {U"更新", DateWord::Filler},
    {U"刊发", DateWord::Filler},
    {U"讯", DateWord::Filler},
    {U"约", DateWord::Filler},
    {U"大约", DateWord::Filler},
    {U"北京时间", DateWord::Zone, 8 * kHour},
    {U"中国标准时间", DateWord::Zone, 8 * kHour},
    {U"년", DateWord::Unit, unit(DateUnit::Year)},
    {U"월", DateWord::Unit, unit(DateUnit::Month)},
    {U"일", DateWord::Unit, unit(DateUnit::Day)},
    {U"시", DateWord::Unit, unit(DateUnit::Hour)},
    {U"분", DateWord::Unit, unit(DateUnit::Minute)},
    {U"초", DateWord::Unit, unit(DateUnit::Second)},
    {U"오전", DateWord::Half, half(DateHalf::Morning)},
    {U"오후", DateWord::Half, half(DateHalf::Afternoon)},
};

constexpr std::u32string_view kWeekdayHeads[] = {U"星期", U"礼拜", U"周", U"週"};
constexpr std::u32string_view kWeekdayTails = U"一二三四五六日天";

// 星期二, 周日: a head and one character; (二) and Japan's (火) in brackets.
FoundWord find_weekday(std::u32string_view text) {
  constexpr std::u32string_view kBracketed = U"一二三四五六日天月火水木金土";
  if (text.size() >= 3 && text[0] == U'(' && text[2] == U')' &&
      kBracketed.find(text[1]) != kBracketed.npos)
    return {DateWord::Weekday, 0, 3};
  for (std::u32string_view head : kWeekdayHeads)
    if (text.starts_with(head) && text.size() > head.size() &&
        kWeekdayTails.find(text[head.size()]) != kWeekdayTails.npos)
      return {DateWord::Weekday, 0, head.size() + 1};
  return {};
}

template <size_t N>
const Word* exact(const Word (&words)[N], std::u32string_view text) {
  for (const Word& word : words)
    if (word.text == text)
      return &word;
  return nullptr;
}

} // namespace

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F) ||
         (c >= 0x370 && c <= 0x4FF) || (c >= 0x1F00 && c <= 0x1FFF);
}

char32_t lower_case(char32_t c) {
  if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
    return c + 0x20;
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
    return c + 0x20;
  switch (c) {
  case U'Ά':
    return U'ά';
  case U'Έ':
    return U'έ';
  case U'Ή':
    return U'ή';
  case U'Ί':
    return U'ί';
  case U'Ό':
    return U'ό';
  case U'Ύ':
    return U'ύ';
  case U'Ώ':
    return U'ώ';
  default:
    return c;
  }
}

FoundWord find_letters(std::u32string_view word) {
  if (word.size() == 1)
    return {DateWord::Letter, static_cast<int64_t>(word[0]), 1};
  const Word* found = exact(kLetters, word);
  if (found == nullptr)
    found = exact(kZones, word);
  for (const Word& month : kMonths)
    if (found == nullptr && word.size() >= 3 && month.text.starts_with(word))
      found = &month;
  if (found != nullptr)
    return {found->word, found->value, word.size()};
  for (std::u32string_view day : kWeekdays)
    if (day.starts_with(word))
      return {DateWord::Weekday, 0, word.size()};
  return {DateWord::Unknown, static_cast<int64_t>(word.size()), word.size()};
}

FoundWord find_ideographs(std::u32string_view text) {
  if (const FoundWord weekday = find_weekday(text); weekday.length > 0)
    return weekday;
  const Word* best = nullptr;
  for (const Word& word : kIdeographs)
    if (text.starts_with(word.text) && (best == nullptr || word.text.size() > best->text.size()))
      best = &word;
  if (best == nullptr)
    return {};
  return {best->word, best->value, best->text.size(), best->text[0] >= 0xAC00};
}

} // namespace heiban
