#include "edition/envelope.h"

#include "base/hash.h"

#include <fmt/format.h>

#include <charconv>

namespace heiban {
namespace {

constexpr std::string_view kTail = "\n}\n";

std::string head(std::string_view format, int schema, std::string_view hash) {
  return fmt::format("{{\"format\":\"{}\",\"schema\":{},\"sha256\":\"{}\",\"content\":\n", format,
                     schema, hash);
}

// The schema number written after `"schema":`, or 0.
int schema_in(std::string_view first_line, std::string_view format) {
  const std::string before = fmt::format("{{\"format\":\"{}\",\"schema\":", format);
  if (!first_line.starts_with(before))
    return 0;
  int schema = 0;
  const char* from = first_line.data() + before.size();
  std::from_chars(from, first_line.data() + first_line.size(), schema);
  return schema;
}

} // namespace

std::string wrap(std::string_view format, int schema, std::string_view content) {
  std::string out = head(format, schema, sha256_hex(content));
  out += content;
  out += kTail;
  return out;
}

Result<std::string_view> unwrap(std::string_view bytes, std::string_view format, int schema) {
  const size_t line_end = bytes.find('\n');
  if (line_end == std::string_view::npos)
    return Error{ErrorKind::Malformed, fmt::format("no {} file", format)};
  const int found = schema_in(bytes.substr(0, line_end), format);
  if (found > schema)
    return Error{ErrorKind::Refused, fmt::format("{} schema {} is newer than {}: update heiban",
                                                 format, found, schema)};
  std::string_view content = bytes.substr(line_end + 1);
  if (!content.ends_with(kTail))
    return Error{ErrorKind::Malformed, fmt::format("{} file is cut short", format)};
  content.remove_suffix(kTail.size());
  // The head has one legal spelling for this content, so comparing it checks all of it at once.
  if (bytes.substr(0, line_end + 1) != head(format, schema, sha256_hex(content)))
    return Error{ErrorKind::Malformed, fmt::format("{} file is altered", format)};
  return content;
}

bool nests_deeper(std::string_view json, size_t depth) {
  size_t open = 0;
  bool in_string = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\')
        ++i;
      if (c == '"')
        in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++open > depth)
        return true;
    } else if ((c == '}' || c == ']') && open > 0) {
      --open;
    }
  }
  return false;
}

} // namespace heiban
