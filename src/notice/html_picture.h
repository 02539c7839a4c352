// picture_of: an <img> → where its picture lies, unless it is an icon or a spacer.
// The walk over the HTML calls it.
// It fetches nothing and looks at names and declared sizes only.
#pragma once

#include "markup/tree.h"

#include <optional>
#include <string>
#include <string_view>

namespace heiban {

struct PictureSource {
  std::string src, alt; // src resolved; data:image/… as it is
};

// Nothing for icons, spacers, emoticons, and addresses that no fetcher can follow (file: and such,
// as Word leaves them).
std::optional<PictureSource> picture_of(const Node& img, std::string_view base_url);

} // namespace heiban
