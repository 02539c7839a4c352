// compose: the live labels (clock, date, page mark, freshness) over a page's image.
// Board and snapshot both call it, so preview, test and wall are the same pixels.
// It sets no page text and opens no window; a label is one line and never re-sets the page.
#pragma once

#include "base/result.h"
#include "calendar/instant.h"
#include "config/fonts.h"
#include "config/settings.h"
#include "config/theme.h"
#include "page/image.h"
#include "page/page.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace heiban {

inline constexpr int64_t kStaleAfter = kDay, kExpiredAfter = 14 * kDay; // s since the last success

struct LiveLabel {
  std::vector<std::string> forms; // longest first: the first that fits its place is drawn
  Colour colour;
  bool operator==(const LiveLabel&) const = default;
};

struct LiveLabels {
  LiveLabel date;      // 2026年11月24日 星期二 农历十月十六
  LiveLabel clock;     // 8:30; date and clock are empty until time is trusted
  LiveLabel page_mark; // 第1页/共3页; empty for a single page
  LiveLabel freshness; // 数据更新于 8:30; empty before the first success
  LiveLabel hint;      // how to turn the pages; empty where nobody may
};

// The labels' words at `now`: pure. `held`: somebody has stopped the round for a while.
LiveLabels live_labels(const Page& page, std::optional<Instant> fresh_at, const Theme& theme,
                       const Settings& settings, Instant now, bool trusted, bool held = false);

struct LabelPatch { // what a label's place looks like now
  int x = 0, y = 0; // px of the page
  Image image;
};

// One thread. It remembers what lies under the labels of the image drawn last.
class Composer {
public:
  virtual ~Composer() = default;
  // Draws the labels into the places that page.frame reserves for them.
  virtual void draw(Image& image, const Page& page, const LiveLabels& labels) = 0;
  // The places whose words or colours differ from what was drawn last, drawn anew.
  virtual std::vector<LabelPatch> update(const LiveLabels& labels) = 0;
};

// Broken when no face of the label role opens.
Result<std::unique_ptr<Composer>> make_composer(const FontBook& fonts);

} // namespace heiban
