#include "config/toml_file.h"

#include "base/file.h"
#include "config/source_text.h"

#include <fmt/format.h>

namespace heiban {
namespace {

constexpr size_t kLargestFile = 256 << 10; // bytes

Error malformed(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> errors;
  for (const Diagnostic& one : diagnostics)
    if (one.error)
      errors.push_back(one);
  return {ErrorKind::Malformed, format_diagnostics(errors)};
}

const SectionInfo* find_section(std::span<const SectionInfo> sections, std::string_view name) {
  for (const SectionInfo& section : sections)
    if (section.name == name)
      return &section;
  return nullptr;
}

// A value at the top of the file, before any [section]: most likely the section was forgotten.
void report_stray(const TomlEntry& entry, std::span<const SectionInfo> sections,
                  DiagnosticSink& report) {
  const bool is_section = entry.value.kind == TomlKind::Table || entry.value.header_list;
  report.error(entry.place, is_section ? explain_unknown_section(entry.key, sections)
                                       : explain_unknown_key(entry.key, "", sections));
}

// Null, reported, when `entry` is not of the form its section has.
const TomlValue* as_section(const TomlEntry& entry, const SectionInfo& section,
                            DiagnosticSink& report) {
  if (section.is_list) {
    if (entry.value.header_list)
      return &entry.value;
    report.error(entry.place, fmt::format("这里要写成两层方括号 [[{0}]]。每个{1}各写一个 [[{0}]]",
                                          section.name, section.label));
    return entry.value.kind == TomlKind::Table ? &entry.value : nullptr;
  }
  if (entry.value.header_list) {
    report.error(entry.place, fmt::format("这里只要一层方括号，写成 [{}]", section.name));
    return &entry.value.items.front();
  }
  if (entry.value.kind == TomlKind::Table)
    return &entry.value;
  report.error(entry.place,
               fmt::format("“{0}”是一节的名称，要单独写一行 [{0}]，各项写在它下面", section.name));
  return nullptr;
}

} // namespace

Result<void> read_toml_file(const std::string& path,
                            const std::function<void(const TomlValue&, DiagnosticSink&)>& read) {
  const Result<std::string> bytes = read_file(path, kLargestFile);
  if (!bytes)
    return bytes.error();
  const SourceText source = read_source(*bytes, path);
  if (source.refusal)
    return malformed({*source.refusal});
  DiagnosticSink report(path, source.lines);
  const TomlValue root = read_toml(source.lines, report);
  read(root, report);
  if (report.error_count() > 0)
    return malformed(report.take());
  return {};
}

std::map<std::string, const TomlValue*, std::less<>>
read_sections(const TomlValue& root, std::span<const SectionInfo> sections,
              DiagnosticSink& report) {
  std::map<std::string, const TomlValue*, std::less<>> found;
  for (const SectionInfo& section : sections)
    found[std::string(section.name)] = nullptr;
  for (const TomlEntry& entry : root.entries) {
    if (entry.value.broken)
      continue;
    if (const SectionInfo* section = find_section(sections, entry.key)) {
      found[entry.key] = as_section(entry, *section, report);
    } else {
      report_stray(entry, sections, report);
    }
  }
  return found;
}

} // namespace heiban
