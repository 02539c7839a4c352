#include "config/addresses.h"

#include "base/utf8.h"
#include "config/key_table.h"
#include "config/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace heiban {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

AddressText problem(std::string message, int at = 0) {
  return {"", std::move(message), at};
}

// Index, in characters, of the first character no address may hold; -1 when there is none.
int first_bad_character(std::string_view text) {
  int index = 0;
  for (size_t at = 0; at < text.size(); ++index) {
    const char32_t c = next_code_point(text, at);
    if (c <= 0x20 || c == 0x7F || c == 0x3000 || c == 0xA0 || (c >= 0xFF01 && c <= 0xFF5E) ||
        c == U'。' || c == U'“' || c == U'”' || c == U'"' || c == U'\\')
      return index;
  }
  return -1;
}

std::string_view authority_of(std::string_view url) {
  const size_t start = url.find("://");
  if (start == std::string_view::npos)
    return {};
  url.remove_prefix(start + 3);
  return url.substr(0, url.find_first_of("/?#"));
}

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         text.find_first_not_of("0123456789") == std::string_view::npos &&
         std::stoi(std::string(text)) <= 65535;
}

std::string_view without_port(std::string_view authority) {
  if (authority.starts_with("["))
    return authority.substr(0, authority.find(']') + 1); // IPv6
  return authority.substr(0, authority.find(':'));
}

AddressText read_web_address(std::string_view url) {
  const std::string_view authority = authority_of(url), host = without_port(authority);
  if (authority.find('@') != std::string_view::npos)
    return problem("网址里不能写用户名和密码。请让网站提供不用登录的地址");
  if (host.empty())
    return problem("网址里缺少网站名，写成 https://www.example.cn/rss.xml 的样子");
  const std::string_view port = authority.substr(host.size());
  if (!port.empty() && !is_port(port.substr(1)))
    return problem("网址里冒号后面的端口要写数字");
  return {std::string(url), "", 0};
}

AddressText read_file_address(std::string_view path, const std::string& folder) {
  if (path.starts_with("//localhost/"))
    path.remove_prefix(11);
  if (path.starts_with("//"))
    path.remove_prefix(2);
  if (path.empty() || path.back() == '/')
    return problem("file: 后面要写文件名，例如 \"file:notices.xml\"");
  if (path.find('\\') != std::string_view::npos || path.substr(0, 3).find(':') != path.npos)
    return problem("这台机器上没有 C:、D: 这样的盘符。请把文件放在配置文件旁边，写成 "
                   "\"file:notices.xml\"");
  const std::filesystem::path full = std::filesystem::path(folder) / std::string(path);
  return {"file://" + std::filesystem::absolute(full).lexically_normal().string(), "", 0};
}

// The scheme `scheme` was meant to be; empty when nothing is near.
std::string_view meant_scheme(std::string_view scheme) {
  if (scheme.starts_with("https"))
    return "https";
  if (scheme.starts_with("http"))
    return "http";
  if (edit_distance(scheme, "https") <= 1)
    return "https";
  if (edit_distance(scheme, "http") <= 1)
    return "http";
  return "";
}

std::string explain_scheme(std::string_view text, bool allow_file) {
  constexpr std::string_view kStart = "网址要以 https:// 或 http:// 开头";
  const size_t end = text.find_first_of(":/.");
  const std::string scheme = lower(text.substr(0, end));
  if (const std::string_view meant = meant_scheme(scheme); !meant.empty())
    return fmt::format("网址开头写错了，应当是 {}://", meant);
  const bool drive = scheme.size() == 1 && text.substr(1).starts_with(":");
  if (drive || text.starts_with("/") || text.starts_with("."))
    return allow_file ? fmt::format("{}；本机的文件写成 \"file:{}\"", kStart,
                                    drive ? "notices.xml" : std::string(text))
                      : std::string(kStart);
  if (end != std::string_view::npos && text[end] == ':')
    return fmt::format("不支持“{}:”开头的网址，只能用 https://、http://{}", scheme,
                       allow_file ? " 或 file:" : "");
  const bool file_name =
      text.find('/') == std::string_view::npos && std::count(text.begin(), text.end(), '.') == 1;
  if (allow_file && file_name)
    return fmt::format("{}；本机的文件写成 \"file:{}\"", kStart, text);
  return fmt::format("{}，写成 \"https://{}\"", kStart, text);
}

bool is_host_name(std::string_view host) {
  return !host.empty() && host.find_first_of("/:?#@*,; ") == std::string_view::npos &&
         host.front() != '.' && host.back() != '.' && host.find("..") == std::string_view::npos;
}

} // namespace

AddressText read_address(std::string_view text, const std::string& folder, bool allow_file) {
  const std::string scheme = lower(text.substr(0, std::min<size_t>(text.find(':'), 8)));
  if (allow_file && scheme == "file")
    return read_file_address(text.substr(5), folder);
  if (const int at = first_bad_character(text); at >= 0)
    return problem("网址里不能有空格、全角字符、引号和反斜杠，请删掉或改成半角", at);
  if ((scheme != "http" && scheme != "https") || !text.substr(scheme.size()).starts_with("://"))
    return problem(explain_scheme(text, allow_file));
  return read_web_address(text);
}

AddressText read_host(std::string_view text) {
  std::string host = lower(trim(text));
  if (is_host_name(host))
    return {std::move(host), "", 0};
  std::string meant = host.find("://") != std::string::npos ? host_of(host) : host;
  meant = meant.substr(0, meant.find('/'));
  while (meant.starts_with("*") || meant.starts_with("."))
    meant.erase(0, 1);
  return problem(is_host_name(meant)
                     ? fmt::format("这里只写网站名，它的下级网站自动算在内。写成 \"{}\"", meant)
                     : "这里要写网站名，例如 \"www.example.cn\"");
}

std::string host_of(std::string_view url) {
  if (lower(url.substr(0, 5)) == "file:")
    return "";
  std::string_view authority = authority_of(url);
  if (const size_t at = authority.rfind('@'); at != std::string_view::npos)
    authority.remove_prefix(at + 1);
  return lower(without_port(authority));
}

std::string without_www(std::string_view host) {
  return std::string(host.starts_with("www.") ? host.substr(4) : host);
}

std::optional<int> read_zone_text(std::string_view text) {
  const std::string zone = to_half_width(trim(text));
  if (zone == "UTC" || zone == "GMT" || zone == "Z")
    return 0;
  if (zone == "北京时间")
    return 480;
  const bool form =
      zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':' &&
      (zone.substr(1, 2) + zone.substr(4)).find_first_not_of("0123456789") == std::string::npos;
  if (!form)
    return std::nullopt;
  const int hours = std::stoi(zone.substr(1, 2)), minutes = std::stoi(zone.substr(4));
  if (hours > 14 || minutes > 59)
    return std::nullopt;
  return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

} // namespace heiban
