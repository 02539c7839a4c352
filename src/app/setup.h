// Setup: what every command needs before it starts: settings, theme, fonts and the state folder,
// from the options they share. Each cmd_*.cpp adds the options it knows and calls load_setup.
// It opens no font, no database and no display; errors are printed here, in Chinese, once.
#pragma once

#include "base/result.h"
#include "config/fonts.h"
#include "config/load.h"
#include "config/theme.h"
#include "page/paginate.h"
#include "programme/rules.h"

#include <optional>
#include <string>
#include <string_view>

namespace heiban {

struct SetupOptions {
  std::string
      config; // --config; empty: $XDG_CONFIG_HOME/heiban/heiban.toml, /etc/heiban/heiban.toml,
              // then the project's own config/heiban.toml with the sample feeds
  std::string state; // --state; empty: $STATE_DIRECTORY (the service), $XDG_STATE_HOME/heiban,
                     // ~/.local/state/heiban; /var/lib/heiban where that alone is there
  std::string size;  // --size or --window WxH: the page's own size, whatever the rotation
  std::string theme; // --theme
  std::string at;    // --at T, Beijing time without a zone
};

struct Setup {
  Settings settings;
  Theme theme;
  FontBook fonts;
  HolidayCalendar holidays;
  std::string state;               // absolute
  std::string assets;              // absolute
  int width = 1920, height = 1080; // of the page, rotation undone
  std::optional<Instant> at;

  void set_display_size(const ScreenSettings& screen); // 1920 × 1080 where the config gives none
  PageStyle page_style() const;
  ProgrammeRules programme_rules() const;
};

struct PageSize {
  int width = 0, height = 0; // px
};
std::optional<PageSize> read_size(std::string_view text); // "1920x1080"; each side 64 to 16384

std::string config_path(const SetupOptions& options);  // absolute; it need not be there
std::string state_folder(const SetupOptions& options); // absolute; it need not exist

class CommandLine;
void add_setup_options(CommandLine& command, SetupOptions& options);

// Prints what is wrong to stderr, in Chinese; `failure` then holds the exit code (64, 66, 78).
struct SetupFailure {
  int exit_code = 0;
};
// `text` stands for the config file's own, where that is broken (app/kept_config.h).
std::optional<Setup> load_setup(const SetupOptions& options, SetupFailure& failure,
                                const std::string* text = nullptr);

// The shipped table of holidays and staff's own beside the config; app/setup reads both at the
// start, board and fetch again when staff save theirs.
inline constexpr const char* kHolidayFile = "holidays.tsv";
HolidayCalendar load_holidays(const Setup& setup);

std::string assets_folder(); // of the source tree it was built from, or where it is installed

Instant system_now(); // the only reading of the wall clock besides app/trusted_time

} // namespace heiban
