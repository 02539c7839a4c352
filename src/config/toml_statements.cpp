#include "config/toml_statements.h"

#include "base/utf8.h"
#include "config/toml_marks.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

using Line = std::u32string;

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000;
}

// Bare keys are ASCII in TOML; Chinese ones are let through, so that an unknown one can be named.
bool is_key_character(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         c == U'_' || c == U'-' || (c > 0x7F && !is_blank(c) && half_width(c) == c);
}

class Splitter {
public:
  Splitter(const std::vector<std::string_view>& lines, DiagnosticSink& report) : report_(report) {
    for (std::string_view line : lines)
      lines_.push_back(to_utf32(line));
  }

  std::vector<Statement> split() {
    for (row_ = 0; row_ < lines_.size(); ++row_) {
      at_ = 0;
      skip_blanks();
      if (at_end() || peek() == U'#')
        continue;
      if (half_width(peek()) == U'#') {
        mended(); // a comment that begins with ＃
      } else if (half_width(peek()) == U'[') {
        read_header();
      } else {
        read_pair();
      }
    }
    return std::move(statements_);
  }

private:
  const Line& line() const { return lines_[row_]; }
  bool at_end() const { return at_ >= line().size(); }
  char32_t peek() const { return at_end() ? U'\0' : line()[at_]; }
  SourcePlace place() const { return place_at(at_); }
  SourcePlace place_at(size_t at) const {
    return {static_cast<int>(row_) + 1, static_cast<int>(at) + 1};
  }
  void skip_blanks() {
    while (!at_end() && is_blank(peek()))
      ++at_;
  }
  void fail(size_t at, std::string message) { report_.error(place_at(at), std::move(message)); }

  bool is_full_width(size_t at) const {
    return at < line().size() && half_width(line()[at]) != line()[at];
  }

  // The character here as TOML wants it; a run of full-width ones is reported once.
  char32_t mended() {
    if (is_full_width(at_) && (at_ == 0 || !is_full_width(at_ - 1))) {
      size_t end = at_;
      while (is_full_width(end))
        ++end;
      fail(at_, explain_full_width(std::u32string_view(line()).substr(at_, end - at_)));
    }
    return half_width(line()[at_++]);
  }

  void read_header();
  void read_pair();
  bool read_path(std::vector<KeyPart>& path);
  bool read_key_part(KeyPart& part);
  void read_value(Statement& statement);
  void scan_line(Statement& statement);
  void take_string(Statement& statement);
  void take_long_string(Statement& statement, char32_t quote);
  void take_mistyped_string(Statement& statement);
  void unclosed_string(Statement& statement, size_t open);
  void take_bracket(char32_t c);
  void close_brackets(Statement& statement);
  bool next_line_begins_statement() const;

  DiagnosticSink& report_;
  std::vector<Line> lines_;
  size_t row_ = 0, at_ = 0;
  std::vector<std::pair<char32_t, SourcePlace>> open_; // brackets of the value being read
  std::vector<Statement> statements_;
};

void Splitter::read_header() {
  const size_t start = at_;
  Statement statement;
  mended();
  if (half_width(peek()) == U'[') {
    mended();
    statement.kind = StatementKind::ListHeader;
  } else {
    statement.kind = StatementKind::Header;
  }
  const int brackets = statement.kind == StatementKind::ListHeader ? 2 : 1;
  if (!read_path(statement.path))
    return;
  int closed = 0;
  for (; closed < brackets && half_width(peek()) == U']'; ++closed)
    mended();
  if (closed < brackets) {
    fail(start, fmt::format("方括号没有成对。这一行要写成 {0}{1}{2}", brackets == 2 ? "[[" : "[",
                            statement.path.front().text, brackets == 2 ? "]]" : "]"));
  } else {
    skip_blanks();
    if (!at_end() && peek() != U'#')
      fail(at_, "方括号后面不能再写别的内容。请另起一行");
  }
  statements_.push_back(std::move(statement));
}

void Splitter::read_pair() {
  Statement statement;
  if (!read_path(statement.path))
    return;
  const char32_t mark = half_width(peek());
  if (mark == U':') {
    fail(at_, fmt::format("键和值之间要用英文等号，写成 {} = …", statement.path.back().text));
    ++at_;
  } else if (mark == U'=') {
    mended();
  } else {
    fail(at_, fmt::format("“{}”后面缺少等号和值。这一行要写成：键 = 值；说明文字请在行首加 #",
                          statement.path.back().text));
    return;
  }
  read_value(statement);
  statements_.push_back(std::move(statement));
}

bool Splitter::read_path(std::vector<KeyPart>& path) {
  constexpr size_t kDeepest = 8;
  for (;;) {
    skip_blanks();
    KeyPart part;
    if (!read_key_part(part))
      return false;
    path.push_back(std::move(part));
    skip_blanks();
    if (peek() != U'.' || path.size() >= kDeepest)
      return true;
    ++at_;
  }
}

bool Splitter::read_key_part(KeyPart& part) {
  part.place = place();
  const char32_t quote = mistyped_quote(peek()) != 0 ? mistyped_quote(peek()) : peek();
  if (quote == U'"' || quote == U'\'') {
    if (quote != peek())
      fail(at_, explain_quote(peek()));
    for (++at_; !at_end() && peek() != quote && mistyped_quote(peek()) != quote; ++at_)
      append_utf8(part.text, peek());
    if (at_end())
      return fail(static_cast<size_t>(part.place.column) - 1, "键名的引号没有写完"), false;
    return ++at_, true;
  }
  for (; !at_end() && is_key_character(half_width(peek())); mended())
    append_utf8(part.text, half_width(peek()));
  if (!part.text.empty())
    return true;
  if (half_width(peek()) == U'=')
    return fail(at_, "等号前面缺少键名，例如 name = \"…\""), false;
  if (half_width(peek()) == U']')
    return fail(at_, "方括号里缺少名称，例如 [bureau]"), false;
  std::string saw;
  append_utf8(saw, peek());
  return fail(at_, at_end() ? "这一行没有写完"
                            : fmt::format("这一行不能以“{}”开头。说明文字请在行首加 #", saw)),
         false;
}

void Splitter::read_value(Statement& statement) {
  skip_blanks();
  statement.value_place = place();
  open_.clear();
  for (;;) {
    scan_line(statement);
    if (open_.empty())
      return;
    if (row_ + 1 >= lines_.size() || next_line_begins_statement())
      break;
    statement.value += '\n';
    ++row_;
    at_ = 0;
  }
  close_brackets(statement);
}

// Appends one line of a value, up to its end or comment.
void Splitter::scan_line(Statement& statement) {
  while (!at_end() && peek() != U'#') {
    const char32_t c = peek();
    if (c == U'"' || c == U'\'') {
      take_string(statement);
    } else if (mistyped_quote(c) != 0) {
      take_mistyped_string(statement);
    } else if (is_blank(c)) {
      statement.value += c == U'\t' ? '\t' : ' ';
      ++at_;
    } else if (half_width(c) == U';' && open_.empty()) {
      fail(at_++, "这里不要写分号。一行只写一项，行末不加标点");
    } else {
      take_bracket(half_width(c));
      append_utf8(statement.value, mended());
    }
  }
  at_ = line().size();
}

void Splitter::take_string(Statement& statement) {
  const char32_t quote = peek();
  const size_t open = at_;
  if (line().compare(at_, 3, Line(3, quote)) == 0)
    return take_long_string(statement, quote);
  size_t close = open + 1;
  while (close < line().size() && line()[close] != quote)
    close += quote == U'"' && line()[close] == U'\\' ? 2 : 1;
  if (close >= line().size())
    return unclosed_string(statement, open);
  statement.value += to_utf8(line().substr(open, close + 1 - open));
  at_ = close + 1;
}

// """…""" and '''…''' may span lines; an unclosed one ends with its first line, so that the rest
// of the file is still read.
void Splitter::take_long_string(Statement& statement, char32_t quote) {
  const Line three(3, quote);
  const size_t row = row_;
  size_t from = at_ + 3, begin = at_;
  std::string text;
  for (size_t r = row; r < lines_.size(); ++r, from = 0, begin = 0) {
    size_t close = from;
    for (; close < lines_[r].size() && lines_[r].compare(close, 3, three) != 0; ++close)
      if (quote == U'"' && lines_[r][close] == U'\\')
        ++close;
    if (close < lines_[r].size()) {
      close += 3;
      while (close < lines_[r].size() && lines_[r][close] == quote)
        ++close; // up to two belong to it
      statement.value += text + to_utf8(lines_[r].substr(begin, close - begin));
      row_ = r;
      at_ = close;
      return;
    }
    text += to_utf8(lines_[r].substr(begin)) + '\n';
  }
  fail(at_, "三个引号开头的文字没有结尾。请在文字末尾再写三个引号");
  statement.broken = true;
  at_ = line().size();
}

// “…” and its kin, typed by an input method.
void Splitter::take_mistyped_string(Statement& statement) {
  const size_t open = at_;
  const char32_t quote = mistyped_quote(peek());
  fail(open, explain_quote(peek()));
  size_t close = open + 1;
  while (close < line().size() && line()[close] != quote && mistyped_quote(line()[close]) != quote)
    ++close;
  statement.broken = statement.broken || close >= line().size();
  append_utf8(statement.value, quote);
  statement.value += to_utf8(line().substr(open + 1, close - open - 1));
  append_utf8(statement.value, quote);
  at_ = std::min(close + 1, line().size());
}

// The closing quote is missing, or it is a Chinese one: then the text ends there.
void Splitter::unclosed_string(Statement& statement, size_t open) {
  const char32_t quote = line()[open];
  const size_t close = unmatched_quote(line(), open + 1);
  if (close == Line::npos) {
    fail(open, "引号没有成对：这里开始的文字缺少结尾的英文引号 \"");
    statement.broken = true;
    at_ = line().size();
    return;
  }
  fail(close, explain_quote(line()[close]));
  statement.value += to_utf8(line().substr(open, close - open));
  append_utf8(statement.value, quote);
  at_ = close + 1;
}

void Splitter::take_bracket(char32_t c) {
  if (c == U'[' || c == U'{') {
    open_.emplace_back(c, place());
  } else if ((c == U']' || c == U'}') && !open_.empty()) {
    open_.pop_back();
  }
}

void Splitter::close_brackets(Statement& statement) {
  report_.error(open_.front().second, open_.front().first == U'['
                                          ? "方括号没有成对：这里的 [ 缺少对应的 ]"
                                          : "花括号没有成对：这里的 { 缺少同一行的 }");
  for (; !open_.empty(); open_.pop_back())
    statement.value += open_.back().first == U'[' ? ']' : '}';
}

// Inside brackets the next line should go on with the list; a key or a header there means that the
// bracket was never closed.
bool Splitter::next_line_begins_statement() const {
  const Line& next = lines_[row_ + 1];
  size_t at = 0;
  while (at < next.size() && is_blank(next[at]))
    ++at;
  size_t from = at;
  while (at < next.size() && half_width(next[at]) == U'[')
    ++at;
  const size_t brackets = at - from, name = at;
  while (at < next.size() && (is_key_character(next[at]) || (name < at && next[at] == U'.')))
    ++at;
  if (at == name || (brackets > 0 && next[name] < U'A'))
    return false;
  while (at < next.size() && is_blank(next[at]))
    ++at;
  return at < next.size() && half_width(next[at]) == (brackets > 0 ? U']' : U'=');
}

} // namespace

std::vector<Statement> split_statements(const std::vector<std::string_view>& lines,
                                        DiagnosticSink& report) {
  return Splitter(lines, report).split();
}

} // namespace heiban
