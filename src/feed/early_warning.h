// early_warning: one warning message (预警), of CAP 1.0 to 1.2 or in the form of GB/T 35965.1, →
// the entries it comes to: the warning itself, and a tombstone for each message it replaces or
// takes back. The XML feed reader calls it for a bare document and for one inside an entry. Nothing
// but Actual and Public is ever shown; it grants no urgency: review asks the feed's settings.
#pragma once

#include "feed/entry.h"
#include "feed/parse.h"
#include "markup/tree.h"

#include <string>
#include <vector>

namespace heiban {

struct WarningRead {
  std::vector<Entry> entries;
  std::string skipped; // Chinese: why it is not shown, when it is not
};

// The <alert> that `node` is or holds, at most a few levels down; or nullptr.
const Node* find_alert(const Node& node);

WarningRead read_alert(const Node& alert, const FeedContext& context);

} // namespace heiban
