#include "notice/broken_lines.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/numbering.h"

#include <algorithm>
#include <array>
#include <span>

namespace heiban {
namespace {

// In half em. A line of an official document holds 28 characters (GB/T 9704 §5.2.3), of other print
// up to 50; what is narrower was broken by hand, and what is wider is a paragraph.
constexpr int kNarrowest = 48, kWidest = 110;
// A line ends short where a mark or a number may not begin the next one.
constexpr int kShort = 4, kHanging = 2;
// A paragraph of this many lines must be among them: one break alone may be meant, and a heading
// with its short text below it looks like two lines.
constexpr size_t kLongEnough = 3, kPairsEnough = 2;
constexpr size_t kMostLines = 100; // of a paragraph: some 2,800 characters

struct Line {
  size_t block = 0, start = 0; // its first character, in code points of the block's text
  int width = 0, pad = 0;      // half em, the width without the indent
  bool ends = false;           // a sentence, or what a list hangs on
  bool begins = false;         // something new: a number, a label
  bool prose = false;
  bool bare = false;  // no mark in it, but no title's words either
  bool flows = false; // a sentence has begun in it and goes on
  char32_t first = 0; // its first character, '0' for any digit
};

bool is_closing(char32_t c) {
  return is_one_of(c, U"”’）)》」』");
}

bool ends_text(std::u32string_view text) {
  while (!text.empty() && is_closing(text.back()))
    text.remove_suffix(1);
  return !text.empty() && (ends_sentence(text.back()) || is_one_of(text.back(), U"：:…"));
}

// 联系人：王某, 第三条, 附件, （一）, 1. — but not the 下： of 通知如下：, nor 第一中学.
bool begins_text(std::u32string_view text) {
  constexpr size_t kLongestLabel = 6, kLongestNumber = 5;
  const size_t colon = text.find_first_of(U"：:");
  const bool labelled = colon > 1 && colon <= kLongestLabel && colon + 1 < text.size();
  const size_t mark = text.find_first_not_of(U"第一二三四五六七八九十百零〇0123456789");
  const bool article = text[0] == U'第' && mark > 1 && mark <= kLongestNumber &&
                       mark < text.size() && is_one_of(text[mark], U"条章节编款部");
  return labelled || article || numbering_of(text).level > 0 || text.starts_with(U"附件") ||
         is_one_of(text[0], U"●○■□◆◇★☆▲△•·※—－-*");
}

int width_of(std::u32string_view text) {
  int width = 0;
  for (const char32_t c : text)
    width += c < 0x2E80 && !is_one_of(c, U"“”‘’…—") ? 1 : 2;
  return width;
}

// 关于做好某事的通知, and what else a document is called.
bool reads_as_title(std::u32string_view text) {
  constexpr std::array<std::u32string_view, 20> kEnds{
      U"通知", U"公告", U"通告", U"公示", U"意见", U"办法", U"方案", U"规定", U"细则", U"要点",
      U"计划", U"名单", U"决定", U"报告", U"制度", U"标准", U"须知", U"简章", U"指南", U"说明"};
  while (!text.empty() && is_closing(text.back()))
    text.remove_suffix(1);
  return text.find(U"关于") != text.npos ||
         std::ranges::any_of(kEnds, [&](std::u32string_view end) { return text.ends_with(end); });
}

Line line_of(std::u32string_view text) {
  Line line;
  const auto blanks = std::ranges::count_if(text, is_blank);
  line.width = width_of(text);
  line.first = is_digit(text[0]) ? U'0' : text[0];
  line.ends = ends_text(text);
  line.begins = begins_text(text);
  // 一、提高认识，加强领导 of a full line may be a heading.
  line.flows = text.find(U'，') != text.npos && (!line.begins || text.find(U'。') != text.npos);
  line.bare = blanks == 0 && !reads_as_title(text);
  line.prose = blanks <= 1 && text.find_first_of(U"，、。；：（“《") != text.npos;
  return line;
}

// The lines of a paragraph, as its author's line ends part them.
void add_lines(const RawBlock& raw, size_t block, std::vector<Line>& lines) {
  const std::u32string text = to_utf32(raw.block.text);
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find(U'\n', start), text.size());
    if (end > start) {
      Line line = line_of(std::u32string_view(text).substr(start, end - start));
      line.block = block;
      line.start = start;
      line.pad = start == 0 ? 2 * raw.pad_em : 0;
      lines.push_back(line);
    }
    start = end + 1;
  }
}

bool is_plain(const RawBlock& raw) {
  return raw.block.kind == BlockKind::Paragraph && raw.block.align == BlockAlign::Start &&
         !raw.block.text.empty();
}

// An indent that all lines have is the page's, and says nothing.
void level(std::span<Line> run) {
  const int least = std::ranges::min_element(run, {}, &Line::pad)->pad;
  for (Line& line : run) {
    line.pad -= least;
    line.width += line.pad;
    line.begins = line.begins || line.pad > 0;
  }
}

// How many lines from `at` on are one paragraph; 1: it stands alone.
size_t chain_at(std::span<const Line> lines, size_t at, int measure) {
  for (size_t i = at; i < lines.size() && i - at < kMostLines; ++i) {
    // Two that begin alike are of a list: 8月20日…, 8月21日…; 云岭县第一中学…, 云岭县第二中学….
    if (i > at && (lines[i].begins || lines[i].first == lines[i - 1].first))
      return 1;
    if (lines[i].ends)
      return i - at + 1;
    const bool goes_on = lines[i].prose || (i == at && lines[i].bare);
    if (!goes_on || lines[i].width < measure - kShort)
      return 1;
  }
  return 1;
}

// The measure of the print: the widest line that another comes close to; 0: there is none.
int measure_of(std::span<const Line> lines) {
  int widest = 0, next = 0;
  for (const Line& line : lines) {
    next = std::max(next, std::min(line.width, widest));
    widest = std::max(widest, line.width);
  }
  return next >= widest - kShort - kHanging ? widest : 0;
}

bool is_latin_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void append(RawBlock& to, RawBlock& from) {
  const std::u32string before = to_utf32(to.block.text), after = to_utf32(from.block.text);
  const bool words = is_latin_letter(before.back()) && is_latin_letter(after.front());
  to.block.text += (words ? " " : "") + from.block.text;
  const size_t by = before.size() + words;
  for (TextRange range : from.block.bold) {
    range = {range.start + by, range.end + by};
    if (!to.block.bold.empty() && to.block.bold.back().end == range.start)
      to.block.bold.back().end = range.end;
    else
      to.block.bold.push_back(range);
  }
  for (RawLink& link : from.links)
    to.links.push_back({{link.range.start + by, link.range.end + by}, std::move(link.url)});
}

// Takes the line end before the character at `start` away.
void join_within(RawBlock& raw, size_t start) {
  std::u32string text = to_utf32(raw.block.text);
  const bool words = start > 1 && is_latin_letter(text[start - 2]) && is_latin_letter(text[start]);
  if (words) {
    text[start - 1] = U' ';
  } else {
    text.erase(start - 1, 1);
    const auto shift = [&](size_t& at) { at -= at >= start; };
    for (TextRange& range : raw.block.bold)
      shift(range.start), shift(range.end);
    for (RawLink& link : raw.links)
      shift(link.range.start), shift(link.range.end);
  }
  raw.block.text = to_utf8(text);
}

// Where each line of the run but the first goes on from the one before it.
std::vector<bool> going_on(std::span<const Line> run) {
  std::vector<bool> out(run.size());
  const int measure = measure_of(run);
  if (measure < kNarrowest)
    return out;
  size_t longest = 0, pairs = 0; // pairs: of a full line of prose and its end
  for (size_t i = 0; i < run.size();) {
    const size_t length = chain_at(run, i, measure);
    longest = std::max(longest, length);
    pairs += length == 2 && run[i].flows;
    for (size_t k = 1; k < length; ++k)
      out[i + k] = true;
    i += length;
  }
  if (longest < kLongEnough && pairs < kPairsEnough)
    out.assign(run.size(), false);
  return out;
}

// No byte of UTF-8 stands for less than half a half em: most paragraphs are told apart by size.
bool may_be_lines(std::string_view text) {
  return text.size() <= 2 * kWidest || text.find('\n') != text.npos;
}

// The lines of all plain paragraphs, in runs: what else stands between, or is too wide for a line,
// parts them.
std::vector<std::vector<Line>> runs_of(const std::vector<RawBlock>& blocks) {
  std::vector<std::vector<Line>> runs(1);
  for (size_t i = 0; i < blocks.size(); ++i) {
    std::vector<Line> lines;
    if (is_plain(blocks[i]) && may_be_lines(blocks[i].block.text))
      add_lines(blocks[i], i, lines);
    if (lines.empty() ||
        std::ranges::any_of(lines, [](const Line& l) { return l.width > kWidest; }))
      runs.emplace_back();
    else
      runs.back().insert(runs.back().end(), lines.begin(), lines.end());
  }
  std::erase_if(runs, [](const std::vector<Line>& run) { return run.size() < 3; });
  return runs;
}

} // namespace

void join_broken_lines(std::vector<RawBlock>& blocks) {
  std::vector<bool> joined(blocks.size());
  for (std::vector<Line>& run : runs_of(blocks)) {
    level(run);
    const std::vector<bool> on = going_on(run);
    for (size_t i = run.size(); i-- > 1;) { // backwards: what is joined is whole already
      if (!on[i])
        continue;
      if (run[i].start > 0) {
        join_within(blocks[run[i].block], run[i].start);
      } else {
        append(blocks[run[i - 1].block], blocks[run[i].block]);
        joined[run[i].block] = true;
      }
    }
  }
  size_t kept = 0;
  for (size_t i = 0; i < blocks.size(); ++i)
    if (!joined[i] && kept++ != i)
      blocks[kept - 1] = std::move(blocks[i]);
  blocks.resize(kept);
}

} // namespace heiban
