#include "notice/title_names.h"

#include "base/utf8.h"
#include "notice/characters.h"

#include <algorithm>
#include <vector>

namespace heiban {
namespace {

using View = std::u32string_view;

constexpr size_t kShortest = 2, kLongest = 4; // characters of a Han name
constexpr size_t kMostNames = 5000;
constexpr View kSomebody = U"某某";

// Words that stand before a name in such titles.
constexpr View kBefore[] = {U"关于", U"对",   U"给予", U"任命", U"任用", U"录用", U"聘用", U"招聘",
                            U"聘任", U"提拔", U"拟任", U"推荐", U"评选", U"授予", U"表彰", U"确定",
                            U"、",   U"，",   U"和",   U"与",   U"：",   U"选拔", U"拟聘", U"同意"};

bool is_name_head(const std::string& text) {
  return text == "姓名" || text == "名字" || text == "人员姓名" || text == "学生姓名";
}

// The cells under 姓名, the head among them.
std::vector<std::u32string> listed_names(const Notice& notice) {
  std::vector<std::u32string> names;
  for (const Block& block : notice.blocks) {
    if (block.rows.empty())
      continue;
    for (size_t column = 0; column < block.rows[0].size(); ++column) {
      if (!is_name_head(to_utf8(without_blanks(to_utf32(block.rows[0][column].text)))))
        continue;
      for (const auto& row : block.rows)
        if (column < row.size() && names.size() < kMostNames)
          names.push_back(without_blanks(to_utf32(row[column].text)));
    }
  }
  return names;
}

void replace_all(std::u32string& title, View name) {
  if (name.size() < kShortest)
    return;
  for (size_t at = 0; (at = title.find(name, at)) != title.npos; at += kSomebody.size())
    title.replace(at, name.size(), kSomebody);
}

// The name that ends at `end`: what stands between there and the nearest word before it.
size_t name_start(View title, size_t end) {
  for (size_t length = kShortest; length <= kLongest && length <= end; ++length) {
    const View before = title.substr(0, end - length);
    if (std::ranges::any_of(kBefore, [&](View word) { return before.ends_with(word); }))
      return end - length;
  }
  return end;
}

bool counts_persons(View after) { // 等3名, 等三人, 等同志
  if (!after.starts_with(U"等"))
    return false;
  after.remove_prefix(1);
  const size_t number = after.find_first_not_of(U"0123456789一二三四五六七八九十百余多");
  after.remove_prefix(std::min(number, after.size()));
  return after.starts_with(U"同志") ||
         (number > 0 && !after.empty() && is_one_of(after[0], U"名人位"));
}

void replace_before_marks(std::u32string& title) {
  for (size_t at = 1; at < title.size(); ++at) {
    const View after = View(title).substr(at);
    const bool marked = after.starts_with(U"同志") || after.starts_with(U"先生") ||
                        after.starts_with(U"女士") || after.starts_with(U"老师") ||
                        counts_persons(after);
    size_t end = at;
    while (marked && end > 0) { // of 甲、乙、丙等3名 each
      const size_t start = name_start(title, end);
      if (start == end)
        break;
      const bool more = start > 0 && title[start - 1] == U'、';
      title.replace(start, end - start, kSomebody);
      at = at - (end - start) + kSomebody.size();
      end = more ? start - 1 : 0;
    }
  }
}

} // namespace

std::string title_without_names(const Notice& notice) {
  std::u32string title = to_utf32(notice.title);
  std::vector<std::u32string> names = listed_names(notice);
  std::ranges::sort(names, std::greater(), &std::u32string::size);
  for (const std::u32string& name : names)
    if (!is_name_head(to_utf8(name)))
      replace_all(title, name);
  replace_before_marks(title);
  return to_utf8(title);
}

} // namespace heiban
