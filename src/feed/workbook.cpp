// Which reader a table file needs, told from its bytes.
#include "feed/charset.h"
#include "feed/grid.h"

#include "base/utf8.h"
#include "markup/decode_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace heiban {
namespace {

constexpr std::string_view kOle = "\xD0\xCF\x11\xE0";

// Where a container begins: some servers and mail programs put a line or a mark before it.
size_t zip_at(std::string_view bytes) {
  constexpr size_t kReach = 1024;
  if (bytes.starts_with("PK\x05\x06"))
    return 0; // a container with nothing in it
  return bytes.substr(0, kReach).find("PK\x03\x04");
}

// UTF-16 without a byte order mark: digits, commas and line ends have a zero byte, always on the
// same side; a Chinese character may have one on the other (一 is 4E00), but few have.
std::string_view wide_mark(std::string_view bytes) {
  constexpr size_t kLooked = 4096, kFew = 4, kTimes = 4;
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < std::min(bytes.size(), kLooked); ++i)
    if (bytes[i] == '\0')
      ++zeros[i % 2];
  if (zeros[1] >= kFew && zeros[1] > zeros[0] * kTimes)
    return "\xFF\xFE";
  if (zeros[0] >= kFew && zeros[0] > zeros[1] * kTimes)
    return "\xFE\xFF";
  return {};
}

bool has_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// Files that are text, or nearly, and no table; in Chinese what they are and what to do.
std::string other_kind_zh(std::string_view text) {
  const std::string head = ascii_lower(text.substr(0, 512));
  const std::pair<std::string_view, const char*> kinds[] = {
      {"%pdf", "这是 PDF 文件，不是表格；请用原来的表格文件，另存为 .xlsx。"},
      {"{\\rtf", "这是 RTF 文档，不是表格；请把表格复制到 WPS 表格或 Excel 中，另存为 .xlsx。"},
      {"<?xml", "这是 XML 文件（或“XML 表格 2003”），无法读取；请在 WPS 或 Excel 中另存为 .xlsx。"},
      {"<",
       "这是网页文件（扩展名可能写作 .xls），不是表格；请用 WPS 或 Excel 打开，另存为 .xlsx。"},
      {"mime-version:", "这是单个文件网页，不是表格；请用 WPS 或 Excel 打开，另存为 .xlsx。"},
  };
  for (const auto& [begin, message] : kinds)
    if (head.starts_with(begin))
      return message;
  return {};
}

// Control and bidi characters and what is not to be seen at all have no place on the wall.
void clean(Workbook& book) {
  const auto clean_text = [](std::string& text) {
    if (!is_clean(text, References::None))
      text = decoded(text, References::None);
  };
  for (Sheet& sheet : book.sheets) {
    clean_text(sheet.name);
    for (auto& row : sheet.rows)
      std::ranges::for_each(row, clean_text);
  }
}

// Some programs pad a file with zero bytes, end it with ^Z, or let one slip into a text.
std::string_view without_padding(std::string_view text, std::string& kept) {
  while (text.ends_with('\0') || text.ends_with('\x1A'))
    text.remove_suffix(1);
  constexpr size_t kOneIn = 64; // more is no text
  const auto zeros = static_cast<size_t>(std::ranges::count(text, '\0'));
  if (zeros == 0 || zeros * kOneIn > text.size())
    return text;
  kept = text;
  std::erase(kept, '\0');
  return kept;
}

Result<Workbook> read_text_table(std::string_view bytes, std::string_view content_type,
                                 const GridLimits& limits) {
  std::string marked;
  if (const std::string_view mark = wide_mark(bytes); !mark.empty() && !has_mark(bytes)) {
    marked = std::string(mark) + std::string(bytes);
    bytes = marked;
  }
  const Decoded document = decode_document(bytes, content_type);
  std::string kept;
  const std::string_view whole = without_padding(document.text(), kept), text = trim(whole);
  if (text.empty())
    return Error{ErrorKind::Malformed, "文件是空的；请检查是否选错了文件，或重新保存。"};
  if (const std::string other = other_kind_zh(text); !other.empty())
    return Error{ErrorKind::Malformed, other};
  if (text.find('\0') != std::string_view::npos)
    return Error{ErrorKind::Malformed, "文件既不是表格，也不是文字；请另存为 .xlsx 或 .csv。"};
  const bool is_json = text[0] == '{' || text[0] == '[';
  Result<Workbook> book = is_json ? read_json_grid(text, limits) : read_csv(whole, limits);
  if (book)
    book->findings.insert(book->findings.begin(), document.warnings.begin(),
                          document.warnings.end());
  return book;
}

Result<Workbook> read_table(std::string_view bytes, std::string_view content_type,
                            const GridLimits& limits) {
  if (bytes.starts_with(kOle))
    return read_xlsx(bytes, limits);
  if (const size_t zip = zip_at(bytes); zip != std::string_view::npos)
    return read_xlsx(bytes.substr(zip), limits);
  if (bytes.size() > limits.text * 2)
    return Error{ErrorKind::Refused,
                 fmt::format("文件超过 {} MB，请拆成几个文件。", limits.text * 2 >> 20)};
  return read_text_table(bytes, content_type, limits);
}

} // namespace

Result<Workbook> read_workbook(std::string_view bytes, std::string_view content_type,
                               const GridLimits& limits) {
  Result<Workbook> book = read_table(bytes, content_type, limits);
  if (book)
    clean(*book);
  return book;
}

} // namespace heiban
