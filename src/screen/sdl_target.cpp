#include "screen/sdl_target.h"

#include "base/log.h"

#include <SDL.h>
#include <fmt/format.h>

#include <utility>
#include <vector>

namespace heiban {
namespace {

// Nearest neighbour: it stands for a fraction of a second.
void stretch(const std::vector<uint32_t>& from, int width, int height, TargetPixels to) {
  if (width <= 0 || height <= 0)
    return;
  for (int y = 0; y < to.height; ++y) {
    const auto source_row =
        static_cast<size_t>(static_cast<int64_t>(y) * height / to.height) * width;
    uint32_t* row = to.pixels + static_cast<size_t>(y) * to.pitch;
    for (int x = 0; x < to.width; ++x)
      row[x] = from[source_row + static_cast<int64_t>(x) * width / to.width];
  }
}

std::vector<uint32_t> copy_of(TargetPixels pixels) {
  std::vector<uint32_t> copy;
  copy.reserve(static_cast<size_t>(pixels.width) * pixels.height);
  for (int y = 0; y < pixels.height; ++y) {
    const uint32_t* row = pixels.pixels + static_cast<size_t>(y) * pixels.pitch;
    copy.insert(copy.end(), row, row + pixels.width);
  }
  return copy;
}

bool is_xrgb(const SDL_Surface& surface) {
  return surface.format->BytesPerPixel == 4 && surface.format->Rmask == 0xFF0000 &&
         surface.format->Gmask == 0xFF00 && surface.format->Bmask == 0xFF && surface.pitch % 4 == 0;
}

// Draws straight into the memory that the display server reads: no second frame is kept.
class SurfaceTarget : public SdlTarget {
public:
  explicit SurfaceTarget(SDL_Window* window) : window_(window) {}

  TargetPixels pixels() override {
    int width = 0, height = 0;
    SDL_GetWindowSize(window_, &width, &height);
    if (known_.pixels && width == known_.width && height == known_.height)
      return known_;
    // SDL frees the old surface only when it is asked for the next: its pixels are readable here.
    const auto old = copy_of(known_);
    const int old_width = known_.width, old_height = known_.height;
    known_ = {};
    SDL_Surface* surface = SDL_GetWindowSurface(window_);
    if (!surface || !is_xrgb(*surface))
      return known_;
    known_ = {static_cast<uint32_t*>(surface->pixels), surface->w, surface->h,
              static_cast<size_t>(surface->pitch) / sizeof(uint32_t)};
    stretch(old, old_width, old_height, known_);
    return known_;
  }

  bool show(int x, int y, int width, int height) override {
    const SDL_Rect rect{x, y, width, height};
    if (known_.pixels && SDL_UpdateWindowSurfaceRects(window_, &rect, 1) == 0)
      return true;
    rebuild(false);
    return false;
  }

  void rebuild(bool) override { known_ = {}; }

  std::string describe() const override {
    return fmt::format("window surface ({})", SDL_GetCurrentVideoDriver());
  }

private:
  SDL_Window* window_;
  TargetPixels known_;
};

// Keeps the frame itself and uploads what changed: for drivers without a window surface.
class TextureTarget : public SdlTarget {
public:
  explicit TextureTarget(SDL_Window* window) : window_(window) {}
  ~TextureTarget() override { drop(); }

  TargetPixels pixels() override {
    int width = 0, height = 0;
    SDL_GetWindowSizeInPixels(window_, &width, &height);
    if (width != width_ || height != height_) {
      const auto old = std::exchange(frame_, {});
      frame_.resize(static_cast<size_t>(width) * height);
      const int old_width = std::exchange(width_, width),
                old_height = std::exchange(height_, height);
      stretch(old, old_width, old_height, view());
      drop_texture();
    }
    return view();
  }

  bool show(int x, int y, int width, int height) override {
    if (!ready())
      return false;
    const SDL_Rect rect{x, y, width, height};
    const uint32_t* first = frame_.data() + static_cast<size_t>(y) * width_ + x;
    const int pitch = width_ * static_cast<int>(sizeof(uint32_t));
    const bool shown = SDL_UpdateTexture(texture_, &rect, first, pitch) == 0 &&
                       SDL_RenderCopy(renderer_, texture_, nullptr, nullptr) == 0;
    if (!shown)
      return rebuild(false), false;
    SDL_RenderPresent(renderer_);
    return true;
  }

  void rebuild(bool software) override {
    software_ = software_ || software;
    drop();
  }

  std::string describe() const override {
    SDL_RendererInfo info{};
    if (renderer_)
      SDL_GetRendererInfo(renderer_, &info);
    return fmt::format("streaming texture, renderer {} ({})", info.name ? info.name : "none",
                       SDL_GetCurrentVideoDriver());
  }

  bool ready() {
    if (!renderer_)
      renderer_ =
          SDL_CreateRenderer(window_, -1, software_ ? Uint32{SDL_RENDERER_SOFTWARE} : Uint32{0});
    if (renderer_ && !texture_ && width_ > 0) {
      texture_ = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_STREAMING,
                                   width_, height_);
      if (texture_)
        SDL_UpdateTexture(texture_, nullptr, frame_.data(), width_ * 4);
    }
    return renderer_ && texture_;
  }

private:
  TargetPixels view() { return {frame_.data(), width_, height_, static_cast<size_t>(width_)}; }
  void drop_texture() {
    if (texture_)
      SDL_DestroyTexture(std::exchange(texture_, nullptr));
  }
  void drop() {
    drop_texture();
    if (renderer_)
      SDL_DestroyRenderer(std::exchange(renderer_, nullptr));
  }

  SDL_Window* window_;
  SDL_Renderer* renderer_ = nullptr;
  SDL_Texture* texture_ = nullptr;
  std::vector<uint32_t> frame_;
  int width_ = 0, height_ = 0;
  bool software_ = false;
};

} // namespace

Result<std::unique_ptr<SdlTarget>> open_target(SDL_Window* window, const std::string& renderer) {
  const auto surface = [&]() -> std::unique_ptr<SdlTarget> {
    auto target = std::make_unique<SurfaceTarget>(window);
    return target->pixels().pixels ? std::move(target) : nullptr;
  };
  const auto texture = [&]() -> std::unique_ptr<SdlTarget> {
    auto target = std::make_unique<TextureTarget>(window);
    return target->pixels().pixels && target->ready() ? std::move(target) : nullptr;
  };
  const bool texture_first = renderer == "accelerated";
  std::unique_ptr<SdlTarget> target = texture_first ? texture() : surface();
  if (!target) {
    log::warn("screen: no {} here ({}); trying a {}", texture_first ? "renderer" : "XRGB surface",
              SDL_GetError(), texture_first ? "window surface" : "texture");
    target = texture_first ? surface() : texture();
  }
  if (target)
    return target;
  return Error{ErrorKind::Broken, fmt::format("no way to draw in the window: {}", SDL_GetError())};
}

} // namespace heiban
