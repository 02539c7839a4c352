// The laws of src/: who may include whom, where each third-party library may be named, what a file
// looks like. shape_test applies them to the project and to planted breaks.
// It reads #include lines only; it compiles nothing and needs no tool beside itself.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace heiban::shape {

struct SourceFile {
  std::string path; // below src/: "feed/parse.h"
  std::string text;
};

// Folder → the folders it may include. Every folder may also include itself and base.
using FolderTable = std::map<std::string, std::set<std::string>>;

// The include table of the design. src/CMakeLists.txt must say the same.
FolderTable design_table();
FolderTable table_in_cmake(const std::string& cmake); // its heiban_folder(… FOLDERS …) lines

std::vector<SourceFile> read_sources(const std::filesystem::path& src);

// Each break is "feed/parse.cpp:12: what is wrong".
std::vector<std::string> arrow_breaks(const std::vector<SourceFile>& files,
                                      const FolderTable& table);
std::vector<std::string> fence_breaks(const std::vector<SourceFile>& files);
std::vector<std::string> clock_breaks(const std::vector<SourceFile>& files);
std::vector<std::string> name_breaks(const std::vector<SourceFile>& files);
std::vector<std::string> look_breaks(const std::vector<SourceFile>& files);

} // namespace heiban::shape
