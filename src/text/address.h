// address: web and mail addresses in running text, and where a long one may part.
// units.cpp binds them.
// It checks no address: what looks like one to a reader is one.
#pragma once

#include "text/breaks.h"

#include <array>
#include <string_view>
#include <vector>

namespace heiban {

class AddressFinder {
public:
  explicit AddressFinder(std::u32string_view text) : text_(text) {}

  // The end of the address that begins at `from`, a letter, or `from`. Asked from left to right, it
  // looks at each character a few times only, however many of them stand together.
  size_t end(size_t from);

private:
  static constexpr size_t kDomains = 8;
  void enter_token(size_t from);
  bool is_address(size_t from);

  std::u32string_view text_;
  size_t past_ = 0; // the token's characters and marks
  size_t end_ = 0;  // without the marks that close a sentence
  bool marked_ = false;
  size_t last_scheme_ = 0, last_dot_ = 0; // in it; npos: none
  size_t next_at_ = 0;
  std::array<size_t, kDomains> next_domain_{};
};

// Joints, outside the host name, before ? & = # _ % @ and after . : a line never begins or ends
// with a solidus, and never begins with a hyphen or a dot.
void bind_address(std::u32string_view text, size_t from, size_t to,
                  std::vector<BreakLevel>& levels);

} // namespace heiban
