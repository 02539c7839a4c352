// An X server of the test's own: started on a free display, ended by its id.
// What stands on it is read with xwd, what is done to it is done with xdotool.
#pragma once

#include "page/image.h"

#include <string>
#include <sys/types.h>

namespace heiban {

class Xvfb {
public:
  explicit Xvfb(const std::string& screen = "800x600x24"); // sets DISPLAY
  ~Xvfb();
  bool running() const { return !display_.empty(); } // false: Xvfb is not installed

  Image shot() const;                         // the root window
  bool run(const std::string& command) const; // with DISPLAY set, silent
  void start(const std::string& command);     // in the background, ended with the server
  void stop();                                // ends what start() started

private:
  std::string display_;
  pid_t server_ = 0;
  pid_t helper_ = 0;
};

// Voluntary context switches of this thread so far: how often it went to sleep.
long sleeps_so_far();

} // namespace heiban
