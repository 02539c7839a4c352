// Where a link leads, and whether the feed may lead there: only to the hosts staff named, or to the
// feed's own. review holds an item with any other link.
// It fetches, resolves and decodes nothing: what it cannot read plainly is foreign.
#pragma once

#include "config/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

enum class LinkKind {
  Local,  // relative, fragment, mailto:, tel:, sms:, or nothing
  Remote, // http or https, with a host
  Script, // javascript:, data:, file: … : never
};

struct LinkTarget {
  LinkKind kind = LinkKind::Local;
  std::string host; // Remote: lower case, no port, no user, no trailing dot
};

// As a browser reads it (WHATWG URL): white space inside dropped, \ as /, user names skipped.
LinkTarget link_target(std::string_view link);

class LinkRules {
public:
  // Empty link_hosts: the feed's own host, with or without www. A file feed then has no host and
  // no rule: staff put the file there themselves.
  explicit LinkRules(const FeedSpec& feed);

  bool allows(const LinkTarget& target) const;

private:
  std::vector<std::string> hosts_; // and their subdomains
  std::string twin_;               // the feed's own host with www. added or taken away
  bool any_ = false;
};

// The host for a message to staff: as it is when it is plain ASCII, else a remark.
std::string host_zh(const std::string& host);

} // namespace heiban
