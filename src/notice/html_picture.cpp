#include "notice/html_picture.h"

#include "base/utf8.h"
#include "feed/url.h"
#include "notice/html_style.h"
#include "notice/spans.h"

#include <algorithm>
#include <array>

namespace heiban {
namespace {

constexpr int kIconPx = 40;  // both sides at most, or the one that is told: an icon
constexpr int kSpacerPx = 3; // one side at most: a spacer or a line

std::string lower_case(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool has_any(std::string_view s, const auto& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return s.find(word) != s.npos; });
}

// What sites show until the real picture is loaded.
bool is_placeholder(std::string_view src) {
  constexpr std::array<std::string_view, 8> kWords{"blank.",   "loading",  "placeholder", "spacer",
                                                   "lazyload", "grey.gif", "gray.gif",    "1x1."};
  return src.empty() || src.starts_with("data:image/gif") || src.starts_with("about:") ||
         has_any(lower_case(src), kWords);
}

std::string_view source_of(const Node& img) {
  // Where one of these is, src holds another's picture until a script has run, whatever its name.
  for (const char* lazy : {"data-src", "data-original", "data-lazy-src", "data-lazy",
                           "data-lazyload", "data-echo", "data-actualsrc"})
    if (const std::string_view value = trim(img.attribute(lazy)); !is_placeholder(value))
      return value;
  const std::string_view src = trim(img.attribute("src"));
  if (!is_placeholder(src) && !src.starts_with("data:"))
    return src;
  for (const char* other :
       {"data-url", "original", "original-src", "_src", "ng-src", "zoomfile", "file"})
    if (const std::string_view value = trim(img.attribute(other)); !value.empty())
      return value;
  const std::string_view set = trim(img.attribute("srcset"));
  return src.empty() ? set.substr(0, set.find_first_of(" ,")) : src;
}

bool is_icon_word(std::string_view word) {
  constexpr std::array<std::string_view, 22> kWords{
      "doc",        "docx", "word", "xls",  "xlsx",     "excel", "ppt",  "pptx",
      "pdf",        "zip",  "rar",  "txt",  "wps",      "file",  "link", "attach",
      "attachment", "fj",   "icon", "down", "download", "ico"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Icons that editors put before attachments, and emoticons.
bool is_icon_name(std::string_view src) {
  constexpr std::array<std::string_view, 9> kFolders{"filetypeimages",     "/icon_",   "/icons/",
                                                     "dialogs/attachment", "/emotion", "/smiley",
                                                     "/smilies/",          "spacer",   "blank.gif"};
  const std::string name = lower_case(src.substr(0, src.find_first_of("?#")));
  if (has_any(name, kFolders))
    return true;
  const size_t slash = name.rfind('/') + 1, dot = std::min(name.rfind('.'), name.size());
  const std::string_view stem =
      slash <= dot ? std::string_view(name).substr(slash, dot - slash) : std::string_view();
  return stem.starts_with("icon_") || stem.starts_with("icon-") || is_icon_word(stem);
}

bool is_file_link(const Node* node) {
  return node && node->name == "a" && is_file_address(node->attribute("href"));
}

// tb_doc.png right before the link to a file, or in it: its name has such a word among others.
bool marks_file(const Node& img, std::string_view src) {
  const Node* next = img.next;
  while (next && next->is_text && trim(next->text).empty())
    next = next->next;
  if (!is_file_link(next) && !is_file_link(img.parent))
    return false;
  const std::string name = lower_case(src.substr(0, src.find_first_of("?#")));
  std::string_view rest = std::string_view(name).substr(name.rfind('/') + 1);
  rest = rest.substr(0, rest.rfind('.'));
  while (!rest.empty()) {
    const size_t end = std::min(rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), rest.size());
    if (is_icon_word(rest.substr(0, end)))
      return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

bool is_small(const Node& img) {
  const int width = declared_px(img, "width"), height = declared_px(img, "height");
  const auto within = [](int px, int most) { return px >= 0 && px <= most; };
  const int other = std::max(width, height); // of which one may be left to the picture itself
  return within(width, kSpacerPx) || within(height, kSpacerPx) || within(other, kIconPx);
}

// file:///C:/Users/…: a picture that Word left on its author's machine.
bool names_drive(std::string_view url) {
  const size_t path = std::min(url.find_first_not_of("/\\", url.find(':') + 1), url.size());
  return path + 1 < url.size() && (url[path + 1] == ':' || url[path + 1] == '|');
}

} // namespace

std::optional<PictureSource> picture_of(const Node& img, std::string_view base_url) {
  const std::string_view source = source_of(img);
  if (source.empty() || is_hidden(img) || is_small(img))
    return std::nullopt;
  if (source.starts_with("data:image/svg")) // an empty frame; drawings are not decoded
    return std::nullopt;
  const std::string scheme = url_scheme(source);
  const bool data = scheme == "data" && source.starts_with("data:image/");
  // Beside a feed that is a file lie its pictures; Word's own files lie on somebody's desk.
  const bool file = scheme == "file" && url_scheme(base_url) == "file";
  if (!data && !file && !scheme.empty() && scheme != "http" && scheme != "https")
    return std::nullopt;
  if (scheme == "file" && names_drive(source))
    return std::nullopt;
  if (!data && (is_icon_name(source) || marks_file(img, source)))
    return std::nullopt;
  PictureSource out{data ? std::string(source) : resolve_url(base_url, source), {}};
  out.alt = trim(img.attribute("alt"));
  return out;
}

} // namespace heiban
