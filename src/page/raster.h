// raster: a Page → its Image, with no display: fills, pictures and glyphs, painted in order.
// board, snapshot and tests call it; the FontSet must be the one the page was set with.
// It draws no live label (screen/compose does) and decides nothing: what the page says is drawn.
#pragma once

#include "page/image.h"
#include "page/page.h"
#include "picture/png.h"
#include "text/font_set.h"

#include <functional>
#include <optional>

namespace heiban {

// A picture's pixels by its SHA-256; nothing where it is not to be had: its place stays empty.
using PictureSource = std::function<std::optional<Pixels>(const std::string& sha256)>;

Image raster(const Page& page, FontSet& fonts, const PictureSource& pictures);

// The same into memory that is already there (the board allocates its frames once).
void raster_into(Image& image, const Page& page, FontSet& fonts, const PictureSource& pictures);

} // namespace heiban
