#include "config/source_text.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace heiban {
namespace {

constexpr std::string_view kHowToSave =
    "请在 WPS 或记事本里打开，选“另存为”，编码选“UTF-8”，再保存一次";

bool in(uint8_t byte, int low, int high) {
  return byte >= low && byte <= high;
}

// Whether every byte outside ASCII is part of a GB 18030 pair or quadruple, by form.
bool has_gbk_form(std::string_view s) {
  const auto byte = [&](size_t at) { return at < s.size() ? static_cast<uint8_t>(s[at]) : 0; };
  for (size_t at = 0; at < s.size();) {
    if (byte(at) < 0x80) {
      ++at;
    } else if (in(byte(at), 0x81, 0xFE) && in(byte(at + 1), 0x40, 0xFE) && byte(at + 1) != 0x7F) {
      at += 2;
    } else if (in(byte(at), 0x81, 0xFE) && in(byte(at + 1), 0x30, 0x39) &&
               in(byte(at + 2), 0x81, 0xFE) && in(byte(at + 3), 0x30, 0x39)) {
      at += 4;
    } else {
      return false;
    }
  }
  return true;
}

// Byte offset of the first sequence that is no UTF-8.
size_t first_ill_formed(std::string_view s) {
  size_t low = 0;
  for (size_t at = 0; at < s.size();) {
    low = at;
    next_code_point(s, at);
    if (!is_valid_utf8(s.substr(low, at - low)))
      return low;
  }
  return s.size();
}

std::string_view without_byte_order_mark(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

// `line` as far as it can be shown: foreign bytes become boxes.
std::string shown(std::string_view line) {
  std::string out;
  for (size_t at = 0; at < line.size();) {
    if (static_cast<uint8_t>(line[at]) < 0x80) {
      out += line[at++];
    } else {
      append_utf8(out, U'□');
      at += at + 1 < line.size() ? 2 : 1;
    }
  }
  return out;
}

Diagnostic refuse(const std::vector<std::string_view>& lines, std::string_view bytes, size_t at,
                  const std::string& path, std::string message) {
  Diagnostic out{true, path, 0, 0, "", std::move(message)};
  for (size_t i = 0; i < lines.size(); ++i) {
    const auto start = static_cast<size_t>(lines[i].data() - bytes.data());
    if (start > at)
      break;
    out.line = static_cast<int>(i) + 1;
    out.column = static_cast<int>(count_code_points(bytes.substr(start, at - start))) + 1;
    out.source_line = shown(lines[i]);
  }
  return out;
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.find('\0') != std::string_view::npos;
}

} // namespace

SourceText read_source(std::string_view bytes, const std::string& path) {
  SourceText out;
  if (is_utf16(bytes)) {
    out.refusal = {
        true,
        path,
        0,
        0,
        "",
        fmt::format("这个文件是按 UTF-16（记事本里叫“Unicode”）编码保存的，或者不是文字文件。{}",
                    kHowToSave)};
    return out;
  }
  bytes = without_byte_order_mark(bytes);
  out.lines = split_lines(bytes);
  if (is_valid_utf8(bytes))
    return out;
  const auto foreign = std::find_if(bytes.begin(), bytes.end(),
                                    [](char c) { return static_cast<uint8_t>(c) >= 0x80; });
  if (has_gbk_form(bytes))
    out.refusal =
        refuse(out.lines, bytes, static_cast<size_t>(foreign - bytes.begin()), path,
               fmt::format("这个文件是按 GBK（记事本里叫“ANSI”）编码保存的，中文读不出来。{}",
                           kHowToSave));
  else
    out.refusal =
        refuse(out.lines, bytes, first_ill_formed(bytes), path,
               fmt::format("这里有不是 UTF-8 编码的字节。请删掉这个字重新输入；如果到处都是，{}",
                           kHowToSave));
  return out;
}

} // namespace heiban
