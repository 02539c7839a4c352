#include "notice/fee_notice.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "notice/fee_classes.h"
#include "notice/fee_phones.h"
#include "notice/fee_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace heiban {
namespace {

constexpr size_t kIdLength = 16;
constexpr size_t kTermLength = 24;    // characters: a longer line is no school year
constexpr size_t kCaptionLength = 40; // characters: a longer line above the table is a paragraph

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

bool names_term(std::string_view text) {
  return has(text, "学年") || has(text, "学期") || has(text, "年度");
}

// Names a program gave, not a person.
bool is_program_name(std::string_view sheet) {
  return sheet.empty() || sheet.starts_with("Sheet") || sheet.starts_with("工作表") ||
         sheet.starts_with("Table");
}

// The school year or term belongs to the title: on later pages it is all that stands of the lines
// above the table. The line it came from goes when it says nothing else.
std::string title_of(const FeeSchedule& schedule, std::vector<std::string>& captions) {
  std::string title;
  if (!captions.empty()) {
    title = trim(captions.front());
    captions.erase(captions.begin());
  }
  if (title.empty())
    title = is_program_name(schedule.sheet) ? "收费公示表" : schedule.sheet + "收费公示表";
  if (names_term(title))
    return title;
  for (auto line = captions.begin(); line != captions.end(); ++line) {
    const std::string_view inner = trim(*line);
    if (!names_term(inner) || count_code_points(inner) > kTermLength || has(inner, "："))
      continue;
    const bool bracketed = inner.starts_with("（") && inner.ends_with("）");
    title += bracketed ? std::string(inner) : fmt::format("（{}）", inner);
    captions.erase(line);
    break;
  }
  return title;
}

// 公示单位：云岭县教育局
std::string issuer_of(const FeeSchedule& schedule) {
  const std::string around = schedule.around();
  for (const std::string_view label :
       {"公示单位：", "发布单位：", "公布单位：", "制表单位：", "填报单位："}) {
    const size_t at = around.find(label);
    if (at == std::string::npos)
      continue;
    const std::string_view rest = std::string_view(around).substr(at + label.size());
    size_t end = rest.find('\n');
    for (const std::string_view stop : {" ", "　", "，", "。", "；", "（"})
      end = std::min(end, rest.find(stop));
    if (end > 0)
      return std::string(rest.substr(0, end));
  }
  return {};
}

void add_text(Notice& notice, std::string text, BlockAlign align) {
  Block block;
  block.text = std::move(text);
  block.align = align;
  notice.blocks.push_back(std::move(block));
}

void set_identity(Notice& notice) {
  const std::string from = notice.valid_from ? iso_utc(*notice.valid_from) : "-";
  notice.id = sha256_hex(fmt::format("fees\n{}\n{}\n{}", notice.feed, fee_series_of(notice), from))
                  .substr(0, kIdLength);
  notice.content_hash = content_hash_of(notice);
}

} // namespace

Notice fee_notice(const FeeSchedule& schedule, const Sheet& sheet, const NoticeContext& context) {
  std::vector<std::string> captions = schedule.titles, notes = schedule.notes;
  Notice notice;
  notice.feed = context.feed;
  notice.category = context.category;
  notice.title = title_of(schedule, captions);
  notice.publisher = issuer_of(schedule);
  if (notice.publisher.empty())
    notice.publisher = context.publisher;
  if (schedule.effective_from)
    notice.valid_from = from_beijing({*schedule.effective_from});
  if (schedule.effective_to)
    notice.valid_to = from_beijing({add_days(*schedule.effective_to, 1)});
  const FeePhones phones = take_fee_phones(schedule, captions, notes);
  for (std::string& caption : captions) {
    const bool is_line = count_code_points(caption) <= kCaptionLength;
    add_text(notice, std::move(caption), is_line ? BlockAlign::Center : BlockAlign::Start);
  }
  notice.blocks.push_back(fee_table(schedule, sheet, phones.column_told));
  notice.blocks.back().text = phones.line;
  for (std::string& note : notes)
    add_text(notice, std::move(note), BlockAlign::Start);
  set_identity(notice);
  return notice;
}

bool wants_voluntary(const FeeSchedule& schedule, const Sheet& sheet) {
  const auto says_it = [](const std::string& text) { return has(text, "自愿"); };
  if (says_it(schedule.around()) || std::ranges::any_of(schedule.heads, says_it))
    return false;
  const FeeClasses classes(schedule, sheet.name);
  return std::ranges::any_of(schedule.rows, [&](const FeeRow& row) {
    const FeeClass one = row.section ? FeeClass::None : classes.of(row);
    return (one == FeeClass::Service || one == FeeClass::Agency) && !says_it(row.section_title) &&
           std::ranges::none_of(row.cells, says_it);
  });
}

void say_voluntary(Notice& notice, const std::string& words) {
  const auto table = std::ranges::find(notice.blocks, BlockKind::Table, &Block::kind);
  if (words.empty() || table == notice.blocks.end())
    return;
  Block note;
  note.text = words;
  note.align = BlockAlign::Start;
  notice.blocks.insert(std::next(table), std::move(note));
  notice.content_hash = content_hash_of(notice);
}

void name_after_sheet(Notice& notice, const std::string& sheet) {
  if (sheet.empty() || has(notice.title, sheet))
    return;
  const size_t digits = sheet.find_last_not_of("0123456789") + 1;
  const bool numbered = is_program_name(sheet) && digits < sheet.size();
  notice.title += fmt::format("（{}）", numbered ? "表" + sheet.substr(digits) : sheet);
  set_identity(notice);
}

std::string fee_series_of(const Notice& notice) {
  constexpr std::u32string_view kOfTime =
      U"0123456789０１２３４５６７８９〇零一二三四五六七八九十"
      U"年月日度学期季春秋上下半第起至执行—–-~～.()（）[]〔〕 　";
  std::string out;
  for (const char32_t c : to_utf32(notice.title))
    if (kOfTime.find(c) == std::u32string_view::npos)
      append_utf8(out, c);
  return out;
}

void announce(Notice& notice, std::optional<Instant> coming_from) {
  for (Block& block : notice.blocks) {
    if (block.kind != BlockKind::Table)
      continue;
    block.text.resize(std::min(block.text.find('\n'), block.text.size()));
    if (coming_from)
      block.text += fmt::format("\n新的收费标准自{}起执行，届时本表自动更换。",
                                date_zh(beijing(*coming_from).date));
  }
  notice.content_hash = content_hash_of(notice);
}

} // namespace heiban
