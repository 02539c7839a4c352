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
// A stream's name in an OLE container's directory, UTF-16LE (MS-CFB §2.6.1).
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide += c;
    wide += '\0';
  }
  return bytes.find(wide + std::string(2, '\0')) != std::string_view::npos;
}

Error refused_ole(std::string_view bytes) {
  if (has_stream(bytes, "EncryptedPackage")) // MS-OFFCRYPTO
    return {ErrorKind::Refused,
            "文件设有打开密码，无法读取；请在 WPS 或 Excel 中去掉密码，另存为 .xlsx。"};
  if (has_stream(bytes, "WordDocument"))
    return {ErrorKind::Refused, "这是旧版 Word 文档（.doc），不是表格；请把表格复制到 WPS 表格或 "
                                "Excel 中，另存为 .xlsx。"};
  return {ErrorKind::Refused, "这是旧版 .xls（或 WPS 的 .et）文件，无法读取；请在 WPS 或 Excel "
                              "中选“另存为”，类型选“Excel 工作簿（*.xlsx）”。"};
}

void report(const std::string& sheet, const LeftOut& left_out, std::vector<std::string>& findings) {
  const auto tell = [&](int count, const char* what) {
    if (count > 0)
      findings.push_back(fmt::format("工作表“{}”有 {} {}", sheet, count, what));
  };
  tell(left_out.rows, "个隐藏行，没有显示；需要公示的请取消隐藏。");
  tell(left_out.columns, "个隐藏列，没有显示；需要公示的请取消隐藏。");
  tell(left_out.formulas, "个公式没有保存计算结果，按空格处理；请用 WPS 或 Excel 打开并保存一次。");
  tell(left_out.lost_texts, "格的文字在文件里找不到，按空格处理；请用 WPS 或 Excel 重新另存。");
  tell(left_out.struck, "格有划去的文字（删除线），没有显示；仍然有效的请取消删除线。");
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
  Spent spent;
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
    LeftOut left_out;
    Result<Sheet> sheet = read_sheet(*xml, part.name, *parts, limits, spent, left_out);
    if (!sheet)
      return sheet.error();
    report(part.name, left_out, book.findings);
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
