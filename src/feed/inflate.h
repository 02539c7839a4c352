// Inflater: a compressed HTTP body, piece by piece → its bytes, under a cap, and whether it ended.
// The curl fetcher drives it: libcurl's own decoding does not notice a body that was cut off.
// It knows gzip and br, because those are what the fetcher asks for.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace heiban {

class Inflater {
public:
  enum class Verdict { Fine, TooLarge, Broken };

  virtual ~Inflater() = default;
  // Appends what `piece` decodes to. TooLarge as soon as `out` would pass `max_bytes`.
  virtual Verdict add(std::string_view piece, std::string& out, size_t max_bytes) = 0;
  virtual bool ended() const = 0; // the stream is whole
};

// For a Content-Encoding: "" or identity, gzip, x-gzip, br; nullptr for any other.
std::unique_ptr<Inflater> make_inflater(std::string_view content_encoding);

} // namespace heiban
