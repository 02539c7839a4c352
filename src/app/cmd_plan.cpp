#include "app/ahead.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "config/values.h"
#include "programme/forecast.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace heiban {
namespace {

using json = nlohmann::ordered_json;

// "90s", "30m", "2h", "1d", in Chinese too; nothing for other words and for more than a year.
std::optional<int64_t> read_ahead(std::string_view text) {
  static constexpr Unit kUnits[] = {{"s", 1},        {"m", kMinute},  {"h", kHour},
                                    {"d", kDay},     {"秒", 1},       {"分钟", kMinute},
                                    {"小时", kHour}, {"分", kMinute}, {"天", kDay}};
  const std::optional<double> seconds = parse_quantity(text, kUnits);
  if (!seconds || *seconds < 1 || *seconds > 366.0 * kDay)
    return {};
  return static_cast<int64_t>(*seconds);
}

void print_turn(const Ahead::Step& step) {
  const Slot& slot = step.slot;
  json line = {{"at", iso_utc(step.at)},
               {"notice", slot.notice_id},
               {"title", slot.title},
               {"page", slot.page},
               {"of", slot.of},
               {"dwell_ms", step.stands_ms},
               {"why", slot.display_off ? slot.why + ", display off" : slot.why}};
  fmt::print("{}\n", line.dump(-1, ' ', false, json::error_handler_t::replace));
}

int print_plan(const Setup& setup, int64_t seconds) {
  SetupFailure failure;
  const std::optional<EditionAt> asked = load_edition_at(setup, failure);
  if (!asked)
    return failure.exit_code;
  Result<std::unique_ptr<FontSet>> fonts = FontSet::open(setup.fonts);
  if (!fonts) {
    fmt::print(stderr, "没有可用的字体：{}\n", fonts.error().message);
    return kMissingFile;
  }
  Wall wall(setup, **fonts);
  Ahead ahead(setup, *asked, wall);
  while (ahead.passed_ms() < seconds * 1000)
    print_turn(ahead.next());
  wall.take(asked->edition, asked->now);
  const Forecast round =
      forecast(asked->edition, wall.metrics(), setup.programme_rules(), asked->now);
  if (round.notices == 0)
    fmt::print(stderr, "现在没有可显示的公告，显示单位的名称、地址和电话。\n");
  else
    fmt::print(stderr, "现有{}条公告，共{}页，目录{}页；一轮最长{}，同一页最久隔{}再出现。\n",
               round.notices, round.pages, round.index_pages, duration_zh(round.round_ms),
               duration_zh(round.longest_wait_ms));
  for (const std::vector<std::string>& said : {round.remarks, round.findings})
    for (const std::string& one : said)
      fmt::print(stderr, "{}。\n", one);
  return kFine;
}

} // namespace

void add_plan(CommandLine& heiban) {
  struct Options {
    SetupOptions setup;
    std::string ahead = "1h";
  };
  auto options = std::make_shared<Options>();
  CommandLine command = heiban.command("plan", "接下来屏幕上会出现什么，每页一行 JSON");
  add_setup_options(command, options->setup);
  command.option("--for", options->ahead, "看多长时间：90s、30m、2h、1d");
  command.run([options] {
    const std::optional<int64_t> seconds = read_ahead(options->ahead);
    if (!seconds) {
      fmt::print(stderr, "--for 后面请写时长，如 90s、30m、2h、1d，最短 1 秒，最长一年。\n");
      return static_cast<int>(kUsage);
    }
    SetupFailure failure;
    const std::optional<Setup> setup = load_setup(options->setup, failure);
    return setup ? print_plan(*setup, *seconds) : failure.exit_code;
  });
}

} // namespace heiban
