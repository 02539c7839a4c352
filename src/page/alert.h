// alert: the look of a notice that may not be overlooked: an urgent one, or an early warning of one
// of the four levels. Its word and its colours take the head strip and a broad frame.
// paginate asks for it. It decides no urgency: review and the feed's settings did.
#pragma once

#include "config/theme.h"
#include "notice/notice.h"

#include <optional>
#include <string>

namespace heiban {

struct AlertLook {
  std::string word; // 紧急通知, 橙色预警
  ColourPair colours;
};

// None for an ordinary notice. A warning's level (蓝黄橙红, GB/T 35965.1) is the one its message
// gives, else the one its title names: 暴雨橙色预警; of several, the first.
std::optional<AlertLook> alert_look(const Notice& notice, const Theme& theme);

// The theme with the alert's colours in frame, head strip and rules; body text keeps its own.
Theme alert_theme(const Theme& theme, const AlertLook& look);

} // namespace heiban
