#include "page/clauses.h"

#include "base/utf8.h"
#include "page/builder.h"

#include <algorithm>

namespace heiban {
namespace {

using Marks = std::u32string_view;
constexpr Marks kAfterClause = U"，、；。　", kAfterWord = U" ";

class Turner {
public:
  Turner(const ParagraphStyle& style, int width, FontSet& fonts)
      : style_(style), width_(Px64::from_px(width)), fonts_(fonts) {}

  size_t count_lines(std::string_view text) const {
    return set_paragraph(fonts_, text, style_, width_).lines.size();
  }

  // Fills lines with clauses that end in one of `marks`; a clause wider than a line, with its
  // words.
  void fill(std::string_view text, Marks marks, std::vector<std::string_view>& lines) const {
    size_t from = 0, end = 0; // of the line so far
    for (size_t next; end < text.size(); end = next) {
      next = clause_end(text, end, marks);
      if (count_lines(text.substr(from, next - from)) == 1)
        continue;
      if (end > from)
        lines.push_back(text.substr(from, end - from));
      from = end;
      const std::string_view clause = text.substr(end, next - end);
      if (marks == kAfterWord || count_lines(clause) == 1)
        continue;
      fill(clause, kAfterWord, lines);
      from = next;
    }
    if (from < text.size())
      lines.push_back(text.substr(from));
  }

private:
  static size_t clause_end(std::string_view text, size_t at, Marks marks) {
    while (at < text.size())
      if (marks.find(next_code_point(text, at)) != Marks::npos)
        break;
    return at;
  }

  const ParagraphStyle& style_;
  Px64 width_;
  FontSet& fonts_;
};

} // namespace

std::vector<std::string_view> clause_lines(std::string_view text, const ParagraphStyle& style,
                                           int width, FontSet& fonts) {
  const Turner turner(style, width, fonts);
  std::vector<std::string_view> lines;
  for (const std::string_view line : split_at_line_ends(text)) {
    std::vector<std::string_view> clauses;
    turner.fill(line, kAfterClause, clauses);
    const size_t plain = turner.count_lines(line);
    // Prose that loses more than a line by it is left as it is.
    if (clauses.size() > plain + 1)
      lines.push_back(line);
    else
      lines.insert(lines.end(), clauses.begin(), clauses.end());
  }
  return lines;
}

} // namespace heiban
