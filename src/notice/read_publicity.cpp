#include "notice/read_publicity.h"

#include "base/utf8.h"
#include "notice/publicity_scan.h"

#include <algorithm>
#include <cstdlib>

namespace heiban {
namespace {

using View = std::u32string_view;

constexpr size_t kMostText = 60'000;        // code points that are searched
constexpr int64_t kLongestPeriod = 366;     // days; anything longer is another kind of date
constexpr int64_t kLongestOverTheYear = 92; // where the year is not written
constexpr size_t kSentence = 40;            // code points around a date that say what it is for

bool has(View text, View word) {
  return text.find(word) != text.npos;
}

bool has_any(View text, std::initializer_list<View> words) {
  return std::any_of(words.begin(), words.end(), [&](View word) { return has(text, word); });
}

bool ends_with_any(View text, std::initializer_list<View> words) {
  return std::any_of(words.begin(), words.end(), [&](View word) { return text.ends_with(word); });
}

// 公示 as what the title announces, not as a thing, a rule or a past (公示栏, 公示制度, 公示后).
bool announces(View title) {
  for (size_t at = title.find(U"公示"); at != title.npos; at = title.find(U"公示", at + 1)) {
    const View after = title.substr(at + 2);
    const bool thing = std::ranges::any_of(
        std::initializer_list<View>{U"栏", U"牌", U"制度", U"办法", U"规定", U"工作", U"后",
                                    U"期满", U"结束", U"无异议", U"结果", U"平台", U"系统", U"板"},
        [&](View word) { return after.starts_with(word); });
    const bool past = ends_with_any(title.substr(0, at), {U"已", U"经", U"无需", U"不"});
    if (!thing && !past)
      return true;
  }
  return false;
}

bool is_fee_schedule(View title, View category) {
  return category == U"收费公示" || has(title, U"收费公示") || has(title, U"收费标准") ||
         has(title, U"收费项目") || has(title, U"收费目录");
}

// Titles of texts that say how things are to be done, by others and later.
bool is_instruction(View title) {
  return ends_with_any(title, {U"通知", U"办法", U"规定", U"方案", U"细则", U"意见", U"制度",
                               U"计划", U"总结", U"条例", U"章程", U"指南", U"须知", U"解读",
                               U"流程", U"简章", U"问答", U"函"}) ||
         has_any(title, {U"管理办法", U"实施方案", U"实施细则"});
}

// 现将拟聘用人员公示如下, 现予公示: said of this very text.
bool puts_up_now(View text) {
  for (size_t at = text.find(U"现"); at != text.npos; at = text.find(U"现", at + 1)) {
    const View near_by = text.substr(at, kSentence * 2);
    const View sentence = near_by.substr(0, near_by.find(U'。'));
    const size_t shown = sentence.find(U"公示");
    if (shown != sentence.npos && !ends_with_any(sentence.substr(0, shown), {U"已", U"经"}))
      return true;
  }
  return false;
}

void add_line(std::u32string& out, std::string_view text) {
  if (out.size() < kMostText)
    out += levelled(text) + U"\n";
}

// Cells in reading order; a head's cell is followed by the cell under it once more, so that label
// and value meet whether they stand side by side or one above the other.
void add_table(std::u32string& out, const Block& block) {
  for (const auto& row : block.rows)
    for (const TableCell& cell : row)
      add_line(out, cell.text);
  for (size_t row = 0; row + 1 < block.rows.size() && row < 2; ++row)
    for (size_t at = 0; at < block.rows[row].size() && at < block.rows[row + 1].size(); ++at)
      if (block.rows[row][at].text.find("公示") != std::string::npos) {
        add_line(out, block.rows[row][at].text);
        add_line(out, block.rows[row + 1][at].text);
      }
}

// Most notices never speak of it: no need to level their text.
bool mentions(const Notice& notice) {
  constexpr std::string_view kWord = "公示";
  const auto has_it = [&](const std::string& text) { return text.find(kWord) != text.npos; };
  const auto row_has = [&](const std::vector<TableCell>& row) {
    return std::ranges::any_of(row, has_it, &TableCell::text);
  };
  return has_it(notice.title) || std::ranges::any_of(notice.blocks, [&](const Block& block) {
           return has_it(block.text) || std::ranges::any_of(block.rows, row_has);
         });
}

std::u32string text_of(const Notice& notice) {
  std::u32string out;
  add_line(out, notice.title);
  for (const Block& block : notice.blocks) {
    if (block.kind == BlockKind::Table)
      add_table(out, block);
    else if (block.kind != BlockKind::Attachments && block.kind != BlockKind::Signature)
      add_line(out, block.text);
  }
  return out;
}

CivilDate with_year(const SpokenDate& spoken, int year) {
  return {year, spoken.month, spoken.day};
}

// The year that brings the day next to the publication.
std::optional<CivilDate> near(const SpokenDate& spoken, CivilDate published) {
  if (spoken.year != 0) {
    const CivilDate date = with_year(spoken, spoken.year);
    return is_valid(date) ? std::optional(date) : std::nullopt;
  }
  std::optional<CivilDate> best;
  int64_t least = 0;
  for (int year = published.year - 1; year <= published.year + 1; ++year) {
    const CivilDate date = with_year(spoken, year);
    if (!is_valid(date))
      continue;
    const int64_t away = std::abs(days_since_epoch(date) - days_since_epoch(published));
    if (!best || away < least) {
      best = date;
      least = away;
    }
  }
  return best;
}

// The last day: what it leaves out is as in the first, or follows it.
std::optional<CivilDate> after(SpokenDate spoken, CivilDate first) {
  const bool month_said = spoken.month != 0, year_said = spoken.year != 0;
  spoken.month = month_said ? spoken.month : first.month;
  CivilDate date = with_year(spoken, year_said ? spoken.year : first.year);
  const bool next_year = !year_said && month_said && date < first;
  date.year += next_year ? 1 : 0;
  if (!is_valid(date))
    return std::nullopt;
  if (spoken.at_midnight)
    date = add_days(date, -1);
  const int64_t length = days_since_epoch(date) - days_since_epoch(first);
  const int64_t longest = next_year ? kLongestOverTheYear : kLongestPeriod;
  return length >= 0 && length <= longest ? std::optional(date) : std::nullopt;
}

class PeriodReader {
public:
  PeriodReader(View text, CivilDate published) : text_(text), published_(published) {}

  // The first that a label (公示期, 公示时间 …) or the verb announces; dates and count may come
  // from two places.
  std::optional<Publicity> labelled() const;
  // In a notice that is known to be one: 期限为…, 自…起至…止 before 异议.
  std::optional<Publicity> unlabelled() const;

private:
  // `count_leads`: "5个工作日" alone is enough.
  std::optional<Publicity> period_at(size_t at, bool count_leads) const;
  void skip_openers(PeriodScan& scan) const;
  bool range(PeriodScan& scan, Publicity& out) const;
  bool from_somewhere(PeriodScan& scan, Publicity& out, bool said = false) const;
  bool said_count(PeriodScan& scan, Publicity& out) const;
  void beside_count(PeriodScan scan, Publicity& out) const;
  bool is_past(size_t anchor, size_t end) const;
  View sentence_at(size_t at) const;

  View text_;
  CivilDate published_;
};

constexpr std::initializer_list<View> kOpeners = {
    U"内",   U"公示", U"具体", U"时间", U"期限", U"日期", U"期", U"为期", U"为", U"是",
    U":",    U",",    U"(",    U"“",    U"\"",   U"自",   U"从", U"由",   U"于", U"在",
    U"共计", U"共",   U"计",   U"限",   U"即",   U"定",   U"暂", U"拟",   U"设", U"\n"};

// 截止时间：, 截至, 公示结束日期为: only the last day follows.
bool ends_only(PeriodScan& scan) {
  if (!scan.any({U"截止时间", U"截止日期", U"结束时间", U"结束日期", U"终止时间", U"终止日期",
                 U"截至", U"截止到", U"截止至", U"截止于", U"截止"}))
    return false;
  scan.skip({U":", U"为", U"是", U"于", U"\n"});
  return true;
}

// DATE 至 DATE 止, the first day perhaps of publication; 开始时间：DATE 结束时间：DATE.
bool PeriodReader::range(PeriodScan& scan, Publicity& out) const {
  PeriodScan ahead = scan;
  std::optional<CivilDate> first = published_;
  if (ahead.any({U"开始时间", U"开始日期", U"起始时间", U"起始日期"}))
    ahead.skip({U":", U"为", U"是", U"于", U"\n"});
  if (const auto spoken = ahead.date(false))
    first = near(*spoken, published_);
  else if (!ahead.publication() && !ahead.rest().starts_with(U"至") &&
           !ahead.rest().starts_with(U"截") && !ahead.rest().starts_with(U"结束"))
    return false;
  if (!first)
    return false;
  ahead.skip({U"起", U"开始", U"始", U"(含)", U",", U"\n", U"公示"});
  if (!ends_only(ahead) && !ahead.to())
    return false;
  ahead.skip({U"\n", U"期"});
  const auto spoken = ahead.date(true);
  if (!spoken)
    return false;
  const auto last = after(*spoken, *first);
  if (!last)
    return false;
  ahead.skip({U"止", U"结束", U"截止", U"(含)"});
  out.first = first;
  out.last = last;
  out.last_written = true;
  scan = ahead;
  return true;
}

bool PeriodReader::said_count(PeriodScan& scan, Publicity& out) const {
  const auto count = scan.count();
  if (!count)
    return false;
  out.days = count->days;
  out.months = count->months;
  out.counted = count->counted;
  return true;
}

// 自公示之日起 …, 自11月25日起 …; `said`: only with its 起, for the days of a list have none.
bool PeriodReader::from_somewhere(PeriodScan& scan, Publicity& out, bool said) const {
  PeriodScan ahead = scan;
  std::optional<CivilDate> origin;
  if (const auto spoken = ahead.date(false)) {
    origin = near(*spoken, published_);
    if (!origin)
      return false;
  } else if (!ahead.publication()) {
    return false;
  }
  const bool begins = ahead.any({U"起计算", U"起算", U"起", U"开始", U"算起"});
  if (!begins && said)
    return false;
  if (!begins)
    ahead.any({U"后"});
  out.origin = origin;
  scan = ahead;
  return true;
}

// 5个工作日（11月25日至12月1日）, 5个工作日，自11月25日起
void PeriodReader::beside_count(PeriodScan scan, Publicity& out) const {
  scan.skip({U"(", U",", U"即", U"自", U"从", U":", U"时间", U"具体", U"为"});
  if (!range(scan, out))
    from_somewhere(scan, out, true);
}

// What may stand between a label and the days; 公示之日 and 即日 are days themselves.
void PeriodReader::skip_openers(PeriodScan& scan) const {
  for (;;) {
    PeriodScan ahead = scan;
    if (ahead.publication() || !scan.any(kOpeners))
      return;
  }
}

std::optional<Publicity> PeriodReader::period_at(size_t at, bool count_leads) const {
  PeriodScan scan(text_, at);
  skip_openers(scan);
  Publicity out;
  if (range(scan, out)) {
    scan.skip(
        {U"(", U",", U"共计", U"共", U"计", U"为期", U"公示期", U"公示", U"期限", U"为", U"合计"});
    said_count(scan, out);
  } else if (said_count(scan, out)) {
    if (!count_leads || is_past(at, scan.at()))
      return std::nullopt;
    beside_count(scan, out);
  } else if (from_somewhere(scan, out)) {
    scan.skip({U",", U"计算", U"公示期限", U"公示时间", U"公示期", U"公示", U"期限", U"时间",
               U"为期", U"为", U"共计", U"共", U"计", U":", U"(", U"的", U"连续", U"在", U"至"});
    if (!said_count(scan, out) || is_past(at, scan.at()))
      return std::nullopt;
  } else {
    return std::nullopt;
  }
  return out;
}

View PeriodReader::sentence_at(size_t at) const {
  const size_t from = at > kSentence ? at - kSentence : 0;
  const View before = text_.substr(from, at - from), after = text_.substr(at, kSentence * 3);
  const size_t start = before.find_last_of(U"。\n;；");
  const size_t cut = start == before.npos ? 0 : start + 1;
  const size_t end = std::min(after.find_first_of(U"。\n;；"), after.size());
  return text_.substr(from + cut, before.size() - cut + end);
}

// 经公示5个工作日无异议, 已公示7天, 公示5天后
bool PeriodReader::is_past(size_t anchor, size_t end) const {
  View after = text_.substr(std::min(end, text_.size()));
  while (!after.empty() && (after.front() == U',' || after.front() == U'内'))
    after.remove_prefix(1);
  if (std::ranges::any_of(std::initializer_list<View>{U"后", U"期满", U"届满", U"无异议",
                                                      U"没有异议", U"未收到", U"结束", U"且无"},
                          [&](View word) { return after.starts_with(word); }))
    return true;
  return ends_with_any(text_.substr(0, anchor), {U"已公示", U"经公示", U"业经公示", U"过公示"});
}

constexpr std::initializer_list<View> kLabels = {
    U"公示起止时间", U"公示起止日期", U"公示期限", U"公示时间", U"公示日期",
    U"公示期间",     U"公示时限",     U"公示时段", U"公示周期", U"公示期"};

std::optional<Publicity> PeriodReader::labelled() const {
  std::optional<Publicity> found;
  for (size_t at = text_.find(U"公示"); at != text_.npos; at = text_.find(U"公示", at + 1)) {
    const View before = text_.substr(0, at);
    if (ends_with_any(before, {U"已", U"经", U"业经", U"应当", U"应", U"须", U"需", U"要", U"拟"}))
      continue;
    PeriodScan scan(text_, at);
    if (!scan.any(kLabels))
      scan.any({U"公示"});
    const auto period = period_at(scan.at(), true);
    if (!period)
      continue;
    if (!found)
      found = period;
    if (found->last_written || !period->last_written)
      continue;
    found->first = period->first;
    found->last = period->last;
    found->last_written = true;
  }
  return found;
}

std::optional<Publicity> PeriodReader::unlabelled() const {
  for (size_t at = 0; at < text_.size(); ++at) {
    const bool begins = at == 0 || text_[at - 1] == U'\n' || text_[at - 1] == U',' ||
                        text_[at - 1] == U'。' || text_[at - 1] == U'.';
    PeriodScan scan(text_, at);
    const bool objection = scan.any({U"异议期", U"异议受理时间", U"异议受理期"});
    const bool label = objection || (begins && scan.any({U"时间:", U"期限:", U"期限为", U"为期"}));
    const bool from = !label && scan.any({U"自", U"从", U"于", U"在", U"请于"});
    if (!label && !from && !begins)
      continue;
    // Any date may begin a sentence: it must speak of objections or of 公示.
    if (!label && !has_any(sentence_at(at), {U"异议", U"公示", U"反映", U"监督"}))
      continue;
    if (const auto period = period_at(scan.at(), label))
      return period;
  }
  return std::nullopt;
}

std::optional<Publicity> in_text(View title, View text, CivilDate published) {
  const PeriodReader reader(text, published);
  if (auto period = reader.labelled())
    return period;
  return announces(title) ? reader.unlabelled() : std::nullopt;
}

// Where the words of a 公示 are looked for; empty where there can be none.
std::u32string text_for(const Notice& notice, View title) {
  return announces(title) || mentions(notice) ? text_of(notice) : std::u32string();
}

bool puts_up(const Notice& notice, View title, View text) {
  if (is_fee_schedule(title, levelled(notice.category)))
    return false;
  return announces(title) || puts_up_now(text) ||
         (!is_instruction(title) && has_any(text, {U"予以公示", U"公示如下"}));
}

} // namespace

bool puts_up_for_objection(const Notice& notice) {
  const std::u32string title = levelled(notice.title);
  return puts_up(notice, title, text_for(notice, title));
}

std::optional<Publicity> read_publicity(const Notice& notice, CivilDate published) {
  const std::u32string title = levelled(notice.title), text = text_for(notice, title);
  if (!puts_up(notice, title, text))
    return std::nullopt;
  std::optional<Publicity> period = in_text(title, text, published);
  if (!notice.valid_to)
    return period;
  Publicity field = period.value_or(Publicity{});
  field.source = PeriodSource::Field;
  field.last = beijing(*notice.valid_to - 1).date;
  field.last_written = true;
  if (notice.valid_from)
    field.first = beijing(*notice.valid_from).date;
  else if (!period || !period->last_written)
    field.first.reset();
  if (field.first && *field.first > *field.last)
    field.first.reset();
  return field;
}

} // namespace heiban
