// KeptConfig: the last heiban.toml without a mistake, kept in the state folder, so that a board or
// a fetcher that starts while staff are in the middle of an edit (or after a power cut in one) goes
// on with what was right. cmd_board, cmd_run, cmd_fetch and their loops use it; the commands
// that staff type do not: they name the mistake. It judges no config: load_setup does.
#pragma once

#include "app/setup.h"

#include <optional>

namespace heiban {

// Whose copy: each process writes its own, config.board.toml or config.fetch.toml.
enum class ConfigOwner { Board, Fetch };

// load_setup of the file as it is; else of the copy, the process's own or the other's, if it was
// made of a file at the same path. What is wrong with the file is printed either way.
std::optional<Setup> load_setup_or_kept(const SetupOptions& options, ConfigOwner owner,
                                        SetupFailure& failure);

// Makes the copy new, where the file has changed and has no mistake. Only for whoever holds the
// process's lock. A disk that refuses is logged and does not matter.
void keep_config(const std::string& state, const std::string& path, ConfigOwner owner);

} // namespace heiban
