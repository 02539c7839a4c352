// Settings: everything staff may decide, as one plain value read from heiban.toml.
// app loads it once (config/load.h) and hands each stage the part it needs.
// It holds no fonts (fonts.h), no colours (theme.h) and nothing a feed said.
#pragma once

#include "config/feed_spec.h"
#include "config/hours_spec.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace heiban {

struct Bureau {
  std::string name; // 云岭县教育局
  std::string address;
  std::string office_hours;        // as staff wrote it
  std::vector<std::string> phones; // "办公室 0000-…", "监督举报 12345"
  std::string website;             // https://…
  std::string website_name;        // how the disclaimer names it
};

enum class TextProfile { Gb, Strict, Css };

struct ScreenSettings {
  int width = 0, height = 0; // px; 0: the display's own
  double diagonal_inches = 55;
  double distance_m = 3;           // the farthest reader
  int rotation = 0;                // 0, 90, 180, 270 degrees clockwise
  std::string display;             // number (from 1) or name; empty: the first
  std::string theme = "heiban";    // assets/themes/<theme>.toml, or an absolute path to a .toml
  std::string transition = "fade"; // fade, push, none
  std::string controls = "none";   // none, staff, visitors
  int64_t hold_seconds = 120;      // a held page goes on by itself after this
  std::string off_hours = "clock"; // outside opening hours: clock (quiet page), off (DPMS)
  std::string renderer = "auto";   // auto, surface, accelerated
  bool lunar_date = true;
  bool qr = true;
  bool pixel_shift = true;           // against burn-in
  bool fullwidth_punctuation = true; // TYPESETTING rule 28
};

struct ProgrammeSettings {
  int64_t dwell_floor_ms = 8000;
  int64_t dwell_cap_ms = 60000;
  int64_t scan_floor_ms = 5000; // the least a page stands where the round would grow too long
  double characters_per_second = 4;
  int round_target_minutes = 20;
  int guarantee_minutes = 60; // every page of every valid notice once in this, of opening hours
  bool index_page = true;     // 目录 opens each round
  std::map<std::string, int> max_age_days; // by category, over the feed's own
};

struct ReviewSettings {
  std::vector<std::string> held_words;
  int max_new_at_once = 30; // more new items than this in one poll hold the batch
  bool approve_new = false; // every new or edited item waits for staff
};

struct Settings {
  Bureau bureau;
  ScreenSettings screen;
  std::vector<FeedSpec> feeds;
  OpeningHours hours;
  ProgrammeSettings programme;
  ReviewSettings review;
  std::string disclaimer; // "以××网站公布内容为准"
  std::string path;       // the file it came from
};

} // namespace heiban
