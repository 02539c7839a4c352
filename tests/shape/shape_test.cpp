// src/ keeps the shape the design gives it: arrows, fences, clocks, sizes. The same checks are then
// shown to catch a planted break of each kind.
#include "shape/shape_helper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace heiban::shape {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines)
    text += line + "\n";
  return text;
}

class Project : public testing::Test {
protected:
  const std::vector<SourceFile> files_ = read_sources(HEIBAN_ROOT "/src");
};

TEST_F(Project, IsRead) {
  EXPECT_GT(files_.size(), 60u);
  EXPECT_EQ(design_table().size(), 17u);
}

TEST_F(Project, FollowsTheIncludeTable) {
  const auto breaks = arrow_breaks(files_, design_table());
  EXPECT_THAT(breaks, IsEmpty()) << joined(breaks);
}

TEST_F(Project, KeepsLibrariesBehindTheirFences) {
  const auto breaks = fence_breaks(files_);
  EXPECT_THAT(breaks, IsEmpty()) << joined(breaks);
}

TEST_F(Project, ReadsTheClockInAppOnly) {
  const auto breaks = clock_breaks(files_);
  EXPECT_THAT(breaks, IsEmpty()) << joined(breaks);
}

TEST_F(Project, NamesEachTypeOnce) {
  const auto breaks = name_breaks(files_);
  EXPECT_THAT(breaks, IsEmpty()) << joined(breaks);
}

TEST_F(Project, KeepsFilesShortAndHeadersIntroduced) {
  const auto breaks = look_breaks(files_);
  EXPECT_THAT(breaks, IsEmpty()) << joined(breaks);
}

TEST_F(Project, LinksAsTheTableSays) {
  std::ifstream stream(HEIBAN_ROOT "/src/CMakeLists.txt");
  std::ostringstream cmake;
  cmake << stream.rdbuf();
  EXPECT_EQ(table_in_cmake(cmake.str()), design_table());
}

const char kHeader[] = "// What it is.\n// Who calls it.\n// What it does not do.\n#pragma once\n";

// A sound little tree; a row plants one file in it.
std::vector<SourceFile> tree_with(const std::string& path, const std::string& text) {
  return {
      {"base/result.h", kHeader},
      {"calendar/instant.h", std::string(kHeader) + "#include \"base/result.h\"\n"},
      {"config/settings.h", kHeader},
      {"edition/edition.h", std::string(kHeader) + "#include \"calendar/instant.h\"\n"},
      {"edition/json.h", std::string(kHeader) + "#include <nlohmann/json.hpp>\n"},
      {"edition/outer.h", std::string(kHeader) + "#include \"edition/json.h\"\n"},
      {"edition/codec.cpp", "#include \"edition/outer.h\"\n#include <fmt/format.h>\n"},
      {"app/commands.h", kHeader},
      {"main.cpp", "#include \"app/commands.h\"\n"},
      {path, text},
  };
}

struct Row {
  const char* path;
  std::string text;
  const char* expected; // the only break; empty: none
};

std::vector<std::string> expected_of(const Row& row) {
  return *row.expected ? std::vector<std::string>{row.expected} : std::vector<std::string>{};
}

TEST(PlantedBreaks, OfArrows) {
  const Row rows[] = {
      {"screen/a.cpp", "#include \"config/settings.h\"\n", ""},
      {"screen/a.cpp", "\n#include \"edition/edition.h\"\n",
       "screen/a.cpp:2: screen may not include edition"},
      {"calendar/a.cpp", "#include \"config/settings.h\"\n",
       "calendar/a.cpp:1: calendar may not include config"},
      {"base/a.h", "#include \"calendar/instant.h\"\n",
       "base/a.h:1: base may not include calendar"},
      {"health/a.cpp", "  #  include \"calendar/instant.h\" // why\n",
       "health/a.cpp:1: health may not include calendar"},
      {"programme/a.cpp", "#include \"page/gone.h\"\n",
       "programme/a.cpp:1: \"page/gone.h\" is no file below src/"},
      {"programme/a.cpp", "#include \"a.h\"\n", "programme/a.cpp:1: \"a.h\" is no file below src/"},
      {"util/a.cpp", "int x;\n", "util/a.cpp:1: util/ is no folder of the design"},
      {"other_main.cpp", "#include \"edition/edition.h\"\n",
       "other_main.cpp:1: main may not include edition"},
      {"app/a.cpp", "#include \"edition/edition.h\"\n", ""},
  };
  for (const Row& row : rows)
    EXPECT_EQ(arrow_breaks(tree_with(row.path, row.text), design_table()), expected_of(row))
        << row.path << ": " << row.text;
}

TEST(PlantedBreaks, OfFences) {
  const Row rows[] = {
      {"markup/xml_reader.cpp", "#include <libxml/parser.h>\n", ""},
      {"markup/reader.cpp", "#include <libxml/parser.h>\n",
       "markup/reader.cpp:1: <libxml/parser.h> belongs in markup/xml_*"},
      {"feed/xml_parse.cpp", "#include <libxml/parser.h>\n",
       "feed/xml_parse.cpp:1: <libxml/parser.h> belongs in markup/xml_*"},
      {"markup/xml_reader.h", "#include <libxml/tree.h>\n",
       "markup/xml_reader.h:1: <libxml/tree.h> in a header"},
      {"feed/poll.cpp", "#include <curl/curl.h>\n",
       "feed/poll.cpp:1: <curl/curl.h> belongs in feed/curl_*"},
      {"feed/xlsx.cpp", "#include <zip.h>\n", "feed/xlsx.cpp:1: <zip.h> belongs in feed/zip_*"},
      {"feed/csv.cpp", "#include <iconv.h>\n",
       "feed/csv.cpp:1: <iconv.h> belongs in feed/charset*"},
      {"feed/csv.cpp", "#include <uchardet/uchardet.h>\n",
       "feed/csv.cpp:1: <uchardet/uchardet.h> belongs in feed/charset*"},
      {"picture/sdl_load.cpp", "#include <SDL_image.h>\n#include <SDL.h>\n", ""},
      {"screen/sdl_window.cpp", "#include <SDL_image.h>\n",
       "screen/sdl_window.cpp:1: <SDL_image.h> belongs in picture/sdl_*"},
      {"picture/sdl_load.cpp", "#include <SDL2/SDL_ttf.h>\n",
       "picture/sdl_load.cpp:1: <SDL2/SDL_ttf.h> belongs in screen/sdl_*"},
      {"page/raster.cpp", "#include <SDL2/SDL.h>\n",
       "page/raster.cpp:1: <SDL2/SDL.h> belongs in screen/sdl_*"},
      {"page/raster.cpp", "#include <png.h>\n",
       "page/raster.cpp:1: <png.h> belongs in picture/png_*"},
      {"store/archive.cpp", "#include <sqlite3.h>\n",
       "store/archive.cpp:1: <sqlite3.h> belongs in store/sqlite_*"},
      {"text/hb_shape.cpp", "#include <hb-ft.h>\n", ""},
      {"text/lines.cpp", "#include <hb.h>\n", "text/lines.cpp:1: <hb.h> belongs in text/hb_*"},
      {"text/ft_face.cpp", "#include <ft2build.h>\n#include FT_FREETYPE_H\n", ""},
      {"text/hb_shape.cpp", "#include FT_FREETYPE_H\n",
       "text/hb_shape.cpp:1: <FT_FREETYPE_H> belongs in text/ft_*"},
      {"text/lines.cpp", "#include <unicode/brkiter.h>\n",
       "text/lines.cpp:1: <unicode/brkiter.h> belongs in text/icu_*"},
      {"calendar/icu_lunar.cpp", "#include <unicode/calendar.h>\n", ""},
      {"page/foot.cpp", "#include <qrencode.h>\n",
       "page/foot.cpp:1: <qrencode.h> belongs in page/qr_*"},
      {"base/file.cpp", "#include <sodium.h>\n",
       "base/file.cpp:1: <sodium.h> belongs in base/hash*"},
      {"base/file.cpp", "#include <spdlog/spdlog.h>\n",
       "base/file.cpp:1: <spdlog/spdlog.h> belongs in base/log*"},
      {"config/load.cpp", "#include <toml++/toml.h>\n",
       "config/load.cpp:1: <toml++/toml.h> belongs in config/toml_*"},
      {"config/load.cpp", "#include <CLI/CLI.hpp>\n",
       "config/load.cpp:1: <CLI/CLI.hpp> belongs in app/command_line*"},
      {"health/a.cpp", "#include <systemd/sd-daemon.h>\n",
       "health/a.cpp:1: <systemd/sd-daemon.h> belongs in app/*"},
      {"text/a.cpp", "#include <boost/regex.hpp>\n",
       "text/a.cpp:1: <boost/regex.hpp> is of no library we know"},
      {"text/a.cpp", "#include <vector>\n#include <sys/stat.h>\n#include <nlohmann/json.hpp>\n",
       ""},
      // JSON in a header is its own folder's affair …
      {"edition/a.cpp", "#include \"edition/json.h\"\n", ""},
      // … and nobody else's, directly or round a corner.
      {"app/a.cpp", "#include \"edition/json.h\"\n",
       "edition/json.h:1: nlohmann reaches app/a.cpp through this header"},
      {"app/a.cpp", "#include \"edition/outer.h\"\n",
       "edition/json.h:1: nlohmann reaches app/a.cpp through this header"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(fence_breaks(tree_with(row.path, row.text)), expected_of(row))
        << row.path << ": " << row.text;
}

TEST(PlantedBreaks, OfClocks) {
  const Row rows[] = {
      {"app/time.cpp", "std::chrono::system_clock::now();\n", ""},
      {"feed/poll.cpp", "std::chrono::steady_clock::now();\n", ""},
      {"feed/poll.cpp", "\nauto t = std::chrono::system_clock::now();\n",
       "feed/poll.cpp:2: system_clock outside app/"},
      {"page/a.cpp", "auto t = std::time(nullptr);\n", "page/a.cpp:1: time(nullptr) outside app/"},
      {"app/a.cpp", "SDL_GetTicks();\n", "app/a.cpp:1: SDL_GetTicks wraps after 49.7 days"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(clock_breaks(tree_with(row.path, row.text)), expected_of(row)) << row.path;
}

TEST(PlantedBreaks, OfNames) {
  const SourceFile first = {"config/a.h", "struct Report {\n  struct Inner {};\n};\n"};
  const auto with = [&](const char* path, const char* text) {
    return name_breaks({first, {path, text}});
  };
  EXPECT_THAT(with("health/a.h", "\nclass Report final : Base {\n"),
              ElementsAre("health/a.h:2: Report is a type in config/a.h too"));
  EXPECT_THAT(with("health/a.h", "enum class Report : char { A, B };\n"),
              ElementsAre("health/a.h:1: Report is a type in config/a.h too"));
  EXPECT_THAT(with("health/a.h", "struct Report;\nclass Other {\n  class Report {\n"), IsEmpty());
  EXPECT_THAT(with("health/a.cpp", "struct Report {\n"), IsEmpty()); // in an unnamed namespace
}

TEST(PlantedBreaks, OfLooks) {
  const auto lines = [](int count) {
    std::string text;
    while (count-- > 0)
      text += "x\n";
    return text;
  };
  const std::string introduced = kHeader;
  const Row rows[] = {
      {"feed/a.cpp", lines(450), ""},
      {"feed/a.cpp", lines(451), "feed/a.cpp:451: 451 lines, at most 450"},
      {"feed/a.h", introduced + lines(86), ""},
      {"feed/a.h", introduced + lines(87), "feed/a.h:91: 91 lines, at most 90"},
      {"feed/a.h", "// What it is.\n// Who calls it.\nint x;\n", "feed/a.h:1: no #pragma once"},
      {"feed/a.h", "#pragma once\n\nint x;\n",
       "feed/a.h:1: a header opens by saying what it is, who calls it, what it does not do"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(look_breaks(tree_with(row.path, row.text)), expected_of(row)) << row.path;
  EXPECT_THAT(look_breaks({{"main.cpp", lines(60)}}),
              ElementsAre("main.cpp:60: 60 lines, at most 59"));
}

TEST(PlantedBreaks, OfLinking) {
  EXPECT_EQ(table_in_cmake("function(heiban_folder name)\n\nheiban_folder(base LIBRARIES x)\n"
                           "heiban_folder(feed FOLDERS calendar config\n  LIBRARIES curl zip)\n"),
            (FolderTable{{"base", {}}, {"feed", {"calendar", "config"}}}));
}

} // namespace
} // namespace heiban::shape
