#include "app/command_line.h"
#include "app/commands.h"
#include "app/inbox.h"
#include "app/setup.h"
#include "store/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace heiban {
namespace {

constexpr size_t kMatchesNamed = 10;

struct Options {
  SetupOptions setup;
  std::string notice, feed, reason;
};

int said(int code, std::string_view message) {
  fmt::print(stderr, "{}\n", message);
  return code;
}

struct Known {
  std::vector<FeedRecord> feeds;
  std::vector<NoticeRecord> notices;
};

// What the fetcher remembers; nothing, with the exit code in `code`, when there is no telling.
std::optional<Known> look_up(const std::string& state, int& code) {
  Result<Archive> archive = Archive::open_to_read(state + "/archive.db");
  if (!archive) {
    code = archive.error().kind == ErrorKind::NotFound
               ? said(kMissingFile, fmt::format("{} 里还没有抓取记录：请先运行 heiban fetch，"
                                                "或者核对 --state。",
                                                state))
               : said(kInternal, "抓取记录读不了：" + archive.error().message);
    return {};
  }
  Known out;
  Result<std::vector<FeedRecord>> feeds = archive->feeds();
  if (feeds)
    out.feeds = std::move(*feeds);
  for (const FeedRecord& feed : out.feeds)
    if (Result<std::vector<NoticeRecord>> notices = archive->notices(feed.name))
      std::ranges::move(*notices, std::back_inserter(out.notices));
  return out;
}

// By its number, its title, or words of a title that no other has.
const NoticeRecord* find(const Known& known, const std::string& wanted) {
  std::vector<const NoticeRecord*> matches, whole;
  for (const NoticeRecord& notice : known.notices) {
    if (notice.id == wanted)
      return &notice;
    if (!wanted.empty() && notice.title == wanted)
      whole.push_back(&notice);
    if (!wanted.empty() && notice.title.find(wanted) != std::string::npos)
      matches.push_back(&notice);
  }
  if (whole.size() == 1 || matches.size() == 1)
    return whole.size() == 1 ? whole.front() : matches.front();
  if (matches.empty())
    fmt::print(stderr, "没有公告“{}”。heiban check 列出全部公告和编号。\n", wanted);
  else
    fmt::print(stderr, "有 {} 条公告的标题含有“{}”，请改用编号：\n", matches.size(), wanted);
  for (size_t i = 0; i < std::min(kMatchesNamed, matches.size()); ++i)
    fmt::print(stderr, "  {}  《{}》\n", matches[i]->id, matches[i]->title);
  return nullptr;
}

int drop(const std::string& state, const Decision& decision, const std::string& done) {
  if (const Result<void> dropped = drop_decision(state, decision); !dropped)
    return said(kInternal, fmt::format("没有办成，写不了 {}：{}", inbox_folder(state),
                                       dropped.error().message));
  return said(kFine, done);
}

// An answer that was refused whole: "the feed shrinks by more than half" …
int approve_feed(const std::string& state, const Known& known, const Options& options) {
  const auto feed = std::ranges::find(known.feeds, options.feed, &FeedRecord::name);
  if (feed == known.feeds.end())
    return said(kBadInput, fmt::format("没有名为“{}”的来源。", options.feed));
  if (feed->refused.empty())
    return said(kBadInput, fmt::format("来源“{}”没有等待批准的内容。", options.feed));
  return drop(state, {"", feed->refused, true, false, options.reason},
              fmt::format("已批准来源“{}”这次的内容（{}）。几秒钟后重新读取；如果网站上又有变化，"
                          "要再看一次。",
                          options.feed, feed->problem));
}

enum class Word { Approve, Hold, Withdraw };

int decide(Word word, const Options& options) {
  const std::string state = state_folder(options.setup);
  int code = kFine;
  const std::optional<Known> known = look_up(state, code);
  if (!known)
    return code;
  if (!options.feed.empty())
    return approve_feed(state, *known, options);
  if (options.notice.empty())
    return said(kUsage, "请写出公告的编号（heiban check 里有），或者 --feed 来源名称。");
  const NoticeRecord* notice = find(*known, options.notice);
  if (!notice)
    return kBadInput;
  // The content as staff saw it: edited since, it is another one and is reviewed anew.
  const Decision decision{notice->id, notice->content_hash, word == Word::Approve,
                          word == Word::Withdraw, options.reason};
  const char* done = word == Word::Approve
                         ? "已批准《{}》。几秒钟后生效；内容以后如有改动，重新审核。"
                     : word == Word::Hold ? "已扣下《{}》，下一次换页时离开屏幕。"
                                          : "已撤下《{}》，下一次换页时离开屏幕。";
  return drop(state, decision, fmt::format(fmt::runtime(done), notice->title));
}

} // namespace

void add_decisions(CommandLine& heiban) {
  const auto add = [&](const char* name, const char* what, Word word) {
    auto options = std::make_shared<Options>();
    CommandLine command = heiban.command(name, what);
    add_setup_options(command, options->setup);
    command.option("NOTICE", options->notice, "heiban check 里的编号，或者标题里的几个字");
    command.option("--reason", options->reason, "原因，会显示在 heiban check 里");
    if (word == Word::Approve)
      command.option("--feed", options->feed, "放行这个来源被拒绝的一次更新");
    command.run([options, word] { return decide(word, *options); });
  };
  add("approve", "放行一条扣下的公告，或者一次被拒绝的更新", Word::Approve);
  add("hold", "扣下一条公告，放行以前不上屏", Word::Hold);
  add("withdraw", "撤下一条公告", Word::Withdraw);
}

} // namespace heiban
