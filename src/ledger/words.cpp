#include "ledger/words.h"

#include <fmt/format.h>

namespace heiban {
namespace {

// GB/T 9704—2012: A4, margins 37 mm above and 28 mm on the left, the type area 156 mm wide; title
// in 小标宋 of size 2, body in 仿宋 of size 3 (16 pt), tables a size smaller. What a machine lacks
// of these faces the next in the list replaces.
constexpr std::string_view kStyle = R"(
@page { size: A4; margin: 30mm 26mm 25mm 28mm;
  @bottom-center { content: "— " counter(page) " —"; font: 12pt "SimSun", "Noto Serif CJK SC", serif; } }
* { box-sizing: border-box; }
body { margin: 0 auto; width: 156mm; color: #000; background: #fff;
  font: 16pt/28pt "FangSong", "仿宋", "仿宋_GB2312", "FangSong_GB2312", "STFangsong",
    "Noto Serif CJK SC", serif; }
@media screen { body { padding: 30mm 0 25mm; } }
h1 { margin: 0 0 14pt; text-align: center; font: normal 22pt/34pt "FZXiaoBiaoSong-B05S",
  "方正小标宋简体", "小标宋", "STZhongsong", "Noto Serif CJK SC", serif; font-weight: 600; }
.number { margin: 0 0 18pt; text-align: center; font-size: 14pt; }
p { margin: 0; text-indent: 2em; text-align: justify; }
h2 { margin: 12pt 0 4pt; font: normal 16pt/28pt "SimHei", "黑体", "Noto Sans CJK SC", sans-serif;
  text-indent: 2em; break-after: avoid; }
table { width: 100%; margin: 4pt 0 8pt; border-collapse: collapse; font-size: 10pt;
  line-height: 15pt; border: 1.2pt solid #000; }
caption { padding: 4pt 0; font-size: 12pt; text-align: center; }
th, td { border: .5pt solid #000; padding: 3pt 4pt; text-align: center; vertical-align: middle; }
th { font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; font-weight: normal; }
td.text { text-align: left; }
td.whole, th, span.whole { white-space: nowrap; }
td.hash, p.hash { font: 8.5pt/12pt "Noto Sans Mono", "Consolas", monospace; word-break: break-all; }
p.hash { text-indent: 0; margin: 2pt 0 4pt 2em; text-align: left; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.notes { margin-top: 8pt; font-size: 10.5pt; line-height: 16pt; }
.notes p { text-indent: 2em; }
.signed { margin-top: 26pt; break-inside: avoid; text-align: right; padding-right: 4em; }
.signed p { text-indent: 0; text-align: right; }
.seal { color: #666; font-size: 12pt; }
.bad { font-weight: bold; }
)";

} // namespace

std::string cause_zh(const std::string& cause) {
  if (cause == "off hours")
    return "非开放时间";
  if (cause == "display off")
    return "显示器关闭";
  if (cause == "stopped")
    return "人工停机";
  if (cause == "crash")
    return "程序中断";
  if (cause == "power")
    return "断电或重启";
  if (cause == "clock")
    return "时钟异常";
  return "原因不明";
}

std::string event_zh(const std::string& event) {
  return event == "withdrawn" ? "撤下" : event == "stop" ? "紧急断播" : "恢复播出";
}

std::string seconds_zh(int64_t seconds) {
  if (seconds >= kHour)
    return fmt::format("{}小时{}分", seconds / kHour, seconds % kHour / kMinute);
  if (seconds >= kMinute)
    return fmt::format("{}分{}秒", seconds / kMinute, seconds % kMinute);
  return fmt::format("{}秒", seconds);
}

std::string hours_zh(int64_t seconds) {
  return fmt::format("{:.1f}小时", static_cast<double>(seconds) / kHour);
}

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

// A title that begins like a formula would be worked out by Excel: an apostrophe makes it a text.
std::string csv_field(std::string_view text) {
  std::string out;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    out += '\'';
  out += text;
  if (out.find_first_of(",\"\r\n") == std::string::npos)
    return out;
  std::string quoted = "\"";
  for (const char c : out)
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::string html_page(std::string_view title, std::string_view body) {
  return fmt::format("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
                     html_text(title), kStyle, body);
}

} // namespace heiban
