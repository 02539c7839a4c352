#include "text/opened_fonts.h"

#include "text/box_glyph.h"
#include "text/glyphs.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kGlyphBudget = 6u << 20; // bytes of rastered glyphs
constexpr size_t kMostFaces = 254;        // a RoleGlyph counts them in a byte

struct Opening {
  std::vector<FaceFile> files;
  std::vector<std::unique_ptr<HbFace>> faces;
  std::vector<std::string> findings;
  std::vector<FaceFile> missing;

  static bool same(const FaceFile& a, const FaceFile& b) {
    return a.path == b.path && a.index == b.index;
  }

  // Index of the face, opened now if it was not; -1: it cannot be opened.
  int face(const FaceFile& wanted) {
    const auto is_wanted = [&](const FaceFile& file) { return same(file, wanted); };
    const auto known = std::find_if(files.begin(), files.end(), is_wanted);
    if (known != files.end())
      return static_cast<int>(known - files.begin());
    if (std::any_of(missing.begin(), missing.end(), is_wanted))
      return -1;
    std::unique_ptr<HbFace> opened =
        files.size() < kMostFaces ? HbFace::open(wanted.path, wanted.index) : nullptr;
    if (!opened) {
      findings.push_back(fmt::format("字体打不开：{}（第 {} 个字面）。请检查文件是否存在，"
                                     "或修改 fonts.toml。",
                                     wanted.path, wanted.index));
      missing.push_back(wanted);
      return -1;
    }
    files.push_back(wanted);
    faces.push_back(std::move(opened));
    return static_cast<int>(files.size()) - 1;
  }
};

} // namespace

OpenedFonts::OpenedFonts(std::vector<FaceFile> files, std::vector<std::unique_ptr<HbFace>> faces,
                         Shaper::Chains chains, std::vector<std::string> findings)
    : files_(std::move(files)), findings_(std::move(findings)),
      engine_(std::move(faces), std::move(chains)), cache_(kGlyphBudget) {
  for (size_t i = 0; i < files_.size(); ++i)
    names_.push_back(engine_.shaper.face(static_cast<int>(i)).name());
}

int OpenedFonts::face_for(FontRole role, char32_t character) {
  const RoleGlyph& found = engine_.shaper.glyph_of(role, character);
  return found.face == RoleGlyph::kNone ? -1 : found.face;
}

std::string OpenedFonts::face_name(int face) const {
  if (face == static_cast<int>(kBoxFace))
    return "box";
  if (face < 0 || static_cast<size_t>(face) >= names_.size())
    return {};
  return names_[static_cast<size_t>(face)];
}

RasteredGlyph OpenedFonts::draw(const GlyphKey& key) {
  if (key.face == static_cast<int>(kBoxFace))
    return box_glyph(key.glyph, key.size_px, [this](char digit, int size_px) {
      const RoleGlyph& found =
          engine_.shaper.glyph_of(FontRole::Body, static_cast<char32_t>(digit));
      if (found.face == RoleGlyph::kNone)
        return RasteredGlyph{};
      return draw({found.face, size_px, found.glyph});
    });
  if (key.face < 0 || static_cast<size_t>(key.face) >= files_.size())
    return {};
  const FaceFile& file = files_[static_cast<size_t>(key.face)];
  return raster_.draw(file.path, file.index, key.glyph, key.size_px);
}

GlyphBitmap OpenedFonts::bitmap(int face, uint32_t glyph, int size_px) {
  const GlyphKey key{face, size_px, glyph};
  const RasteredGlyph* found = cache_.find(key);
  if (!found)
    found = &cache_.keep(key, draw(key));
  return {found->left, found->top, found->width, found->height, found->coverage.data()};
}

Result<std::unique_ptr<FontSet>> FontSet::open(const FontBook& book) {
  Opening opening;
  Shaper::Chains chains;
  for (size_t role = 0; role < kFontRoles; ++role)
    for (const FaceFile& file : book.roles[role])
      if (const int face = opening.face(file); face >= 0)
        chains[role].push_back(static_cast<uint8_t>(face));
  if (opening.faces.empty())
    return {ErrorKind::Broken, "no font of fonts.toml can be opened; install fonts-noto-cjk, "
                               "fonts-lxgw-wenkai and fonts-hanazono"};
  for (auto& chain : chains) // a role without faces borrows the body's, or any
    if (chain.empty())
      chain = chains[0].empty() ? std::vector<uint8_t>{0} : chains[0];
  return std::unique_ptr<FontSet>(
      std::make_unique<OpenedFonts>(std::move(opening.files), std::move(opening.faces),
                                    std::move(chains), std::move(opening.findings)));
}

} // namespace heiban
