#include "app/picture_keeper.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/log.h"
#include "feed/url.h"
#include "picture/clean.h"
#include "review/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace heiban {
namespace {

namespace fs = std::filesystem;

constexpr int64_t kFirstRetry = 10 * kMinute, kLongestRetry = kDay;
constexpr const char* kAccept = "image/png, image/jpeg, image/webp;q=0.9, */*;q=0.1";

bool is_there(const std::string& media, const std::string& sha256) {
  std::error_code error;
  return fs::is_regular_file(media + "/" + sha256 + ".png", error);
}

// A picture of a file feed lies beside it or below; elsewhere on the machine is nobody's picture.
bool lies_beside(const std::string& src, const std::string& feed_url) {
  const std::string folder = feed_url.substr(0, feed_url.rfind('/') + 1);
  return src.starts_with(folder) && src.find("/../") == std::string::npos &&
         src.find('%') == std::string::npos;
}

bool may_fetch(const std::string& src, const FeedSpec& feed) {
  if (url_scheme(src) == "file")
    return url_scheme(feed.url) == "file" && lies_beside(src, feed.url);
  return is_http_url(src) && LinkRules(feed).allows(link_target(src));
}

std::set<std::string> named_by(const std::vector<EditionNotice>& notices,
                               std::string Block::*member) {
  std::set<std::string> out;
  for (const EditionNotice& one : notices)
    for (const Block& block : one.notice.blocks)
      if (block.kind == BlockKind::Picture && !(block.*member).empty())
        out.insert(block.*member);
  return out;
}

const FeedSpec* find_feed(const std::vector<FeedSpec>& feeds, const std::string& name) {
  const auto at = std::ranges::find(feeds, name, &FeedSpec::name);
  return at == feeds.end() ? nullptr : &*at;
}

} // namespace

PictureKeeper::PictureKeeper(Archive& archive, Fetcher& fetcher, std::string media)
    : archive_(archive), fetcher_(fetcher), media_(std::move(media)) {}

Result<void> PictureKeeper::load() {
  const Result<std::vector<PictureRecord>> read = archive_.pictures();
  if (!read)
    return read.error();
  for (const PictureRecord& picture : *read)
    if (picture.sha256.empty() || is_there(media_, picture.sha256))
      known_[picture.src] = picture;
  return {};
}

Result<CleanPicture> PictureKeeper::fetch_clean(const std::string& src,
                                                const FeedSpec& feed) const {
  if (!may_fetch(src, feed))
    return Error{ErrorKind::Refused, "图片地址不在允许的网站之内"};
  FetchRequest request;
  request.url = src;
  request.ca_file = feed.ca_file;
  request.accept = kAccept;
  request.max_bytes = PictureLimits{}.bytes;
  request.allow_file = url_scheme(feed.url) == "file";
  // A host that the config itself names may stand in the bureau's own network.
  request.allow_private =
      url_host(src) == url_host(feed.url) || std::ranges::count(feed.link_hosts, url_host(src)) > 0;
  const Result<FetchResponse> response = fetcher_.fetch(request);
  if (!response)
    return response.error();
  if (response->status != 200)
    return Error{ErrorKind::TryLater, fmt::format("网站答复 {}", response->status)};
  return clean_picture(response->body);
}

void PictureKeeper::fetch(const std::string& src, const FeedSpec& feed, Instant now) {
  PictureRecord record = known_.contains(src) ? known_[src] : PictureRecord{src};
  Result<CleanPicture> clean = fetch_clean(src, feed);
  Result<void> written;
  if (clean) {
    record.sha256 = sha256_hex(clean->png);
    record.width = clean->width;
    record.height = clean->height;
    record.reason.clear();
    record.failures = 0;
    written = write_file_atomic(fmt::format("{}/{}.png", media_, record.sha256), clean->png);
  }
  if (!clean || !written) {
    record.sha256.clear();
    record.reason = clean ? "图片存不下来，磁盘可能已满" : clean.error().message;
    record.failures = std::min(record.failures + 1, 30);
    const int64_t wait = kFirstRetry << std::min(record.failures - 1, 8);
    const bool for_good = !clean && clean.error().kind != ErrorKind::TryLater;
    record.try_again = now + (for_good ? kLongestRetry : std::min(wait, kLongestRetry));
    log::warn("a picture of feed {} is not to be had", feed.name);
  }
  known_[src] = record;
  if (const Result<void> saved = archive_.save_picture(record); !saved)
    log::warn("{}", saved.error().message);
}

int PictureKeeper::fetch_wanted(const std::vector<EditionNotice>& notices,
                                const std::vector<FeedSpec>& feeds, int most, Instant now) {
  std::set<std::string> seen;
  int left = 0;
  for (const EditionNotice& one : notices)
    for (const Block& block : one.notice.blocks) {
      if (block.kind != BlockKind::Picture || block.src.empty() || !seen.insert(block.src).second)
        continue;
      const auto found = known_.find(block.src);
      const bool wanted =
          found == known_.end() || (found->second.sha256.empty() && found->second.try_again <= now);
      const FeedSpec* feed = find_feed(feeds, one.notice.feed);
      if (!wanted || !feed)
        continue;
      if (most-- > 0)
        fetch(block.src, *feed, now);
      else
        ++left;
    }
  return left;
}

void PictureKeeper::purge(const std::vector<EditionNotice>& notices,
                          const std::vector<EditionNotice>& before) {
  std::set<std::string> files = named_by(notices, &Block::picture);
  files.merge(named_by(before, &Block::picture));
  std::error_code error;
  std::vector<fs::path> gone;
  for (fs::directory_iterator at(media_, error), end; !error && at != end; at.increment(error))
    if (!files.contains(at->path().stem().string()) || at->path().extension() != ".png")
      gone.push_back(at->path());
  for (const fs::path& path : gone)
    if (const Result<void> removed = remove_file(path.string()); !removed)
      log::warn("media: {}", removed.error().message);

  const std::set<std::string> named = named_by(notices, &Block::src);
  std::erase_if(known_, [&](const auto& one) {
    const bool kept = named.contains(one.first) || files.contains(one.second.sha256);
    if (!kept)
      if (const Result<void> forgotten = archive_.forget_picture(one.first); !forgotten)
        log::warn("{}", forgotten.error().message);
    return !kept;
  });
}

} // namespace heiban
