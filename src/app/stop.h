// Stop: 紧急断播: staff's order that the screen show a neutral page and nothing else, until they
// lift it. The board owns this state: `heiban stop` and `resume` drop a word into inbox/board/, the
// board writes stopped.json before it believes it, so that a power cut does not put the notices
// back. It draws nothing; app/board turns the page.
#pragma once

#include "base/result.h"
#include "calendar/instant.h"

#include <optional>
#include <string>
#include <vector>

namespace heiban {

struct Stop {
  Instant since;
  std::string reason; // staff's, Chinese; may be empty
};

std::string stop_folder(const std::string& state); // inbox/board

// By staff: a word for the board. TryLater or Refused when it cannot be written.
Result<void> drop_stop(const std::string& state, const std::string& reason);
Result<void> drop_resume(const std::string& state);

// What the board does with them.
struct StopNews {
  bool stop = false; // else: resume
  std::string reason;
};
class StopKeeper {
public:
  explicit StopKeeper(std::string state);

  // Takes the words that lie there, oldest first, and keeps what they say on the disk. A word that
  // could not be kept stays where it is and holds all the same. What happened, in order.
  std::vector<StopNews> take(Instant now);

  // A stopped.json that cannot be read means stopped: the safe side.
  const std::optional<Stop>& stopped() const { return stopped_; }

private:
  bool keep(const StopNews& word, Instant now);

  std::string state_;
  std::optional<Stop> stopped_;
};

} // namespace heiban
