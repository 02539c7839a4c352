#include "feed/early_warning.h"

#include "base/utf8.h"
#include "calendar/read_date.h"
#include "feed/element.h"
#include "feed/url.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace heiban {
namespace {

constexpr int kDeepest = 3; // wrappers round an <alert> in an entry's content
constexpr size_t kMostAreas = 20;
constexpr int64_t kUsualTerm = kDay; // of a warning without an end: CAP leaves it to the reader

template <class See>
void each_child(const Node& element, std::string_view name, const See& see) {
  for (const Node* child = element.first_child; child; child = child->next)
    if (!child->is_text && lower_trimmed(child->name) == name)
      see(*child);
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != text.npos;
}

// A drill that its sender marks in words alone: 【演练】, THIS IS A TEST.
bool is_called_a_drill(std::string_view text) {
  const std::string words = ascii_lower(text);
  for (const char* word : {"演练", "演习", "测试预警", "预警测试", "测试信息", "测试消息",
                           "【测试】", "（测试）", "(测试)", "exercise", "this is a test"})
    if (has(words, word))
      return true;
  return false;
}

// Why it must not be shown as real; empty when it may.
std::string not_for_the_public(const Node& alert) {
  std::string status = lower_trimmed(plain_of_child(alert, "status"));
  bool drill = is_called_a_drill(plain_of_child(alert, "note"));
  each_child(alert, "info", [&](const Node& info) {
    drill = drill || is_called_a_drill(plain_of_child(info, "headline")) ||
            is_called_a_drill(plain_of_child(info, "event"));
  });
  if (status == "actual" && drill)
    status = "exercise";
  if (status != "actual")
    return fmt::format("跳过一条预警：它是{}，不是实际发布的", status == "exercise" ? "演练"
                                                               : status == "test"   ? "测试"
                                                               : status == "draft"  ? "草稿"
                                                                                   : "系统消息");
  const std::string scope = lower_trimmed(plain_of_child(alert, "scope"));
  if (!scope.empty() && scope != "public")
    return "跳过一条预警：它不向公众发布";
  const std::string secret = lower_trimmed(plain_of_child(alert, "secclassification"));
  if (!secret.empty() && secret != "none")
    return "跳过一条预警：它标有密级";
  return {};
}

WarningLevel level_named(std::string_view text) {
  const std::string word = ascii_lower(text);
  const auto names = [&](std::string_view han, std::string_view latin) {
    return has(word, han) || has(word, latin);
  };
  if (names("红", "red"))
    return WarningLevel::Red;
  if (names("橙", "orange"))
    return WarningLevel::Orange;
  if (names("黄", "yellow"))
    return WarningLevel::Yellow;
  return names("蓝", "blue") ? WarningLevel::Blue : WarningLevel::Unsaid;
}

struct Level {
  std::string_view word;
  WarningLevel level;
};

// Longer words before those they begin with.
constexpr Level kColours[] = {{"红色", WarningLevel::Red},
                              {"橙色", WarningLevel::Orange},
                              {"黄色", WarningLevel::Yellow},
                              {"蓝色", WarningLevel::Blue}};
constexpr Level kGrades[] = {
    {"IV级预警", WarningLevel::Blue},   {"Ⅳ级预警", WarningLevel::Blue},
    {"四级预警", WarningLevel::Blue},   {"III级预警", WarningLevel::Yellow},
    {"Ⅲ级预警", WarningLevel::Yellow},  {"三级预警", WarningLevel::Yellow},
    {"II级预警", WarningLevel::Orange}, {"Ⅱ级预警", WarningLevel::Orange},
    {"二级预警", WarningLevel::Orange}, {"I级预警", WarningLevel::Red},
    {"Ⅰ级预警", WarningLevel::Red},     {"一级预警", WarningLevel::Red}};

WarningLevel first_colour(std::string_view words) {
  size_t first = words.npos;
  WarningLevel level = WarningLevel::Unsaid;
  for (const Level& one : kColours)
    if (const size_t at = words.find(one.word); at < first) {
      first = at;
      level = one.level;
    }
  return level;
}

WarningLevel last_colour(std::string_view words) {
  size_t last = 0;
  WarningLevel level = WarningLevel::Unsaid;
  for (const Level& one : kColours)
    if (const size_t at = words.rfind(one.word); at != words.npos && at >= last) {
      last = at;
      level = one.level;
    }
  return level;
}

// The colour a headline or event names as the level now: the one it is changed to, however many
// come after it for other places, else the last: 蓝色预警信号升级为黄色，其余镇街蓝色预警继续生效
// is yellow. Else a grade: Ⅱ级预警.
WarningLevel level_in_words(std::string_view words) {
  if (!has(words, "预警") && !has(words, "信号"))
    return WarningLevel::Unsaid;
  constexpr std::string_view kChanges[] = {"升级为", "升级至", "升级到", "降级为", "降级至",
                                           "降级到", "变更为", "调整为", "更新为", "升为",
                                           "升至",   "降为",   "降至",   "改为",   "改发"};
  for (const std::string_view change : kChanges)
    if (const size_t at = words.rfind(change); at != words.npos)
      if (const WarningLevel level = first_colour(words.substr(at)); level != WarningLevel::Unsaid)
        return level;
  if (const WarningLevel level = last_colour(words); level != WarningLevel::Unsaid)
    return level;
  for (const Level& one : kGrades)
    if (has(words, one.word))
      return one.level;
  return WarningLevel::Unsaid;
}

// 四级预警 by CAP's severity, where no colour is given.
WarningLevel level_of_severity(const std::string& severity) {
  return severity == "extreme"    ? WarningLevel::Red
         : severity == "severe"   ? WarningLevel::Orange
         : severity == "moderate" ? WarningLevel::Yellow
         : severity == "minor"    ? WarningLevel::Blue
                                  : WarningLevel::Unsaid;
}

bool names_colour(const std::string& value_name) {
  for (const char* word : {"color", "colour", "awareness_level", "颜色", "预警级别", "预警等级"})
    if (has(value_name, word))
      return true;
  return false;
}

WarningLevel level_of(const Node& info) {
  WarningLevel level = WarningLevel::Unsaid;
  each_child(info, "parameter", [&](const Node& parameter) {
    if (names_colour(lower_trimmed(plain_of_child(parameter, "valuename"))) &&
        level == WarningLevel::Unsaid)
      level = level_named(plain_of_child(parameter, "value"));
  });
  const std::string severity = lower_trimmed(plain_of_child(info, "severity"));
  for (const WarningLevel next :
       {level_named(severity), level_in_words(plain_of_child(info, "headline")),
        level_in_words(plain_of_child(info, "event")), level_of_severity(severity)})
    if (level == WarningLevel::Unsaid)
      level = next;
  return level;
}

Urgency urgency_for(WarningLevel level, const Node& info) {
  const bool grave = level == WarningLevel::Red || level == WarningLevel::Orange;
  const bool unlikely = lower_trimmed(plain_of_child(info, "certainty")) == "unlikely";
  return grave && !unlikely ? Urgency::Urgent : Urgency::Important;
}

// 解除暴雨橙色预警, unless another takes its place or it goes on elsewhere: 解除暴雨橙色预警，发布
// 暴雨黄色预警; 解除城关镇暴雨橙色预警，其余乡镇继续生效.
bool is_lifted(std::string_view headline) {
  const size_t at = headline.find("解除");
  if (at == headline.npos || !has(headline, "预警") || headline.substr(0, at).ends_with("未"))
    return false;
  const std::string_view after = headline.substr(at);
  for (const std::string_view word : {"发布", "变更为", "调整为", "升级为", "降级为", "改为"})
    if (has(after, word))
      return false;
  for (const std::string_view word : {"继续", "维持", "仍然", "仍在", "仍生效"})
    if (has(headline, word))
      return false;
  return true;
}

// Nothing is to be done any more: 解除, urgency Past, AllClear.
bool is_all_clear(const Node& info) {
  bool clear = lower_trimmed(plain_of_child(info, "urgency")) == "past" ||
               is_lifted(plain_of_child(info, "headline"));
  each_child(info, "responsetype",
             [&](const Node& type) { clear |= lower_trimmed(plain_of(type)) == "allclear"; });
  return clear;
}

int language_rank(const Node& info) {
  const std::string language = lower_trimmed(plain_of_child(info, "language"));
  if (language.starts_with("zh-cn") || language.starts_with("zh-hans") || language == "zh")
    return 0;
  return language.starts_with("zh") ? 1 : 2;
}

// Of several the one in Chinese; of several in it the one still in force, then the gravest.
const Node* best_info(const Node& alert) {
  const auto rank = [](const Node& info) {
    return std::tuple(language_rank(info), is_all_clear(info), -static_cast<int>(level_of(info)));
  };
  const Node* best = nullptr;
  each_child(alert, "info", [&](const Node& info) {
    if (!best || rank(info) < rank(*best))
      best = &info;
  });
  return best;
}

void add_paragraph(std::string& out, std::string_view label, const std::string& text) {
  if (!text.empty())
    out += fmt::format("{}{}{}", out.empty() ? "" : "\n", label, text);
}

std::string areas_of(const Node& info) {
  std::string out;
  size_t count = 0;
  each_child(info, "area", [&](const Node& area) {
    const std::string name = plain_of_child(area, "areadesc");
    if (!name.empty() && ++count <= kMostAreas)
      out += (out.empty() ? "" : "、") + name;
  });
  return out;
}

std::string body_of(const Node& info) {
  std::string body;
  add_paragraph(body, "", plain_of_child(info, "description"));
  add_paragraph(body, "防御指引：", plain_of_child(info, "instruction"));
  add_paragraph(body, "影响区域：", areas_of(info));
  return body;
}

// GB/T 35965.1 puts the organ into sender and a person into senderName; CAP an address and a name.
std::string author_of(const Node& alert, const Node& info) {
  const std::string sender = plain_of_child(alert, "sender"),
                    name = plain_of_child(info, "sendername");
  return is_chinese_form(alert) || name.empty() ? sender : name;
}

Entry entry_of(const Node& alert, const Node& info, MessageName name, const FeedContext& context) {
  const auto date = [&](const std::string& text) {
    return read_date(text, context.zone_minutes, context.now);
  };
  Entry entry;
  entry.id = std::move(name.identifier);
  entry.sender = std::move(name.sender);
  entry.published = entry.updated = name.sent;
  std::string event = plain_of_child(info, "event");
  entry.title = plain_of_child(info, "headline");
  const WarningLevel level = level_of(info);
  if (entry.title.empty())
    entry.title = event;
  entry.content = body_of(info);
  entry.author = author_of(alert, info);
  entry.authors = {entry.author};
  const std::string web = plain_of_child(info, "web");
  entry.link = is_http_url(web) ? web : "";
  const auto effective = date(plain_of_child(info, "effective"));
  if (effective && entry.published && *effective > *entry.published)
    entry.valid_from = effective;
  entry.valid_to = date(plain_of_child(info, "expires"));
  if (!entry.valid_to)
    entry.valid_to = effective.value_or(entry.published.value_or(context.now)) + kUsualTerm;
  entry.urgency = urgency_for(level, info);
  entry.warning = Warning{level, std::move(event)};
  return entry;
}

Entry tombstone_of(const MessageName& name) {
  Entry gone;
  gone.id = name.identifier;
  gone.sender = name.sender;
  gone.published = name.sent;
  gone.withdrawn = gone.for_good = true;
  return gone;
}

// Status, scope and kind, and what the message replaces or takes back.
WarningRead read_envelope(const Node& alert, const MessageName& name) {
  WarningRead out;
  out.remark = not_for_the_public(alert);
  if (!out.remark.empty())
    return out;
  const std::string type = lower_trimmed(plain_of_child(alert, "msgtype"));
  if (type != "alert" && type != "update" && type != "cancel") {
    out.remark = "跳过一条预警消息：它是回执或出错通知";
    return out;
  }
  out.takes_back = type == "cancel";
  out.in_force = !out.takes_back;
  if (type == "alert")
    return out;
  Referred references = references_of(alert, name);
  if (references.foreign > 0)
    out.remark = "一条预警消息要更新或解除别的单位发布的预警，没有照办：谁发布，谁解除";
  out.replaces = std::move(references.own);
  for (const MessageName& one : out.replaces)
    out.entries.push_back(tombstone_of(one));
  return out;
}

constexpr std::string_view kCapNamespace = "urn:oasis:names:tc:emergency:cap:";

bool bears(const Node& item, std::string_view name) {
  const Node* child = named_child(item, name);
  return child && child->ns.starts_with(kCapNamespace);
}

} // namespace

const Node* find_alert(const Node& node) {
  const auto is_alert = [](const Node& one) {
    return one.name.size() == 5 && ascii_lower(one.name) == "alert" &&
           named_child(one, "identifier") && named_child(one, "msgtype");
  };
  const auto find = [&](const auto& self, const Node& at, int depth) -> const Node* {
    if (is_alert(at))
      return &at;
    for (const Node* child = at.first_child; child && depth > 0; child = child->next)
      if (const Node* found = child->is_text ? nullptr : self(self, *child, depth - 1))
        return found;
    return nullptr;
  };
  return find(find, node, kDeepest);
}

WarningRead read_alert(const Node& alert, const FeedContext& context) {
  const MessageName name = name_of(alert, context);
  WarningRead out = read_envelope(alert, name);
  const Node* info = out.in_force ? best_info(alert) : nullptr;
  if (!info || is_all_clear(*info))
    return out;
  Entry entry = entry_of(alert, *info, name, context);
  out.name = name;
  if (!entry.id.empty() && !entry.title.empty())
    out.entries.push_back(std::move(entry));
  return out;
}

bool bears_warning(const Node& item) {
  return bears(item, "status") && bears(item, "msgtype");
}

WarningRead read_bearer(const Node& item, Entry entry, const FeedContext& context) {
  const MessageName name{.identifier = entry.id}; // the entry's, not the message's
  WarningRead out = read_envelope(item, name);
  if (!out.in_force || is_all_clear(item) || is_lifted(entry.title))
    return out;
  WarningLevel level = level_in_words(entry.title);
  level = level == WarningLevel::Unsaid ? level_of(item) : level;
  if (const auto end =
          read_date(plain_of_child(item, "expires"), context.zone_minutes, context.now))
    entry.valid_to = end;
  entry.urgency = urgency_for(level, item);
  entry.warning = Warning{level, plain_of_child(item, "event")};
  out.name = name;
  out.entries.push_back(std::move(entry));
  return out;
}

void take_back_successors(const std::vector<WarningRead>& read, std::vector<Entry>& entries) {
  using Key = std::pair<std::string, std::string>;
  const auto key = [](const MessageName& name) { return Key(name.sender, name.identifier); };
  std::set<Key> gone;
  for (const WarningRead& one : read)
    if (one.takes_back)
      std::ranges::transform(one.replaces, std::inserter(gone, gone.end()), key);
  for (bool more = !gone.empty(); std::exchange(more, false);)
    for (const WarningRead& one : read)
      if (!one.name.identifier.empty() && !gone.contains(key(one.name)) &&
          std::ranges::any_of(one.replaces,
                              [&](const auto& it) { return gone.contains(key(it)); })) {
        gone.insert(key(one.name));
        entries.push_back(tombstone_of(one.name));
        more = true;
      }
}

} // namespace heiban
