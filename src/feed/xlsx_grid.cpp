// XLSX (ECMA-376 SpreadsheetML) → grids of the texts a person sees in the visible cells.
#include "feed/grid.h"

#include "base/utf8.h"
#include "feed/xlsx_parts.h"
#include "feed/xlsx_sheet.h"
#include "feed/zip_container.h"

#include <fmt/format.h>

namespace heiban {
namespace {

// All XML of a spreadsheet within the cell limits fits in this; more was made to hurt.
constexpr size_t kMostUnpacked = 64u << 20;
constexpr int kMostSheets = 64;

constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
// "EncryptedPackage" in UTF-16LE: the stream name of a password-protected XLSX (MS-OFFCRYPTO).
constexpr std::string_view kEncrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

Error refused_ole(std::string_view bytes) {
  if (bytes.find(kEncrypted) != std::string_view::npos)
    return {ErrorKind::Refused,
            "文件设有打开密码，无法读取；请在 WPS 或 Excel 中去掉密码，另存为 .xlsx。"};
  return {ErrorKind::Refused, "这是旧版 .xls 文件，无法读取；请在 WPS 或 Excel "
                              "中选“另存为”，类型选“Excel 工作簿（*.xlsx）”。"};
}

void report_hidden(const std::string& sheet, const HiddenParts& hidden,
                   std::vector<std::string>& findings) {
  if (hidden.rows > 0)
    findings.push_back(fmt::format("工作表“{}”有 {} 个隐藏行，没有显示；需要公示的请取消隐藏。",
                                   sheet, hidden.rows));
  if (hidden.columns > 0)
    findings.push_back(fmt::format("工作表“{}”有 {} 个隐藏列，没有显示；需要公示的请取消隐藏。",
                                   sheet, hidden.columns));
}

} // namespace

Result<Workbook> read_xlsx(std::string_view bytes, const GridLimits& limits) {
  if (bytes.substr(0, kOle.size()) == kOle)
    return refused_ole(bytes);
  Result<ZipContainer> container = ZipContainer::open(bytes, kMostUnpacked);
  if (!container)
    return container.error();
  Result<WorkbookParts> parts = read_workbook_parts(*container, limits);
  if (!parts)
    return parts.error();

  Workbook book;
  size_t cells = 0;
  for (const SheetPart& part : parts->sheets) {
    if (part.hidden) {
      book.findings.push_back(fmt::format("工作表“{}”是隐藏的，没有显示。", part.name));
      continue;
    }
    if (book.sheets.size() == kMostSheets)
      return Error{ErrorKind::Refused,
                   fmt::format("工作表超过 {} 个，请拆成几个文件。", kMostSheets)};
    Result<std::string> xml = container->read(part.path);
    if (!xml)
      return xml.error();
    HiddenParts hidden;
    Result<Sheet> sheet = read_sheet(*xml, part.name, *parts, limits, cells, hidden);
    if (!sheet)
      return sheet.error();
    report_hidden(part.name, hidden, book.findings);
    book.sheets.push_back(std::move(*sheet));
  }
  if (book.sheets.empty())
    return Error{ErrorKind::Malformed, "文件里没有可见的工作表。"};
  return book;
}

std::string column_letters(int number) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (number - 1) % 26));
  return out;
}

} // namespace heiban
