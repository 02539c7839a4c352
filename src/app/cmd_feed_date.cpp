// heiban feed date: loose dates, a line each on stdin → instants, or "-" where a line is no date.
#include "app/command_line.h"
#include "app/commands.h"
#include "app/setup.h"
#include "calendar/read_date.h"
#include "config/addresses.h"

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

namespace heiban {
namespace {

constexpr size_t kMostLines = 500'000; // read in under a second

struct DateOptions {
  std::string zone = "+08:00", at;
};

int read_dates_from_stdin(const DateOptions& options) {
  const std::optional<int> zone = read_zone_text(options.zone);
  if (!zone) {
    std::fputs("--zone 写成 +08:00 的样子\n", stderr);
    return kUsage;
  }
  Instant now = system_now();
  if (!options.at.empty()) {
    const Result<Instant> at = read_iso(options.at);
    if (!at) {
      std::fprintf(stderr, "--at：%s\n", at.error().message.c_str());
      return kUsage;
    }
    now = *at;
  }
  std::ios::sync_with_stdio(false);
  size_t count = 0;
  for (std::string line; std::getline(std::cin, line);) {
    if (++count > kMostLines) {
      std::fprintf(stderr, "超过 %zu 行，其余没有读；请分几次。\n", kMostLines);
      return kBadInput;
    }
    const std::optional<Instant> read = read_dated_line(line, *zone, now);
    std::puts(read ? iso_utc(*read).c_str() : "-");
  }
  return kFine;
}

} // namespace

void add_feed_date(CommandLine& feed) {
  auto options = std::make_shared<DateOptions>();
  CommandLine command =
      feed.command("date", "把标准输入里的日期（每行一个）换算成 ISO 8601 的 UTC 时间");
  command.option("--zone", options->zone, "没写时区的日期按哪个时区（默认 +08:00）");
  command.option("--at", options->at, "当作现在是这个时间，用来推算没有年份的日期和“3小时前”");
  command.run([options] { return read_dates_from_stdin(*options); });
}

} // namespace heiban
