#include "feed/zip_container.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr zip_int64_t kMostParts = 4096;
// Spreadsheet XML packs 10 to 40 times; a part above this ratio and size was made to hurt.
constexpr zip_uint64_t kTightestRatio = 400, kRatioCounts = 4u << 20;

Error too_large(size_t cap) {
  return {ErrorKind::Refused,
          fmt::format("文件解开后超过 {} MB，不予读取；请删去多余的工作表、图片和空行后另存。",
                      cap >> 20)};
}

} // namespace

void ZipContainer::Close::operator()(void* archive) const {
  zip_discard(static_cast<zip_t*>(archive));
}

Result<ZipContainer> ZipContainer::open(std::string_view bytes, size_t cap) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (!archive) {
    if (source)
      zip_source_free(source);
    zip_error_fini(&error);
    return Error{ErrorKind::Malformed,
                 "文件已损坏，不是完整的 XLSX；请在 WPS 或 Excel 中打开原来的文件，重新另存。"};
  }
  ZipContainer container(archive, cap);
  const zip_int64_t parts = zip_get_num_entries(archive, 0);
  if (parts > kMostParts)
    return too_large(cap);
  for (zip_int64_t i = 0; i < parts; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0)
      continue;
    const bool known = (stat.valid & ZIP_STAT_SIZE) && (stat.valid & ZIP_STAT_COMP_SIZE);
    if (known && stat.size > kRatioCounts && stat.size / (stat.comp_size + 1) > kTightestRatio)
      return too_large(cap);
  }
  return container;
}

bool ZipContainer::has(const std::string& name) const {
  return locate(name) >= 0;
}

// Some writers on Windows name their parts with backslashes.
int64_t ZipContainer::locate(const std::string& name) const {
  auto* archive = static_cast<zip_t*>(archive_.get());
  const zip_int64_t found = zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
  if (found >= 0)
    return found;
  std::string other = name;
  std::replace(other.begin(), other.end(), '/', '\\');
  return zip_name_locate(archive, other.c_str(), ZIP_FL_NOCASE);
}

Result<std::string> ZipContainer::read(const std::string& name) const {
  auto* archive = static_cast<zip_t*>(archive_.get());
  const zip_int64_t index = locate(name);
  if (index < 0)
    return Error{ErrorKind::NotFound, name};
  zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0);
  if (!file)
    return Error{ErrorKind::Refused,
                 "文件设有密码或使用了不支持的压缩方式；请去掉密码后另存为 .xlsx。"};
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> closer(file, zip_fclose);
  // The size in the directory is a claim: what counts is what comes out.
  std::string out;
  char buffer[1 << 16];
  for (;;) {
    const zip_int64_t n = zip_fread(file, buffer, sizeof buffer);
    if (n < 0)
      return Error{ErrorKind::Malformed, "文件已损坏，无法解开：" + name};
    if (n == 0)
      return out;
    out.append(buffer, static_cast<size_t>(n));
    unpacked_ += static_cast<size_t>(n);
    if (unpacked_ > cap_)
      return too_large(cap_);
  }
}

} // namespace heiban
