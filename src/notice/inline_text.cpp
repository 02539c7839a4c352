#include "notice/inline_text.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/labels.h"
#include "notice/numbering.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr char32_t kBreak = 0xE000'0000; // no code point: a <br>
constexpr int kMostPad = 60;             // em
constexpr size_t kIndentSpaces = 4;      // of a plain text's line; fewer are carelessness
constexpr size_t kLongestHeading = 20;   // code points of a numbered line that heads the next one

// How wide a run of blanks is, in half em: U+3000 two, a no-break space one.
int half_ems(char32_t c) {
  return c == 0x3000 || c == 0x2003 || c == 0x3164 ? 2 : 1;
}

// What a run of blanks between two characters becomes; 0: nothing.
char32_t blank_between(char32_t before, bool wraps, bool kept, bool ideographic, char32_t after) {
  if (ideographic)
    return 0x3000;
  if (is_one_of(after, U"，。、；：！？"))
    return 0;
  if (kept || !wraps)
    return ' ';
  return is_chinese(before) || is_chinese(after) ? 0 : ' ';
}

// 一、时间 with a line end behind it, and no sentence.
bool heads_next(std::u32string_view line) {
  const Numbering chapter = chapter_of(line);
  const Numbering number = chapter.level > 0 ? chapter : numbering_of(line);
  return (number.level == 1 || number.level == 2) && line.size() > number.length &&
         line.size() <= kLongestHeading &&
         line.find_first_of(U"，。；：、", number.length) == line.npos;
}

} // namespace

void InlineText::add(std::string_view utf8, const InlineStyle& style) {
  constexpr size_t kLong = 64u << 10; // growing by doubling would cost as much as reading
  if (utf8.size() > kLong)
    characters_.reserve(characters_.size() + count_code_points(utf8));
  for (size_t at = 0; at < utf8.size();) {
    if (style.preformatted && (characters_.empty() || characters_.back().c == kBreak))
      at = add_indent(utf8, at);
    if (at == utf8.size())
      break;
    char32_t c = next_code_point(utf8, at);
    if (is_invisible(c))
      continue;
    if (style.preformatted && c == '\n')
      c = kBreak;
    characters_.push_back({c, style.bold, style.link});
  }
}

// Spaces that indent a line of plain text push it as no-break spaces do; returns what is after
// them.
size_t InlineText::add_indent(std::string_view utf8, size_t at) {
  constexpr size_t kTab = 8;
  size_t spaces = 0;
  for (; at < utf8.size() && (utf8[at] == ' ' || utf8[at] == '\t'); ++at)
    spaces += utf8[at] == '\t' ? kTab : 1;
  const size_t shown = spaces < kIndentSpaces ? 0 : std::min<size_t>(spaces, 2 * kMostPad);
  characters_.insert(characters_.end(), shown, {0xA0, false, -1});
  return at;
}

void InlineText::add_break() {
  characters_.push_back({kBreak, false, -1});
}

int InlineText::add_link(std::string url) {
  links_.push_back(std::move(url));
  return static_cast<int>(links_.size()) - 1;
}

InlineText::Line InlineText::tidy(const Character* begin, const Character* end) {
  Line line;
  int pad = 0;
  for (; begin != end && is_blank(begin->c); ++begin)
    pad += is_pad(begin->c) ? half_ems(begin->c) : 0;
  while (end != begin && is_blank(end[-1].c))
    --end;
  line.pad_em = std::min(pad / 2, kMostPad);
  line.characters.reserve(static_cast<size_t>(end - begin));
  if (std::none_of(begin, end, [](const Character& x) { return is_blank(x.c); })) {
    line.characters.assign(begin, end);
    return line;
  }
  std::vector<int> widths;
  for (const Character* at = begin; at != end;) {
    const bool blank = is_blank(at->c);
    const int width = blank ? collapse_blanks(at, line.characters) : 0;
    if (!blank)
      line.characters.push_back(*at++);
    widths.resize(line.characters.size(), width);
  }
  drop_label_blanks(line.characters, widths);
  return line;
}

// Moves `at` past a run of blanks that stands between two characters, and appends what becomes of
// it. Returns its width in half em.
int InlineText::collapse_blanks(const Character*& at, std::vector<Character>& out) {
  bool wraps = false, kept = false, ideographic = false;
  int width = 0;
  const Character* const first = at;
  for (; is_blank(at->c); ++at) {
    wraps = wraps || at->c == '\n' || at->c == '\r';
    kept = kept || is_pad(at->c);
    ideographic = ideographic || at->c == 0x3000;
    width += is_pad(at->c) ? half_ems(at->c) : 0;
  }
  const char32_t blank = blank_between(first[-1].c, wraps, kept, ideographic, at->c);
  if (blank != 0)
    out.push_back({blank, first[-1].bold && at->bold, first->link});
  return std::max(1, width);
}

void InlineText::drop_label_blanks(std::vector<Character>& line, const std::vector<int>& widths) {
  std::u32string text;
  for (const Character& character : line)
    text += character.c;
  const std::vector<bool> drop = label_blanks(text, widths);
  if (drop.empty())
    return;
  size_t kept = 0;
  for (size_t i = 0; i < line.size(); ++i)
    if (!drop[i])
      line[kept++] = line[i];
  line.resize(kept);
}

std::vector<InlineText::Line> InlineText::lines() const {
  std::vector<Line> lines;
  const Character *at = characters_.data(), *const end = at + characters_.size();
  for (int breaks = 0; at != end; ++breaks) {
    const Character* const stop = end_of_line(at, end);
    Line line = tidy(at, stop);
    line.breaks_before = breaks;
    if (is_page_number(line)) {
      --breaks; // as if it and its line end were not there
    } else if (!line.characters.empty()) {
      lines.push_back(std::move(line));
      breaks = 0;
    }
    at = stop == end || stop->c != kBreak ? stop : stop + 1;
  }
  return lines;
}

// — 2 —, which print has at the foot of its pages.
bool InlineText::is_page_number(const Line& line) {
  constexpr size_t kLongest = 12;
  constexpr std::u32string_view kDashes = U"—–-－―";
  if (line.characters.size() < 3 || line.characters.size() > kLongest ||
      !is_one_of(line.characters[0].c, kDashes))
    return false;
  std::u32string text;
  for (const Character& character : line.characters)
    if (!is_blank(character.c))
      text += character.c;
  const size_t from = text.find_first_not_of(kDashes), to = text.find_last_not_of(kDashes);
  return from != text.npos && to + 1 < text.size() &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                     text.begin() + static_cast<std::ptrdiff_t>(to) + 1, is_digit);
}

// A <br>, or where the source's own line ends before an indent: such text was never HTML.
const InlineText::Character* InlineText::end_of_line(const Character* begin, const Character* end) {
  for (const Character* at = begin; at != end; ++at) {
    if (at->c == kBreak)
      return at;
    if (at->c != 0x3000 || at + 1 == end || at[1].c != 0x3000)
      continue;
    const Character* before = at;
    bool wraps = false;
    for (; before != begin && is_collapsible(before[-1].c); --before)
      wraps = wraps || before[-1].c == '\n';
    if (wraps && before != begin)
      return at;
  }
  return end;
}

bool InlineText::parts(const Line& before, const Line& line, bool in_heading) {
  if (line.breaks_before > 1 || line.pad_em > 0)
    return true;
  size_t last = before.characters.size() - 1;
  while (last > 0 && is_one_of(before.characters[last].c, U"”’」』）)》"))
    --last;
  const char32_t c = before.characters[last].c;
  if (ends_sentence(c) || is_one_of(c, U"：:…"))
    return true;
  const auto beginning = [](const Line& of, size_t length) {
    std::u32string out;
    for (size_t i = 0; i < std::min(length, of.characters.size()); ++i)
      out += of.characters[i].c;
    return out;
  };
  if (!in_heading && heads_next(beginning(before, kLongestHeading + 1)))
    return true;
  const std::u32string opening = beginning(line, 8);
  return numbering_of(opening).level > 0 || chapter_of(opening).level > 0 ||
         opening.starts_with(U"附件");
}

// `at`: code points of the block's text so far.
void InlineText::append(RawBlock& out, size_t& at, const Line& line) const {
  Block& block = out.block;
  if (at > 0)
    block.text += '\n', ++at;
  block.text.reserve(block.text.size() + line.characters.size() * 3);
  for (const Character& character : line.characters) {
    append_utf8(block.text, character.c);
    if (character.bold && !block.bold.empty() && block.bold.back().end == at)
      ++block.bold.back().end;
    else if (character.bold)
      block.bold.push_back({at, at + 1});
    if (character.link >= 0) {
      const std::string& url = links_[static_cast<size_t>(character.link)];
      if (!out.links.empty() && out.links.back().url == url && out.links.back().range.end == at)
        ++out.links.back().range.end;
      else
        out.links.push_back({{at, at + 1}, url});
    }
    ++at;
  }
}

std::vector<RawBlock> InlineText::take(const Block& model) {
  std::vector<RawBlock> out;
  const std::vector<Line> all = lines();
  size_t length = 0;
  for (size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || parts(all[i - 1], all[i], model.kind == BlockKind::Heading)) {
      out.emplace_back().block = model;
      out.back().pad_em = all[i].pad_em;
      length = 0;
    }
    append(out.back(), length, all[i]);
  }
  characters_.clear();
  links_.clear();
  return out;
}

std::string tidy_line(std::string_view utf8) {
  InlineText text;
  text.add(utf8, {});
  std::string out;
  for (const RawBlock& raw : text.take({}))
    out += (out.empty() ? "" : "\n") + raw.block.text;
  return out;
}

} // namespace heiban
