#include "app/setup.h"

#include "app/command_line.h"
#include "app/commands.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace heiban {
namespace {

namespace fs = std::filesystem;

constexpr int kSmallestSide = 64, kLargestSide = 16384; // px; a display that is off reports 64 × 64

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

// Below an XDG base folder, or its default below the home folder; empty when there is neither.
fs::path xdg_folder(const char* variable, const char* below_home) {
  if (const std::string base = environment(variable); !base.empty())
    return fs::path(base) / "heiban";
  if (const std::string home = environment("HOME"); !home.empty())
    return fs::path(home) / below_home / "heiban";
  return {};
}

// assets/ and fonts/ lie together: in the source tree it was built from, or where it is installed.
fs::path share_folder() {
  const fs::path source = HEIBAN_SOURCE_DIR;
  if (is_file(source / "fonts" / "fonts.toml"))
    return source;
  return "/usr/share/heiban";
}

std::string find_config(const SetupOptions& options) {
  if (!options.config.empty())
    return options.config;
  const fs::path own = xdg_folder("XDG_CONFIG_HOME", ".config");
  if (!own.empty() && is_file(own / "heiban.toml"))
    return own / "heiban.toml";
  if (is_file("/etc/heiban/heiban.toml"))
    return "/etc/heiban/heiban.toml";
  return share_folder() / "config" / "heiban.toml";
}

// A person's own folder; the service's where it is there to be written and the own is not: staff
// who type `sudo heiban stop` mean the board in the lobby.
fs::path own_state() {
  constexpr const char* kService = "/var/lib/heiban";
  const fs::path own = xdg_folder("XDG_STATE_HOME", ".local/state");
  std::error_code error;
  if (own.empty() || (!fs::exists(own, error) && ::access(kService, W_OK) == 0))
    return kService;
  return own;
}

// Says what is wrong, once, and which exit code goes with it; always false.
bool fail(SetupFailure& failure, int exit_code, std::string_view message) {
  fmt::print(stderr, "{}\n", message);
  failure.exit_code = exit_code;
  return false;
}

bool take_config(const SetupOptions& options, const std::string* text, Setup& setup,
                 SetupFailure& failure) {
  const std::string path = config_path(options);
  if (!text && !is_file(path))
    return fail(failure, kMissingFile, fmt::format("找不到配置文件 {}。", path));
  LoadedSettings loaded = text ? parse_settings(*text, path) : load_settings(path);
  if (!loaded.diagnostics.empty())
    fmt::print(stderr, "{}", format_diagnostics(loaded.diagnostics));
  if (!loaded.ok())
    return failure.exit_code = kConfigError, false;
  setup.settings = std::move(loaded.settings);
  return true;
}

bool take_size(const SetupOptions& options, Setup& setup, SetupFailure& failure) {
  if (options.size.empty()) {
    setup.set_display_size(setup.settings.screen);
    return true;
  }
  const std::optional<PageSize> size = read_size(options.size);
  if (!size)
    return fail(failure, kUsage,
                fmt::format("看不懂尺寸“{}”：请写成 1920x1080 的样子（每边 {} 至 {} 像素）。",
                            options.size, kSmallestSide, kLargestSide));
  setup.width = size->width;
  setup.height = size->height;
  return true;
}

bool take_time(const SetupOptions& options, Setup& setup, SetupFailure& failure) {
  if (options.at.empty())
    return true;
  const Result<Instant> at = read_iso(options.at);
  if (!at)
    return fail(
        failure, kUsage,
        fmt::format("看不懂时间“{}”：请写成 2026-11-24T08:30 的样子（不写时区即北京时间）。",
                    options.at));
  setup.at = *at;
  return true;
}

bool take_look(const SetupOptions& options, Setup& setup, SetupFailure& failure) {
  const std::string name = options.theme.empty() ? setup.settings.screen.theme : options.theme;
  // A path names a theme of the bureau's own; a bare word is one of ours.
  const fs::path path = name.find('/') != std::string::npos
                            ? fs::path(name)
                            : fs::path(setup.assets) / "themes" / (name + ".toml");
  if (!is_file(path))
    return fail(failure, options.theme.empty() ? kConfigError : kUsage,
                fmt::format("没有名为“{}”的主题：找不到 {}。", name, path.string()));
  Result<Theme> theme = load_theme(path.string());
  if (!theme)
    return fail(failure, kConfigError, theme.error().message);
  Result<FontBook> fonts = load_fonts((share_folder() / "fonts" / "fonts.toml").string());
  if (!fonts)
    return fail(failure, kConfigError, fonts.error().message);
  setup.theme = std::move(*theme);
  setup.fonts = std::move(*fonts);
  return true;
}

bool read_number(std::string_view text, int& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

} // namespace

// A year in staff's own table stands for the shipped one. A table with a mistake is named and left
// out.
HolidayCalendar load_holidays(const Setup& setup) {
  HolidayCalendar holidays;
  const fs::path own = fs::path(setup.settings.path).parent_path() / kHolidayFile;
  for (const fs::path& path : {fs::path(setup.assets) / "calendar" / kHolidayFile, own}) {
    Result<HolidayCalendar> read = HolidayCalendar::load(path.string());
    if (read)
      holidays.take(*read);
    else if (path != own || read.error().kind != ErrorKind::NotFound)
      fmt::print(stderr, "节假日表没有读入：{}\n", read.error().message);
  }
  return holidays;
}

std::string assets_folder() {
  return share_folder() / "assets";
}

std::string config_path(const SetupOptions& options) {
  return fs::absolute(find_config(options)).lexically_normal();
}

std::string state_folder(const SetupOptions& options) {
  fs::path state = options.state;
  if (state.empty())
    state = environment("STATE_DIRECTORY"); // systemd's StateDirectory=
  if (state.empty())
    state = own_state();
  return fs::absolute(state).lexically_normal().string();
}

std::optional<PageSize> read_size(std::string_view text) {
  const size_t cross = text.find_first_of("xX*");
  PageSize size;
  if (cross == std::string_view::npos || !read_number(text.substr(0, cross), size.width) ||
      !read_number(text.substr(cross + 1), size.height))
    return std::nullopt;
  for (const int side : {size.width, size.height})
    if (side < kSmallestSide || side > kLargestSide)
      return std::nullopt;
  return size;
}

void Setup::set_display_size(const ScreenSettings& screen) {
  const bool given = screen.width > 0 && screen.height > 0;
  width = given ? screen.width : 1920;
  height = given ? screen.height : 1080;
  if (screen.rotation % 180 != 0)
    std::swap(width, height);
}

PageStyle Setup::page_style() const {
  PageStyle style;
  style.width = width;
  style.height = height;
  style.theme = theme;
  style.screen = settings.screen;
  style.bureau = settings.bureau;
  style.disclaimer = settings.disclaimer;
  return style;
}

ProgrammeRules Setup::programme_rules() const {
  return {settings.programme, settings.hours, holidays, settings.screen.off_hours == "off"};
}

void add_setup_options(CommandLine& command, SetupOptions& options) {
  command.option("--config", options.config, "用哪个配置文件 heiban.toml");
  command.option("--state", options.state, "数据放在哪个文件夹");
  command.option("--size,--window", options.size, "画面像素，例如 1920x1080");
  command.option("--theme", options.theme, "主题的名称或文件");
  command.option("--at", options.at, "当作现在是这个时间（不写时区即北京时间）");
}

std::optional<Setup> load_setup(const SetupOptions& options, SetupFailure& failure,
                                const std::string* text) {
  Setup setup;
  setup.state = state_folder(options);
  setup.assets = assets_folder();
  const bool loaded = take_config(options, text, setup, failure) &&
                      take_size(options, setup, failure) && take_time(options, setup, failure) &&
                      take_look(options, setup, failure);
  if (!loaded)
    return std::nullopt;
  setup.holidays = load_holidays(setup);
  return setup;
}

Instant system_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

} // namespace heiban
