#include "programme/contents.h"

#include <algorithm>

namespace heiban {

std::vector<ContentsGroup> contents_of(const Edition& edition, Instant now) {
  std::vector<ContentsGroup> groups;
  for (const EditionNotice& one : edition.notices) { // newest first
    if (!valid_at(one, now))
      continue;
    auto group = std::ranges::find(groups, one.notice.category, &ContentsGroup::category);
    if (group == groups.end())
      group = groups.insert(group, {one.notice.category, {}});
    group->notices.push_back(&one.notice);
  }
  return groups;
}

} // namespace heiban
