// ConfigWatch: whether heiban.toml, or the holidays.tsv beside it, reads otherwise than before.
// The board's loop and the fetcher put its descriptor among what they wait for, and ask it.
// It parses neither file: an editor that saves the same again, or only a new date, is no change.
#pragma once

#include "app/wake.h"

#include <string>

namespace heiban {

class ConfigWatch {
public:
  explicit ConfigWatch(const std::string& config_path); // as it reads now is how it was
  int fd() const { return folder_.fd(); }
  bool config_changed(); // since the last call
  bool holidays_changed();

private:
  struct File {
    std::string path, text;
  };
  bool changed(File& file);

  FolderWatch folder_;
  File config_, holidays_;
};

} // namespace heiban
