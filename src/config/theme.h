// Theme: the colours and proportions of a look, read from assets/themes/<name>.toml.
// page and screen draw by it; app loads it once.
// It names no fonts and no sizes in pixels: sizes follow from the screen (page/legibility).
#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>

namespace heiban {

struct Colour {
  uint8_t r = 0, g = 0, b = 0;
  constexpr bool operator==(const Colour&) const = default;
};

struct ColourPair {
  Colour background, text;
};

struct Theme {
  std::string name;                            // as staff know it: 黑板
  Colour background, text, title, muted, rule; // muted: foot and secondary lines
  Colour head_band, head_text;                 // strip at the top
  Colour table_head, table_stripe;             // fills
  Colour frame;                                // the thin wooden frame; frame_px_1080 = 0: none
  Colour alert_background, alert_text;
  std::map<std::string, ColourPair> alert_levels; // early warnings: 蓝, 黄, 橙, 红
  Colour fresh, stale, expired;                   // freshness label by age
  std::map<std::string, Colour> categories;       // by the category's word; "" is the default
  int frame_px_1080 = 0;                          // at 1080 px of the shorter side
  double line_pitch = 1.6;                        // em, 1.5–2.0 (TYPESETTING 17)
  double size_step = 1.0;                         // times the computed size (high contrast: 1.2)
  double pair_em = 1.5;                           // two adjacent marks, 1–1.5 em (TYPESETTING 10)
  double latin_gap_em = 0.25; // between Han and Latin, 0.125–0.25 em (TYPESETTING 15)
  bool serif_body = false;    // body set in the Title role's serif family
  bool reduced_motion = false;

  Colour category(const std::string& word) const; // the default for a word without its own
};

// Malformed, with file, line and a Chinese sentence, otherwise. NotFound when there is no file.
Result<Theme> load_theme(const std::string& path);

// WCAG 2.1 relative-luminance contrast ratio, 1 to 21.
double contrast(Colour a, Colour b);

} // namespace heiban
