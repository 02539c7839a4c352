// CSV as WPS, Excel and people write it: RFC 4180, with the delimiter found from the text.
#include "feed/grid.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace heiban {
namespace {

constexpr std::array kDelimiters = {',', '\t', ';', '|'};

// Excel's own hint: a first line "sep=;".
std::optional<char> stated_delimiter(std::string_view& text) {
  if (text.size() < 5 || (text.substr(0, 4) != "sep=" && text.substr(0, 4) != "SEP="))
    return {};
  const char delimiter = text[4];
  const size_t line_end = text.find('\n');
  text.remove_prefix(line_end == std::string_view::npos ? text.size() : line_end + 1);
  return delimiter;
}

// The delimiter that most lines agree on: the one with the highest (lower) median count a line.
char guess_delimiter(std::string_view text) {
  constexpr size_t kLines = 64;
  std::array<std::vector<int>, kDelimiters.size()> counts;
  std::array<int, kDelimiters.size()> line{};
  bool quoted = false, blank = true;
  for (char c : text) {
    if (c == '"')
      quoted = !quoted;
    if (c == '\n' && !quoted) {
      for (size_t i = 0; i < counts.size() && !blank; ++i)
        counts[i].push_back(line[i]);
      line = {};
      blank = true;
      if (counts[0].size() == kLines)
        break;
      continue;
    }
    blank = blank && (c == ' ' || c == '\r');
    const auto* found = std::find(kDelimiters.begin(), kDelimiters.end(), c);
    if (found != kDelimiters.end() && !quoted)
      ++line[static_cast<size_t>(found - kDelimiters.begin())];
  }
  for (size_t i = 0; i < counts.size() && !blank; ++i)
    counts[i].push_back(line[i]);
  char best = ',';
  int best_score = 0;
  for (size_t i = 0; i < counts.size(); ++i) {
    auto& column = counts[i];
    if (column.empty())
      continue;
    std::nth_element(column.begin(), column.begin() + static_cast<long>((column.size() - 1) / 2),
                     column.end());
    const int median = column[(column.size() - 1) / 2];
    const int score = median * 1000 + *std::max_element(column.begin(), column.end());
    if (score > best_score)
      best = kDelimiters[i], best_score = score;
  }
  return best;
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
    std::string_view tail = text_.substr(rest, at_ - rest);
    if (!quoted)
      return bare_field(text_.substr(begin, at_ - begin));
    out += tail.substr(0, tail.find_last_not_of(' ') + 1);
    return out;
  }

  // ="00120" is how a program keeps a text from being read as a number.
  static std::string bare_field(std::string_view field) {
    const std::string_view inner = trim(field);
    if (inner.size() >= 3 && inner.starts_with("=\"") && inner.ends_with("\""))
      return std::string(inner.substr(2, inner.size() - 3));
    return inner.empty() ? std::string() : std::string(field);
  }

  void read_quoted(std::string& out) {
    const size_t row = sheet_.rows.size() + 1;
    while (at_ < text_.size()) {
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
