#include "app/stop.h"

#include "app/inbox.h"
#include "base/file.h"
#include "base/log.h"

#include <nlohmann/json.hpp>

namespace heiban {
namespace {

using nlohmann::json;

constexpr size_t kLargest = 64u << 10;
constexpr size_t kLongestReason = 600; // bytes; staff's remark, not a text

std::string path_of(const std::string& state) {
  return state + "/stopped.json";
}

std::string text_of(const json& from, const char* key) {
  const auto at = from.find(key);
  return at != from.end() && at->is_string() ? at->get<std::string>().substr(0, kLongestReason)
                                             : std::string();
}

std::optional<StopNews> word_in(const std::string& text) {
  const json from = json::parse(text, nullptr, false);
  if (!from.is_object())
    return std::nullopt;
  const std::string order = text_of(from, "order");
  if (order != "stop" && order != "resume")
    return std::nullopt;
  return StopNews{order == "stop", text_of(from, "reason")};
}

std::optional<Stop> load(const std::string& state) {
  const Result<std::string> text = read_file(path_of(state), kLargest);
  if (!text && text.error().kind == ErrorKind::NotFound)
    return std::nullopt;
  Stop out;
  const json from = json::parse(text ? *text : "", nullptr, false);
  if (!from.is_object())
    return out;
  out.reason = text_of(from, "reason");
  if (const Result<Instant> since = read_iso(text_of(from, "since")))
    out.since = *since;
  return out;
}

Result<void> save(const std::string& state, const Stop& stop) {
  const json out = {{"since", iso_utc(stop.since)}, {"reason", stop.reason}};
  return write_file_atomic(path_of(state),
                           out.dump(-1, ' ', false, json::error_handler_t::replace) + "\n");
}

} // namespace

std::string stop_folder(const std::string& state) {
  return inbox_folder(state) + "/board";
}

Result<void> drop_stop(const std::string& state, const std::string& reason) {
  const json word = {{"order", "stop"}, {"reason", reason}};
  return drop_word(stop_folder(state), word.dump(-1, ' ', false, json::error_handler_t::replace));
}

Result<void> drop_resume(const std::string& state) {
  return drop_word(stop_folder(state), json({{"order", "resume"}}).dump());
}

StopKeeper::StopKeeper(std::string state) : state_(std::move(state)), stopped_(load(state_)) {}

// False when the disk refuses.
bool StopKeeper::keep(const StopNews& word, Instant now) {
  if (word.stop && !stopped_)
    stopped_ = Stop{now, word.reason};
  if (!word.stop)
    stopped_.reset();
  const Result<void> kept = stopped_ ? save(state_, *stopped_) : remove_file(path_of(state_));
  if (!kept)
    log::warn("stop: {}", kept.error().message);
  return kept.has_value();
}

std::vector<StopNews> StopKeeper::take(Instant now) {
  std::vector<StopNews> out;
  for (const std::string& path : words_in(stop_folder(state_))) {
    const Result<std::string> text = read_file(path, kLargest);
    const std::optional<StopNews> word = text ? word_in(*text) : std::nullopt;
    const bool was_stopped = stopped_.has_value();
    if (!word)
      log::warn("inbox: {} is no order", path);
    const bool kept = !word || keep(*word, now);
    if (word && word->stop != was_stopped)
      out.push_back(*word);
    if (!kept)
      continue; // the word itself is then what survives a power cut
    if (const Result<void> removed = remove_file(path); !removed)
      log::warn("inbox: {}", removed.error().message);
  }
  return out;
}

} // namespace heiban
