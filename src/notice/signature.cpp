#include "notice/signature.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/numbering.h"
#include "notice/spans.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kLongestOrgan = 32; // code points of one signer's line
constexpr size_t kMostSigners = 8;   // lines
constexpr size_t kLongestPerson = 8; // of a name behind 校长：, with its colon
constexpr int kPushedEm = 6;         // blank before a line from which it was pushed to the right

bool stands_right(const RawBlock& raw) {
  return raw.block.align == BlockAlign::End ||
         (raw.block.align == BlockAlign::Start && raw.pad_em >= kPushedEm);
}

std::vector<std::u32string> lines_of(const RawBlock& raw) {
  std::vector<std::u32string> lines(1);
  for (const char32_t c : text_of(raw)) {
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  }
  return lines;
}

bool can_sign(std::u32string_view line) {
  if (line.size() < 2 || line.size() > kLongestOrgan || numbering_of(line).level > 0)
    return false;
  return line.find_first_of(U"。；;，,：:？?！!") == line.npos && !line.starts_with(U"附件");
}

// 11月24日, which its author thought enough.
bool is_day_line(std::u32string_view line) {
  return is_date_line(U"2026年" + without_blanks(line));
}

// Whether the first character to be seen can begin a date: what most lines are told apart by.
bool may_be_date(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_blank(c) && !is_invisible(c) && !is_joiner(c))
      return is_digit(c) || is_one_of(c, U"〇零○ＯOo一二三四五六七八九十");
  }
  return false;
}

// 云岭县教育局　2026年11月24日 on one line → two; empty when it is not that.
std::vector<std::u32string> organ_and_date(std::u32string_view line) {
  if (line.size() > kLongestOrgan * 2)
    return {};
  for (size_t at = 3; at + 6 < line.size(); ++at) {
    const std::u32string_view organ = line.substr(0, at), date = line.substr(at);
    if (!is_blank(organ.back()) && (is_blank(date.front()) || is_organ(organ)) &&
        is_date_line(date) && can_sign(organ))
      return {std::u32string(organ), std::u32string(date)};
  }
  return {};
}

// What may follow a signature: attachments, pictures, （此件公开发布）, the imprint.
bool is_after_end(const RawBlock& raw) {
  constexpr size_t kLongest = 60; // code points
  if (!is_text(raw.block))
    return raw.block.kind == BlockKind::Attachments || raw.block.kind == BlockKind::Picture;
  const std::u32string text = text_of(raw);
  if (text.size() > kLongest)
    return false;
  const bool remark = is_one_of(text.front(), U"（(") && is_one_of(text.back(), U"）)");
  const bool imprint = text.starts_with(U"抄送") || text.starts_with(U"抄报") ||
                       text.starts_with(U"主题词") || text.ends_with(U"印发");
  return remark || imprint;
}

class SignatureReader {
public:
  explicit SignatureReader(std::vector<RawBlock>& blocks) : blocks_(blocks), end_(blocks.size()) {
    while (end_ > 0 && is_after_end(blocks[end_ - 1]))
      --end_;
  }

  void read() {
    for (size_t at = 0; at < blocks_.size(); ++at)
      if (is_text(blocks_[at].block) && blocks_[at].block.kind != BlockKind::Item)
        read_at(at);
    std::erase_if(blocks_,
                  [](const RawBlock& raw) { return is_text(raw.block) && raw.block.text.empty(); });
  }

private:
  bool is_last(size_t at) const { return at + 1 == end_; }

  // An organ's line and a date's, right under a sentence's end, whatever comes after them.
  bool closes_text(size_t at) const {
    if (at < 2 || !may_be_date(blocks_[at].block.text) || !is_date_line(text_of(blocks_[at])) ||
        !is_text(blocks_[at - 1].block) || !is_organ(without_blanks(text_of(blocks_[at - 1]))) ||
        !can_sign(text_of(blocks_[at - 1])))
      return false;
    const Block& above = blocks_[at - 2].block;
    return above.kind == BlockKind::Attachments ||
           (is_text(above) && (above.text.ends_with("。") || above.text.ends_with("！")));
  }

  void read_at(size_t at) {
    RawBlock& raw = blocks_[at];
    const bool right = stands_right(raw), last = is_last(at);
    if (!right && !last && !closes_text(at))
      return;
    std::vector<std::u32string> lines = lines_of(raw);
    if (lines.size() == 1)
      if (auto both = organ_and_date(lines[0]); !both.empty())
        lines = std::move(both);
    if (!is_date_line(lines.back()) && !(right && is_day_line(lines.back()))) {
      const bool organ = right && last && lines.size() == 1 && can_sign(lines[0]);
      return organ ? sign(at, below_date(at) ? at - 1 : at, std::move(lines)) : void();
    }
    const bool signs = std::all_of(lines.begin(), lines.end() - 1, [&](const auto& line) {
      return can_sign(line) && (right || is_organ(without_blanks(line)));
    });
    if (!signs || lines.size() > kMostSigners)
      return;
    sign(at, lines.size() > 1 ? at : first_signer(at, right), std::move(lines));
  }

  // Whether a date stands alone over this organ: the two in the other order.
  bool below_date(size_t at) const {
    return at > 0 && blocks_[at - 1].block.kind == BlockKind::Signature &&
           is_date_line(text_of(blocks_[at - 1]));
  }

  // 县一中校长：王某某, pushed to the right like an organ.
  static bool person_signs(std::u32string_view line) {
    const size_t colon = line.find_first_of(U"：:");
    return colon != line.npos && colon > 1 && line.size() - colon <= kLongestPerson &&
           std::ranges::none_of(line, is_digit) && can_sign(line.substr(0, colon)) &&
           can_sign(line.substr(colon + 1));
  }

  // The first of the blocks before the date that name who signs.
  size_t first_signer(size_t at, bool right) const {
    size_t first = at;
    while (first > 0 && at - first < kMostSigners) {
      const RawBlock& raw = blocks_[first - 1];
      if (!is_text(raw.block) || raw.block.kind == BlockKind::Item)
        break;
      const std::vector<std::u32string> lines = lines_of(raw);
      const bool stands = stands_right(raw);
      const bool pushed = raw.block.align == BlockAlign::End;
      const bool signs = std::all_of(lines.begin(), lines.end(), [&](const auto& line) {
        return (can_sign(line) || (pushed && person_signs(line))) &&
               (stands || (is_organ(without_blanks(line)) && raw.block.kind != BlockKind::Heading));
      });
      const bool fits = stands || raw.block.align == blocks_[at].block.align ||
                        (right && raw.block.align != BlockAlign::Center);
      if (!signs || !fits || is_all_bold_title(raw))
        break;
      --first;
    }
    return first;
  }

  static bool is_all_bold_title(const RawBlock& raw) {
    return raw.block.align == BlockAlign::Center && is_all_bold(raw.block);
  }

  void sign(size_t at, size_t first, std::vector<std::u32string> lines) {
    RawBlock signature;
    signature.block.kind = BlockKind::Signature;
    signature.block.align = BlockAlign::End;
    for (size_t i = first; i < at; ++i) {
      for (const std::u32string& line : lines_of(blocks_[i]))
        add_line(signature.block, line);
      take_links(signature, blocks_[i]);
    }
    for (const std::u32string& line : lines)
      add_line(signature.block, is_date_line(line) ? without_blanks(line) : line);
    take_links(signature, blocks_[at]);
    blocks_[at] = std::move(signature);
    for (size_t i = first; i < at; ++i)
      blocks_[i] = RawBlock();
  }

  static void add_line(Block& block, std::u32string_view line) {
    const std::string text = to_utf8(line);
    if (!trim(text).empty())
      block.text.append(block.text.empty() ? "" : "\n").append(trim(text));
  }

  static void take_links(RawBlock& to, const RawBlock& from) {
    for (const RawLink& link : from.links)
      to.links.push_back({{}, link.url});
  }

  std::vector<RawBlock>& blocks_;
  size_t end_ = 0; // behind the last block of the text itself
};

} // namespace

void collect_signatures(std::vector<RawBlock>& blocks) {
  SignatureReader(blocks).read();
}

} // namespace heiban
