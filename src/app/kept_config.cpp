#include "app/kept_config.h"

#include "app/commands.h"
#include "base/file.h"
#include "base/log.h"

#include <fmt/format.h>

#include <cstdio>

namespace heiban {
namespace {

std::string copy_in(const std::string& state, ConfigOwner owner) {
  return state + (owner == ConfigOwner::Board ? "/config.board.toml" : "/config.fetch.toml");
}

ConfigOwner other(ConfigOwner owner) {
  return owner == ConfigOwner::Board ? ConfigOwner::Fetch : ConfigOwner::Board;
}

// The copy's first line: a comment that says of which file it is one.
std::string first_line(const std::string& path) {
  return fmt::format("# {}\n", path);
}

std::optional<std::string> read_copy(const std::string& state, ConfigOwner owner,
                                     const std::string& path) {
  const Result<std::string> text = read_file(copy_in(state, owner), 2 * kLargestConfig);
  if (!text || !text->starts_with(first_line(path)))
    return std::nullopt;
  return text->substr(first_line(path).size());
}

} // namespace

void keep_config(const std::string& state, const std::string& path, ConfigOwner owner) {
  const Result<std::string> text = read_file(path, kLargestConfig);
  if (!text || read_copy(state, owner, path) == *text || !load_settings(path).ok())
    return;
  Result<void> kept = make_folders(state);
  if (kept)
    kept = write_file_atomic(copy_in(state, owner), first_line(path) + *text);
  if (!kept)
    log::warn("the config is not kept: {}", kept.error().message);
}

std::optional<Setup> load_setup_or_kept(const SetupOptions& options, ConfigOwner owner,
                                        SetupFailure& failure) {
  std::optional<Setup> setup = load_setup(options, failure);
  if (setup)
    return setup;
  if (failure.exit_code != kConfigError && failure.exit_code != kMissingFile)
    return std::nullopt;
  const std::string state = state_folder(options), path = config_path(options);
  std::optional<std::string> text = read_copy(state, owner, path);
  if (!text)
    text = read_copy(state, other(owner), path);
  if (!text)
    return std::nullopt;
  SetupFailure again;
  setup = load_setup(options, again, &*text);
  if (setup)
    fmt::print(stderr, "先用上一次正确的设置；改好并保存以后，几秒钟内自动换上。\n");
  return setup;
}

} // namespace heiban
