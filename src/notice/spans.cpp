#include "notice/spans.h"

#include "base/utf8.h"
#include "notice/characters.h"

#include <algorithm>
#include <array>

namespace heiban {
namespace {

constexpr std::array<std::u32string_view, 44> kOrgans{
    U"局",     U"厅",   U"部",   U"委",   U"办",     U"委员会", U"办公室", U"政府", U"学校",
    U"中学",   U"小学", U"大学", U"学院", U"幼儿园", U"中心",   U"科",     U"股",   U"处",
    U"室",     U"组",   U"小组", U"院",   U"所",     U"站",     U"馆",     U"会",   U"协会",
    U"工会",   U"团委", U"支部", U"总支", U"党组",   U"公司",   U"集团",   U"法院", U"检察院",
    U"指挥部", U"专班", U"党校", U"电大", U"一中",   U"二中",   U"职中",   U"园"};

constexpr std::array<std::string_view, 20> kFileEndings{
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".rar",  ".7z",
    ".wps", ".et",  ".dps",  ".ofd", ".txt",  ".csv", ".ceb",  ".rtf", ".docm", ".xlsm"};

size_t covered(const std::vector<TextRange>& ranges) {
  size_t sum = 0;
  for (const TextRange& range : ranges)
    sum += range.end - range.start;
  return sum;
}

size_t blanks_in(std::u32string_view s) {
  return static_cast<size_t>(std::count_if(s.begin(), s.end(), is_blank));
}

// One part of a date and the unit after it; false when there is none.
bool eat(std::u32string_view& s, size_t most, std::u32string_view units) {
  size_t length = 0;
  while (length < s.size() &&
         (is_digit(s[length]) || is_one_of(s[length], U"〇零○ＯOo0一二三四五六七八九十")))
    ++length;
  if (length == 0 || length > most || length >= s.size() || !is_one_of(s[length], units))
    return false;
  s.remove_prefix(length + 1);
  return true;
}

} // namespace

bool is_text(const Block& block) {
  return block.kind == BlockKind::Paragraph || block.kind == BlockKind::Heading ||
         block.kind == BlockKind::Item;
}

std::u32string text_of(const RawBlock& raw) {
  return to_utf32(raw.block.text);
}

bool is_all_bold(const Block& block) {
  const std::u32string text = to_utf32(block.text);
  return !block.bold.empty() && covered(block.bold) + blanks_in(text) >= text.size();
}

bool is_all_link(const RawBlock& raw) {
  std::vector<TextRange> ranges;
  for (const RawLink& link : raw.links)
    ranges.push_back(link.range);
  const std::u32string text = text_of(raw);
  return !text.empty() && !ranges.empty() && covered(ranges) + blanks_in(text) >= text.size();
}

void drop_front(RawBlock& raw, size_t count) {
  const std::u32string text = text_of(raw);
  while (count < text.size() && is_blank(text[count]))
    ++count;
  raw.block.text = to_utf8(std::u32string_view(text).substr(count));
  const auto move = [&](TextRange& range) {
    range.start = std::max(range.start, count) - count;
    range.end = std::max(range.end, count) - count;
  };
  for (TextRange& range : raw.block.bold)
    move(range);
  std::erase_if(raw.block.bold, [](const TextRange& range) { return range.start == range.end; });
  for (RawLink& link : raw.links)
    move(link.range);
}

bool is_organ(std::u32string_view text) {
  for (const std::u32string_view mark :
       {U"（盖章）", U"(盖章)", U"（公章）", U"(公章)", U"（章）", U"（印章）", U"（代章）"})
    if (text.ends_with(mark))
      text.remove_suffix(mark.size());
  return text.size() >= 3 &&
         std::any_of(kOrgans.begin(), kOrgans.end(),
                     [&](std::u32string_view organ) { return text.ends_with(organ); });
}

bool is_date_line(std::u32string_view text) {
  std::u32string plain = without_blanks(text);
  if (const size_t day = plain.find(U"星期"); day != plain.npos && day + 4 >= plain.size())
    plain.resize(day > 0 && is_one_of(plain[day - 1], U"（(") ? day - 1 : day);
  std::u32string_view s = plain;
  if (s.size() < 6 || s.size() > 20)
    return false;
  if (eat(s, 4, U"年"))
    return eat(s, 3, U"月") && (s.empty() || eat(s, 3, U"日号")) && s.empty();
  s = plain;
  if (!eat(s, 4, U"-－—.．/／") || plain.size() - s.size() != 5 || !eat(s, 2, U"-－—.．/／"))
    return false;
  return !s.empty() && s.size() <= 2 && std::all_of(s.begin(), s.end(), is_digit);
}

bool is_file_address(std::string_view url) {
  std::string path(url.substr(0, url.find_first_of("?#")));
  for (char& c : path)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const auto ends = [](std::string_view s) {
    return std::any_of(kFileEndings.begin(), kFileEndings.end(),
                       [&](std::string_view ending) { return s.ends_with(ending); });
  };
  // download.jsp?file=名单.xlsx
  return ends(path) || ends(url) || url.find("/download") != url.npos;
}

} // namespace heiban
