#include "programme/period.h"

namespace heiban {

namespace {

// A schedule of fees (收费公示) is put up for good and invites no objections: its end is only the
// day on which its next version begins (发改价检〔2003〕781号).
bool is_fee_schedule(const Notice& notice) {
  return notice.title.find("收费公示") != std::string::npos || notice.category == "收费公示";
}

bool called_public_notice(const Notice& notice) {
  return notice.title.find("公示") != std::string::npos ||
         notice.category.find("公示") != std::string::npos;
}

} // namespace

bool in_public_notice(const Notice& notice, Instant now) {
  if (notice.publicity) {
    const std::optional<Instant> end = end_of(*notice.publicity);
    return !end || now < *end;
  }
  return notice.valid_to && now < *notice.valid_to && called_public_notice(notice) &&
         !is_fee_schedule(notice);
}

} // namespace heiban
