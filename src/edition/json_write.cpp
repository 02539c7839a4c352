#include "edition/codec.h"
#include "edition/envelope.h"
#include "edition/notice_json.h"
#include "edition/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace heiban {
namespace {

using nlohmann::json;

// Instants a date on paper could name; anything else came from nonsense and is left out.
constexpr Instant kFirst{-62135596800}, kLast{253402300799}; // years 1 to 9999

void put(json& out, const char* key, const std::string& text) {
  if (!text.empty())
    out[key] = text;
}

void put(json& out, const char* key, int number, int usual) {
  if (number != usual)
    out[key] = number;
}

void put(json& out, const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty())
    out[key] = texts;
}

void put(json& out, const char* key, const std::optional<Instant>& at) {
  if (at && kFirst <= *at && *at <= kLast)
    out[key] = iso_utc(*at);
}

void put_always(json& out, const char* key, Instant at) {
  out[key] = iso_utc(std::clamp(at, kFirst, kLast));
}

json cell_json(const TableCell& cell) {
  if (cell.rowspan == 1 && cell.colspan == 1 && !cell.head)
    return cell.text;
  json out = {{"text", cell.text}};
  put(out, "rowspan", cell.rowspan, 1);
  put(out, "colspan", cell.colspan, 1);
  if (cell.head)
    out["head"] = true;
  return out;
}

json rows_json(const std::vector<std::vector<TableCell>>& rows) {
  json out = json::array();
  for (const auto& row : rows) {
    json cells = json::array();
    for (const TableCell& cell : row)
      cells.push_back(cell_json(cell));
    out.push_back(std::move(cells));
  }
  return out;
}

json block_json(const Block& block) {
  json out = {{"kind", word_of(block.kind)}};
  put(out, "level", block.level, 0);
  if (block.align != BlockAlign::Start)
    out["align"] = word_of(block.align);
  put(out, "text", block.text);
  for (const TextRange& range : block.bold)
    out["bold"].push_back({range.start, range.end});
  if (!block.rows.empty())
    out["rows"] = rows_json(block.rows);
  put(out, "src", block.src);
  put(out, "alt", block.alt);
  put(out, "picture", block.picture);
  put(out, "picture_width", block.picture_width, 0);
  put(out, "picture_height", block.picture_height, 0);
  put(out, "names", block.names);
  return out;
}

json notice_json(const Notice& notice) {
  json out = {{"id", notice.id}, {"hash", notice.content_hash}};
  put(out, "feed", notice.feed);
  put(out, "category", notice.category);
  put(out, "title", notice.title);
  put(out, "publisher", notice.publisher);
  put(out, "doc_number", notice.doc_number);
  put(out, "link", notice.link);
  put(out, "published", notice.published);
  put(out, "updated", notice.updated);
  put(out, "valid_from", notice.valid_from);
  put(out, "valid_to", notice.valid_to);
  if (notice.urgency != Urgency::Normal)
    out["urgency"] = word_of(notice.urgency);
  for (const Block& block : notice.blocks)
    out["blocks"].push_back(block_json(block));
  put(out, "links", notice.links);
  return out;
}

json feeds_json(const std::vector<FeedStatus>& feeds) {
  json out = json::array();
  for (const FeedStatus& feed : feeds) {
    json one = {{"name", feed.name}};
    put(one, "last_success", feed.last_success);
    put(one, "problem", feed.problem);
    out.push_back(std::move(one));
  }
  return out;
}

json edition_json(const Edition& edition) {
  json notices = json::array();
  for (const EditionNotice& one : edition.notices) {
    json out = {{"notice", notice_json(one.notice)}};
    put_always(out, "from", one.from);
    put(out, "until", one.until);
    notices.push_back(std::move(out));
  }
  json out = {{"sequence", edition.sequence}, {"feeds", feeds_json(edition.feeds)}};
  out["notices"] = std::move(notices);
  for (const EditionWithdrawal& one : edition.withdrawn) {
    json gone = {{"id", one.id}, {"hash", one.content_hash}, {"title", one.title}};
    put(gone, "reason", one.reason);
    put_always(gone, "at", one.at);
    out["withdrawn"].push_back(std::move(gone));
  }
  put_always(out, "made_at", edition.made_at);
  return out;
}

// Keys come out sorted; a byte that is no UTF-8 becomes U+FFFD.
std::string line_of(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace

std::string encode_notice(const Notice& notice) {
  return line_of(notice_json(notice));
}

std::string encode_edition(const Edition& edition) {
  return wrap(kEditionFormat, Edition::kSchema, line_of(edition_json(edition)));
}

std::string encode_feeds(const std::vector<FeedStatus>& feeds, Instant made_at) {
  json out = {{"feeds", feeds_json(feeds)}};
  put_always(out, "made_at", made_at);
  return wrap(kFeedsFormat, Edition::kSchema, line_of(out));
}

} // namespace heiban
