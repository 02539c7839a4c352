#include "feed/early_warning.h"

#include "base/utf8.h"
#include "calendar/read_date.h"
#include "feed/element.h"
#include "feed/url.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace heiban {
namespace {

constexpr int kDeepest = 3; // wrappers round an <alert> in an entry's content
constexpr size_t kMostReferences = 100, kMostAreas = 20;
constexpr int64_t kUsualTerm = kDay; // of a warning without an end: CAP leaves it to the reader

std::string text_of(const Node& element, std::string_view name) {
  const Node* child = named_child(element, name);
  return child ? plain_of(*child) : std::string();
}

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
  std::string status = lower_trimmed(text_of(alert, "status"));
  bool drill = is_called_a_drill(text_of(alert, "note"));
  each_child(alert, "info", [&](const Node& info) {
    drill = drill || is_called_a_drill(text_of(info, "headline")) ||
            is_called_a_drill(text_of(info, "event"));
  });
  if (status == "actual" && drill)
    status = "exercise";
  if (status != "actual")
    return fmt::format("跳过一条预警：它是{}，不是实际发布的", status == "exercise" ? "演练"
                                                               : status == "test"   ? "测试"
                                                               : status == "draft"  ? "草稿"
                                                                                   : "系统消息");
  const std::string scope = lower_trimmed(text_of(alert, "scope"));
  if (!scope.empty() && scope != "public")
    return "跳过一条预警：它不向公众发布";
  const std::string secret = lower_trimmed(text_of(alert, "secclassification"));
  if (!secret.empty() && secret != "none")
    return "跳过一条预警：它标有密级";
  return {};
}

// CAP: sender,identifier,sent parted by blanks; GB/T 35965.1: the identifiers themselves.
std::vector<std::string> references_of(const Node& alert) {
  std::vector<std::string> out;
  const std::string all = text_of(alert, "references");
  for (size_t at = 0; at < all.size() && out.size() < kMostReferences;) {
    const size_t end = std::min(all.find_first_of(" \t\r\n;", at), all.size());
    const std::string_view one = std::string_view(all).substr(at, end - at);
    at = end + 1;
    const size_t first = one.find(','), last = one.rfind(',');
    if (first == one.npos) {
      if (!one.empty())
        out.emplace_back(one);
    } else {
      out.emplace_back(one.substr(first + 1, last > first ? last - first - 1 : one.npos));
    }
  }
  return out;
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

// The last colour a headline or event names as a level: 暴雨橙色预警升级为红色预警 is red.
WarningLevel level_in_words(std::string_view words) {
  constexpr size_t kHan = 3; // bytes
  size_t last = 0;
  for (const std::string_view mark : {"色预警", "色信号"})
    if (const size_t at = words.rfind(mark); at != words.npos)
      last = std::max(last, at);
  return last < kHan ? WarningLevel::Unsaid : level_named(words.substr(last - kHan, kHan));
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
    if (names_colour(lower_trimmed(text_of(parameter, "valuename"))) &&
        level == WarningLevel::Unsaid)
      level = level_named(text_of(parameter, "value"));
  });
  const std::string severity = lower_trimmed(text_of(info, "severity"));
  for (const WarningLevel next :
       {level_named(severity), level_in_words(text_of(info, "headline")),
        level_in_words(text_of(info, "event")), level_of_severity(severity)})
    if (level == WarningLevel::Unsaid)
      level = next;
  return level;
}

Urgency urgency_for(WarningLevel level, const Node& info) {
  const bool grave = level == WarningLevel::Red || level == WarningLevel::Orange;
  const bool unlikely = lower_trimmed(text_of(info, "certainty")) == "unlikely";
  return grave && !unlikely ? Urgency::Urgent : Urgency::Important;
}

// 解除暴雨橙色预警, unless another takes its place: 解除暴雨橙色预警，发布暴雨黄色预警.
bool is_lifted(std::string_view headline) {
  const size_t at = headline.find("解除");
  return at != headline.npos && has(headline, "预警") && !has(headline.substr(at), "发布");
}

// Nothing is to be done any more: 解除, urgency Past, AllClear.
bool is_all_clear(const Node& info) {
  bool clear =
      lower_trimmed(text_of(info, "urgency")) == "past" || is_lifted(text_of(info, "headline"));
  each_child(info, "responsetype",
             [&](const Node& type) { clear |= lower_trimmed(plain_of(type)) == "allclear"; });
  return clear;
}

int language_rank(const Node& info) {
  const std::string language = lower_trimmed(text_of(info, "language"));
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
    const std::string name = text_of(area, "areadesc");
    if (!name.empty() && ++count <= kMostAreas)
      out += (out.empty() ? "" : "、") + name;
  });
  return out;
}

std::string body_of(const Node& info) {
  std::string body;
  add_paragraph(body, "", text_of(info, "description"));
  add_paragraph(body, "防御指引：", text_of(info, "instruction"));
  add_paragraph(body, "影响区域：", areas_of(info));
  return body;
}

// GB/T 35965.1 puts the organ into sender and a person into senderName; CAP an address and a name.
std::string author_of(const Node& alert, const Node& info) {
  const std::string sender = text_of(alert, "sender"), name = text_of(info, "sendername");
  const bool chinese_form = named_child(alert, "sendtime") || named_child(alert, "sendercode");
  return chinese_form || name.empty() ? sender : name;
}

Entry entry_of(const Node& alert, const Node& info, const FeedContext& context) {
  const auto date = [&](const std::string& text) {
    return read_date(text, context.zone_minutes, context.now);
  };
  Entry entry;
  entry.id = text_of(alert, "identifier");
  std::string event = text_of(info, "event");
  entry.title = text_of(info, "headline");
  const WarningLevel level = level_of(info);
  if (entry.title.empty())
    entry.title = event;
  entry.content = body_of(info);
  entry.author = author_of(alert, info);
  entry.authors = {entry.author};
  const std::string web = text_of(info, "web");
  entry.link = is_http_url(web) ? web : "";
  const std::string sent = text_of(alert, "sent");
  entry.published = date(sent.empty() ? text_of(alert, "sendtime") : sent);
  entry.updated = entry.published;
  const auto effective = date(text_of(info, "effective"));
  if (effective && entry.published && *effective > *entry.published)
    entry.valid_from = effective;
  entry.valid_to = date(text_of(info, "expires"));
  if (!entry.valid_to)
    entry.valid_to = effective.value_or(entry.published.value_or(context.now)) + kUsualTerm;
  entry.urgency = urgency_for(level, info);
  entry.warning = Warning{level, std::move(event)};
  return entry;
}

Entry tombstone_of(const std::string& id) {
  Entry gone;
  gone.id = id;
  gone.withdrawn = gone.for_good = true;
  return gone;
}

// Status, scope and kind, and what the message replaces or takes back.
WarningRead read_envelope(const Node& alert) {
  WarningRead out;
  out.skipped = not_for_the_public(alert);
  if (!out.skipped.empty())
    return out;
  const std::string type = lower_trimmed(text_of(alert, "msgtype"));
  if (type != "alert" && type != "update" && type != "cancel") {
    out.skipped = "跳过一条预警消息：它是回执或出错通知";
    return out;
  }
  out.takes_back = type == "cancel";
  out.in_force = !out.takes_back;
  if (type == "alert")
    return out;
  out.replaces = references_of(alert);
  for (const std::string& id : out.replaces)
    out.entries.push_back(tombstone_of(id));
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
  WarningRead out = read_envelope(alert);
  const Node* info = out.in_force ? best_info(alert) : nullptr;
  if (!info || is_all_clear(*info))
    return out;
  Entry entry = entry_of(alert, *info, context);
  out.id = entry.id;
  if (!entry.id.empty() && !entry.title.empty())
    out.entries.push_back(std::move(entry));
  return out;
}

bool bears_warning(const Node& item) {
  return bears(item, "status") && bears(item, "msgtype");
}

WarningRead read_bearer(const Node& item, Entry entry, const FeedContext& context) {
  WarningRead out = read_envelope(item);
  if (!out.in_force || is_all_clear(item) || is_lifted(entry.title))
    return out;
  WarningLevel level = level_in_words(entry.title);
  level = level == WarningLevel::Unsaid ? level_of(item) : level;
  if (const auto end = read_date(text_of(item, "expires"), context.zone_minutes, context.now))
    entry.valid_to = end;
  entry.urgency = urgency_for(level, item);
  entry.warning = Warning{level, text_of(item, "event")};
  out.id = entry.id;
  out.entries.push_back(std::move(entry));
  return out;
}

void take_back_successors(const std::vector<WarningRead>& read, std::vector<Entry>& entries) {
  std::set<std::string> gone;
  for (const WarningRead& one : read)
    if (one.takes_back)
      gone.insert(one.replaces.begin(), one.replaces.end());
  for (bool more = !gone.empty(); std::exchange(more, false);)
    for (const WarningRead& one : read)
      if (!one.id.empty() && !gone.contains(one.id) &&
          std::ranges::any_of(one.replaces, [&](const auto& id) { return gone.contains(id); })) {
        gone.insert(one.id);
        entries.push_back(tombstone_of(one.id));
        more = true;
      }
}

} // namespace heiban
