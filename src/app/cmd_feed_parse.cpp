// heiban feed parse: one document's bytes → what heiban reads out of it, as JSON.
#include "app/command_line.h"
#include "app/commands.h"
#include "app/setup.h"
#include "base/file.h"
#include "config/addresses.h"
#include "feed/parse.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <iostream>
#include <iterator>
#include <memory>

namespace heiban {
namespace {

using Json = nlohmann::ordered_json;
constexpr size_t kLargestFeed = 32u << 20; // bytes, as the fetcher's

struct ParseOptions {
  std::string file, type, base, at, zone = "+08:00";
};

int fail(int code, const std::string& file, const std::string& message) {
  fmt::print(stderr, "{}：{}\n", file, message);
  return code;
}

void put(Json& object, const char* key, const std::string& text) {
  if (!text.empty())
    object[key] = text;
}
void put(Json& object, const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty())
    object[key] = texts;
}
void put(Json& object, const char* key, const std::optional<Instant>& at) {
  if (at)
    object[key] = iso_utc(*at);
}

Json feed_json(const ParsedFeed& feed) {
  Json out = Json::object();
  put(out, "title", feed.title);
  put(out, "link", feed.link);
  put(out, "description", feed.description);
  put(out, "id", feed.id);
  put(out, "language", feed.language);
  put(out, "author", feed.author);
  put(out, "updated", feed.updated);
  put(out, "published", feed.published);
  put(out, "image", feed.image);
  if (feed.ttl)
    out["ttl"] = *feed.ttl;
  put(out, "categories", feed.categories);
  return out;
}

Json enclosures_json(const std::vector<Enclosure>& enclosures) {
  Json list = Json::array();
  for (const Enclosure& enclosure : enclosures) {
    Json one = {{"url", enclosure.url}};
    put(one, "type", enclosure.type);
    if (enclosure.length > 0)
      one["length"] = enclosure.length;
    put(one, "title", enclosure.title);
    list.push_back(std::move(one));
  }
  return list;
}

const char* urgency_word(Urgency urgency) {
  return urgency == Urgency::Urgent ? "紧急" : urgency == Urgency::Important ? "重要" : "";
}

// A summary that is missing is the content, as readers show it.
Json entry_json(const Entry& entry) {
  Json out = Json::object();
  put(out, "title", entry.title);
  put(out, "link", entry.link);
  put(out, "id", entry.id);
  put(out, "summary", entry.summary.empty() ? entry.content : entry.summary);
  put(out, "content", entry.content);
  put(out, "author", entry.author);
  put(out, "authors", entry.authors);
  put(out, "published", entry.published);
  put(out, "updated", entry.updated);
  put(out, "categories", entry.categories);
  if (!entry.enclosures.empty())
    out["enclosures"] = enclosures_json(entry.enclosures);
  put(out, "valid_from", entry.valid_from);
  put(out, "valid_to", entry.valid_to);
  put(out, "urgency", std::string(urgency_word(entry.urgency)));
  if (entry.withdrawn)
    out["withdrawn"] = true;
  return out;
}

void print_json(const Json& json) {
  const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::fwrite(text.data(), 1, text.size(), stdout);
}

// Entry by entry: a large feed is not held a second time as JSON.
void print_feed(const ParsedFeed& feed) {
  std::fputs("{\"feed\":", stdout);
  print_json(feed_json(feed));
  std::fputs(",\"entries\":[", stdout);
  for (size_t i = 0; i < feed.entries.size(); ++i) {
    if (i > 0)
      std::fputc(',', stdout);
    print_json(entry_json(feed.entries[i]));
  }
  std::fputs("],\"warnings\":", stdout);
  print_json(Json(feed.warnings));
  std::fputs("}\n", stdout);
}

Result<std::string> read_bytes(const std::string& file) {
  if (file != "-")
    return read_file(file, kLargestFeed);
  std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  if (bytes.size() > kLargestFeed)
    return {ErrorKind::Refused, "内容超过 32 MiB"};
  return bytes;
}

int parse_file(const ParseOptions& options) {
  FeedContext context;
  context.content_type = options.type;
  context.base_url = options.base;
  const std::optional<int> zone = read_zone_text(options.zone);
  if (!zone)
    return fail(kUsage, "--zone", "写成 +08:00 的样子");
  context.zone_minutes = *zone;
  context.now = system_now();
  if (!options.at.empty()) {
    const Result<Instant> at = read_iso(options.at);
    if (!at)
      return fail(kUsage, "--at", at.error().message);
    context.now = *at;
  }
  Result<std::string> bytes = read_bytes(options.file);
  if (!bytes)
    return bytes.error().kind == ErrorKind::NotFound
               ? fail(kMissingFile, options.file, "没有这个文件。")
               : fail(kBadInput, options.file, bytes.error().message);
  const Result<ParsedFeed> feed = parse_feed(*bytes, context);
  if (!feed)
    return fail(kBadInput, options.file, feed.error().message);
  std::string().swap(*bytes);
  print_feed(*feed);
  return kFine;
}

} // namespace

void add_feed_parse(CommandLine& feed) {
  auto options = std::make_shared<ParseOptions>();
  CommandLine command = feed.command("parse", "读一个订阅源文件，用 JSON 输出各条");
  command.required("file", options->file, "文件；- 表示标准输入");
  command.option("--type", options->type, "网站给出的 Content-Type");
  command.option("--base", options->base, "文件原来的网址");
  command.option("--zone", options->zone, "没写时区的日期按哪个时区（默认 +08:00）");
  command.option("--at", options->at, "当作现在是这个时间，用来推算没有年份的日期和“3小时前”");
  command.run([options] { return parse_file(*options); });
}

} // namespace heiban
