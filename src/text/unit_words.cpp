#include "text/unit_words.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace heiban {
namespace {

constexpr std::u32string_view kWords[] = {
    // dates and times
    U"年",
    U"年度",
    U"年级",
    U"年制",
    U"学年",
    U"月",
    U"月份",
    U"月底",
    U"月初",
    U"日",
    U"号",
    U"天",
    U"周",
    U"周岁",
    U"岁",
    U"时",
    U"点",
    U"点半",
    U"分",
    U"分钟",
    U"秒",
    U"小时",
    U"个月",
    U"个小时",
    U"工作日",
    U"个工作日",
    U"个自然日",
    U"个学期",
    U"个学年",
    U"学期",
    U"季度",
    U"世纪",
    U"年代",
    // money
    U"元",
    U"角",
    U"美元",
    U"港元",
    U"欧元",
    U"日元",
    U"块",
    // measures
    U"公里",
    U"千米",
    U"里",
    U"米",
    U"厘米",
    U"毫米",
    U"平方米",
    U"平方公里",
    U"立方米",
    U"公斤",
    U"千克",
    U"克",
    U"吨",
    U"斤",
    U"升",
    U"毫升",
    U"亩",
    U"公顷",
    U"度",
    U"摄氏度",
    U"千瓦",
    U"寸",
    U"英寸",
    U"倍",
    U"折",
    U"成",
    U"个百分点",
    U"学分",
    U"学时",
    U"课时",
    // what offices count
    U"人",
    U"人次",
    U"名",
    U"个",
    U"位",
    U"所",
    U"家",
    U"项",
    U"件",
    U"次",
    U"条",
    U"款",
    U"届",
    U"版",
    U"页",
    U"级",
    U"班",
    U"期",
    U"楼",
    U"层",
    U"室",
    U"栋",
    U"座",
    U"章",
    U"节",
    U"户",
    U"套",
    U"本",
    U"册",
    U"份",
    U"张",
    U"台",
    U"辆",
    U"场",
    U"门",
    U"科",
    U"种",
    U"组",
    U"批",
    U"卷",
    U"轮",
    U"号楼",
    U"号线",
    U"路",
    U"类",
    U"字",
    U"部",
    U"支",
    U"间",
    U"床",
    U"校",
    U"村",
    U"县",
    U"市",
    U"遍",
};

using Words = std::array<std::u32string_view, std::size(kWords)>;

consteval Words by_first_character() {
  Words words{};
  std::copy(std::begin(kWords), std::end(kWords), words.begin());
  std::sort(words.begin(), words.end());
  return words;
}

constexpr Words kSorted = by_first_character();

} // namespace

bool is_letter_unit(std::u32string_view word) {
  constexpr std::u32string_view kUnits[] = {
      U"m",   U"mm", U"cm", U"dm", U"km", U"g",   U"kg",  U"mg",  U"t",  U"L",
      U"l",   U"mL", U"ml", U"s",  U"ms", U"min", U"h",   U"W",   U"kW", U"kWh",
      U"V",   U"kV", U"A",  U"mA", U"Hz", U"kHz", U"MHz", U"GHz", U"Pa", U"kPa",
      U"MPa", U"K",  U"KB", U"MB", U"GB", U"TB",  U"dB",  U"lx",  U"px"};
  return std::find(std::begin(kUnits), std::end(kUnits), word) != std::end(kUnits);
}

size_t unit_word_length(std::u32string_view text) {
  if (text.empty())
    return 0;
  const auto before = [](std::u32string_view word, char32_t first) { return word[0] < first; };
  auto word = std::lower_bound(kSorted.begin(), kSorted.end(), text[0], before);
  size_t longest = 0;
  for (; word != kSorted.end() && (*word)[0] == text[0]; ++word)
    if (word->size() > longest && text.starts_with(*word))
      longest = word->size();
  return longest;
}

} // namespace heiban
