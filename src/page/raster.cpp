#include "page/raster.h"

#include "page/ink.h"
#include "page/resample.h"

#include <algorithm>

namespace heiban {
namespace {

uint32_t packed(Colour c) {
  return static_cast<uint32_t>(c.r) << 16 | static_cast<uint32_t>(c.g) << 8 | c.b;
}

Rect clipped(const Rect& box, const Image& image) {
  const int left = std::max(0, box.x), top = std::max(0, box.y);
  return {left, top, std::min(image.width, box.right()) - left,
          std::min(image.height, box.bottom()) - top};
}

struct Painter {
  Image& image;
  FontSet& fonts;
  const PictureSource& pictures;
  Ink ink;

  void operator()(const FillItem& fill) {
    const Rect box = clipped(fill.box, image);
    if (box.empty())
      return;
    for (int y = box.y; y < box.bottom(); ++y)
      std::fill_n(image.row(y) + box.x, box.w, packed(fill.colour));
  }

  void operator()(const RunItem& item) {
    for (const PlacedGlyph& placed : item.run.glyphs) {
      const GlyphBitmap glyph =
          fonts.bitmap(static_cast<int>(item.run.face), placed.glyph, item.run.size_px);
      ink.draw(image, glyph, (item.run.x + placed.x).round_px(),
               item.baseline + placed.y.round_px(), item.colour);
    }
  }

  void operator()(const PictureItem& item) {
    if (item.box.empty() || !pictures)
      return;
    const std::optional<Pixels> found = pictures(item.picture);
    if (!found || found->width < 1 || found->height < 1)
      return;
    const Pixels scaled = resample(*found, item.box.w, item.box.h);
    const Rect box = clipped(item.box, image);
    for (int y = box.y; y < box.bottom(); ++y) {
      const uint32_t* from = scaled.rgb.data() +
                             static_cast<size_t>(y - item.box.y) * scaled.width +
                             (box.x - item.box.x);
      if (box.w > 0)
        std::copy_n(from, box.w, image.row(y) + box.x);
    }
  }
};

} // namespace

void raster_into(Image& image, const Page& page, FontSet& fonts, const PictureSource& pictures) {
  image.width = page.width;
  image.height = page.height;
  image.pixels.assign(static_cast<size_t>(page.width) * static_cast<size_t>(page.height),
                      packed(page.background));
  Painter painter{image, fonts, pictures, Ink()};
  for (const PageItem& item : page.items)
    std::visit(painter, item);
}

Image raster(const Page& page, FontSet& fonts, const PictureSource& pictures) {
  Image image;
  raster_into(image, page, fonts, pictures);
  return image;
}

} // namespace heiban
