#include "feed/xlsx_parts.h"

#include "feed/number_format.h"
#include "feed/xlsx_text.h"
#include "markup/xml_events.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace heiban {
namespace {

class Relations : public XmlEvents {
public:
  std::map<std::string, std::string> target_of_id, target_of_kind;

  bool start(std::string_view name, std::span<const Attribute> attributes) override {
    if (name != "Relationship")
      return true;
    const std::string target(find_attribute(attributes, "Target"));
    target_of_id[std::string(find_attribute(attributes, "Id"))] = target;
    const std::string_view type = find_attribute(attributes, "Type");
    target_of_kind[std::string(type.substr(type.rfind('/') + 1))] = target;
    return true;
  }
  bool text(std::string_view) override { return true; }
  bool end(std::string_view) override { return true; }
};

class WorkbookXml : public XmlEvents {
public:
  struct Listed {
    std::string name, relation;
    bool hidden;
  };
  std::vector<Listed> sheets;
  bool base_1904 = false;

  bool start(std::string_view name, std::span<const Attribute> attributes) override {
    if (name == "workbookPr") {
      const std::string_view base = find_attribute(attributes, "date1904");
      base_1904 = base == "1" || base == "true";
    } else if (name == "sheet") {
      const std::string_view state = find_attribute(attributes, "state");
      sheets.push_back({std::string(find_attribute(attributes, "name")),
                        std::string(find_attribute(attributes, "id")),
                        state == "hidden" || state == "veryHidden"});
    }
    constexpr size_t kEnough = 2000; // more are refused whatever they are
    return sheets.size() < kEnough;
  }
  bool text(std::string_view) override { return true; }
  bool end(std::string_view) override { return true; }
};

class SharedStrings : public XmlEvents {
public:
  SharedStrings(WorkbookParts& parts, const GridLimits& limits) : parts_(parts), limits_(limits) {}
  bool over = false;

  bool start(std::string_view name, std::span<const Attribute> attributes) override {
    if (name == "si")
      text_.clear();
    text_.start(name, attributes);
    return true;
  }
  bool text(std::string_view text) override {
    if (text_.gathers())
      bytes_ += text.size();
    over = bytes_ > limits_.text;
    if (!over)
      text_.text(text);
    return !over;
  }
  bool end(std::string_view name) override {
    text_.end(name);
    if (name != "si")
      return true;
    const auto index = static_cast<int>(parts_.shared.size());
    if (text_.has_struck())
      parts_.struck_shared.insert(index);
    if (!parts_.struck_styles.empty())
      if (std::string own = text_.own(); !own.empty())
        parts_.own_shared.emplace(index, std::move(own));
    parts_.shared.push_back(text_.take());
    over = parts_.shared.size() > limits_.cells;
    return !over;
  }

private:
  WorkbookParts& parts_;
  const GridLimits& limits_;
  XlsxText text_;
  size_t bytes_ = 0;
};

class Styles : public XmlEvents {
public:
  explicit Styles(WorkbookParts& parts) : parts_(parts), out_(parts.cell_formats) {}

  bool start(std::string_view name, std::span<const Attribute> attributes) override {
    constexpr size_t kLongestCode = 765; // bytes; Excel takes 255 characters
    const std::string_view code = find_attribute(attributes, "formatCode");
    if (name == "numFmt" && code.size() <= kLongestCode)
      custom_[read_int(find_attribute(attributes, "numFmtId"), -1)] = code;
    if (name == "cellXfs")
      in_cells_ = true;
    else if (name == "fonts")
      in_fonts_ = true;
    if (in_fonts_ && name == "font")
      ++fonts_;
    else if (in_fonts_ && name == "strike" && is_struck(attributes) && struck_.size() < kMostStyles)
      struck_.insert(fonts_ - 1);
    if (name == "xf" && in_cells_ && out_.size() < kMostStyles) {
      const int id = read_int(find_attribute(attributes, "numFmtId"), 0);
      const auto found = custom_.find(id);
      out_.emplace_back(found != custom_.end() ? found->second
                                               : std::string(built_in_number_format(id)));
      if (out_.back() == "General")
        out_.back().clear();
      if (struck_.contains(read_int(find_attribute(attributes, "fontId"), -1)))
        parts_.struck_styles.insert(static_cast<int>(out_.size()) - 1);
    }
    return true;
  }
  bool text(std::string_view) override { return true; }
  bool end(std::string_view name) override {
    if (name == "cellXfs")
      in_cells_ = false;
    else if (name == "fonts")
      in_fonts_ = false;
    return true;
  }

private:
  static constexpr size_t kMostStyles = 100'000;
  WorkbookParts& parts_;
  std::vector<std::string>& out_;
  std::map<int, std::string> custom_;
  std::set<int> struck_; // fonts, by their place in the list
  int fonts_ = 0;
  bool in_cells_ = false, in_fonts_ = false;
};

// A relation's target as a part name: "/xl/x.xml" is absolute, else relative to `folder`.
std::string part_name(const std::string& folder, std::string target) {
  std::replace(target.begin(), target.end(), '\\', '/');
  if (!target.empty() && target[0] == '/')
    return target.substr(1);
  while (target.starts_with("./"))
    target.erase(0, 2);
  std::string out = folder + target;
  for (size_t up; (up = out.find("/../")) != std::string::npos;) {
    const size_t begin = up == 0 ? std::string::npos : out.rfind('/', up - 1);
    out.erase(begin == std::string::npos ? 0 : begin + 1,
              up + 4 - (begin == std::string::npos ? 0 : begin + 1));
  }
  return out;
}

// Reads a part that may be absent: many writers leave out what they do not need.
Result<void> scan_part(const ZipContainer& container, const std::string& name, XmlEvents& events) {
  Result<std::string> xml = container.read(name);
  if (!xml)
    return xml.error().kind == ErrorKind::NotFound ? Result<void>() : xml.error();
  // Hand-made files begin with a line end now and then; the declaration must come first.
  const size_t begin = std::min(xml->find_first_not_of(" \t\r\n"), xml->size());
  if (Result<void> scanned = scan_xml(std::string_view(*xml).substr(begin), events); !scanned)
    return Error{ErrorKind::Malformed,
                 "文件已损坏，无法读取（" + name + "）；请在 WPS 或 Excel 中重新另存。"};
  return {};
}

std::string folder_of(const std::string& part) {
  return part.substr(0, part.rfind('/') + 1);
}

// What a container without a workbook is, and what to do with it.
std::string other_kind_zh(const ZipContainer& container, const std::string& book) {
  constexpr const char* kSaveAs =
      "请用 WPS 或 Excel 打开，选“另存为”，类型选“Excel 工作簿（*.xlsx）”。";
  const std::pair<const char*, const char*> kinds[] = {
      {"word/document.xml",
       "这是 Word 文档（.docx），不是表格；请把表格复制到 WPS 表格或 Excel 中，另存为 .xlsx。"},
      {"ppt/presentation.xml",
       "这是演示文稿（.pptx），不是表格；请把表格复制到 WPS 表格或 Excel 中，另存为 .xlsx。"},
  };
  for (const auto& [part, message] : kinds)
    if (container.has(part))
      return message;
  if (container.has("xl/workbook.bin") || book.ends_with(".bin"))
    return std::string("这是 .xlsb 二进制工作簿，无法读取；") + kSaveAs;
  if (container.has("content.xml"))
    return std::string("这是 .ods 等 OpenDocument 文件，无法读取；") + kSaveAs;
  return "这不是 XLSX 表格文件，压缩包里没有工作簿；请在 WPS 或 Excel 中另存为 .xlsx。";
}

// Where a sheet's XML is; a file whose relations are lost still has it in the usual place.
std::string sheet_path(const ZipContainer& container, const std::string& folder,
                       const std::map<std::string, std::string>& targets,
                       const std::string& relation, size_t number) {
  const auto found = targets.find(relation);
  if (found != targets.end() && container.has(part_name(folder, found->second)))
    return part_name(folder, found->second);
  const std::string usual = folder + "worksheets/sheet" + std::to_string(number) + ".xml";
  return container.has(usual) ? usual : std::string();
}

} // namespace

int read_int(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Result<WorkbookParts> read_workbook_parts(const ZipContainer& container, const GridLimits& limits) {
  Relations package;
  if (Result<void> done = scan_part(container, "_rels/.rels", package); !done)
    return done.error();
  const auto document = package.target_of_kind.find("officeDocument");
  const std::string book = document == package.target_of_kind.end()
                               ? "xl/workbook.xml"
                               : part_name("", document->second);
  if (!container.has(book) || book.ends_with(".bin"))
    return Error{ErrorKind::Malformed, other_kind_zh(container, book)};

  const std::string folder = folder_of(book);
  Relations relations;
  WorkbookXml workbook;
  WorkbookParts parts;
  SharedStrings strings(parts, limits);
  Styles styles(parts);
  const auto target = [&](const char* kind, const char* usual) {
    const auto found = relations.target_of_kind.find(kind);
    return part_name(folder, found == relations.target_of_kind.end() ? usual : found->second);
  };
  if (Result<void> r =
          scan_part(container, folder + "_rels/" + book.substr(folder.size()) + ".rels", relations);
      !r)
    return r.error();
  if (Result<void> r = scan_part(container, book, workbook); !r)
    return r.error();
  if (Result<void> r = scan_part(container, target("styles", "styles.xml"), styles); !r)
    return r.error();
  if (Result<void> r = scan_part(container, target("sharedStrings", "sharedStrings.xml"), strings);
      !r)
    return r.error();
  if (strings.over)
    return Error{ErrorKind::Refused, "表格文字过多，请拆成几个文件。"};

  parts.base_1904 = workbook.base_1904;
  constexpr size_t kMostSheets = 1024; // hidden ones included
  if (workbook.sheets.size() > kMostSheets)
    return Error{ErrorKind::Refused, "工作表太多，请拆成几个文件。"};
  size_t number = 0;
  for (const auto& listed : workbook.sheets) {
    const std::string path =
        sheet_path(container, folder, relations.target_of_id, listed.relation, ++number);
    // Chart and macro sheets have parts of other kinds; they hold no cells.
    if (container.has(path) && path.find("chartsheet") == std::string::npos)
      parts.sheets.push_back({listed.name, path, listed.hidden});
  }
  return parts;
}

} // namespace heiban
