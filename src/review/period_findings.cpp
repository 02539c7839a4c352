#include "review/period_findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

struct Rule {
  std::initializer_list<std::string_view> all, any; // words of title and category
  LeastPeriod least;
};

// The first that fits counts.
const Rule kRules[] = {
    {{"公务员"}, {"录用", "考录", "招录"}, {5, "公务员录用", "《公务员法》第三十二条"}},
    {{},
     {"任前公示", "拟任", "任职公示", "提拔", "干部公示", "竞争上岗"},
     {5, "干部任前", "《党政领导干部选拔任用工作条例》"}},
    {{},
     {"拟聘", "拟招聘", "公开招聘", "招聘公示", "招聘教师", "教师招聘", "聘用人员"},
     {7, "事业单位招聘", "本地惯例"}},
    {{},
     {"职称", "任职资格", "专业技术资格", "岗位聘任", "岗位聘用"},
     {5, "职称评审", "职称评审规定"}},
};

bool fits(const Rule& rule, const std::string& words) {
  const auto has = [&](std::string_view word) { return words.find(word) != words.npos; };
  return std::ranges::all_of(rule.all, has) &&
         (rule.any.size() == 0 || std::ranges::any_of(rule.any, has));
}

std::string label(const Notice& notice) {
  return fmt::format("公告 {}（{}）", notice.id, notice.category);
}

// A count of plain days is held against the working days in it.
int working_days_of(const Publicity& period) {
  return static_cast<int>(period.working.size());
}

void add_shortness(const Notice& notice, std::vector<std::string>& out) {
  const std::optional<LeastPeriod> least = least_period(notice);
  const int days = working_days_of(*notice.publicity);
  if (!least || days == 0 || days >= least->working_days)
    return;
  out.push_back(
      fmt::format("{}：公示期只有 {} 个工作日，{}公示一般不少于 {} 个工作日（{}），请核对",
                  label(notice), days, least->kind, least->working_days, least->source));
}

void add_contradiction(const Notice& notice, std::vector<std::string>& out) {
  const Publicity& period = *notice.publicity;
  if (!period.last_written || period.days == 0 || !period.last)
    return;
  const int days = length_of(period);
  if (days == 0 || days == period.days)
    return;
  const char* unit = period.counted == DayCount::Working ? "个工作日" : "天";
  out.push_back(fmt::format("{}：写明公示 {} {}，起止日期却是 {} {}，请核对", label(notice),
                            period.days, unit, days, unit));
}

} // namespace

std::optional<LeastPeriod> least_period(const Notice& notice) {
  const std::string words = notice.title + "\n" + notice.category;
  for (const Rule& rule : kRules)
    if (fits(rule, words))
      return rule.least;
  return std::nullopt;
}

std::vector<std::string> period_findings(const Notice& notice) {
  std::vector<std::string> out;
  if (!notice.publicity)
    return out;
  const Publicity& period = *notice.publicity;
  if (!period.last)
    out.push_back(fmt::format("{}：公示期无法核算，缺少当年的节假日安排；请在配置文件旁的 "
                              "holidays.tsv 里补上，在此之前这条公告一直显示",
                              label(notice)));
  add_shortness(notice, out);
  add_contradiction(notice, out);
  return out;
}

} // namespace heiban
