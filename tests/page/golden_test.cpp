// Goldens of page dumps: tests/golden/page/<notice>-<size>.txt. HEIBAN_ACCEPT=1 writes them anew;
// HEIBAN_SHOW=<folder> writes the pages as PNG files to look at.
#include "page/dump.h"
#include "page/page_helper.h"
#include "page/raster.h"
#include "picture/png.h"

#include "base/file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

namespace heiban {
namespace {

namespace fs = std::filesystem;

const fs::path kGoldens = fs::path(HEIBAN_TESTS) / "golden" / "page";

struct Case {
  std::string notice;
  int width, height;
  std::string theme;
};

void PrintTo(const Case& c, std::ostream* out) {
  *out << c.notice << c.width;
}

std::string name_of(const Case& c) {
  return fmt::format("{}-{}x{}{}", c.notice, c.width, c.height,
                     c.theme == "heiban" ? "" : "-" + c.theme);
}

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto& sample : testing::sample_notices())
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}})
      all.push_back({sample.name, width, height, "heiban"});
  for (const auto& [width, height] :
       {std::pair{3840, 2160}, std::pair{1366, 768}, std::pair{1024, 768}, std::pair{1920, 540},
        std::pair{640, 480}, std::pair{64, 64}})
    all.push_back({"official", width, height, "heiban"});
  for (const char* theme : {"gongwen", "contrast"}) {
    all.push_back({"official", 1920, 1080, theme});
    for (const char* notice : {"objection", "alert"})
      for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}})
        all.push_back({notice, width, height, theme});
  }
  all.push_back({"fees", 1366, 768, "heiban"});
  all.push_back({"names", 3840, 2160, "heiban"});
  return all;
}

void show(const Page& page, const std::string& name) {
  const char* folder = std::getenv("HEIBAN_SHOW");
  if (!folder)
    return;
  const auto pictures = [](const std::string&) -> std::optional<Pixels> {
    const auto bytes = read_file(HEIBAN_ROOT "/assets/samples/school-districts.png", 8u << 20);
    if (!bytes)
      return std::nullopt;
    const auto pixels = decode_png(*bytes);
    return pixels ? std::optional(*pixels) : std::nullopt;
  };
  const Image image = raster(page, testing::shared_fonts(), pictures);
  const fs::path path = fs::path(folder) / fmt::format("{}-p{}.png", name, page.number);
  ASSERT_TRUE(write_file_atomic(path, encode_png(image.pixels.data(), image.width, image.height)));
}

class Goldens : public ::testing::TestWithParam<Case> {};

TEST_P(Goldens, PagesAreAsTheyWere) {
  const Case& c = GetParam();
  Notice notice;
  for (const auto& sample : testing::sample_notices())
    if (sample.name == c.notice)
      notice = sample.notice;
  const auto pages =
      paginate(notice, testing::style_of(c.width, c.height, c.theme), testing::shared_fonts());
  std::string text;
  for (size_t i = 0; i < pages->count(); ++i) {
    const Page page = pages->page(i);
    text += dump(page);
    show(page, name_of(c));
  }
  const fs::path path = kGoldens / (name_of(c) + ".txt");
  if (std::getenv("HEIBAN_ACCEPT")) {
    ASSERT_TRUE(make_folders(kGoldens));
    ASSERT_TRUE(write_file_atomic(path, text));
    return;
  }
  const auto golden = read_file(path, 8u << 20);
  ASSERT_TRUE(golden) << "no golden; HEIBAN_ACCEPT=1 writes it";
  EXPECT_EQ(text, *golden) << name_of(c) << "; HEIBAN_ACCEPT=1 writes it anew";
}

INSTANTIATE_TEST_SUITE_P(All, Goldens, ::testing::ValuesIn(cases()));

TEST(GoldenFiles, NoneIsDead) {
  std::set<std::string> named;
  for (const Case& c : cases())
    named.insert(name_of(c) + ".txt");
  for (const auto& file : fs::directory_iterator(kGoldens))
    EXPECT_TRUE(named.contains(file.path().filename())) << file.path();
}

} // namespace
} // namespace heiban
