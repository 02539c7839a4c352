// Diagnostic: one mistake in a file staff wrote, with its place, its line and a Chinese sentence.
// config's readers make them through DiagnosticSink; app prints them.
// It knows no keys and no TOML: the readers say what is wrong and what to write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct SourcePlace {
  int line = 0, column = 0; // from 1; column in characters; line 0: the whole file
};

struct Diagnostic {
  bool error = true; // false: a remark
  std::string file;
  int line = 0, column = 0; // as SourcePlace
  std::string source_line;  // for the caret
  std::string message;      // Chinese: what is wrong, and what to write instead
};

// "heiban.toml:12:5: 错误：…" + the line + a caret, each diagnostic a paragraph.
std::string format_diagnostics(const std::vector<Diagnostic>& diagnostics);

// A file's text cut into lines: '\n' and "\r\n" end a line, and so does a lone '\r'.
std::vector<std::string_view> split_lines(std::string_view text);

// Collects what is wrong with one file. `lines` must outlive it.
class DiagnosticSink {
public:
  DiagnosticSink(std::string file, const std::vector<std::string_view>& lines)
      : file_(std::move(file)), lines_(lines) {}

  void error(SourcePlace place, std::string message) { add(true, place, std::move(message)); }
  void remark(SourcePlace place, std::string message) { add(false, place, std::move(message)); }
  size_t error_count() const;
  std::vector<Diagnostic> take(); // in the order of the file

private:
  void add(bool error, SourcePlace place, std::string message);

  std::string file_;
  const std::vector<std::string_view>& lines_;
  std::vector<Diagnostic> diagnostics_;
};

} // namespace heiban
