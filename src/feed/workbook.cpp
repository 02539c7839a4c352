// Which reader a table file needs, told from its bytes.
#include "feed/charset.h"
#include "feed/grid.h"

#include "base/utf8.h"

#include <fmt/format.h>

namespace heiban {

Result<Workbook> read_workbook(std::string_view bytes, std::string_view content_type,
                               const GridLimits& limits) {
  constexpr std::string_view kZip = "PK\x03\x04", kOle = "\xD0\xCF\x11\xE0";
  if (bytes.substr(0, 4) == kZip || bytes.substr(0, 4) == kOle)
    return read_xlsx(bytes, limits);
  if (bytes.size() > limits.text * 2)
    return Error{ErrorKind::Refused,
                 fmt::format("文件超过 {} MB，请拆成几个文件。", limits.text * 2 >> 20)};
  const Decoded decoded = decode_document(bytes, content_type);
  const std::string_view text = trim(decoded.text());
  if (text.find('\0') != std::string_view::npos)
    return Error{ErrorKind::Malformed, "文件既不是表格，也不是文字；请另存为 .xlsx 或 .csv。"};
  const bool is_json = !text.empty() && (text[0] == '{' || text[0] == '[');
  Result<Workbook> book = is_json ? read_json_grid(text, limits) : read_csv(decoded.text(), limits);
  if (book)
    book->findings.insert(book->findings.begin(), decoded.warnings.begin(), decoded.warnings.end());
  return book;
}

} // namespace heiban
