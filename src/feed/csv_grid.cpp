// CSV as WPS, Excel and people write it: RFC 4180, with the delimiter found from the text.
#include "feed/grid.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>

namespace heiban {
namespace {

// Excel's own hint: a first line "sep=;", in quotes where a program saved it again.
std::optional<char> stated_delimiter(std::string_view& text) {
  const size_t line_end = std::min(text.find_first_of("\r\n"), text.size());
  std::string_view line = text.substr(0, line_end);
  if (line.starts_with('"'))
    line = line.substr(1, line.find('"', 1) - 1);
  constexpr std::string_view kHint = "sep=";
  if (line.size() <= kHint.size() || ascii_lower(line.substr(0, kHint.size())) != kHint)
    return {};
  const char delimiter = line[kHint.size()];
  text.remove_prefix(line_end);
  text.remove_prefix(std::min<size_t>(text.starts_with("\r\n") ? 2 : 1, text.size()));
  return delimiter;
}

// How often each of some marks stands in each of the first lines, outside quotes.
using LineCounts = std::vector<std::vector<int>>; // by mark, by line that is not blank

LineCounts count_marks(std::string_view text, std::span<const std::string_view> marks) {
  constexpr size_t kLines = 64, kBytes = 1u << 20;
  text = text.substr(0, kBytes);
  LineCounts counts(marks.size());
  std::vector<int> line(marks.size());
  bool quoted = false, blank = true;
  for (size_t i = 0; i <= text.size() && counts[0].size() < kLines; ++i) {
    const char c = i < text.size() ? text[i] : '\n';
    quoted = quoted != (c == '"');
    if ((c == '\n' || c == '\r') && (!quoted || i == text.size())) {
      for (size_t mark = 0; mark < marks.size() && !blank; ++mark)
        counts[mark].push_back(line[mark]);
      line.assign(marks.size(), 0);
      blank = true;
      continue;
    }
    blank = blank && c == ' ';
    for (size_t mark = 0; mark < marks.size() && !quoted; ++mark)
      line[mark] += text.substr(i).starts_with(marks[mark]);
  }
  return counts;
}

// The count that most lines with the mark agree on, and how many do.
struct Agreement {
  int lines = 0, count = 0;
  auto operator<=>(const Agreement&) const = default;
};

Agreement agreement_of(const std::vector<int>& counts) {
  std::map<int, int> lines;
  for (const int count : counts)
    if (count > 0)
      ++lines[count];
  Agreement best;
  for (const auto& [count, agreed] : lines)
    best = std::max(best, {agreed, count});
  return best;
}

// The delimiter that most lines agree on.
char guess_delimiter(std::string_view text) {
  constexpr std::array<std::string_view, 4> kDelimiters = {",", "\t", ";", "|"};
  const LineCounts counts = count_marks(text, kDelimiters);
  char best = ',';
  Agreement most;
  for (size_t i = 0; i < kDelimiters.size(); ++i)
    if (const Agreement one = agreement_of(counts[i]); one > most) {
      best = kDelimiters[i][0];
      most = one;
    }
  return best;
}

// How many Chinese commas part the cells of a table typed with them: no line has any other
// delimiter, and all but a title line have as many; or half the lines have, and two at least. 0: it
// is none.
int count_chinese_commas(std::string_view text) {
  constexpr std::array<std::string_view, 5> kMarks = {"，", ",", "\t", ";", "|"};
  const LineCounts counts = count_marks(text, kMarks);
  for (size_t i = 1; i < kMarks.size(); ++i)
    if (agreement_of(counts[i]).lines > 0)
      return 0;
  const Agreement commas = agreement_of(counts[0]);
  const auto lines = static_cast<int>(counts[0].size());
  const bool all = commas.lines > 1 && commas.lines + 1 >= lines;
  const bool half = commas.lines > 1 && commas.count > 1 && commas.lines * 2 >= lines;
  return all || half ? commas.count : 0;
}

// In lines with so many of them; 减免政策：孤儿，减半 below the table stays a text.
std::string with_plain_commas(std::string_view text, int commas) {
  constexpr std::string_view kComma = "，";
  std::string out;
  std::vector<size_t> places; // of the line's
  size_t from = 0;            // of what is not yet in `out`
  const auto end_line = [&] {
    for (const size_t place : places)
      if (static_cast<int>(places.size()) == commas) {
        out.append(text, from, place - from).append(",");
        from = place + kComma.size();
      }
    places.clear();
  };
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    quoted = quoted != (text[i] == '"');
    if (!quoted && (text[i] == '\n' || text[i] == '\r'))
      end_line();
    else if (!quoted && text.substr(i).starts_with(kComma))
      places.push_back(i);
  }
  end_line();
  return out.append(text, from);
}

class CsvReader {
public:
  CsvReader(std::string_view text, char delimiter, const GridLimits& limits,
            std::vector<std::string>& findings)
      : text_(text), delimiter_(delimiter), limits_(limits), findings_(findings) {}

  Result<Sheet> read() {
    while (at_ < text_.size()) {
      Result<std::vector<std::string>> row = read_row();
      if (!row)
        return row.error();
      sheet_.rows.push_back(std::move(*row));
      sheet_.row_numbers.push_back(static_cast<int>(sheet_.rows.size()));
      widest_ = std::max(widest_, sheet_.rows.back().size());
      if (widest_ * sheet_.rows.size() > limits_.area)
        return Error{ErrorKind::Refused, "表格太大，请拆成几个文件。"};
      if (static_cast<int>(sheet_.rows.size()) > limits_.rows)
        return Error{ErrorKind::Refused,
                     fmt::format("表格超过 {} 行，请拆成几个文件。", limits_.rows)};
    }
    return std::move(sheet_);
  }

private:
  Result<std::vector<std::string>> read_row() {
    std::vector<std::string> row;
    for (;;) {
      row.push_back(read_field());
      if (row.back().size() > limits_.cell)
        return Error{
            ErrorKind::Refused,
            fmt::format("第 {} 行有一格的文字太长；请检查英文引号是否配对，或把它移到表外。",
                        sheet_.rows.size() + 1)};
      if (!row.back().empty() && ++cells_ > limits_.cells)
        return Error{ErrorKind::Refused,
                     fmt::format("表格超过 {} 格，请拆成几个文件。", limits_.cells)};
      if (static_cast<int>(row.size()) > limits_.columns)
        return Error{ErrorKind::Refused, fmt::format("第 {} 行超过 {} 列，请检查分隔符。",
                                                     sheet_.rows.size() + 1, limits_.columns)};
      if (at_ >= text_.size())
        return row;
      const char c = text_[at_++];
      if (c == delimiter_) {
        if (at_ == text_.size())
          row.emplace_back();
        continue;
      }
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n')
        ++at_;
      return row;
    }
  }

  // A field that begins with a quote runs to its closing quote, line ends included; a quote in the
  // middle of a bare field is text (5" screens, 《"双减"》). Spaces belong to a field (RFC 4180
  // §2), but not those outside its quotes.
  std::string read_field() {
    std::string out;
    const size_t begin = at_;
    size_t from = at_;
    while (from < text_.size() && text_[from] == ' ')
      ++from;
    const bool quoted = from < text_.size() && text_[from] == '"';
    if (quoted) {
      at_ = from + 1;
      read_quoted(out);
    }
    const size_t rest = at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' &&
           text_[at_] != '\r')
      ++at_;
    const size_t length = std::min(at_ - rest, limits_.cell + 1);
    std::string_view tail = text_.substr(rest, length);
    if (!quoted)
      return bare_field(text_.substr(begin, std::min(at_ - begin, limits_.cell + 1)));
    out += tail.substr(0, tail.find_last_not_of(' ') + 1);
    return out.starts_with("=\"") ? bare_field(out) : out; // "=""00120"""
  }

  // ="00120" is how a program keeps a text from being read as a number.
  static std::string bare_field(std::string_view field) {
    const std::string_view inner = trim(field);
    if (inner.size() >= 3 && inner.starts_with("=\"") && inner.ends_with("\"")) {
      std::string text(inner.substr(2, inner.size() - 3));
      for (size_t at = 0; (at = text.find("\"\"", at)) != text.npos; ++at)
        text.erase(at, 1);
      return text;
    }
    return inner.empty() ? std::string() : std::string(field);
  }

  void read_quoted(std::string& out) {
    const size_t row = sheet_.rows.size() + 1;
    while (at_ < text_.size() && out.size() <= limits_.cell) {
      const char c = text_[at_++];
      if (c == '"' && at_ < text_.size() && text_[at_] == '"') {
        ++at_;
      } else if (c == '"') {
        return;
      }
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n')
        continue;
      out += c == '\r' ? '\n' : c;
    }
    while (out.ends_with('\n'))
      out.pop_back();
    findings_.push_back(
        fmt::format("第 {} 行的英文引号没有配对，其后的内容都算在一格里；请补上引号。", row));
  }

  std::string_view text_;
  char delimiter_;
  const GridLimits& limits_;
  std::vector<std::string>& findings_;
  Sheet sheet_;
  size_t at_ = 0, cells_ = 0, widest_ = 0;
};

bool is_blank(const std::vector<std::string>& row) {
  return std::all_of(row.begin(), row.end(), [](const std::string& s) { return s.empty(); });
}

// Spreadsheets pad CSV files with empty columns and rows; they mean nothing.
void drop_padding(Sheet& sheet) {
  while (!sheet.rows.empty() && is_blank(sheet.rows.back())) {
    sheet.rows.pop_back();
    sheet.row_numbers.pop_back();
  }
  size_t columns = 0;
  for (const auto& row : sheet.rows)
    for (size_t i = 0; i < row.size(); ++i)
      if (!row[i].empty())
        columns = std::max(columns, i + 1);
  for (auto& row : sheet.rows)
    row.resize(columns);
  for (size_t i = 0; i < columns; ++i)
    sheet.column_numbers.push_back(static_cast<int>(i) + 1);
}

} // namespace

Result<Workbook> read_csv(std::string_view text, const GridLimits& limits) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF")
    text.remove_prefix(3);
  const std::optional<char> stated = stated_delimiter(text);
  std::string plain;
  if (const int commas = stated ? 0 : count_chinese_commas(text); commas > 0)
    text = plain = with_plain_commas(text, commas);
  Workbook book;
  const char delimiter = stated ? *stated : guess_delimiter(text);
  Result<Sheet> sheet = CsvReader(text, delimiter, limits, book.findings).read();
  if (!sheet)
    return sheet.error();
  drop_padding(*sheet);
  book.sheets.push_back(std::move(*sheet));
  return book;
}

} // namespace heiban
