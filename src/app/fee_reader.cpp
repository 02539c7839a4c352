#include "app/fee_reader.h"

#include "app/fee_links.h"
#include "app/fee_markup.h"
#include "app/setup.h"
#include "base/file.h"
#include "notice/fee_likeness.h"
#include "notice/fee_notice.h"
#include "notice/fee_parts.h"
#include "notice/fee_periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace heiban {
namespace {

constexpr size_t kLargestAsset = 1u << 20;
constexpr size_t kFindingsKept = 20;

std::map<std::string, int> count_ids(const std::vector<Notice>& notices) {
  std::map<std::string, int> count;
  for (const Notice& notice : notices)
    ++count[notice.id];
  return count;
}

// Tables of one title that stand at the same time are told apart by their names, at last by their
// places.
void part_namesakes(std::vector<Notice>& notices, const std::vector<std::string>& names) {
  for (const bool by_place : {false, true}) {
    std::map<std::string, int> count = count_ids(notices);
    for (size_t i = 0; i < notices.size(); ++i)
      if (count[notices[i].id] > 1)
        name_after_sheet(notices[i], by_place ? fmt::format("表{}", i + 1) : names[i]);
  }
}

std::vector<std::string> texts_of(const std::vector<FeeFinding>& findings, bool refusing) {
  std::vector<std::string> out;
  for (const FeeFinding& finding : findings)
    if (finding.refuses == refusing)
      out.push_back(finding_zh(finding));
  return out;
}

// A file of staff's own, or what a feed or a web page holds or leads to.
Result<FoundFees> read_book(const FeeBytes& answer, const FeedSpec& feed, const FeeHeads& heads,
                            Instant now, Fetcher* fetcher) {
  if (is_markup(answer.bytes)) {
    const FeedContext context{answer.content_type, answer.url.empty() ? feed.url : answer.url,
                              feed.zone_minutes, now, /*plain_beside_html=*/false};
    return FeeLinks(fetcher, feed, heads).find(answer.bytes, context);
  }
  Result<Workbook> book = read_workbook(answer.bytes, answer.content_type);
  if (!book)
    return book.error();
  return FoundFees{std::move(*book), {}};
}

} // namespace

Result<FeeWords> load_fee_words() {
  const std::string folder = assets_folder() + "/fees/";
  const Result<std::string> heads = read_file(folder + "heads.tsv", kLargestAsset);
  const Result<std::string> units = read_file(folder + "units.tsv", kLargestAsset);
  if (!heads || !units)
    return Error{ErrorKind::Broken, fmt::format("安装不完整，{} 里缺文件：{}", folder,
                                                (heads ? units : heads).error().message)};
  return FeeWords{read_fee_heads(*heads), read_fee_units(*units)};
}

bool FeeSheets::refused() const {
  return std::ranges::any_of(findings, &FeeFinding::refuses);
}

namespace {

// What the sheets of a book come to, one table after another.
class SheetReader {
public:
  SheetReader(const FeeWords& words, const FeedSpec& feed, Instant now)
      : words_(words), voluntary_(feed.voluntary), today_(beijing(now).date) {
    context_.feed = feed.name;
    context_.category = feed.category;
    context_.publisher = feed.publisher;
  }

  FeeSheets out;
  std::vector<std::string> names; // of the notices' tables

  // False where it holds no schedule.
  bool read(const Sheet& sheet) {
    const std::vector<FeePart> parts = fee_parts(sheet, words_.heads);
    if (parts.empty())
      return read_table(sheet, sheet.name, nullptr);
    std::set<std::string> told; // of lines that stand with several tables
    for (const FeePart& part : parts)
      if (!read_table(part.sheet, part.name, &told))
        out.findings.push_back(no_schedule(part.sheet, true)); // no table of a file gets lost
    return true;
  }

private:
  bool read_table(const Sheet& sheet, const std::string& name, std::set<std::string>* told) {
    const std::optional<FeeSchedule> schedule = read_fee_schedule(sheet, words_.heads);
    if (!schedule)
      return false;
    for (FeeFinding& finding : check_fees(*schedule, sheet, words_.units))
      if (!told || told->insert(finding_zh(finding)).second)
        out.findings.push_back(std::move(finding));
    for (const FeeSchedule& period : fee_periods(*schedule, today_)) {
      out.notices.push_back(fee_notice(period, sheet, context_));
      if (wants_voluntary(period, sheet))
        say_voluntary(out.notices.back(), voluntary_);
      names.push_back(name);
    }
    return true;
  }

  const FeeWords& words_;
  const std::string& voluntary_;
  CivilDate today_;
  NoticeContext context_;
};

} // namespace

FeeSheets read_fee_sheets(const Workbook& book, const FeeWords& words, const FeedSpec& feed,
                          Instant now) {
  SheetReader reader(words, feed, now);
  std::vector<const Sheet*> others;
  for (const Sheet& sheet : book.sheets)
    if (!sheet.rows.empty() && !reader.read(sheet)) // an empty sheet hides nothing
      others.push_back(&sheet);
  FeeSheets out = std::move(reader.out);
  const std::vector<std::string>& names = reader.names;
  // A sheet of explanations beside the schedules is left out; one that nearly is a
  // schedule is not, and only one named 说明 goes unsaid.
  for (const Sheet* sheet : others) {
    const bool refuses = names.empty() || looks_like_fees(*sheet, words.heads);
    if (const auto turned = on_its_side(*sheet, words.heads))
      out.findings.push_back(*turned);
    else if (refuses || !sheet->name.ends_with("说明"))
      out.findings.push_back(no_schedule(*sheet, refuses));
  }
  if (names.empty() && others.empty())
    out.findings.push_back(no_schedule(book.sheets.empty() ? Sheet{} : book.sheets[0], true));
  part_namesakes(out.notices, names);
  return out;
}

FeeFile read_fee_file(const FeeBytes& answer, const FeedSpec& feed, Instant now, Fetcher* fetcher) {
  FeeFile out;
  const Result<FeeWords> words = load_fee_words();
  Result<FoundFees> found = words ? read_book(answer, feed, words->heads, now, fetcher)
                                  : Result<FoundFees>(words.error());
  if (!found) {
    out.problem = "收费表没有采用，屏幕上不变：" + found.error().message;
    return out;
  }
  out.notes = std::move(found->notes);
  const Workbook& book = found->book;
  FeeSheets sheets = read_fee_sheets(book, *words, feed, now);
  std::vector<std::string> texts = texts_of(sheets.findings, true);
  if (!texts.empty()) {
    out.problem =
        fmt::format("收费表有 {} 处必须改，没有采用，屏幕上不变：{}", texts.size(), texts[0]);
    texts.erase(texts.begin()); // said
  } else {
    out.notices = std::move(sheets.notices);
  }
  for (const auto& more : {texts_of(sheets.findings, false), book.findings})
    texts.insert(texts.end(), more.begin(), more.end());
  texts.resize(std::min(texts.size(), kFindingsKept));
  out.findings = std::move(texts);
  return out;
}

} // namespace heiban
