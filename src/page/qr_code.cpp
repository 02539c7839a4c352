#include "page/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace heiban {

std::optional<QrCode> qr_code(const std::string& text) {
  if (text.empty())
    return std::nullopt;
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!made)
    return std::nullopt;
  QrCode code{made->width, {}};
  const auto count = static_cast<size_t>(code.side) * static_cast<size_t>(code.side);
  for (size_t i = 0; i < count; ++i)
    code.dark.push_back(made->data[i] & 1);
  return code;
}

} // namespace heiban
