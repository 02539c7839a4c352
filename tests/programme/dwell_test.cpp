#include "programme/metrics.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

struct Row {
  PageMetrics page;
  int64_t ms;
};

TEST(Dwell, TwoSecondsAndAQuarterForEachCharacterBetweenFloorAndCap) {
  ProgrammeSettings settings;
  settings.dwell_floor_ms = 8000;
  settings.dwell_cap_ms = 60000;
  settings.characters_per_second = 4;
  const Row rows[] = {
      {{0, 0, false}, 8000},
      {{24, 0, false}, 8000},
      {{25, 0, false}, 8250},
      {{100, 0, false}, 27000},
      {{232, 0, false}, 60000},
      {{5000, 0, false}, 60000},
      {{40, 0, true}, 17000},    // a picture is looked at
      {{300, 30, false}, 17000}, // a list of names is searched, half a second a row
      {{30, 30, false}, 9500},   // … and never slower than it is read
      {{200, 5, false}, 52000},  // five rows of forty characters are read
      {{2000, 20, false}, 60000},
      {{100, 0, false, 40}, 22000},     // of a hundred characters forty are digits
      {{100, 5, false, 0, 20}, 32000},  // a table of five rows and twenty cells
      {{100, 5, false, 40, 20}, 27000}, // … of amounts
      {{300, 30, false, 0, 90}, 17000}, // a list's cells are searched with its rows
      {{48, 0, false, 48, 0}, 8000},    // nothing but digits
  };
  for (const Row& row : rows)
    EXPECT_EQ(dwell_ms(row.page, settings), row.ms)
        << row.page.characters << " " << row.page.rows << " " << row.page.digits << " "
        << row.page.cells;
}

TEST(Dwell, ASlowerReaderIsGivenMoreTime) {
  ProgrammeSettings settings;
  settings.characters_per_second = 2;
  EXPECT_EQ(dwell_ms({100}, settings), 52'000);
}

} // namespace
} // namespace heiban
