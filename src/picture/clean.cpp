#include "picture/clean.h"

#include "picture/header.h"
#include "picture/png.h"
#include "picture/scale.h"
#include "picture/sdl_decode.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

// 4000 → "4000 万", 12 345 → "1.2 万": pixels as staff speak of them.
std::string ten_thousands(int64_t count) {
  if (count % 10'000 == 0)
    return fmt::format("{} 万", count / 10'000);
  return fmt::format("{:.1f} 万", static_cast<double>(count) / 10'000);
}

Result<void> check_size(const PictureHeader& header, const PictureLimits& limits) {
  const int64_t pixels = int64_t{header.width} * header.height;
  // Alpha, progressive and lossless forms take more memory a pixel: of these fewer are allowed.
  const int64_t most = std::min(limits.pixels, limits.decoding_bytes / header.pixel_bytes);
  if (pixels <= most)
    return {};
  const bool form = most < limits.pixels;
  const int64_t round = form && most >= 1'000'000 ? most / 1'000'000 * 1'000'000 : most;
  return Error{ErrorKind::Refused,
               fmt::format("图片有 {}×{} 像素，超过{} {}像素的上限", header.width, header.height,
                           form ? "这种格式" : "", ten_thousands(round))};
}

} // namespace

Result<CleanPicture> clean_picture(std::string_view bytes, const PictureLimits& limits) {
  if (bytes.size() > limits.bytes)
    return Error{ErrorKind::Refused, fmt::format("图片文件有 {:.1f} MiB，超过 {:.1f} MiB 的上限",
                                                 static_cast<double>(bytes.size()) / (1 << 20),
                                                 static_cast<double>(limits.bytes) / (1 << 20))};
  const auto header = read_picture_header(bytes);
  if (!header)
    return header.error();
  if (auto checked = check_size(*header, limits); !checked)
    return checked.error();
  const PictureSize stored{header->width, header->height};
  AreaScaler scaler(stored, fit_within(stored, limits.longest_side));
  const auto decoded =
      decode_rows(bytes, *header, [&](const uint32_t* row) { scaler.take_row(row); });
  if (!decoded)
    return decoded.error();
  const Pixels pixels = upright(std::move(scaler).finish(), header->orientation);
  CleanPicture clean{encode_png(pixels.rgb.data(), pixels.width, pixels.height), pixels.width,
                     pixels.height};
  if (clean.png.empty())
    return Error{ErrorKind::Broken, "图片无法重新编码"};
  return clean;
}

} // namespace heiban
