#include "app/font_book.h"

#include "app/commands.h"
#include "app/setup.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

namespace heiban {

std::unique_ptr<FontSet> open_font_book(const std::string& book, int& exit_code) {
  namespace fs = std::filesystem;
  const std::string path =
      book.empty() ? (fs::path(assets_folder()).parent_path() / "fonts" / "fonts.toml").string()
                   : book;
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    fmt::print(stderr, "找不到字体表 {}。\n", path);
    return exit_code = kMissingFile, nullptr;
  }
  const Result<FontBook> faces = load_fonts(path);
  if (!faces) {
    fmt::print(stderr, "{}\n", faces.error().message);
    return exit_code = kConfigError, nullptr;
  }
  Result<std::unique_ptr<FontSet>> fonts = FontSet::open(*faces);
  if (!fonts) {
    fmt::print(stderr, "字体表 {} 里的字体一个也打不开。请安装 fonts-noto-cjk。\n", path);
    return exit_code = kConfigError, nullptr;
  }
  for (const std::string& finding : (*fonts)->findings())
    fmt::print(stderr, "{}\n", finding);
  return std::move(*fonts);
}

} // namespace heiban
