#include "shape/shape_helper.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <sstream>
#include <string_view>

namespace heiban::shape {
namespace {

constexpr int kLongestFile = 450, kLongestHeader = 90, kLongestMain = 59; // lines

// A library's headers, by the beginning of their names, and the only files that may name them.
struct Fence {
  const char* header;
  std::vector<std::string> files; // beginnings of paths below src/
  bool sources_only = true;       // named in no header at all
};

const std::vector<Fence>& fences() {
  static const std::vector<Fence> kFences = {
      {"libxml/", {"markup/xml_"}},
      {"curl/", {"feed/curl_"}},
      {"zip.h", {"feed/zip_"}},
      {"zlib.h", {"feed/inflate"}},
      {"brotli/", {"feed/inflate"}},
      {"uchardet", {"feed/charset"}},
      {"iconv.h", {"feed/charset"}},
      {"SDL_image.h", {"picture/sdl_"}},
      {"SDL2/SDL_image.h", {"picture/sdl_"}},
      {"SDL_ttf.h", {"screen/sdl_"}},
      {"SDL2/SDL_ttf.h", {"screen/sdl_"}},
      {"SDL", {"screen/sdl_", "picture/sdl_"}}, // SDL_image speaks in SDL's surfaces
      {"png.h", {"picture/png_"}},
      {"sqlite3", {"store/sqlite_"}},
      {"SQLiteCpp/", {"store/sqlite_"}},
      {"hb", {"text/hb_"}},
      {"harfbuzz/", {"text/hb_"}},
      {"ft2build.h", {"text/ft_"}},
      {"freetype", {"text/ft_"}},
      {"FT_", {"text/ft_"}}, // #include FT_FREETYPE_H
      {"unicode/", {"text/icu_", "calendar/icu_"}},
      {"qrencode.h", {"page/qr_"}},
      {"sodium", {"base/hash"}},
      {"spdlog/", {"base/log"}},
      {"toml++/", {"config/toml_"}},
      {"CLI/", {"app/command_line"}},
      {"systemd/", {"app/"}},
      {"nlohmann/", {""}, false}, // in any folder, but see others_see_json
      {"fmt/", {""}, false},
  };
  return kFences;
}

struct Include {
  int line = 0;
  bool quoted = false;
  std::string name;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    lines.push_back(line);
  return lines;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  return text;
}

// `#include <x>`, `#include "x"` and `#include MACRO`, spaces anywhere the language allows them.
std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> includes;
  int number = 0;
  for (const std::string& line : lines_of(file.text)) {
    ++number;
    std::string_view rest = trimmed(line);
    if (!rest.starts_with('#'))
      continue;
    rest = trimmed(rest.substr(1));
    if (!rest.starts_with("include"))
      continue;
    rest = trimmed(rest.substr(7));
    if (rest.empty())
      continue;
    const char close = rest.front() == '"' ? '"' : rest.front() == '<' ? '>' : '\0';
    const bool macro = close == '\0';
    if (!macro)
      rest.remove_prefix(1);
    const size_t end = macro ? rest.find_first_of(" \t\r/") : rest.find(close);
    includes.push_back({number, close == '"', std::string(rest.substr(0, end))});
  }
  return includes;
}

std::string folder_of(const std::string& path) {
  const size_t slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

bool is_header(const std::string& path) {
  return path.ends_with(".h");
}

std::string at(const SourceFile& file, int line, const std::string& what) {
  return file.path + ":" + std::to_string(line) + ": " + what;
}

bool starts_with_any(const std::string& text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return text.starts_with(beginning); });
}

// The C and C++ standard libraries and the C library's POSIX and Linux headers.
bool is_system_header(const std::string& name) {
  static const std::set<std::string> kPlain = {
      "arpa/inet.h", "dirent.h", "dlfcn.h",   "errno.h",     "fcntl.h",     "fenv.h",
      "limits.h",    "link.h",   "locale.h",  "malloc.h",    "math.h",      "net/if.h",
      "netdb.h",     "poll.h",   "pthread.h", "pwd.h",       "sched.h",     "signal.h",
      "spawn.h",     "stdint.h", "stdio.h",   "stdlib.h",    "string.h",    "strings.h",
      "time.h",      "unistd.h", "utime.h",   "immintrin.h", "netinet/in.h"};
  const bool standard =
      std::all_of(name.begin(), name.end(), [](char c) { return c == '_' || std::islower(c); });
  return standard || kPlain.contains(name) || name.starts_with("sys/") ||
         name.starts_with("linux/");
}

const Fence* fence_of(const std::string& header) {
  const auto& all = fences();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Fence& fence) { return header.starts_with(fence.header); });
  return found == all.end() ? nullptr : &*found;
}

void check_include(const SourceFile& file, const Include& include, std::vector<std::string>& out) {
  if (include.quoted || is_system_header(include.name))
    return;
  const Fence* fence = fence_of(include.name);
  if (!fence)
    out.push_back(at(file, include.line, "<" + include.name + "> is of no library we know"));
  else if (!starts_with_any(file.path, fence->files))
    out.push_back(
        at(file, include.line, "<" + include.name + "> belongs in " + fence->files[0] + "*"));
  else if (fence->sources_only && is_header(file.path))
    out.push_back(at(file, include.line, "<" + include.name + "> in a header"));
}

using Includers = std::map<std::string, std::set<std::string>>; // header → who includes it

Includers includers_of(const std::vector<SourceFile>& files) {
  Includers includers;
  for (const SourceFile& file : files)
    for (const Include& include : includes_of(file))
      if (include.quoted)
        includers[include.name].insert(file.path);
  return includers;
}

// A header that names nlohmann may serve its own folder's sources, but nobody else, not even
// through another header.
void others_see_json(const SourceFile& file, const Includers& includers,
                     std::vector<std::string>& out) {
  std::set<std::string> seen = {file.path};
  std::vector<std::string> open = {file.path};
  while (!open.empty()) {
    const std::string header = open.back();
    open.pop_back();
    const auto found = includers.find(header);
    if (found == includers.end())
      continue;
    for (const std::string& user : found->second) {
      if (folder_of(user) != folder_of(file.path))
        out.push_back(at(file, 1, "nlohmann reaches " + user + " through this header"));
      if (is_header(user) && seen.insert(user).second)
        open.push_back(user);
    }
  }
}

bool names_json(const SourceFile& file) {
  const std::vector<Include> includes = includes_of(file);
  return std::any_of(includes.begin(), includes.end(),
                     [](const Include& include) { return include.name.starts_with("nlohmann/"); });
}

void check_arrow(const SourceFile& file, const Include& include, const FolderTable& table,
                 const std::set<std::string>& paths, std::vector<std::string>& out) {
  const std::string from = folder_of(file.path), to = folder_of(include.name);
  if (!paths.contains(include.name)) {
    out.push_back(at(file, include.line, "\"" + include.name + "\" is no file below src/"));
    return;
  }
  if (to == from || to == "base")
    return;
  if (from.empty() ? to == "app" : table.contains(from) && table.at(from).contains(to))
    return;
  out.push_back(at(file, include.line, (from.empty() ? "main" : from) + " may not include " + to));
}

// "struct Name {", "class Name final : public Base {" at the left margin; a declaration is none.
std::string type_defined_on(const std::string& line) {
  for (const std::string_view keyword : {"struct ", "enum class ", "class ", "enum ", "union "}) {
    if (!line.starts_with(keyword))
      continue;
    const size_t attributes = line.find("]] ");
    const size_t name = attributes == std::string::npos ? keyword.size() : attributes + 3;
    const size_t end = line.find(' ', name);
    const bool defined = end != std::string::npos && line.find('{', end) != std::string::npos;
    return defined ? line.substr(name, end - name) : "";
  }
  return "";
}

} // namespace

FolderTable design_table() {
  return {
      {"base", {}},
      {"calendar", {}},
      {"markup", {}},
      {"picture", {}},
      {"config", {"calendar"}},
      {"feed", {"calendar", "config", "markup"}},
      {"notice", {"calendar", "feed", "markup"}},
      {"review", {"calendar", "config", "notice"}},
      {"edition", {"calendar", "notice"}},
      {"store", {"edition", "feed", "notice", "review"}},
      {"programme", {"calendar", "config", "edition", "notice"}},
      {"text", {"config"}},
      {"page", {"calendar", "config", "notice", "picture", "text"}},
      {"screen", {"calendar", "config", "page"}},
      {"ledger", {"calendar", "edition"}},
      {"health", {}},
      {"app",
       {"calendar", "config", "edition", "feed", "health", "ledger", "markup", "notice", "page",
        "picture", "programme", "review", "screen", "store", "text"}},
  };
}

FolderTable table_in_cmake(const std::string& cmake) {
  FolderTable table;
  const std::string call = "\nheiban_folder(";
  for (size_t begin = cmake.find(call); begin != std::string::npos;
       begin = cmake.find(call, begin + 1)) {
    const size_t end = cmake.find(')', begin);
    std::istringstream words(cmake.substr(begin + call.size(), end - begin - call.size()));
    std::string folder, word;
    words >> folder;
    std::set<std::string>& allowed = table[folder];
    for (bool listing = false; words >> word;) {
      if (word == "FOLDERS" || word == "LIBRARIES")
        listing = word == "FOLDERS";
      else if (listing)
        allowed.insert(word);
    }
  }
  return table;
}

std::vector<SourceFile> read_sources(const std::filesystem::path& src) {
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(src)) {
    const std::string suffix = entry.path().extension().string();
    if (suffix != ".h" && suffix != ".cpp")
      continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    files.push_back({std::filesystem::relative(entry.path(), src).generic_string(), text.str()});
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::vector<std::string> arrow_breaks(const std::vector<SourceFile>& files,
                                      const FolderTable& table) {
  std::set<std::string> paths;
  for (const SourceFile& file : files)
    paths.insert(file.path);
  std::vector<std::string> out;
  for (const SourceFile& file : files) {
    const std::string folder = folder_of(file.path);
    if (!folder.empty() && !table.contains(folder))
      out.push_back(at(file, 1, folder + "/ is no folder of the design"));
    for (const Include& include : includes_of(file))
      if (include.quoted)
        check_arrow(file, include, table, paths, out);
  }
  return out;
}

std::vector<std::string> fence_breaks(const std::vector<SourceFile>& files) {
  const Includers includers = includers_of(files);
  std::vector<std::string> out;
  for (const SourceFile& file : files) {
    for (const Include& include : includes_of(file))
      check_include(file, include, out);
    if (is_header(file.path) && names_json(file))
      others_see_json(file, includers, out);
  }
  return out;
}

// Time is an argument: only app reads the wall clock. SDL's ticks wrap after 49.7 days.
std::vector<std::string> clock_breaks(const std::vector<SourceFile>& files) {
  static constexpr std::array kClocks = {"system_clock", "gettimeofday", "time(nullptr)",
                                         "time(NULL)",   "time(0)",      "CLOCK_REALTIME"};
  std::vector<std::string> out;
  for (const SourceFile& file : files) {
    int number = 0;
    for (const std::string& line : lines_of(file.text)) {
      ++number;
      if (line.find("SDL_GetTicks") != std::string::npos)
        out.push_back(at(file, number, "SDL_GetTicks wraps after 49.7 days"));
      if (file.path.starts_with("app/"))
        continue;
      for (const char* clock : kClocks)
        if (line.find(clock) != std::string::npos)
          out.push_back(at(file, number, std::string(clock) + " outside app/"));
    }
  }
  return out;
}

// Two types of one name in one program are undefined behaviour, even where no file sees both.
std::vector<std::string> name_breaks(const std::vector<SourceFile>& files) {
  std::map<std::string, std::string> first;
  std::vector<std::string> out;
  for (const SourceFile& file : files) {
    if (!is_header(file.path))
      continue;
    int number = 0;
    for (const std::string& line : lines_of(file.text)) {
      ++number;
      const std::string name = type_defined_on(line);
      if (name.empty())
        continue;
      const auto [known, added] = first.emplace(name, file.path);
      if (!added)
        out.push_back(at(file, number, name + " is a type in " + known->second + " too"));
    }
  }
  return out;
}

std::vector<std::string> look_breaks(const std::vector<SourceFile>& files) {
  std::vector<std::string> out;
  for (const SourceFile& file : files) {
    const std::vector<std::string> lines = lines_of(file.text);
    const int count = static_cast<int>(lines.size());
    const int limit = file.path == "main.cpp" ? kLongestMain
                      : is_header(file.path)  ? kLongestHeader
                                              : kLongestFile;
    if (count > limit)
      out.push_back(
          at(file, count, std::to_string(count) + " lines, at most " + std::to_string(limit)));
    if (!is_header(file.path))
      continue;
    if (count < 3 || !lines[0].starts_with("// ") || !lines[1].starts_with("// "))
      out.push_back(
          at(file, 1, "a header opens by saying what it is, who calls it, what it does not do"));
    if (std::find(lines.begin(), lines.end(), "#pragma once") == lines.end())
      out.push_back(at(file, 1, "no #pragma once"));
  }
  return out;
}

} // namespace heiban::shape
