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

std::string level_word(WarningLevel level) {
  switch (level) {
  case WarningLevel::Blue:
    return "蓝";
  case WarningLevel::Yellow:
    return "黄";
  case WarningLevel::Orange:
    return "橙";
  case WarningLevel::Red:
    return "红";
  case WarningLevel::Unsaid:
    break;
  }
  return {};
}

// As its message gives it, else as the title names it.
std::string level_of(const Notice& notice, const Theme& theme) {
  std::string level = notice.warning ? level_word(notice.warning->level) : "";
  return theme.alert_levels.contains(level) ? level : level_in(notice.title, theme);
}

} // namespace

std::optional<AlertLook> alert_look(const Notice& notice, const Theme& theme) {
  if (notice.urgency != Urgency::Urgent && !notice.warning)
    return std::nullopt;
  const std::string level = level_of(notice, theme);
  if (!level.empty())
    return AlertLook{level + "色预警", theme.alert_levels.at(level)};
  const char* word = notice.urgency == Urgency::Urgent ? "紧急通知" : "预警信息";
  return AlertLook{word, {theme.alert_background, theme.alert_text}};
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
