#include "page/alert.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int kAlertFrame = 36; // px at 1080: seen from the door

// 橙 in 暴雨橙色预警信号; empty when the title names no level.
std::string level_in(const std::string& title, const Theme& theme) {
  std::string level;
  size_t first = std::string::npos;
  for (const auto& [word, colours] : theme.alert_levels) {
    const size_t at = title.find(word + "色预警");
    if (at < first) {
      first = at;
      level = word;
    }
  }
  return level;
}

} // namespace

std::optional<AlertLook> alert_look(const Notice& notice, const Theme& theme) {
  if (notice.urgency != Urgency::Urgent)
    return std::nullopt;
  const std::string level = level_in(notice.title, theme);
  if (!level.empty())
    return AlertLook{level + "色预警", theme.alert_levels.at(level)};
  return AlertLook{"紧急通知", {theme.alert_background, theme.alert_text}};
}

Theme alert_theme(const Theme& theme, const AlertLook& look) {
  Theme alert = theme;
  alert.frame = alert.head_band = look.colours.background;
  alert.head_text = look.colours.text;
  alert.rule = look.colours.background;
  alert.frame_px_1080 = std::max(theme.frame_px_1080, kAlertFrame);
  return alert;
}

} // namespace heiban
