// read_publicity: what a notice says of its 公示期, in its text and in the feed's own fields.
// make_notice calls it once the blocks are there. What comes out is as said: settle() counts it.
// A fee schedule, a rule about how others are to publish, and what is over (已公示, 公示后) have
// none.
#pragma once

#include "notice/notice.h"

namespace heiban {

// The feed's fields (valid_from, valid_to) stand before the text; the text then still says how many
// days it means. Years that are not written are those next to the day of publication. None where
// the notice puts nothing up for objection, or does not say for how long.
std::optional<Publicity> read_publicity(const Notice& notice, CivilDate published);

// Whether the notice puts something up for objection (公示); not so a fee schedule, which is put up
// for good (发改价检〔2003〕781号).
bool puts_up_for_objection(const Notice& notice);

} // namespace heiban
