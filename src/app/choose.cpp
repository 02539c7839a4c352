#include "app/choose.h"

#include <algorithm>
#include <set>

namespace heiban {
namespace {

struct Candidate {
  const NoticeRecord* record;
  Term term;
  size_t feed; // in the config's order
};

bool comes_first(const Candidate& a, const Candidate& b) {
  const Instant at = dated_at(*a.record), bt = dated_at(*b.record);
  if (at != bt)
    return at > bt;
  return a.feed != b.feed ? a.feed < b.feed : a.record->position < b.record->position;
}

// Newest first, of one feed, no more than it keeps.
std::vector<Candidate> of_feed(const FeedNotices& notices, size_t number,
                               const ProgrammeSettings& settings, Instant now) {
  std::vector<Candidate> living;
  for (const NoticeRecord& record : notices.records) {
    if (record.kind != VerdictKind::Shown || !record.body)
      continue;
    const Term term = term_of(record, notices.feed, settings);
    if (!is_over(term, now) && term.from < term.until)
      living.push_back({&record, term, number});
  }
  std::stable_sort(living.begin(), living.end(), comes_first);
  int left = notices.feed.keep;
  std::erase_if(living, [&](const Candidate& one) {
    // What is still to come takes nobody's place yet.
    const bool counts = one.term.from <= now && !is_public_notice_period(*one.record);
    return counts && left-- <= 0;
  });
  return living;
}

void put_pictures(Notice& notice, const PicturesBySrc& pictures) {
  for (Block& block : notice.blocks) {
    if (block.kind != BlockKind::Picture)
      continue;
    const auto found = pictures.find(block.src);
    if (found == pictures.end() || found->second.sha256.empty())
      continue;
    block.picture = found->second.sha256;
    block.picture_width = found->second.width;
    block.picture_height = found->second.height;
  }
}

// What makes two notices of different feeds the same to a visitor.
std::string sameness_of(const Notice& notice) {
  return notice.link.empty() ? notice.content_hash : notice.title + '\n' + notice.link;
}

} // namespace

bool is_public_notice_period(const NoticeRecord& record) {
  if (record.body && record.body->publicity)
    return true;
  return record.valid_to && record.body &&
         (record.body->title.find("公示") != std::string::npos ||
          record.body->category.find("公示") != std::string::npos);
}

std::vector<EditionNotice> choose_notices(const std::vector<FeedNotices>& feeds,
                                          const PicturesBySrc& pictures,
                                          const ProgrammeSettings& settings, Instant now) {
  std::vector<Candidate> chosen;
  std::set<std::string> seen;
  for (size_t i = 0; i < feeds.size(); ++i)
    for (Candidate& one : of_feed(feeds[i], i, settings, now))
      if (seen.insert(sameness_of(*one.record->body)).second)
        chosen.push_back(std::move(one));
  std::stable_sort(chosen.begin(), chosen.end(), comes_first);
  std::vector<EditionNotice> out;
  out.reserve(chosen.size());
  for (const Candidate& one : chosen) {
    EditionNotice& notice = out.emplace_back();
    notice.notice = *one.record->body;
    notice.from = one.term.from;
    notice.until = one.term.until;
    put_pictures(notice.notice, pictures);
  }
  return out;
}

} // namespace heiban
