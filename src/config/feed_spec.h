// FeedSpec: one feed as staff describe it in heiban.toml.
// Part of Settings; feed fetches by it, review judges by it.
// It holds nothing the feed said.
#pragma once

#include "calendar/instant.h"

#include <cstdint>
#include <string>
#include <vector>

namespace heiban {

enum class FeedKind { Feed, Page, Fees };

struct PageSelectors { // kind = "page": a list page read as a feed
  std::string item, title, date, body;
};

struct FeedSpec {
  std::string name; // unique; staff's name for it
  std::string url;  // http, https, or file (absolute: file:///…)
  std::string category;
  std::string publisher; // where neither entry nor text names one; the bureau's name by default
  FeedKind kind = FeedKind::Feed;
  int64_t refresh_seconds = 600;
  int keep = 30;         // newest items shown at most
  int max_age_days = 60; // where the feed gives no end
  std::string ca_file;   // PEM, absolute; empty: the system's
  std::string pin;       // sha256//…, optional
  // Items may link to these and their subdomains only, lower case. Staff's own list, else the hosts
  // of the feed's url and of the bureau's website (without "www.").
  std::vector<std::string> link_hosts;
  bool urgent = false;                // may carry urgent items
  bool mask_personal_data = false;    // false: an item with an ID number is held
  int zone_minutes = kBeijingMinutes; // of dates without a zone
  PageSelectors selectors;
  // kind = "fees": what stands below a table that does not say so itself; empty: nothing (F7).
  std::string voluntary = "服务性收费和代收费由学生自愿选择。";
};

} // namespace heiban
