#include "feed/xlsx_parts.h"

#include "feed/number_format.h"
#include "markup/xml_events.h"

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
    return true;
  }
  bool text(std::string_view) override { return true; }
  bool end(std::string_view) override { return true; }
};

class SharedStrings : public XmlEvents {
public:
  SharedStrings(std::vector<std::string>& out, const GridLimits& limits)
      : out_(out), limits_(limits) {}
  bool over = false;

  bool start(std::string_view name, std::span<const Attribute>) override {
    if (name == "si")
      out_.emplace_back();
    if (name == "rPh")
      ++phonetic_;
    in_text_ = name == "t" && phonetic_ == 0;
    over = out_.size() > limits_.cells;
    return !over;
  }
  bool text(std::string_view text) override {
    if (!in_text_ || out_.empty())
      return true;
    out_.back() += text;
    bytes_ += text.size();
    over = bytes_ > limits_.text;
    return !over;
  }
  bool end(std::string_view name) override {
    if (name == "rPh")
      --phonetic_;
    in_text_ = false;
    return true;
  }

private:
  std::vector<std::string>& out_;
  const GridLimits& limits_;
  size_t bytes_ = 0;
  int phonetic_ = 0;
  bool in_text_ = false;
};

class Styles : public XmlEvents {
public:
  explicit Styles(std::vector<std::string>& out) : out_(out) {}

  bool start(std::string_view name, std::span<const Attribute> attributes) override {
    if (name == "numFmt")
      custom_[read_int(find_attribute(attributes, "numFmtId"), -1)] =
          find_attribute(attributes, "formatCode");
    if (name == "cellXfs")
      in_cells_ = true;
    if (name == "xf" && in_cells_) {
      const int id = read_int(find_attribute(attributes, "numFmtId"), 0);
      const auto found = custom_.find(id);
      out_.emplace_back(found != custom_.end() ? found->second
                                               : std::string(built_in_number_format(id)));
      if (out_.back() == "General")
        out_.back().clear();
    }
    return true;
  }
  bool text(std::string_view) override { return true; }
  bool end(std::string_view name) override {
    if (name == "cellXfs")
      in_cells_ = false;
    return true;
  }

private:
  std::vector<std::string>& out_;
  std::map<int, std::string> custom_;
  bool in_cells_ = false;
};

// A relation's target as a part name: "/xl/x.xml" is absolute, else relative to `folder`.
std::string part_name(const std::string& folder, const std::string& target) {
  if (!target.empty() && target[0] == '/')
    return target.substr(1);
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
  if (Result<void> scanned = scan_xml(*xml, events); !scanned)
    return Error{ErrorKind::Malformed,
                 "文件已损坏，无法读取（" + name + "）；请在 WPS 或 Excel 中重新另存。"};
  return {};
}

std::string folder_of(const std::string& part) {
  return part.substr(0, part.rfind('/') + 1);
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
  if (!container.has(book))
    return Error{ErrorKind::Malformed, "这不是 XLSX 表格文件；请在 WPS 或 Excel 中另存为 .xlsx。"};

  const std::string folder = folder_of(book);
  Relations relations;
  WorkbookXml workbook;
  WorkbookParts parts;
  SharedStrings strings(parts.shared, limits);
  Styles styles(parts.cell_formats);
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
  if (Result<void> r = scan_part(container, target("sharedStrings", "sharedStrings.xml"), strings);
      !r)
    return r.error();
  if (strings.over)
    return Error{ErrorKind::Refused, "表格文字过多，请拆成几个文件。"};
  if (Result<void> r = scan_part(container, target("styles", "styles.xml"), styles); !r)
    return r.error();

  parts.base_1904 = workbook.base_1904;
  for (const auto& listed : workbook.sheets) {
    const auto found = relations.target_of_id.find(listed.relation);
    const std::string path =
        found == relations.target_of_id.end() ? "" : part_name(folder, found->second);
    // Chart and macro sheets have parts of other kinds; they hold no cells.
    if (container.has(path) && path.find("chartsheet") == std::string::npos)
      parts.sheets.push_back({listed.name, path, listed.hidden});
  }
  return parts;
}

} // namespace heiban
