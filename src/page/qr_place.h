// qr_place: where on a finished page a QR code disturbs nothing: a free corner at the body's foot.
// paginate asks it for each page of a notice with a link; a page that is full carries none.
// It moves no text and takes no room from it.
#pragma once

#include "page/builder.h"
#include "page/measures.h"
#include "page/qr_code.h"

#include <optional>

namespace heiban {

struct QrSize {
  int module = 0; // px of a square
  int card = 0;   // px of the code with its quiet zone of four modules on each side
};

// 15 cm without the quiet zone, which phones read from 1.5 m (a tenth of the distance); less only
// on screens under 40 inches, where it takes at most two fifths of the body's height.
QrSize qr_size(const QrCode& code, const ScreenSettings& screen, const Page& page);

// The free corner for the card and its caption of `caption_px`: the emptier one, left where both
// are alike; none: no room.
std::optional<Rect> qr_room(const Page& page, const QrSize& size, int caption_px);

// The card in the theme's lightest and darkest colour, 扫码看原文 under it; `room` from qr_room.
void draw_qr(const QrCode& code, const QrSize& size, const Rect& room, int caption_px,
             const Theme& theme, PageBuilder& page);

} // namespace heiban
