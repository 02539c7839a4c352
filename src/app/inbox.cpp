#include "app/inbox.h"

#include "base/file.h"
#include "base/log.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <random>

namespace heiban {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr size_t kLargestWord = 64u << 10;
constexpr size_t kMostTaken = 1000; // at once
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
  if (word != "approve" && word != "hold")
    return std::nullopt;
  Decision out{text_of("notice"), text_of("hash"), word == "approve"};
  if (out.notice_id.empty() && out.content_hash.empty())
    return std::nullopt;
  return out;
}

} // namespace

std::string inbox_folder(const std::string& state) {
  return state + "/inbox";
}

Result<void> drop_decision(const std::string& state, const Decision& decision) {
  if (const Result<void> made = make_folders(inbox_folder(state), 0770); !made)
    return made;
  const json word = {{"decision", decision.approve ? "approve" : "hold"},
                     {"notice", decision.notice_id},
                     {"hash", decision.content_hash}};
  std::random_device random;
  const std::string path =
      fmt::format("{}/{:08x}{:08x}{}", inbox_folder(state), random(), random(), kSuffix);
  return write_file_atomic(path, word.dump(), 0660);
}

std::vector<Decision> take_decisions(const std::string& state) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator at(inbox_folder(state), error), end; !error && at != end;
       at.increment(error))
    if (at->path().extension() == kSuffix && paths.size() < kMostTaken)
      paths.push_back(at->path());
  std::sort(paths.begin(), paths.end());
  std::vector<Decision> out;
  for (const fs::path& path : paths) {
    const Result<std::string> text = read_file(path.string(), kLargestWord);
    std::optional<Decision> decision = text ? decision_in(*text) : std::nullopt;
    if (!decision)
      log::warn("inbox: {} is no decision", path.filename().string());
    // A file that stays would be taken again and again.
    if (const Result<void> removed = remove_file(path.string()); !removed)
      log::warn("inbox: {}", removed.error().message);
    else if (decision)
      out.push_back(std::move(*decision));
  }
  return out;
}

} // namespace heiban
