// Any bytes as heiban.toml: settings that make sense, or diagnostics with places inside the file.
#include "config/load.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const heiban::LoadedSettings loaded = heiban::parse_settings(text, "/etc/heiban/heiban.toml");
  const auto lines = static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }));
  for (const heiban::Diagnostic& one : loaded.diagnostics) {
    if (one.message.empty() || one.line < 0 || one.line > lines + 1)
      std::abort();
    if (one.line > 0 && one.column < 1)
      std::abort();
  }
  if (heiban::format_diagnostics(loaded.diagnostics).empty() != loaded.diagnostics.empty())
    std::abort();
  if (!loaded.ok())
    return 0;
  if (loaded.settings.bureau.name.empty() || loaded.settings.feeds.empty())
    std::abort();
  for (const heiban::FeedSpec& feed : loaded.settings.feeds)
    if (feed.url.empty() || feed.refresh_seconds < 1 || feed.keep < 1)
      std::abort();
  return 0;
}
