#include "base/log.h"
#include "base/utf8.h"
#include "page/ink.h"
#include "screen/compose.h"

#include <SDL_ttf.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cmath>
#include <cstring>
#include <utility>

namespace heiban {
namespace {

constexpr double kEmTop = 0.88; // of an ideograph's em box, above the baseline (OpenType ideo)

struct FontCloser {
  void operator()(TTF_Font* font) const { TTF_CloseFont(font); }
};
using Font = std::unique_ptr<TTF_Font, FontCloser>;

struct SurfaceFreer {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Surface = std::unique_ptr<SDL_Surface, SurfaceFreer>;

struct TtfLibrary { // counted by SDL_ttf itself
  TtfLibrary() {
    if (TTF_Init() != 0)
      log::error("labels: SDL_ttf does not start: {}", TTF_GetError());
  }
  ~TtfLibrary() {
    if (TTF_WasInit() > 0)
      TTF_Quit();
  }
  TtfLibrary(const TtfLibrary&) = delete;
};

bool provides_all(TTF_Font* font, const std::string& text) {
  for (size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    if (character != U' ' && !TTF_GlyphIsProvided32(font, character))
      return false;
  }
  return true;
}

int width_of(TTF_Font* font, const std::string& text) {
  int width = 0;
  TTF_SizeUTF8(font, text.c_str(), &width, nullptr);
  return width;
}

Image cut(const Image& image, Rect place) {
  Image part(place.w, place.h);
  for (int y = 0; y < place.h; ++y)
    std::memcpy(part.row(y), image.row(place.y + y) + place.x, sizeof(uint32_t) * place.w);
  return part;
}

void paste(Image& image, const LabelPatch& patch) {
  for (int y = 0; y < patch.image.height; ++y)
    std::memcpy(image.row(patch.y + y) + patch.x, patch.image.row(y),
                sizeof(uint32_t) * patch.image.width);
}

enum class Side { Left, Middle, Right };

struct Place { // a label's place, what lies under it, and what it says
  Rect rect;
  Side side = Side::Right;
  int size_px = 0;
  Image under;
  LiveLabel label;
};

// The label role's chain, each file opened when a character first asks for it: the last resorts are
// tens of megabytes.
class LabelFaces {
public:
  explicit LabelFaces(const std::vector<FaceFile>& files) {
    for (const FaceFile& file : files)
      faces_.push_back({file, nullptr, false});
  }

  void set_size(int px) {
    if (px == size_px_)
      return;
    size_px_ = px;
    for (Face& face : faces_)
      if (face.font)
        TTF_SetFontSize(face.font.get(), px);
  }
  int size_px() const { return size_px_; }

  // The first face that has every character, else the first that opens; null when none does.
  TTF_Font* face_for(const std::string& text) {
    TTF_Font* first = nullptr;
    for (Face& face : faces_) {
      TTF_Font* font = opened(face);
      if (font && provides_all(font, text))
        return font;
      first = first ? first : font;
    }
    return first;
  }

private:
  struct Face {
    FaceFile file;
    Font font;
    bool tried = false;
  };

  TTF_Font* opened(Face& face) {
    if (std::exchange(face.tried, true))
      return face.font.get();
    face.font.reset(TTF_OpenFontIndex(face.file.path.c_str(), size_px_, face.file.index));
    if (face.font)
      TTF_SetFontHinting(face.font.get(), TTF_HINTING_NONE); // as the page's own letters
    else
      log::warn("labels: cannot open {} face {}: {}", face.file.path, face.file.index,
                TTF_GetError());
    return face.font.get();
  }

  std::vector<Face> faces_;
  int size_px_ = 32;
};

class TtfComposer : public Composer {
public:
  explicit TtfComposer(const std::vector<FaceFile>& files) : faces_(files) {}
  bool usable() { return faces_.face_for("8") != nullptr; }

  void draw(Image& image, const Page& page, const LiveLabels& labels) override {
    const Frame& frame = page.frame;
    const Rect rects[] = {frame.date, frame.clock, frame.page_mark, frame.freshness, frame.hint};
    const int label_px = std::max(frame.label_px, 1);
    const int clock_px = frame.clock_px > 0 ? frame.clock_px : label_px;
    for (size_t i = 0; i < places_.size(); ++i) {
      places_[i] = {};
      const Rect rect = rects[i];
      if (rect.empty() || rect.x < 0 || rect.y < 0 || rect.right() > image.width ||
          rect.bottom() > image.height)
        continue;
      const int size_px = i == kClock ? clock_px : label_px;
      const Side side = frame.live_centred                    ? Side::Middle
                        : frame.fresh_left && i == kFreshness ? Side::Left
                                                              : Side::Right;
      places_[i] = {rect, side, size_px, cut(image, rect), *in_order(labels)[i]};
      paste(image, drawn(places_[i]));
    }
  }

  std::vector<LabelPatch> update(const LiveLabels& labels) override {
    std::vector<LabelPatch> patches;
    for (size_t i = 0; i < places_.size(); ++i) {
      const LiveLabel& label = *in_order(labels)[i];
      if (places_[i].rect.empty() || places_[i].label == label)
        continue;
      places_[i].label = label;
      patches.push_back(drawn(places_[i]));
    }
    return patches;
  }

private:
  static constexpr size_t kClock = 1, kFreshness = 3; // their places in the order below
  static std::array<const LiveLabel*, 5> in_order(const LiveLabels& labels) {
    return {&labels.date, &labels.clock, &labels.page_mark, &labels.freshness, &labels.hint};
  }

  LabelPatch drawn(const Place& place) {
    LabelPatch patch{place.rect.x, place.rect.y, place.under};
    faces_.set_size(place.size_px);
    for (const std::string& form : place.label.forms) {
      TTF_Font* face = faces_.face_for(form);
      const int width = face ? width_of(face, form) : INT_MAX;
      if (width > place.rect.w)
        continue;
      const int free = place.rect.w - width;
      const int x = place.side == Side::Left ? 0 : place.side == Side::Middle ? free / 2 : free;
      draw_text(patch.image, face, form, x, place.label.colour);
      break;
    }
    return patch;
  }

  // The em box stands in the middle of the place's height, as the static labels beside it do.
  void draw_text(Image& image, TTF_Font* face, const std::string& text, int x, Colour colour) {
    const Surface surface(TTF_RenderUTF8_Shaded(face, text.c_str(), {255, 255, 255, 255}, {}));
    if (!surface)
      return;
    std::vector<uint8_t> coverage(static_cast<size_t>(surface->w) * surface->h);
    for (int y = 0; y < surface->h; ++y)
      std::memcpy(&coverage[static_cast<size_t>(y) * surface->w],
                  static_cast<const uint8_t*>(surface->pixels) +
                      static_cast<size_t>(y) * surface->pitch,
                  static_cast<size_t>(surface->w));
    const int baseline = (image.height - faces_.size_px()) / 2 +
                         static_cast<int>(std::lround(faces_.size_px() * kEmTop));
    const GlyphBitmap line{0, TTF_FontAscent(face), surface->w, surface->h, coverage.data()};
    ink_.draw(image, line, x, baseline, colour);
  }

  TtfLibrary library_; // before the faces: they are closed first
  LabelFaces faces_;
  std::array<Place, 5> places_;
  Ink ink_;
};

} // namespace

Result<std::unique_ptr<Composer>> make_composer(const FontBook& fonts) {
  auto composer = std::make_unique<TtfComposer>(fonts[FontRole::Label]);
  if (composer->usable())
    return std::unique_ptr<Composer>(std::move(composer));
  return Error{ErrorKind::Broken, "no face of the label role opens"};
}

} // namespace heiban
