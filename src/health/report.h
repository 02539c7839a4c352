// Report: how the board is, for whoever looks after it: one plain value → status.json.
// The board writes it at its start and end, when something changes for the worse or the better, and
// every five minutes in between; monitoring, staff and tests read it.
// It decides nothing, and no part of heiban depends on it.
//
// status.json is one JSON object, replaced whole:
//   program, version, pid      who wrote it
//   started_at, written_at     ISO 8601 UTC
//   state                      "starting", "showing", "index", "quiet" (outside opening hours),
//                              "fallback" (no valid notice), "stopped" (紧急断播), "left" (ended)
//   stopped                    {"since", "reason"}: only while 紧急断播 is ordered
//   edition                    sequence number of the edition on the wall; 0: none
//   fresh_at                   last success of any feed, ISO 8601 UTC; absent before the first
//   standing                   {"notice", "page", "of"}: what is on the glass; notice may be ""
//   screen                     {"driver", "width", "height"}
//   presents, turns            since the start or the last change of the config: frames put on the
//                              glass, pages turned
//   transitions_left_out       turns without a transition because the machine was too slow
//   fetcher                    {"pid", "starts"}: only where the board supervises it; pid 0:
//   waiting problems                   [text]: English, at most one a kind; empty when all is well
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heiban {

struct FetcherReport {
  int pid = 0;
  int64_t starts = 0;
};

struct StopReport {
  std::string since, reason;
};

struct Report {
  std::string version, started_at, written_at;
  std::string state = "starting";
  int pid = 0;
  int64_t edition = 0;
  std::string fresh_at;
  std::string notice;
  int page = 0, of = 0;
  std::string driver;
  int width = 0, height = 0;
  int64_t presents = 0, turns = 0, transitions_left_out = 0;
  std::optional<FetcherReport> fetcher;
  std::optional<StopReport> stopped;
  std::vector<std::string> problems;
};

std::string encode_report(const Report& report);
Result<void> write_report(const std::string& path, const Report& report); // TryLater: disk refuses

} // namespace heiban
