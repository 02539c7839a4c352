// ProgrammeRules: all that staff decided of when the board is on and how long what stands.
// app fills it from the config and the holiday calendar; plan and forecast go by it.
// It holds nothing that changes while the board runs.
#pragma once

#include "calendar/working_days.h"
#include "config/settings.h"

namespace heiban {

struct ProgrammeRules {
  ProgrammeSettings settings;
  OpeningHours hours; // by default always open
  HolidayCalendar holidays;
  bool display_off = false; // outside them, instead of a quiet page
};

} // namespace heiban
