// choose_notices: the records of all feeds → what the edition may show, newest first.
// The poller publishes what comes out; `heiban check` compares.
// Pure. It judges nothing: only what review let pass, within its term, up to each feed's number.
#pragma once

#include "app/term.h"
#include "edition/edition.h"

#include <map>
#include <string>
#include <vector>

namespace heiban {

struct FeedNotices { // both outlive the call
  const FeedSpec& feed;
  const std::vector<NoticeRecord>& records;
};

// Pictures that are to be had by their address.
using PicturesBySrc = std::map<std::string, PictureRecord>;

// A notice of two feeds is taken once, from the feed named first. Notices in their 公示期 are never
// pushed out by newer ones.
std::vector<EditionNotice> choose_notices(const std::vector<FeedNotices>& feeds,
                                          const PicturesBySrc& pictures,
                                          const ProgrammeSettings& settings, Instant now);

// True for a notice whose period of public notice (公示期) runs to a day of its own.
bool is_public_notice_period(const NoticeRecord& record);

} // namespace heiban
