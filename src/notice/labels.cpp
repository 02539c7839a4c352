#include "notice/labels.h"

#include "notice/characters.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kLongestLabel = 5; // Han before a colon, at the beginning of a line

// Every Han stands alone between blanks, and nothing else is on the line: one spread word. Choices
// to tick stay apart.
bool is_spread_word(std::u32string_view s) {
  std::u32string word;
  for (size_t i = 0; i < s.size(); ++i) {
    if (is_blank(s[i]))
      continue;
    if (!is_han(s[i]) || (i + 1 < s.size() && !is_blank(s[i + 1])))
      return false;
    word += s[i];
  }
  return word.size() >= 2 && word != U"是否" && word != U"男女" && word != U"有无";
}

// A run of Han and blanks before a colon, read backwards.
struct Label {
  size_t from = 0;   // where the run begins
  size_t single = 0; // where its last Han that stand alone begin
  size_t han = 0;    // Han in all
  size_t words = 0;  // of more than one Han
};

Label label_before(std::u32string_view s, size_t colon) {
  Label label{colon, colon};
  bool all_single = true;
  while (label.from > 0) {
    while (label.from > 0 && is_blank(s[label.from - 1]))
      --label.from;
    const size_t end = label.from;
    while (label.from > 0 && is_han(s[label.from - 1]))
      --label.from;
    if (label.from == end)
      break;
    label.han += end - label.from;
    label.words += end - label.from > 1;
    all_single = all_single && end - label.from == 1;
    if (all_single)
      label.single = label.from;
  }
  return label;
}

// Two Han alone with a narrower blank between them than on either side: a padded name.
bool pads_name(std::u32string_view line, const std::vector<int>& widths, size_t blank) {
  const bool between =
      blank > 0 && blank + 1 < line.size() && is_han(line[blank - 1]) && is_han(line[blank + 1]);
  if (!between)
    return false;
  const auto wider = [&](size_t beyond) { return widths[beyond] > widths[blank]; };
  const bool begins = blank == 1, ends = blank + 2 == line.size();
  return (begins || wider(blank - 2)) && (ends || wider(blank + 2)) && !(begins && ends);
}

} // namespace

std::vector<bool> label_blanks(std::u32string_view line, const std::vector<int>& widths) {
  if (std::none_of(line.begin(), line.end(), is_blank))
    return {};
  std::vector<bool> drop(line.size());
  const auto drop_from = [&](size_t from, size_t to) {
    for (size_t i = from; i < to; ++i)
      drop[i] = is_blank(line[i]);
  };
  if (is_spread_word(line))
    return drop_from(0, line.size()), drop;
  for (size_t i = 1; i < line.size(); ++i) {
    if (widths[i] > 0 && pads_name(line, widths, i))
      drop[i] = true;
    if (!is_one_of(line[i], U"：:"))
      continue;
    const Label label = label_before(line, i);
    const bool begins = label.from == 0 || ends_sentence(line[label.from - 1]);
    const bool whole = begins && label.han <= kLongestLabel && label.words <= 1;
    drop_from(whole ? label.from : label.single, i);
    for (size_t at = i; at > 0 && is_blank(line[at - 1]) && line[i] == U'：'; --at)
      drop[at - 1] = true;
  }
  return drop;
}

} // namespace heiban
