#include "config/diagnostic.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

// Characters of a line: shorter ones are shown whole, longer ones round the caret.
constexpr size_t kShownWhole = 120, kShownBefore = 60, kShownAfter = 50;

// Two columns wide on a terminal (the Chinese ones; Unicode's East_Asian_Width W and F).
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0);
}

// The line and the caret under `column`: a wide character is answered by a wide space.
std::string marked_line(std::string_view line, int column) {
  std::u32string text = to_utf32(line);
  std::replace_if(text.begin(), text.end(), is_control, U'\uFFFD');
  const size_t caret = std::min(static_cast<size_t>(std::max(column, 1) - 1), text.size());
  const bool whole = text.size() <= kShownWhole;
  const size_t first = whole || caret <= kShownBefore ? 0 : caret - kShownBefore;
  const size_t last = whole ? text.size() : std::min(text.size(), caret + kShownAfter);
  const std::u32string head = first > 0 ? U"…" : U"", tail = last < text.size() ? U"…" : U"";
  std::u32string under;
  for (char32_t c : head + text.substr(first, caret - first))
    under += c == U'\t' ? U'\t' : is_wide(c) ? U'\u3000' : U' ';
  return fmt::format("  {}\n  {}^\n", to_utf8(head + text.substr(first, last - first) + tail),
                     to_utf8(under));
}

} // namespace

std::string format_diagnostics(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    if (!out.empty())
      out += '\n';
    const std::string place = d.line > 0 ? fmt::format(":{}:{}", d.line, d.column) : "";
    out += fmt::format("{}{}: {}：{}\n", d.file, place, d.error ? "错误" : "提醒", d.message);
    if (d.line > 0)
      out += marked_line(d.source_line, d.column);
  }
  return out;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  size_t start = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n' && text[at] != '\r')
      continue;
    lines.push_back(text.substr(start, at - start));
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n')
      ++at;
    start = at + 1;
  }
  if (start < text.size())
    lines.push_back(text.substr(start));
  return lines;
}

size_t DiagnosticSink::error_count() const {
  return static_cast<size_t>(std::count_if(diagnostics_.begin(), diagnostics_.end(),
                                           [](const Diagnostic& d) { return d.error; }));
}

std::vector<Diagnostic> DiagnosticSink::take() {
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                   });
  return std::move(diagnostics_);
}

void DiagnosticSink::add(bool error, SourcePlace place, std::string message) {
  const bool inside = place.line > 0 && static_cast<size_t>(place.line) <= lines_.size();
  diagnostics_.push_back({error, file_, place.line, place.column,
                          inside ? std::string(lines_[static_cast<size_t>(place.line) - 1]) : "",
                          std::move(message)});
}

} // namespace heiban
