#include "app/inbox.h"

#include "base/file.h"
#include "base/log.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>

namespace heiban {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr size_t kLargestWord = 64u << 10;
constexpr size_t kMostTaken = 1000;    // at once
constexpr size_t kLongestReason = 600; // bytes
constexpr std::string_view kSuffix = ".json";

std::optional<Decision> decision_in(const std::string& text) {
  const json from = json::parse(text, nullptr, false);
  if (!from.is_object())
    return std::nullopt;
  const auto text_of = [&](const char* key) {
    const auto at = from.find(key);
    return at != from.end() && at->is_string() ? at->get<std::string>() : std::string();
  };
  const std::string word = text_of("decision");
  if (word != "approve" && word != "hold" && word != "withdraw")
    return std::nullopt;
  Decision out{text_of("notice"), text_of("hash"), word == "approve", word == "withdraw",
               text_of("reason").substr(0, kLongestReason)};
  if (out.notice_id.empty() && out.content_hash.empty())
    return std::nullopt;
  return out;
}

} // namespace

std::string inbox_folder(const std::string& state) {
  return state + "/inbox";
}

Result<void> drop_word(const std::string& folder, const std::string& text) {
  // Its readers are of the same group; they may not read it half written.
  if (const Result<void> made = make_folders(folder, 0770); !made)
    return made;
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(since).count();
  std::random_device random;
  return write_file_atomic(fmt::format("{}/{:016x}-{:08x}{}", folder, micros, random(), kSuffix),
                           text, 0644); // the folder says who may come; root's words are read too
}

std::vector<std::string> words_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == kSuffix && paths.size() < kMostTaken)
      paths.push_back(at->path().string());
  std::ranges::sort(paths);
  return paths;
}

Result<void> drop_decision(const std::string& state, const Decision& decision) {
  const json word = {{"decision", decision.approve    ? "approve"
                                  : decision.withdraw ? "withdraw"
                                                      : "hold"},
                     {"notice", decision.notice_id},
                     {"hash", decision.content_hash},
                     {"reason", decision.reason}};
  return drop_word(inbox_folder(state), word.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::vector<Decision> take_decisions(const std::string& state) {
  std::vector<Decision> out;
  for (const std::string& path : words_in(inbox_folder(state))) {
    const Result<std::string> text = read_file(path, kLargestWord);
    std::optional<Decision> decision = text ? decision_in(*text) : std::nullopt;
    if (!decision)
      log::warn("inbox: {} is no decision", fs::path(path).filename().string());
    // A file that stays would be taken again and again.
    if (const Result<void> removed = remove_file(path); !removed)
      log::warn("inbox: {}", removed.error().message);
    else if (decision)
      out.push_back(std::move(*decision));
  }
  return out;
}

} // namespace heiban
