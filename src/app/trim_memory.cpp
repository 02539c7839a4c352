#include "app/trim_memory.h"

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <link.h>
#include <malloc.h>
#include <set>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace heiban {
namespace {

struct Mapping {
  uintptr_t from = 0, to = 0;
  bool read_only = false;
  std::string path; // empty: no file
};

// A line of /proc/self/maps: from-to perms offset device inode path.
Mapping read_mapping(const std::string& line) {
  Mapping mapping;
  unsigned long from = 0, to = 0;
  char perms[5] = {};
  int path_at = 0;
  if (std::sscanf(line.c_str(), "%lx-%lx %4s %*s %*s %*s %n", &from, &to, perms, &path_at) != 3)
    return mapping;
  mapping.from = from;
  mapping.to = to;
  mapping.read_only = std::string(perms) == "r--p";
  if (path_at > 0 && static_cast<size_t>(path_at) < line.size())
    mapping.path = line.substr(static_cast<size_t>(path_at));
  return mapping;
}

void drop(uintptr_t from, uintptr_t to) {
  const auto page = static_cast<uintptr_t>(::sysconf(_SC_PAGESIZE));
  from = (from + page - 1) / page * page;
  to = to / page * page;
  if (from < to)
    ::madvise(reinterpret_cast<void*>(from), to - from, MADV_DONTNEED);
}

// Segments that were never writable come back from their file unchanged: relocations are only ever
// written to the writable ones.
int drop_constant_segments(dl_phdr_info* object, size_t, void*) {
  if (std::strncmp(object->dlpi_name, "linux-vdso", 10) == 0)
    return 0;
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const auto& segment = object->dlpi_phdr[i];
    const uintptr_t from = object->dlpi_addr + segment.p_vaddr;
    if (segment.p_type == PT_LOAD && (segment.p_flags & PF_W) == 0)
      drop(from, from + segment.p_filesz);
  }
  return 0;
}

void drop_fonts(const FontBook& fonts) {
  std::set<std::string> files;
  for (const std::vector<FaceFile>& role : fonts.roles)
    for (const FaceFile& file : role)
      files.insert(file.path);
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);)
    if (const Mapping mapping = read_mapping(line);
        mapping.read_only && files.contains(mapping.path))
      drop(mapping.from, mapping.to);
}

} // namespace

void trim_memory() {
  // Under the loader's lock: no object is unloaded meanwhile.
  ::dl_iterate_phdr(drop_constant_segments, nullptr);
  ::malloc_trim(0);
}

void trim_memory(const FontBook& fonts) {
  drop_fonts(fonts);
  trim_memory();
}

} // namespace heiban
