// MessageName: what a warning message is called, so that another may update or cancel it: who sent
// it, its identifier and when. early_warning asks it of each message and of what that refers to.
// It knows nothing of what a warning says.
#pragma once

#include "feed/parse.h"
#include "markup/tree.h"

#include <optional>
#include <string>
#include <vector>

namespace heiban {

// CAP 1.2 §3.2.1: an identifier is its sender's own. In the form of GB/T 35965.1, and where an
// entry of a feed bears the message, it stands for itself, and there is no sender.
struct MessageName {
  std::string sender; // lower case
  std::string identifier;
  std::optional<Instant> sent; // none: not said, or no time; of what is referred to: at the latest
};

struct Referred {
  std::vector<MessageName> own;
  size_t foreign = 0; // messages of other senders: theirs alone to update and cancel
};

// Whether an alert is in the form of GB/T 35965.1.
bool is_chinese_form(const Node& alert);

MessageName name_of(const Node& alert, const FeedContext& context);

// CAP's "sender,identifier,sent" parted by blanks, or bare identifiers: those of the same sender,
// and by GB/T 35965.1 of the same organ, whose code they begin with. Sender and identifier name one
// message; when it was sent is often told wrongly, and only what came after this one is not meant.
Referred references_of(const Node& alert, const MessageName& name);

} // namespace heiban
