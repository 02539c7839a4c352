// QrCode: an address as the squares of a QR code (ISO/IEC 18004), error correction M.
// page/qr_place draws it; it is the only header over libqrencode.
// It judges no address: review let only links to allowed hosts into the edition.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace heiban {

struct QrCode {
  int side = 0;           // modules, quiet zone not counted
  std::vector<bool> dark; // side × side, row by row

  bool at(int x, int y) const { return dark[static_cast<size_t>(y) * side + x]; }
};

// None for an empty text and one no QR code holds.
std::optional<QrCode> qr_code(const std::string& text);

} // namespace heiban
