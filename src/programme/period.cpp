#include "programme/period.h"

namespace heiban {

bool in_public_notice(const Notice& notice, Instant now) {
  const bool called_so = notice.title.find("公示") != std::string::npos ||
                         notice.category.find("公示") != std::string::npos;
  return notice.valid_to && now < *notice.valid_to && called_so;
}

} // namespace heiban
