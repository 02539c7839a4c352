#include "feed/charset_guess.h"

#include <memory>
#include <uchardet.h>

namespace heiban {

std::string guess_charset(std::string_view bytes) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0)
    return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

} // namespace heiban
