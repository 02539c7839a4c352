#include "feed/mend_json.h"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

namespace heiban {
namespace {

// The place just after the string whose opening quote is at `at`; size() when it never ends.
size_t after_string(std::string_view json, size_t at) {
  for (++at; at < json.size(); ++at) {
    if (json[at] == '\\')
      ++at;
    else if (json[at] == '"')
      return at + 1;
  }
  return json.size();
}

class Mender {
public:
  explicit Mender(std::string_view json) : json_(json) {}

  std::string mend() {
    while (at_ < json_.size())
      step();
    if (!open_.empty())
      close_what_is_open();
    return std::move(out_);
  }

private:
  void step() {
    const char c = json_[at_];
    if (c == '"')
      return string();
    if (c == '/' && at_ + 1 < json_.size() && comment())
      return;
    if ((c == 'N' || c == 'I' || c == '-') && no_number())
      return;
    if (c == '{' || c == '[')
      open_ += c == '{' ? '}' : ']';
    if (c == '}' || c == ']') {
      drop_comma();
      if (!open_.empty())
        open_.pop_back();
    }
    out_ += c;
    ++at_;
    if (c == '}' || c == ']') {
      whole_ = out_.size();
      whole_open_ = open_;
    }
  }

  void string() {
    const size_t end = after_string(json_, at_);
    const bool ends = end <= json_.size() && end - at_ >= 2 && json_[end - 1] == '"';
    for (size_t i = at_; i < end; ++i) {
      const auto byte = static_cast<uint8_t>(json_[i]);
      if (byte < 0x20)
        out_ += fmt::format("\\u{:04x}", byte);
      else if (byte == '\\' && i + 1 < end &&
               std::string_view("\"\\/bfnrtu").find(json_[i + 1]) == std::string_view::npos)
        continue;
      else if (byte == '\\' && i + 1 < end)
        out_.append(json_, i++, 2);
      else
        out_ += json_[i];
    }
    if (!ends)
      out_ += '"';
    at_ = end;
  }

  bool comment() {
    const std::string_view rest = json_.substr(at_);
    const std::string_view closer = rest.starts_with("//") ? "\n" : "*/";
    if (!rest.starts_with("//") && !rest.starts_with("/*"))
      return false;
    const size_t end = rest.find(closer);
    at_ = end == std::string_view::npos ? json_.size() : at_ + end + closer.size();
    return true;
  }

  // What some languages print where JSON has nothing to say it with.
  bool no_number() {
    for (const std::string_view word : {"NaN", "-Infinity", "Infinity"})
      if (json_.substr(at_).starts_with(word)) {
        out_ += "null";
        at_ += word.size();
        return true;
      }
    return false;
  }

  void drop_comma() {
    const size_t last = out_.find_last_not_of(" \t\r\n");
    if (last != std::string::npos && out_[last] == ',')
      out_.resize(last);
  }

  // Cut off: goes back to the last object or array that was whole, and ends the rest.
  void close_what_is_open() {
    out_.resize(whole_);
    out_.append(whole_open_.rbegin(), whole_open_.rend());
  }

  std::string_view json_;
  size_t at_ = 0;
  std::string out_;
  std::string open_, whole_open_; // the closers still due, innermost last
  size_t whole_ = 0;
};

} // namespace

JsonSize measure_json(std::string_view json) {
  JsonSize size;
  size_t depth = 0;
  for (size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      const size_t end = after_string(json, at);
      size.longest = std::max(size.longest, end - at);
      at = end;
      continue;
    }
    if (c == '{' || c == '[')
      size.depth = std::max(size.depth, ++depth);
    if ((c == '}' || c == ']') && depth > 0)
      --depth;
    if (c == '{' || c == '[' || c == ',' || c == ':')
      ++size.values;
    ++at;
  }
  return size;
}

std::string mend_json(std::string_view json) {
  return Mender(json).mend();
}

} // namespace heiban
