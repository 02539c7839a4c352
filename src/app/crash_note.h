// CrashNote: which notice the board had in hand when it died, told to the board that follows, so
// that one bad notice cannot take the wall down again and again.
// board_loop arms it, the wall and the board say what is in hand; whoever loads an edition asks it
// what to leave out. It writes nothing while all is well: the dying process writes its last line.
#pragma once

#include "calendar/instant.h"
#include "edition/edition.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct Crash {
  Instant at;                          // by the machine's clock
  std::string notice_id, content_hash; // both "-": no notice was in hand
};

// The crashes of this version of the program, oldest first: the file `crashes` of the state folder,
// a line each: Unix seconds, version, notice, content hash.
class CrashHistory {
public:
  // What cannot be read is empty.
  static CrashHistory read(const std::string& state);
  static CrashHistory read(const std::string& state, std::string_view version);

  // It died twice over this notice as it reads now: an edited one is given another chance.
  bool leaves_out(const Notice& notice) const;
  // Five times within the ten minutes before `now`: the bureau's own page alone, for ten minutes.
  bool too_many(Instant now) const;
  bool empty() const { return crashes_.empty(); }

private:
  std::vector<Crash> crashes_;
};

constexpr int64_t kSafePageMs = 10 * 60 * 1000;

// Takes what is left out from the edition; returns it.
std::vector<Notice> leave_out(const CrashHistory& history, Edition& edition);

// Once a process, before its threads start: SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGABRT (also the
// watchdog's) leave a line in the file and then do what they did before.
void arm_crash_note(const std::string& state);

// What is laid out or drawn just now counts first, then what stands on the glass; empty: nothing.
enum class Hand { Drawing, Standing };
void in_hand(Hand hand, std::string_view notice_id, std::string_view content_hash);

} // namespace heiban
