// Preview: what a first fetch would put on the wall, for a check before there was one.
// `heiban check` makes it where the state folder holds no edition; it lives in a folder of its own
// that goes when it goes, and leaves the board's alone.
// It asks the feeds, but writes nothing that lasts.
#pragma once

#include "app/setup.h"

#include <memory>

namespace heiban {

class Fetcher;

class Preview {
public:
  // nullptr where there is no room for a folder.
  static std::unique_ptr<Preview> make(const Setup& setup, Fetcher& fetcher, Instant now);
  ~Preview();
  Preview(const Preview&) = delete;
  Preview& operator=(const Preview&) = delete;

  const Setup& setup() const { return setup_; } // with the folder as its state

private:
  explicit Preview(Setup setup) : setup_(std::move(setup)) {}
  Setup setup_;
};

} // namespace heiban
