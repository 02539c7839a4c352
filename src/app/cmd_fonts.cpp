// heiban fonts: which face draws what, and what no face draws.
#include "app/command_line.h"
#include "app/commands.h"
#include "app/font_book.h"
#include "app/input_text.h"
#include "base/utf8.h"
#include "text/classes.h"
#include "text/coverage.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace heiban {
namespace {

using Json = nlohmann::ordered_json;
constexpr size_t kLargestText = 10u << 20;
// That are told: beyond, the fonts are wrong, not the text.
constexpr size_t kMostUncovered = 10'000;
constexpr FontRole kRoles[] = {FontRole::Body, FontRole::Title, FontRole::Hei,
                               FontRole::Kai,  FontRole::Label, FontRole::Song};
static_assert(std::size(kRoles) == kFontRoles);
constexpr const char* kRoleNames[] = {"body", "title", "hei", "kai", "label", "song"};

struct FontsOptions {
  std::string text, fonts;
  bool json = false;
};

struct Uncovered { // a character nothing draws
  char32_t character = 0;
  size_t line = 0, column = 0; // from 1
};

bool needs_no_glyph(char32_t c) {
  const CharClass kind = class_of(c);
  return kind >= CharClass::Space;
}

std::vector<Uncovered> uncovered_in(FontSet& fonts, std::string_view text) {
  std::vector<Uncovered> found;
  size_t number = 0;
  for (std::string_view line; take_line(text, line);) {
    ++number;
    size_t column = 0;
    for (size_t at = 0; at < line.size() && found.size() < kMostUncovered;) {
      const char32_t c = next_code_point(line, at);
      ++column;
      if (!needs_no_glyph(c) && fonts.face_for(FontRole::Body, c) < 0)
        found.push_back({c, number, column});
    }
  }
  return found;
}

// The role's first face of its own, and how many level-3 Han each face draws for it.
Json faces_json(FontSet& fonts) {
  std::vector<HanCoverage> coverage;
  for (const FontRole role : kRoles)
    coverage.push_back(cover_gb18030_level3(fonts, role));
  Json faces = Json::array();
  for (size_t face = 0; face < fonts.face_count(); ++face) {
    Json draws = Json::object();
    for (size_t role = 0; role < std::size(kRoles); ++role)
      if (coverage[role].by_face[face] > 0)
        draws[kRoleNames[role]] = coverage[role].by_face[face];
    faces.push_back({{"face", fonts.face_name(static_cast<int>(face))}, {"han", draws}});
  }
  return faces;
}

void print_plain(const Json& report) {
  fmt::print("GB 18030-2022 实现级别 3 的汉字：能显示 {} 个，共 {} 个\n",
             report["covered"].get<size_t>(), report["total"].get<size_t>());
  for (const Json& face : report["faces"]) {
    fmt::print("{}\n", face["face"].get<std::string>());
    for (const auto& [role, count] : face["han"].items())
      fmt::print("  {:<6} 画 {} 个汉字\n", role, count.get<size_t>());
  }
  for (const Json& c : report["uncovered"])
    fmt::print("第 {} 行第 {} 字 {}：没有字体能显示，屏幕上画作方框\n", c["line"].get<size_t>(),
               c["column"].get<size_t>(), c["code"].get<std::string>());
}

int run_fonts(const FontsOptions& options) {
  int exit_code = kFine;
  const std::unique_ptr<FontSet> fonts = open_font_book(options.fonts, exit_code);
  if (!fonts)
    return exit_code;
  const HanCoverage coverage = cover_gb18030_level3(*fonts, FontRole::Body);
  Json report = {{"covered", coverage.covered},
                 {"total", coverage.total},
                 {"faces", faces_json(*fonts)},
                 {"missing_files", fonts->findings()},
                 {"uncovered", Json::array()}};
  if (!options.text.empty()) {
    const Result<std::string> text = read_input(options.text, kLargestText);
    if (!text) {
      const bool missing = text.error().kind == ErrorKind::NotFound;
      fmt::print(stderr, "{}：{}\n", options.text,
                 missing ? "没有这个文件。" : "读不了，或大于 10 MB。");
      return missing ? kMissingFile : kBadInput;
    }
    for (const Uncovered& c : uncovered_in(*fonts, *text))
      report["uncovered"].push_back({{"character", to_utf8(std::u32string(1, c.character))},
                                     {"code", fmt::format("U+{:04X}", uint32_t{c.character})},
                                     {"line", c.line},
                                     {"column", c.column}});
  }
  if (options.json)
    fmt::print("{}\n", report.dump(-1, ' ', false, Json::error_handler_t::replace));
  else
    print_plain(report);
  const bool complete = coverage.covered == coverage.total && report["uncovered"].empty();
  return complete ? kFine : kFindings;
}

} // namespace

void add_fonts(CommandLine& heiban) {
  auto options = std::make_shared<FontsOptions>();
  CommandLine command = heiban.command("fonts", "哪个字体画哪些字，有没有画不出的字");
  command.option("--text", options->text, "检查这个文件里有没有画不出的字");
  command.option("--fonts", options->fonts, "另一个 fonts.toml");
  command.flag("--json", options->json, "用 JSON 输出");
  command.run([options] { return run_fonts(*options); });
}

} // namespace heiban
