#include "picture/sdl_decode.h"

#include <SDL_image.h>

#include <cstring>
#include <memory>
#include <vector>

namespace heiban {
namespace {

struct FreeSurface {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Surface = std::unique_ptr<SDL_Surface, FreeSurface>;

struct Rgba {
  uint32_t r, g, b, a;
};

Surface load(std::string_view bytes, PictureType type) {
  SDL_RWops* source = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
  if (!source)
    return nullptr;
  SDL_Surface* surface = nullptr;
  switch (type) {
  case PictureType::Png:
    surface = IMG_LoadPNG_RW(source);
    break;
  case PictureType::Jpeg:
    surface = IMG_LoadJPG_RW(source);
    break;
  case PictureType::Webp:
    surface = IMG_LoadWEBP_RW(source);
    break;
  }
  SDL_RWclose(source);
  return Surface(surface);
}

uint32_t over_white(Rgba c) {
  if (c.a == 255)
    return c.r << 16 | c.g << 8 | c.b;
  const auto mix = [&](uint32_t ink) { return (ink * c.a + 255 * (255 - c.a) + 127) / 255; };
  return mix(c.r) << 16 | mix(c.g) << 8 | mix(c.b);
}

// The loaders give 1, 3 or 4 bytes a pixel, eight bits a channel.
class PixelReader {
public:
  PixelReader(SDL_Surface* surface, const PictureHeader& header)
      : format_(*surface->format), header_(header), keyed_(SDL_GetColorKey(surface, &key_) == 0) {}

  uint32_t operator()(const uint8_t* at) const {
    if (header_.inks && format_.BytesPerPixel == 4)
      return from_inks(at);
    const uint32_t value = value_at(at);
    if (keyed_ && value == key_)
      return 0xffffff;
    if (const SDL_Palette* palette = format_.palette) {
      if (value >= static_cast<uint32_t>(palette->ncolors))
        return 0;
      const SDL_Color& colour = palette->colors[value];
      return over_white({colour.r, colour.g, colour.b, colour.a});
    }
    const uint32_t alpha = format_.Amask ? (value & format_.Amask) >> format_.Ashift : 255;
    return over_white({(value & format_.Rmask) >> format_.Rshift,
                       (value & format_.Gmask) >> format_.Gshift,
                       (value & format_.Bmask) >> format_.Bshift, alpha});
  }

private:
  uint32_t value_at(const uint8_t* at) const {
    if (format_.BytesPerPixel == 1)
      return *at;
    uint32_t value = 0;
    if (format_.BytesPerPixel == 4)
      return std::memcpy(&value, at, 4), value;
    return SDL_BYTEORDER == SDL_LIL_ENDIAN
               ? uint32_t{at[0]} | uint32_t{at[1]} << 8 | uint32_t{at[2]} << 16
               : uint32_t{at[2]} | uint32_t{at[1]} << 8 | uint32_t{at[0]} << 16;
  }

  // SDL2_image hands four inks through as they are stored: C, M, Y, K.
  uint32_t from_inks(const uint8_t* at) const {
    const auto light = [&](int i) { return uint32_t{header_.inverted ? at[i] : 255u - at[i]}; };
    const uint32_t black = light(3);
    return light(0) * black / 255 << 16 | light(1) * black / 255 << 8 | light(2) * black / 255;
  }

  const SDL_PixelFormat& format_;
  const PictureHeader& header_;
  uint32_t key_ = 0;
  bool keyed_;
};

} // namespace

Result<void> decode_rows(std::string_view bytes, const PictureHeader& header, const TakeRow& take) {
  const Surface surface = load(bytes, header.type);
  if (!surface)
    return Error{ErrorKind::Malformed, "图片解不开，文件可能已损坏"};
  const int depth = surface->format->BytesPerPixel;
  if (surface->w != header.width || surface->h != header.height || depth == 2)
    return Error{ErrorKind::Malformed, "图片解出的大小与文件头不符"};
  const PixelReader pixel(surface.get(), header);
  std::vector<uint32_t> row(static_cast<size_t>(header.width));
  for (int y = 0; y < header.height; ++y) {
    const auto* at = static_cast<const uint8_t*>(surface->pixels) +
                     static_cast<size_t>(y) * static_cast<size_t>(surface->pitch);
    for (uint32_t& out : row) {
      out = pixel(at);
      at += depth;
    }
    take(row.data());
  }
  return {};
}

} // namespace heiban
