#include "notice/read_publicity.h"

#include "base/utf8.h"
#include "notice/publicity_period.h"
#include "notice/publicity_scan.h"

#include <algorithm>

namespace heiban {
namespace {

using View = std::u32string_view;

constexpr size_t kMostText = 60'000; // code points that are searched
constexpr size_t kAnnouncement = 80; // … from 现 to the end of its sentence

bool has(View text, View word) {
  return text.find(word) != text.npos;
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

// Titles of texts that say how things are to be done, by others and later; 招聘公告 among them,
// which names the 公示 at the end of what it begins.
bool is_instruction(View title) {
  if (ends_with_any(title, {U"公告", U"通告", U"启事"}) &&
      has_any(title, {U"招聘", U"招考", U"招录", U"招生", U"选聘", U"选调", U"遴选", U"考试",
                      U"认定", U"报名", U"申报", U"评选", U"评审工作", U"征集", U"招标", U"采购"}))
    return true;
  return ends_with_any(title, {U"通知", U"办法", U"规定", U"方案", U"细则", U"意见", U"制度",
                               U"计划", U"总结", U"条例", U"章程", U"指南", U"须知", U"解读",
                               U"流程", U"简章", U"问答", U"函"}) ||
         has_any(title, {U"管理办法", U"实施方案", U"实施细则"});
}

// 现将拟聘用人员公示如下, 现予公示: said of this very text.
bool puts_up_now(View text) {
  for (size_t at = text.find(U"现"); at != text.npos; at = text.find(U"现", at + 1)) {
    const View near_by = text.substr(at, kAnnouncement);
    const View sentence = near_by.substr(0, near_by.find_first_of(U"。:;；"));
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
  std::optional<Publicity> period = period_in(text, announces(title), published);
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
