// early_warning: one warning message (预警), of CAP 1.0 to 1.2 or in the form of GB/T 35965.1, →
// the entries it comes to: the warning itself, and a tombstone for each message it replaces or
// takes back. The XML feed reader calls it for a bare document and for one inside an entry. Nothing
// but Actual and Public is ever shown; it grants no urgency: review asks the feed's settings.
#pragma once

#include "feed/entry.h"
#include "feed/message_name.h"
#include "feed/parse.h"
#include "markup/tree.h"

#include <string>
#include <vector>

namespace heiban {

struct WarningRead {
  std::vector<Entry> entries;
  std::string remark; // Chinese: why it is not shown, or not wholly obeyed, when it is not
  MessageName name;   // of the warning, where it is one in force
  std::vector<MessageName> replaces;
  bool takes_back = false, in_force = false;
};

// The <alert> that `node` is or holds, at most a few levels down; or nullptr.
const Node* find_alert(const Node& node);

WarningRead read_alert(const Node& alert, const FeedContext& context);

// An entry that is no message itself but bears CAP's elements (cap:status, cap:event, cap:expires):
// `entry` is what it says otherwise.
bool bears_warning(const Node& item);
WarningRead read_bearer(const Node& item, Entry entry, const FeedContext& context);

// A Cancel that names only the first of a chain of Updates takes back those that came of it:
// tombstones for them are added.
void take_back_successors(const std::vector<WarningRead>& read, std::vector<Entry>& entries);

} // namespace heiban
