#include "page/official.h"

#include "base/utf8.h"
#include "page/builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

constexpr size_t kHeadingLength = 40;   // characters: a longer line is a paragraph
constexpr size_t kLeadingWords = 16;    // characters up to a colon that ends a heading
constexpr size_t kAddresseeLength = 80; // characters
constexpr int kMeasurePx = 64;          // size at which em widths are taken

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}
bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９');
}
bool is_han_number(char32_t c) {
  return is_one_of(c, U"一二三四五六七八九十百〇零");
}

size_t skip(std::u32string_view s, size_t at, bool (*what)(char32_t)) {
  while (at < s.size() && what(s[at]))
    ++at;
  return at;
}

// Code points of the numbering a text begins with, and its level in GB/T 9704: 一、 1, （一） 2,
// 1. 3, （1） 4; length 0 where there is none.
struct Numbering {
  size_t length = 0;
  int level = 0;
};

Numbering numbering_of(std::u32string_view s) {
  if (s.empty())
    return {};
  const bool bracket = is_one_of(s[0], U"（(");
  const size_t from = bracket ? 1 : 0;
  const size_t han = skip(s, from, is_han_number), digits = skip(s, from, is_digit);
  const size_t end = std::max(han, digits);
  if (end == from || end >= s.size())
    return {};
  if (bracket)
    return is_one_of(s[end], U"）)") ? Numbering{end + 1, han > from ? 2 : 4} : Numbering{};
  if (han > from)
    return is_one_of(s[end], U"、．.") ? Numbering{end + 1, 1} : Numbering{};
  const bool decimal = s[end] == '.' && end + 1 < s.size() && is_digit(s[end + 1]);
  return is_one_of(s[end], U".．、)）") && !decimal ? Numbering{end + 1, 3} : Numbering{};
}

// The label of a list item as its text begins with it, its spaces included; 0: it has none.
size_t item_label_length(std::u32string_view s) {
  size_t end = numbering_of(s).length;
  if (end == 0 && !s.empty() &&
      (is_one_of(s[0], U"•·●○■□◆◇▪▲★※-–—") || (s[0] >= U'①' && s[0] <= U'⑳')))
    end = 1;
  return end;
}

size_t skip_spaces(std::u32string_view s, size_t at) {
  while (at < s.size() && is_one_of(s[at], U" \t\u00A0\u3000"))
    ++at;
  return at;
}

// What a paragraph begins with where others begin alike, the blank behind it included: a number,
// 第三条, 答：.
size_t number_length(std::u32string_view s) {
  size_t end = numbering_of(s).length;
  if (end == 0 && s.size() > 1 && is_one_of(s[0], U"问答") && is_one_of(s[1], U"：:"))
    end = 2;
  if (end == 0 && !s.empty() && s[0] == U'第') {
    const size_t unit = std::max(skip(s, 1, is_han_number), skip(s, 1, is_digit));
    end = unit > 1 && unit < s.size() && s[unit] == U'条' ? unit + 1 : 0;
  }
  return end > 0 ? skip_spaces(s, end) : 0;
}

double em_width(FontSet& fonts, std::string_view text, FontRole role) {
  return measure_line(fonts, text, role, kMeasurePx).raw / 64.0 / kMeasurePx;
}

// Code points of `whole` before its part `part`.
size_t offset_in(std::string_view whole, std::string_view part) {
  return count_code_points(whole.substr(0, static_cast<size_t>(part.data() - whole.data())));
}

// The same for part after part, in order: each is counted on from the one before it.
class Offsets {
public:
  explicit Offsets(std::string_view whole) : rest_(whole) {}

  size_t of(std::string_view part) {
    const auto bytes = static_cast<size_t>(part.data() - rest_.data());
    code_points_ += count_code_points(rest_.substr(0, bytes));
    rest_.remove_prefix(bytes);
    return code_points_;
  }

private:
  std::string_view rest_;
  size_t code_points_ = 0;
};

bool is_date(std::string_view text) { // 2026年11月24日, 二〇二六年十一月二十四日
  const size_t year = text.find("年");
  return year != std::string_view::npos && text.find("月", year) != std::string_view::npos;
}

// The ranges that reach into a part of the block's text; they stand in order.
std::span<const TextRange> bold_within(const Block& block, size_t start, size_t length) {
  const auto first = std::ranges::partition_point(
      block.bold, [&](const TextRange& bold) { return bold.end <= start; });
  const auto last = std::partition_point(
      first, block.bold.end(), [&](const TextRange& bold) { return bold.start < start + length; });
  return {first, last};
}

// Bold as the author marked it, where it does not touch the heading's own range.
void add_bold(Piece& piece, const Block& block, size_t trimmed, size_t length) {
  const std::vector<RoleRange> own = piece.roles;
  for (const TextRange& bold : bold_within(block, trimmed, length)) {
    const size_t start = std::max(bold.start, trimmed) - trimmed;
    const size_t end = std::min(bold.end - trimmed, length);
    const bool clear = std::all_of(own.begin(), own.end(), [&](const RoleRange& r) {
      return end <= r.start || r.end <= start;
    });
    if (clear)
      piece.roles.push_back({start, end, FontRole::Hei});
  }
  std::sort(piece.roles.begin(), piece.roles.end(),
            [](const RoleRange& a, const RoleRange& b) { return a.start < b.start; });
}

bool all_bold(const Block& block, size_t trimmed, size_t length) {
  size_t covered = 0;
  for (const TextRange& bold : bold_within(block, trimmed, length))
    covered += std::min(bold.end, trimmed + length) - std::max(bold.start, trimmed);
  return length > 0 && covered + 1 >= length; // a forgotten closing mark is no other style
}

// The end of a heading within a text: of its leading sentence (摸清底数。…), of the words before an
// early colon (项目编号：…), or of the whole text; 0: none of it is a heading.
size_t heading_end(std::u32string_view s, size_t from) {
  const size_t colon = s.find_first_of(U"：:", from);
  if (colon < kLeadingWords && colon + 1 < s.size())
    return colon + 1;
  const size_t stop = s.find(U'。', from);
  if (stop != std::u32string_view::npos && stop + 1 < s.size())
    return stop + 1;
  if (is_one_of(s.back(), U"。；，;,") || s.size() > kHeadingLength)
    return 0;
  return s.size();
}

void make_heading(Piece& piece, size_t length, size_t end, int level) {
  const FontRole role = level == 2 ? FontRole::Kai : FontRole::Hei;
  if (end < length) {
    if (level <= 2)
      piece.roles.push_back({0, end, role});
    return;
  }
  if (level <= 2)
    piece.role = role;
  if (level <= 1)
    piece.ink = PieceInk::Title;
  piece.page_role = PageRole::Heading;
  piece.align = TextAlign::Start;
  piece.keep_next = true;
  piece.whole = true;
}

// The levels of GB/T 9704, and headings that carry no number but stand alone in bold.
void set_level(Piece& piece, const Block& block, std::u32string_view s, bool bold) {
  const Numbering numbering = numbering_of(s);
  const bool heading = block.kind == BlockKind::Heading;
  const bool short_bold = bold && s.size() <= kHeadingLength && !is_one_of(s.back(), U"。；");
  if (numbering.level > 0) {
    const size_t end = heading_end(s, numbering.length);
    // A clause "1. …" is body text; only what notice called a heading is one at these levels.
    if (end > 0 && (numbering.level <= 2 || heading))
      make_heading(piece, s.size(), end, numbering.level);
  } else if (heading) {
    make_heading(piece, s.size(), s.size(), std::clamp(block.level, 1, 2));
  } else if (short_bold) {
    make_heading(piece, s.size(), s.size(), 1);
  }
}

void set_alignment(Piece& piece, BlockAlign align) {
  if (align == BlockAlign::Start)
    return;
  piece.first_indent = 0;
  piece.align = align == BlockAlign::Center ? TextAlign::Center : TextAlign::End;
  piece.right = align == BlockAlign::End ? 2 : 0;
  piece.balance = align == BlockAlign::Center && piece.page_role == PageRole::Heading;
}

void add_paragraph(std::vector<Piece>& pieces, const Block& block, std::string_view text,
                   Offsets& offsets, bool may_address, FontRole body) {
  const std::string_view inner = trim(text);
  if (inner.empty())
    return;
  const size_t trimmed = offsets.of(inner);
  const std::u32string s = to_utf32(inner);
  Piece piece;
  piece.text = inner;
  piece.number = number_length(s);
  piece.role = body;
  piece.first_indent = may_address && is_addressee(inner) ? 0 : 2;
  piece.leads = is_one_of(s.back(), U"：:");
  set_level(piece, block, s, all_bold(block, trimmed, s.size()));
  set_alignment(piece, block.align);
  if (piece.page_role == PageRole::Heading)
    piece.number = 0; // rather squeezed than turned
  else
    add_bold(piece, block, trimmed, s.size());
  pieces.push_back(std::move(piece));
}

void add_item(std::vector<Piece>& pieces, const Block& block, FontRole body, FontSet& fonts) {
  const std::string_view inner = trim(block.text);
  if (inner.empty())
    return;
  const size_t trimmed = offset_in(block.text, inner);
  const std::u32string s = to_utf32(inner);
  const size_t label = item_label_length(s), text = skip_spaces(s, label);
  Piece piece;
  piece.role = body;
  piece.label = label ? to_utf8(std::u32string_view(s).substr(0, label)) : "•";
  piece.text = to_utf8(std::u32string_view(s).substr(text));
  // clreq: the label padded to whole em, so that turned lines stand on the grid.
  piece.label_em = std::ceil(em_width(fonts, piece.label, body) + 0.1);
  piece.left = 2 + 2 * (std::max(1, block.level) - 1) + piece.label_em;
  add_bold(piece, block, trimmed + text, s.size() - text);
  pieces.push_back(std::move(piece));
}

// One blank line, indent 2, 附件： then the names; turned lines stand under the name's first.
void add_attachments(std::vector<Piece>& pieces, const Block& block, FontRole body,
                     FontSet& fonts) {
  constexpr double kIndent = 2, kWord = 3; // 附件：
  const bool numbered = block.names.size() > 1;
  for (size_t i = 0; i < block.names.size(); ++i) {
    const std::u32string s = to_utf32(trim(block.names[i]));
    const Numbering own = numbering_of(s);
    std::string number;
    size_t text = 0;
    if (own.level == 3) {
      number = to_utf8(std::u32string_view(s).substr(0, own.length));
      text = skip_spaces(s, own.length);
    } else if (numbered) {
      number = fmt::format("{}.", i + 1);
    }
    Piece piece;
    piece.role = body;
    piece.text = to_utf8(std::u32string_view(s).substr(text));
    const double number_em = number.empty() ? 0 : std::ceil(em_width(fonts, number, body) + 0.1);
    piece.label = (i == 0 ? "附件：" : "") + number;
    piece.label_em = (i == 0 ? kWord : 0) + number_em;
    piece.left = kIndent + kWord + number_em;
    piece.align = TextAlign::Start;
    piece.before = i == 0 ? 1 : 0;
    pieces.push_back(std::move(piece));
  }
}

// Where no seal stands (GB/T 9704 7.3.5.3): the signature two em from the right; the date on the
// next line, its first character two em right of the signature's, or, when it is the longer, two em
// from the right with the signature moved left.
void add_signature(std::vector<Piece>& pieces, const Block& block, FontRole body, FontSet& fonts) {
  std::vector<std::string> lines;
  for (const std::string_view line : split_at_line_ends(block.text))
    if (!trim(line).empty())
      lines.emplace_back(trim(line));
  if (lines.empty())
    return;
  std::vector<double> widths;
  for (const std::string& line : lines)
    widths.push_back(em_width(fonts, line, body));
  const bool dated = lines.size() > 1 && is_date(lines.back());
  const size_t signers = dated ? lines.size() - 1 : lines.size();
  const double signer = *std::max_element(widths.begin(), widths.begin() + signers);
  double right = 2, date_right = 2;
  if (dated) {
    const double slack = signer - 2 - widths.back();
    right += std::max(0.0, -slack);
    date_right += std::max(0.0, slack);
  }
  for (size_t i = 0; i < lines.size(); ++i) {
    Piece piece;
    piece.text = lines[i];
    piece.role = body;
    piece.align = TextAlign::End;
    piece.right = i < signers ? right + signer - widths[i] : date_right;
    piece.before = i == 0 ? 1 : 0;
    piece.keep_previous = true;
    piece.whole = true;
    pieces.push_back(std::move(piece));
  }
}

// Nothing but centred lines: what may stand above an addressee.
bool only_captions(const std::vector<Piece>& pieces) {
  return std::all_of(pieces.begin(), pieces.end(),
                     [](const Piece& piece) { return piece.align == TextAlign::Center; });
}

} // namespace

bool is_addressee(std::string_view text) {
  const std::u32string s = to_utf32(trim(text));
  if (s.size() < 2 || s.size() > kAddresseeLength || !is_one_of(s.back(), U"：:"))
    return false;
  for (const char32_t* word :
       {U"如下", U"现将", U"现就", U"以下", U"下列", U"根据", U"按照", U"为了"})
    if (s.find(word) != std::u32string::npos)
      return false;
  return s.find_first_of(U"。；;！？?!") == std::u32string::npos;
}

std::vector<Piece> official_pieces(std::span<const Block> blocks, bool opening, FontRole body,
                                   FontSet& fonts) {
  std::vector<Piece> pieces;
  for (const Block& block : blocks) {
    switch (block.kind) {
    case BlockKind::Heading:
    case BlockKind::Paragraph: {
      Offsets offsets(block.text);
      for (const std::string_view line : split_at_line_ends(block.text))
        add_paragraph(pieces, block, line, offsets, opening && only_captions(pieces), body);
      break;
    }
    case BlockKind::Item:
      add_item(pieces, block, body, fonts);
      break;
    case BlockKind::Attachments:
      add_attachments(pieces, block, body, fonts);
      break;
    case BlockKind::Signature:
      add_signature(pieces, block, body, fonts);
      break;
    case BlockKind::Table:
    case BlockKind::Picture:
      break;
    }
  }
  return pieces;
}

} // namespace heiban
