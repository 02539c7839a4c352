#include "app/input_text.h"

#include "base/file.h"

#include <algorithm>
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

bool take_line(std::string_view& text, std::string_view& line) {
  if (text.empty())
    return false;
  size_t end = 0;
  while (end < text.size() && text[end] != '\n' && text[end] != '\r')
    ++end;
  line = text.substr(0, end);
  const bool pair = text.substr(end).starts_with("\r\n");
  text.remove_prefix(std::min(text.size(), end + (pair ? 2 : 1)));
  return true;
}

} // namespace heiban
