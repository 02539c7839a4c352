// certificate_html: the printable paper (公示留痕证明) that a notice stood on the wall: from when
// to when, how often whole, how long, its content's hash, and the chain that proves it. `heiban
// ledger export` writes it; staff print, sign and seal it. It hides nothing: what interrupted the
// showing, and a chain that does not hold, stand in it.
#pragma once

#include "ledger/account.h"

#include <string>

namespace heiban {

struct CertificateFacts {
  std::string bureau; // its full name
  Instant made_at;
  NoticeAccount notice;
  std::map<CivilDate, DayAccount> days; // of the board
  Verification verification;            // of the whole ledger
  OpenSpans open_spans;
  // It is still among what the board shows; that it stands at that minute only a line can say.
  bool listed_yet = false;
};

std::string certificate_html(const CertificateFacts& facts);

} // namespace heiban
