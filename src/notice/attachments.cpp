#include "notice/attachments.h"

#include "base/utf8.h"
#include "notice/attachment_name.h"
#include "notice/characters.h"
#include "notice/numbering.h"
#include "notice/spans.h"

#include <algorithm>
#include <array>

namespace heiban {
namespace {

constexpr size_t kLongestName = 120;  // code points; a longer line is a sentence
constexpr size_t kLongestNote = 3000; // of all names in one line
constexpr size_t kLongestRest = 28;   // of a name's second line
constexpr size_t kLongestLabel = 8;   // in brackets: 【附件下载】
constexpr size_t kMostNames = 1000;   // of one list; what follows stays text

bool has_file(const RawBlock& raw) {
  return std::any_of(raw.links.begin(), raw.links.end(),
                     [](const RawLink& link) { return is_file_address(link.url); });
}

// A line that is nothing but links to files, with or without numbers before them.
bool is_file_line(const RawBlock& raw) {
  if (!is_text(raw.block) || !has_file(raw))
    return false;
  const std::u32string text = text_of(raw);
  std::vector<bool> linked(text.size());
  for (const RawLink& link : raw.links)
    for (size_t i = link.range.start; i < std::min(link.range.end, text.size()); ++i)
      linked[i] = true;
  size_t loose = 0;
  for (size_t i = 0; i < text.size(); ++i)
    loose +=
        !linked[i] && is_han(text[i]) && !is_one_of(text[i], U"附件下载表一二三四五六七八九十");
  return loose == 0;
}

// What introduces names: 附件：, 附件1：, 附：, 相关附件：. Length 0: nothing does.
struct Intro {
  size_t length = 0;
  bool download = false; // 下载： introduces files only, never a sentence
  bool closed = false;   // by a colon; else only a number or nothing follows the word
};

Intro intro_of(std::u32string_view s) {
  const bool framed = !s.empty() && is_one_of(s[0], U"【[");
  if (framed)
    if (const size_t close = s.find_first_of(U"】]"); close != s.npos && close <= kLongestLabel) {
      const Intro inner = intro_of(s.substr(1, close - 1));
      const size_t colon = close + 1 < s.size() && is_one_of(s[close + 1], U"：:");
      return inner.length == close - 1 ? Intro{close + 1 + colon, inner.download, true} : Intro{};
    }
  size_t at = 0;
  for (const std::u32string_view word :
       {U"相关附件", U"附件下载", U"附件列表", U"附件", U"附表", U"附图", U"附", U"点击下载",
        U"文件下载", U"相关下载", U"下载附件", U"下载"})
    if (s.starts_with(word)) {
      at = word.size();
      break;
    }
  if (at == 0)
    return {};
  const bool download = s.substr(0, at).ends_with(U"下载");
  while (at < s.size() && is_blank(s[at]))
    ++at;
  while (at < s.size() && (is_digit(s[at]) || is_one_of(s[at], U"一二三四五六七八九十")))
    ++at;
  while (at < s.size() && is_blank(s[at]))
    ++at;
  if (at < s.size() && is_one_of(s[at], U"：:"))
    return {at + 1, download, true};
  const bool word_alone = (at == 1 || download) && at < s.size(); // 附 as a part of another word
  return word_alone ? Intro{} : Intro{at, download, false};
}

// "1. 甲表 2. 乙表", "1.甲表；2.乙表": cut where the next number begins a name.
std::vector<std::u32string_view> split_names(std::u32string_view s) {
  std::vector<std::u32string_view> parts;
  size_t start = 0;
  const Numbering first = numbering_of(trimmed_name(s));
  int expected = first.level == 3 ? first.number + 1 : 0;
  const auto begins = [&](size_t i) {
    const bool edge = is_blank(s[i - 1]) || is_one_of(s[i - 1], U"；;。\n");
    const Numbering next = edge && expected > 0 ? numbering_of(s.substr(i)) : Numbering{};
    return next.level == 3 && next.number == expected;
  };
  size_t next = 1; // where the next number begins a name
  for (size_t i = 1; i < s.size(); ++i) {
    while (next < s.size() && (next < i || !begins(next)))
      ++next;
    // A line without a number goes on with the name above it, if numbers come again.
    const bool line = s[i - 1] == '\n' && next == s.size();
    if (i != next && !line)
      continue;
    parts.push_back(s.substr(start, i - start));
    start = i;
    expected += expected > 0;
  }
  parts.push_back(s.substr(start));
  return parts;
}

class AttachmentReader {
public:
  explicit AttachmentReader(std::vector<RawBlock>& blocks) : blocks_(blocks) {}

  void read() {
    std::vector<RawBlock> out;
    for (at_ = 0; at_ < blocks_.size();) {
      const size_t taken = take();
      if (taken == 0) {
        out.push_back(std::move(blocks_[at_++]));
        continue;
      }
      if (out.empty() || out.back().block.kind != BlockKind::Attachments)
        out.emplace_back().block.kind = BlockKind::Attachments;
      put(out.back(), taken);
      at_ += taken;
    }
    blocks_ = std::move(out);
  }

private:
  // How many blocks from at_ on belong to one list; their names are in names_ then.
  size_t take() {
    names_.clear();
    const RawBlock& first = blocks_[at_];
    if (!is_text(first.block))
      return 0;
    const std::string& line = first.block.text;
    const bool may_introduce =
        std::ranges::any_of(std::array{"附", "相关", "点击", "文件", "下载", "【", "["},
                            [&](std::string_view word) { return line.starts_with(word); });
    const std::u32string text = may_introduce ? text_of(first) : std::u32string();
    const Intro intro = intro_of(text);
    if (intro.length == 0)
      return is_file_line(first) ? add_file_line(first), 1 + take_more(false) : 0;
    const std::u32string_view rest = trimmed_name(std::u32string_view(text).substr(intro.length));
    if (intro.download && !rest.empty() && !has_file(first))
      return 0;
    if (!intro.closed && !has_file(first))
      return rest.empty() ? take_bare(false) : 0;
    if (rest.empty())
      return take_bare(true);
    if (rest.size() > kLongestNote || is_sentence(rest))
      return 0;
    add(rest);
    return 1 + take_more(true);
  }

  // 附件： alone: names are in the lines below; without a colon it may mark an attached text.
  size_t take_bare(bool closed) {
    const size_t more = take_more(closed);
    return more > 0 ? 1 + more : 0;
  }

  // Lines below that go on, up to the cap: links to files, or, where `numbers` count, the next
  // number.
  size_t take_more(bool numbers) {
    size_t count = 0;
    for (size_t i = at_ + 1; i < blocks_.size(); ++i, ++count) {
      const RawBlock& raw = blocks_[i];
      if (!is_text(raw.block) || names_.size() >= kMostNames)
        break;
      const std::u32string text = text_of(raw);
      const Numbering number = numbering_of(text);
      const bool next = numbers && number.level == 3 &&
                        number.number == static_cast<int>(names_.size()) + 1 &&
                        text.size() <= kLongestName && !is_sentence(text);
      if (is_file_line(raw) && intro_of(text).length == 0)
        add_file_line(raw);
      else if (next)
        add(text);
      else if (numbers && is_rest_of_name(i))
        names_.back() += raw.block.text;
      else
        break;
    }
    return count;
  }

  // The second line of a long name: short, and the next number is right below it.
  bool is_rest_of_name(size_t at) const {
    if (names_.empty() || at + 1 >= blocks_.size() || !is_text(blocks_[at + 1].block))
      return false;
    const std::u32string text = text_of(blocks_[at]), below = text_of(blocks_[at + 1]);
    const Numbering number = numbering_of(below);
    return text.size() <= kLongestRest && text.find_first_of(U"。：:") == text.npos &&
           numbering_of(text).level == 0 && number.level == 3 &&
           number.number == static_cast<int>(names_.size()) + 1;
  }

  static bool is_sentence(std::u32string_view text) {
    const size_t stop = text.find(U'。');
    return stop != text.npos && stop + 1 < text.size();
  }

  void add(std::u32string_view names) {
    for (std::u32string_view name : split_names(names)) {
      name = trimmed_name(name);
      if (const Numbering number = numbering_of(name); number.level == 3)
        name = trimmed_name(name.substr(number.length));
      name = bare_name(name);
      std::u32string whole(name);
      std::erase(whole, U'\n');
      if (!whole.empty())
        names_.push_back(to_utf8(whole));
    }
  }

  void add_file_line(const RawBlock& raw) {
    const std::u32string text = text_of(raw);
    std::u32string_view rest = text;
    if (const Intro intro = intro_of(rest); intro.length > 0)
      rest.remove_prefix(intro.length);
    const bool several = raw.links.size() > 1;
    if (!several)
      return add(rest);
    for (const RawLink& link : raw.links)
      add(std::u32string_view(text).substr(link.range.start, link.range.end - link.range.start));
  }

  void put(RawBlock& out, size_t taken) {
    for (size_t i = at_; i < at_ + taken; ++i)
      for (const RawLink& link : blocks_[i].links)
        out.links.push_back({{}, link.url});
    for (std::string& name : names_)
      if (std::find(out.block.names.begin(), out.block.names.end(), name) == out.block.names.end())
        out.block.names.push_back(std::move(name));
  }

  std::vector<RawBlock>& blocks_;
  size_t at_ = 0;
  std::vector<std::string> names_;
};

} // namespace

void collect_attachments(std::vector<RawBlock>& blocks) {
  AttachmentReader(blocks).read();
}

} // namespace heiban
