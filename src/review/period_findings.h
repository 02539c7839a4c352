// period_findings: what staff should know of a notice's 公示期: shorter than its kind asks for, at
// odds with itself, or not to be reckoned.
// review adds them to its remarks; nothing is held for them.
// They name the notice by its id: titles of such notices may hold names that must leave the disk.
#pragma once

#include "notice/notice.h"

#include <optional>
#include <string>
#include <vector>

namespace heiban {

struct LeastPeriod {
  int working_days = 0;
  const char* kind = "";   // 公务员录用
  const char* source = ""; // 《公务员法》第三十二条
};

// By the words of title and category; none for kinds without a rule.
std::optional<LeastPeriod> least_period(const Notice& notice);

std::vector<std::string> period_findings(const Notice& notice);

} // namespace heiban
