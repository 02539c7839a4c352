// Any bytes as an XLSX file; and, as a container is hardly ever hit by chance, as the sheet, the
// shared strings and the styles of a whole one: parts are parted by a zero byte.
#include "wanted_grid.h"

#include <zip.h>

#include <cstdint>
#include <map>
#include <string>

namespace {

constexpr const char* kBook =
    R"(<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr const char* kRelations =
    R"(<Relationships xmlns="p"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)";

std::string_view take_part(std::string_view& bytes) {
  const size_t end = std::min(bytes.find('\0'), bytes.size());
  const std::string_view part = bytes.substr(0, end);
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  return part;
}

std::string zipped(const std::map<std::string, std::string_view>& parts) {
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(memory);
  zip_t* archive = zip_open_from_source(memory, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, text] : parts) {
    const zip_int64_t at = zip_file_add(archive, name.c_str(),
                                        zip_source_buffer(archive, text.data(), text.size(), 0), 0);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(at), ZIP_CM_STORE, 0);
  }
  zip_close(archive);
  zip_source_open(memory);
  zip_source_seek(memory, 0, SEEK_END);
  std::string out(static_cast<size_t>(zip_source_tell(memory)), '\0');
  zip_source_seek(memory, 0, SEEK_SET);
  zip_source_read(memory, out.data(), out.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  heiban::wanted_of_grid(heiban::read_xlsx(bytes), heiban::read_xlsx(bytes));
  std::map<std::string, std::string_view> parts = {{"xl/workbook.xml", kBook},
                                                   {"xl/_rels/workbook.xml.rels", kRelations}};
  for (const char* name : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"})
    if (const std::string_view part = take_part(bytes); !part.empty())
      parts[name] = part;
  const std::string whole = zipped(parts);
  heiban::wanted_of_grid(heiban::read_xlsx(whole), heiban::read_xlsx(whole));
  return 0;
}
