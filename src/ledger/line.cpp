#include "ledger/line.h"

#include "base/hash.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace heiban {
namespace {

using nlohmann::json;

constexpr std::string_view kHashKey = ",\"hash\":\"";
constexpr size_t kHashLength = 64;
constexpr size_t kTailLength = kHashKey.size() + kHashLength + 2; // …"}

json name_json(const LedgerName& name) {
  if (!name.own.empty())
    return {{"n", name.number}, {"own", name.own}};
  json out = {{"n", name.number},
              {"id", name.notice_id},
              {"hash", name.content_hash},
              {"title", name.title}};
  if (!name.category.empty())
    out["category"] = name.category;
  if (!name.doc_number.empty())
    out["document"] = name.doc_number;
  if (name.period_from && name.period_to)
    out["period"] = {iso_utc(*name.period_from), iso_utc(*name.period_to)};
  return out;
}

json shown_json(const LedgerShown& one) {
  json out = {one.name, one.page, one.of, one.from_seconds, one.to_seconds};
  if (one.continues)
    out.push_back(1);
  return out;
}

json body_of(const LedgerLine& line) {
  json out = {{"kind", line.kind}, {"from", iso_utc(line.from)}, {"prev", line.prev}};
  if (line.to != line.from)
    out["to"] = iso_utc(line.to);
  if (!line.trusted)
    out["trusted"] = false;
  for (const LedgerName& name : line.names)
    out["names"].push_back(name_json(name));
  for (const LedgerShown& one : line.shown)
    out["shown"].push_back(shown_json(one));
  if (!line.cause.empty())
    out["cause"] = line.cause;
  if (!line.boot.empty())
    out["boot"] = line.boot;
  if (line.told)
    out["told"] = iso_utc(*line.told);
  if (!line.event.empty()) {
    out["event"] = line.event;
    out["reason"] = line.reason;
    if (line.at)
      out["at"] = iso_utc(*line.at);
  }
  if (line.kind == "day")
    out["notices"] = line.notices;
  if (line.kind == "day" || line.kind == "full") {
    out["showings"] = line.showings;
    out["on_air_seconds"] = line.on_air_seconds;
  }
  return out;
}

Instant instant_of(const json& from) {
  const Result<Instant> at = read_iso(from.get<std::string>());
  if (!at)
    throw std::invalid_argument(at.error().message);
  return *at;
}

Instant instant_in(const json& from, const char* key) {
  return instant_of(from.at(key));
}

std::optional<Instant> maybe_instant_in(const json& from, const char* key) {
  return from.contains(key) ? std::optional(instant_in(from, key)) : std::nullopt;
}

LedgerName name_in(const json& from) {
  LedgerName out;
  out.number = from.at("n").get<int>();
  out.notice_id = from.value("id", "");
  out.content_hash = from.value("hash", "");
  out.title = from.value("title", "");
  out.category = from.value("category", "");
  out.doc_number = from.value("document", "");
  if (from.contains("period")) {
    out.period_from = instant_of(from["period"].at(0));
    out.period_to = instant_of(from["period"].at(1));
  }
  out.own = from.value("own", "");
  return out;
}

LedgerShown shown_in(const json& from) {
  return {from.at(0).get<int>(),     from.at(1).get<int>(),     from.at(2).get<int>(),
          from.at(3).get<int64_t>(), from.at(4).get<int64_t>(), from.size() > 5};
}

// Throws what nlohmann throws where a field is not what it should be.
LedgerLine line_in(const json& from) {
  LedgerLine out;
  out.kind = from.at("kind").get<std::string>();
  out.from = instant_in(from, "from");
  out.to = from.contains("to") ? instant_in(from, "to") : out.from;
  out.prev = from.at("prev").get<std::string>();
  out.trusted = from.value("trusted", true);
  for (const json& one : from.value("names", json::array()))
    out.names.push_back(name_in(one));
  for (const json& one : from.value("shown", json::array()))
    out.shown.push_back(shown_in(one));
  out.cause = from.value("cause", "");
  out.boot = from.value("boot", "");
  out.told = maybe_instant_in(from, "told");
  out.event = from.value("event", "");
  out.reason = from.value("reason", "");
  out.at = maybe_instant_in(from, "at");
  out.notices = from.value("notices", 0);
  out.showings = from.value("showings", 0);
  out.on_air_seconds = from.value("on_air_seconds", int64_t{0});
  return out;
}

} // namespace

std::string first_prev() {
  return std::string(kHashLength, '0');
}

std::string write_line(LedgerLine& line) {
  std::string text = body_of(line).dump(-1, ' ', false, json::error_handler_t::replace);
  line.hash = sha256_hex(text);
  text.pop_back(); // the closing brace comes back after the hash
  return fmt::format("{}{}{}\"}}", text, kHashKey, line.hash);
}

Result<LedgerLine> read_line(std::string_view text) {
  const Error malformed{ErrorKind::Malformed, "not a line of a ledger"};
  if (text.size() <= kTailLength || text.size() > kLongestLedgerLine)
    return malformed;
  const std::string_view tail = text.substr(text.size() - kTailLength);
  if (!tail.starts_with(kHashKey) || !tail.ends_with("\"}"))
    return malformed;
  const std::string_view hash = tail.substr(kHashKey.size(), kHashLength);
  const std::string body = std::string(text.substr(0, text.size() - kTailLength)) + "}";
  if (sha256_hex(body) != hash)
    return Error{ErrorKind::Malformed, "altered: the hash is not that of the line"};
  try {
    LedgerLine line = line_in(json::parse(body));
    line.hash = hash;
    return line;
  } catch (const std::exception& error) {
    return Error{ErrorKind::Malformed, error.what()};
  }
}

} // namespace heiban
