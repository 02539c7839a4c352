#include "app/edition_at.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/crash_note.h"
#include "edition/codec.h"

#include <fmt/format.h>

#include <cstdio>

namespace heiban {
namespace {

std::nullopt_t fail(SetupFailure& failure, int exit_code, std::string_view message) {
  fmt::print(stderr, "{}\n", message);
  failure.exit_code = exit_code;
  return std::nullopt;
}

std::nullopt_t no_edition(const Setup& setup, const Error& error, SetupFailure& failure) {
  const std::string advice = fmt::format("请先运行 heiban fetch --once --config {} --state {}",
                                         setup.settings.path, setup.state);
  switch (error.kind) {
  case ErrorKind::NotFound:
    return fail(failure, kMissingFile,
                fmt::format("{} 里还没有可显示的内容。{}。", setup.state, advice));
  case ErrorKind::Refused:
    return fail(failure, kBadInput,
                fmt::format("{} 里的内容由更新版本的 heiban 生成，本版本不能读取。请升级 heiban。",
                            setup.state));
  default:
    return fail(
        failure, kBadInput,
        fmt::format("{} 里的内容文件已损坏（{}）。{}。", setup.state, error.message, advice));
  }
}

} // namespace

std::optional<EditionAt> load_edition_at(const Setup& setup, SetupFailure& failure) {
  Result<Edition> edition = load_edition(setup.state);
  if (!edition)
    return no_edition(setup, edition.error(), failure);
  EditionAt out;
  out.edition = std::move(*edition);
  leave_out(CrashHistory::read(setup.state), out.edition); // as the board does
  if (setup.at && *setup.at < out.edition.made_at)
    return fail(failure, kUsage,
                fmt::format("--at 早于现有内容的生成时间（北京时间{}），那时的情况无从得知。"
                            "请给出不早于它的时间。",
                            moment_zh(out.edition.made_at)));
  const TrustedNow now = Clock(setup.state, setup.at).now();
  out.now = setup.at ? *setup.at : std::max(now.now, out.edition.made_at);
  out.trusted = now.trusted;
  return out;
}

} // namespace heiban
