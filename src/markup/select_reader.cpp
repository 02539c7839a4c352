#include "markup/select_reader.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <charconv>

namespace heiban {
namespace {

constexpr size_t kMostCompounds = 32; // bits of a set in select.cpp

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string without_blanks(std::string_view s) {
  std::string out;
  for (const char c : s)
    if (!is_blank(c))
      out += c;
  return ascii_lower(out);
}

// Digits with a sign, at most six.
bool read_int(std::string_view s, int& out) {
  if (s.starts_with('+'))
    s.remove_prefix(1);
  if (s.empty() || s.size() > 6)
    return false;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), out);
  return error == std::errc() && end == s.data() + s.size();
}

} // namespace

Result<Selector> SelectorReader::read() {
  skip_blanks();
  if (at_end())
    return problem("选择器是空的");
  for (bool more = true; more;) {
    if (!read_compound())
      return problem(why_);
    more = read_join();
  }
  if (!at_end())
    return problem("这个符号看不懂");
  last().ends = true;
  return std::move(out_);
}

// What stands between two compounds; false at the end or at something unknown.
bool SelectorReader::read_join() {
  const size_t start = at_;
  skip_blanks();
  if (at_end())
    return false;
  if (take(',')) {
    last().ends = true;
    join_ = Selector::Join::Start;
  } else if (take('>')) {
    join_ = Selector::Join::Child;
  } else if (take('+')) {
    join_ = Selector::Join::Next;
  } else if (take('~')) {
    join_ = Selector::Join::Later;
  } else if (at_ > start) {
    join_ = Selector::Join::Descendant;
  } else {
    return false;
  }
  skip_blanks();
  return true;
}

bool SelectorReader::read_compound() {
  if (out_.compounds_.size() == kMostCompounds) {
    why_ = "选择器太长";
    return false;
  }
  out_.compounds_.emplace_back().join = join_;
  const size_t start = at_;
  if (is_name(peek()))
    last().tag = ascii_lower(name());
  else
    take('*');
  while (!at_end() && std::string_view(".#[:").find(peek()) != std::string_view::npos)
    if (!read_simple())
      return false;
  if (at_ == start)
    why_ = at_end() ? "后面少了内容" : "这个符号看不懂";
  return at_ > start;
}

bool SelectorReader::read_simple() {
  if (take('['))
    return read_attribute();
  if (take(':'))
    return read_pseudo();
  const bool is_class = peek() == '.';
  ++at_;
  std::string word = name();
  if (word.empty()) {
    why_ = is_class ? "“.”后面要写类名" : "“#”后面要写编号（id）";
    return false;
  }
  last().attributes.push_back({is_class ? "class" : "id", std::move(word), is_class ? '~' : '='});
  return true;
}

bool SelectorReader::read_attribute() {
  Selector::AttributeTest test;
  why_ = "方括号里写成 [名称] 或 [名称=\"值\"]";
  skip_blanks();
  test.name = ascii_lower(name());
  skip_blanks();
  if (test.name.empty())
    return false;
  if (!take(']')) {
    test.how = peek();
    if (std::string_view("=~^$*|").find(test.how) == std::string_view::npos || at_end())
      return false;
    ++at_;
    if (test.how != '=' && !take('='))
      return false;
    skip_blanks();
    const char quote = peek();
    test.value = quote == '"' || quote == '\'' ? quoted(quote) : name();
    skip_blanks();
    if (!take(']'))
      return false;
  }
  last().attributes.push_back(std::move(test));
  return true;
}

bool SelectorReader::read_pseudo() {
  const std::string word = ascii_lower(name());
  why_ = "冒号后面只认 :nth-child(…)、:first-child、:last-child";
  if (last().counted) {
    why_ = "一处只能写一个 :nth-child";
    return false;
  }
  last().counted = true;
  if (word == "first-child" || word == "last-child") {
    last().from_end = word == "last-child";
    last().offset = 1;
    return true;
  }
  if ((word != "nth-child" && word != "nth-last-child") || !take('('))
    return false;
  last().from_end = word == "nth-last-child";
  const size_t end = text_.find(')', at_);
  if (end == std::string_view::npos)
    return false;
  const std::string_view argument = text_.substr(at_, end - at_);
  at_ = end + 1;
  why_ = ":nth-child 的括号里写数字、odd、even 或 2n+1 的样子";
  return read_count(argument);
}

// odd, even, 3, 2n, 2n+1, -n+3 (Selectors 4 §13.3.1).
bool SelectorReader::read_count(std::string_view argument) {
  const std::string formula = without_blanks(argument);
  Selector::Compound& compound = last();
  if (formula == "odd" || formula == "even") {
    compound.step = 2;
    compound.offset = formula == "odd";
    return true;
  }
  const size_t n = formula.find('n');
  if (n == std::string::npos)
    return read_int(formula, compound.offset);
  const std::string step = formula.substr(0, n), offset = formula.substr(n + 1);
  if (step.empty() || step == "+" || step == "-")
    compound.step = step == "-" ? -1 : 1;
  else if (!read_int(step, compound.step))
    return false;
  return offset.empty() || read_int(offset, compound.offset);
}

std::string SelectorReader::name() {
  std::string out;
  for (; !at_end(); ++at_) {
    if (text_[at_] == '\\' && at_ + 1 < text_.size())
      ++at_; // the next character as it is
    else if (!is_name(text_[at_]))
      break;
    out += text_[at_];
  }
  return out;
}

std::string SelectorReader::quoted(char quote) {
  std::string out;
  for (++at_; !at_end() && peek() != quote; ++at_)
    out += peek();
  take(quote);
  return out;
}

void SelectorReader::skip_blanks() {
  while (!at_end() && is_blank(peek()))
    ++at_;
}

bool SelectorReader::take(char c) {
  if (at_end() || peek() != c)
    return false;
  ++at_;
  return true;
}

Error SelectorReader::problem(const char* why) const {
  return {ErrorKind::Malformed,
          fmt::format("选择器“{}”第 {} 个字符处：{}", text_,
                      count_code_points(text_.substr(0, std::min(at_, text_.size()))) + 1, why)};
}

} // namespace heiban
