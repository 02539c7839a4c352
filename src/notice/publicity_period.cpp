#include "notice/publicity_period.h"

#include "notice/characters.h"
#include "notice/publicity_days.h"
#include "notice/publicity_scan.h"

namespace heiban {
namespace {

using View = std::u32string_view;
using Words = std::initializer_list<View>;

constexpr size_t kSentence = 40;   // code points around a date that say what it is for
constexpr int kMostOpeners = 10;   // words; a text of nothing else has no days
constexpr size_t kCorrection = 60; // … after it, in which it may be put right

// Something over that is told, or to come afterwards: 公示期满后, 经公示无异议, 已于…公示.
bool tells_of_the_past(View text) {
  return has_any(text, {U"期满", U"届满", U"无异议", U"没有异议", U"无不良反映", U"未收到",
                        U"结束后", U"公示后", U"已于", U"已经", U"已在", U"进行了公示", U"曾于"});
}

// The word itself, not as the beginning of what it names (监督电话, 公示名单).
bool says(View text, View word, Words names) {
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const View rest = text.substr(at + word.size());
    if (std::ranges::none_of(names, [&](View name) { return rest.starts_with(name); }))
      return true;
  }
  return false;
}

class PeriodReader {
public:
  PeriodReader(View text, CivilDate published) : text_(text), published_(published) {}

  // The one that a label (公示期, 公示时间 …) or the verb announces, of several the one that ends
  // last; dates and count may come from two places.
  std::optional<Publicity> labelled() const;
  // In a notice that is known to be one: 期限为…, 自…起至…止 before 异议.
  std::optional<Publicity> unlabelled() const;
  // … or only until when objections are taken: 请于12月1日前反映.
  std::optional<Publicity> deadline() const;

private:
  // `count_leads`: "5个工作日" alone is enough.
  std::optional<Publicity> period_at(size_t at, bool count_leads) const;
  void skip_openers(PeriodScan& scan) const;
  void beside_count(PeriodScan scan, size_t anchor, Publicity& out) const;
  void begun_before(size_t anchor, Publicity& out) const;
  void put_right(size_t at, Publicity& out) const;
  bool is_past(size_t anchor, size_t end) const;
  View sentence_before(size_t at) const;
  View sentence_after(size_t at) const;
  bool speaks_of_objections(size_t at) const;

  View text_;
  CivilDate published_;
};

constexpr Words kOpeners = {U"内",   U"公示", U"具体", U"有效", U"时间", U"期限", U"日期", U"期",
                            U"为期", U"为",   U"是",   U":",    U",",    U"(",    U")",    U"起)",
                            U"“",    U"”",    U"\"",   U"自",   U"从",   U"由",   U"于",   U"在",
                            U"共计", U"共",   U"计",   U"限",   U"即",   U"定",   U"暂",   U"拟",
                            U"设",   U"延长", U"顺延", U"延期", U"更正", U"调整", U"变更", U"\n"};

// What may stand between a label and the days; 公示之日 and 即日 are days themselves.
void PeriodReader::skip_openers(PeriodScan& scan) const {
  for (int i = 0; i < kMostOpeners; ++i) {
    PeriodScan ahead = scan;
    if (ahead.publication() || !scan.any(kOpeners))
      return;
  }
}

// 5个工作日（11月25日至12月1日）, 5个工作日，自11月25日起; 自11月25日起公示5个工作日
void PeriodReader::beside_count(PeriodScan scan, size_t anchor, Publicity& out) const {
  skip_openers(scan);
  if (!read_days(scan, published_, out) && !read_beginning(scan, published_, out, true))
    begun_before(anchor, out);
}

// The day named in the same sentence, where nothing but the showing itself begins on it: not so in
// 聘期自12月1日起三年，公示期5个工作日.
void PeriodReader::begun_before(size_t anchor, Publicity& out) const {
  const View before = sentence_before(anchor);
  const size_t from = before.find_last_of(U"自从");
  if (from == before.npos || ends_with_any(before.substr(0, from), {U"期", U"限", U"间"}))
    return;
  PeriodScan scan(text_, anchor - before.size() + from + 1);
  Publicity begun;
  if (!read_beginning(scan, published_, begun, true) || scan.at() > anchor)
    return;
  View between = text_.substr(scan.at(), anchor - scan.at());
  if (between.starts_with(U","))
    between.remove_prefix(1);
  const auto leads_on = [&](View word) { return between.starts_with(word); };
  if (between.empty() ||
      std::ranges::any_of(Words{U"对", U"将", U"在", U"予以", U"进行", U"连续", U"公示"}, leads_on))
    out.origin = begun.origin;
}

std::optional<Publicity> PeriodReader::period_at(size_t at, bool count_leads) const {
  PeriodScan scan(text_, at);
  skip_openers(scan);
  Publicity out;
  if (read_days(scan, published_, out)) {
    scan.skip(
        {U"(", U",", U"共计", U"共", U"计", U"为期", U"公示期", U"公示", U"期限", U"为", U"合计"});
    read_count(scan, out);
    put_right(scan.at(), out);
  } else if (read_count(scan, out)) {
    if (!count_leads || is_past(at, scan.at()))
      return std::nullopt;
    beside_count(scan, at, out);
    if (out.last_written)
      put_right(scan.at(), out);
  } else if (read_beginning(scan, published_, out, false)) {
    scan.skip({U",",    U"计算", U"公示期限", U"公示时间", U"公示期", U"公示", U"期限",
               U"时间", U"为期", U"为",       U"共计",     U"共",     U"计",   U":",
               U"(",    U"的",   U"连续",     U"在",       U"至",     U"满"});
    if (!read_count(scan, out))
      return std::nullopt;
    // 自公示之日起7日内无异议，即行生效: a term that is set, not one that has passed.
    if (!scan.rest().starts_with(U"内") && is_past(at, scan.at()))
      return std::nullopt;
  } else {
    return std::nullopt;
  }
  return out;
}

// …，因双休日顺延至11月30日; 现更正为11月26日至12月2日.
void PeriodReader::put_right(size_t at, Publicity& out) const {
  const View rest = text_.substr(at, kCorrection);
  const View near_by = rest.substr(0, rest.find(U"公示"));
  for (const View word : Words{U"顺延至", U"延长至", U"延期至", U"延至", U"顺延到", U"延长到"})
    if (const size_t found = near_by.find(word); found != near_by.npos) {
      PeriodScan scan(text_, at + found + word.size());
      const auto spoken = scan.date(true);
      const auto last = spoken && out.first ? not_before(*spoken, *out.first) : std::nullopt;
      if (last && (!out.last || *last > *out.last))
        out.last = last;
    }
  for (const View word : Words{U"更正为", U"调整为", U"变更为", U"更改为", U"修改为", U"改为"})
    if (const size_t found = near_by.find(word); found != near_by.npos) {
      PeriodScan scan(text_, at + found + word.size());
      skip_openers(scan);
      read_days(scan, published_, out);
    }
}

View PeriodReader::sentence_before(size_t at) const {
  const size_t from = at > kSentence ? at - kSentence : 0;
  const View before = text_.substr(from, at - from);
  const size_t start = before.find_last_of(U"。\n;；");
  return start == before.npos ? before : before.substr(start + 1);
}

View PeriodReader::sentence_after(size_t at) const {
  const View rest = text_.substr(at, kSentence * 3);
  return rest.substr(0, rest.find_first_of(U"。\n;；"));
}

// Whoever may object is told so in the sentence; 公示名单, 公示人员 alone only name what is shown.
bool PeriodReader::speaks_of_objections(size_t at) const {
  const View before = sentence_before(at), rest = sentence_after(at);
  if (tells_of_the_past(before) ||
      has_any(rest, {U"进行了公示", U"已公示", U"公示,无异议", U"未收到"}))
    return false;
  for (const View part : {before, rest}) {
    if (has_any(part, {U"异议", U"反映"}) ||
        says(part, U"监督", {U"电话", U"举报电话", U"部门", U"单位", U"邮箱"}) ||
        says(part, U"举报", {U"电话", U"邮箱"}) ||
        says(part, U"公示", {U"名单", U"人员", U"内容", U"对象"}))
      return true;
  }
  return false;
}

// 经公示5个工作日无异议, 已公示7天, 公示5天后
bool PeriodReader::is_past(size_t anchor, size_t end) const {
  View after = text_.substr(std::min(end, text_.size()));
  while (!after.empty() && (after.front() == U',' || after.front() == U'内'))
    after.remove_prefix(1);
  if (std::ranges::any_of(
          Words{U"后", U"期满", U"届满", U"无异议", U"没有异议", U"未收到", U"结束", U"且无"},
          [&](View word) { return after.starts_with(word); }))
    return true;
  return ends_with_any(text_.substr(0, anchor), {U"已公示", U"经公示", U"业经公示", U"过公示"});
}

constexpr Words kLabels = {U"公示起止时间", U"公示起止日期", U"公示异议期", U"公示有效期",
                           U"公示期限",     U"公示时间",     U"公示日期",   U"公示期间",
                           U"公示时限",     U"公示时段",     U"公示周期",   U"公示期"};

// Of two places the one that names days; of two that do, the later end: nothing leaves before it.
void take_better(std::optional<Publicity>& found, const Publicity& other) {
  if (!found) {
    found = other;
    return;
  }
  const bool better = other.last_written && (!found->last_written || *other.last > *found->last);
  if (!better)
    return;
  Publicity taken = other;
  if (taken.days == 0 && taken.months == 0 && !found->last_written) {
    taken.days = found->days;
    taken.months = found->months;
    taken.counted = found->counted;
  }
  taken.origin = found->last_written ? taken.origin : found->origin;
  found = taken;
}

std::optional<Publicity> PeriodReader::labelled() const {
  std::optional<Publicity> found;
  for (size_t at = text_.find(U"公示"); at != text_.npos; at = text_.find(U"公示", at + 1)) {
    const View before = text_.substr(0, at);
    if (ends_with_any(before, {U"已", U"经", U"业经", U"应当", U"应", U"须", U"需", U"要", U"拟"}))
      continue;
    PeriodScan scan(text_, at);
    const bool label = scan.any(kLabels) || !scan.any({U"公示"});
    if (!label && scan.rest().starts_with(U"\n"))
      continue; // the end of a title, with a date below it
    if (const auto period = period_at(scan.at(), true))
      take_better(found, *period);
  }
  return found;
}

constexpr Words kOtherLabels = {U"异议反馈时间", U"异议受理时间", U"异议受理期",   U"异议提出时间",
                                U"异议期限",     U"异议期",       U"意见反馈时间", U"意见反馈期",
                                U"反馈时间",     U"受理异议时间", U"受理时间",     U"监督举报时间",
                                U"监督时间",     U"举报时间",     U"反映时间",     U"征求意见时间",
                                U"意见征集时间", U"征求意见期"};

std::optional<Publicity> PeriodReader::unlabelled() const {
  for (size_t at = 0; at < text_.size(); ++at) {
    const bool begins = at == 0 || is_one_of(text_[at - 1], U"\n,。.");
    PeriodScan scan(text_, at);
    const bool objection = scan.any(kOtherLabels);
    const bool label = objection || (begins && scan.any({U"时间:", U"期限:", U"期限为", U"为期"}));
    const bool from = !label && scan.any({U"自", U"从", U"于", U"在", U"请于"});
    if (!label && !from && !begins)
      continue;
    if (objection && scan.rest().starts_with(U"满"))
      continue;
    if (from && ends_with_any(text_.substr(0, at), {U"期", U"限", U"期间"}))
      continue; // 许可期限自…, 聘期从…
    // Any date may begin a sentence: it must speak of objections or of 公示.
    if (!label && !speaks_of_objections(at))
      continue;
    if (const auto period = period_at(scan.at(), label))
      return period;
  }
  return std::nullopt;
}

std::optional<Publicity> PeriodReader::deadline() const {
  for (size_t at = 0; at < text_.size(); ++at) {
    PeriodScan scan(text_, at);
    if (!scan.any({U"于", U"在"}))
      continue;
    const auto spoken = scan.date(false);
    if (!spoken || !scan.any({U"前", U"之前", U"以前"}) || !speaks_of_objections(at))
      continue;
    const auto day = next_to(*spoken, published_);
    const auto last =
        day ? not_before({day->year, day->month, day->day}, published_) : std::nullopt;
    if (!last)
      continue;
    Publicity out;
    out.first = published_;
    out.last = last;
    out.last_written = true;
    return out;
  }
  return std::nullopt;
}

} // namespace

std::optional<Publicity> period_in(View text, bool announced, CivilDate published) {
  const PeriodReader reader(text, published);
  if (auto period = reader.labelled())
    return period;
  if (!announced)
    return std::nullopt;
  if (auto period = reader.unlabelled())
    return period;
  return reader.deadline();
}

} // namespace heiban
