#include "app/input_text.h"

#include "base/file.h"

#include <cstdio>

namespace heiban {
namespace {

Result<std::string> read_stdin(size_t cap) {
  std::string text;
  char buffer[1 << 16];
  for (size_t read; (read = std::fread(buffer, 1, sizeof buffer, stdin)) > 0;) {
    text.append(buffer, read);
    if (text.size() > cap)
      return {ErrorKind::Malformed, "larger than the cap"};
  }
  return text;
}

} // namespace

Result<std::string> read_input(const std::string& file, size_t cap) {
  return file == "-" ? read_stdin(cap) : read_file(file, cap);
}

std::vector<std::string_view> input_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find_first_of("\r\n");
    if (end == text.npos) {
      lines.push_back(text);
      break;
    }
    lines.push_back(text.substr(0, end));
    const bool pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    text.remove_prefix(end + (pair ? 2 : 1));
  }
  return lines;
}

} // namespace heiban
