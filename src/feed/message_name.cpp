#include "feed/message_name.h"

#include "base/utf8.h"
#include "calendar/read_date.h"
#include "feed/element.h"

#include <algorithm>
#include <string_view>

namespace heiban {
namespace {

constexpr size_t kMostReferences = 100;
constexpr std::string_view kBlanks = " \t\r\n;";

// 10:00:00 behind a date, as in 2026-11-24 10:00:00+08:00.
bool begins_clock(std::string_view text) {
  const auto digit = [&](size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  return text.size() >= 5 && digit(0) && digit(1) && text[2] == ':' && digit(3) && digit(4);
}

// The next reference, from `at` on, which moves past it. A blank at a comma or before a clock parts
// nothing.
std::string next_reference(std::string_view all, size_t& at) {
  std::string out;
  at = std::min(all.find_first_not_of(kBlanks, at), all.size());
  while (at < all.size()) {
    if (kBlanks.find(all[at]) == kBlanks.npos) {
      out += all[at++];
      continue;
    }
    const size_t next = std::min(all.find_first_not_of(kBlanks, at), all.size());
    const bool at_comma = out.back() == ',' || (next < all.size() && all[next] == ',');
    const bool at_clock = std::ranges::count(out, ',') == 2 && begins_clock(all.substr(next));
    if (!at_comma && !at_clock)
      break;
    out += at_clock ? " " : "";
    at = next;
  }
  return out;
}

MessageName read_reference(const std::string& text) {
  const size_t first = text.find(','), last = text.rfind(',');
  MessageName out;
  if (first == text.npos) {
    out.identifier = text;
    return out;
  }
  out.sender = lower_trimmed(text.substr(0, first));
  out.identifier = text.substr(first + 1, last > first ? last - first - 1 : text.npos);
  return out;
}

// GB/T 35965.1 annex A: an identifier is the code of the unit that issued it, 14 digits, a time and
// a number. Of the code the first six are the place and three the organ; desks of it come after.
std::string_view organ_code(std::string_view identifier) {
  constexpr size_t kUnit = 14, kOrgan = 9;
  const size_t digits = std::min(identifier.find_first_not_of("0123456789"), identifier.size());
  const bool has_code = digits == kUnit && identifier.size() > kUnit && identifier[kUnit] == '_';
  return has_code ? identifier.substr(0, kOrgan) : std::string_view();
}

bool of_same_organ(const MessageName& one, const MessageName& other) {
  const std::string_view code = organ_code(one.identifier), of_other = organ_code(other.identifier);
  return code.empty() || of_other.empty() || code == of_other;
}

bool is_own(const MessageName& reference, const MessageName& name, const Node& alert) {
  if (reference.sender.empty())
    return of_same_organ(reference, name);
  const std::string sender = lower_trimmed(plain_of_child(alert, "sender"));
  return sender.empty() || reference.sender == sender ||
         reference.sender == lower_trimmed(plain_of_child(alert, "sendercode"));
}

} // namespace

bool is_chinese_form(const Node& alert) {
  return named_child(alert, "sendtime") || named_child(alert, "sendercode");
}

MessageName name_of(const Node& alert, const FeedContext& context) {
  MessageName out;
  if (!is_chinese_form(alert))
    out.sender = lower_trimmed(plain_of_child(alert, "sender"));
  out.identifier = plain_of_child(alert, "identifier");
  const std::string sent = plain_of_child(alert, "sent");
  out.sent = read_date(sent.empty() ? plain_of_child(alert, "sendtime") : sent,
                       context.zone_minutes, context.now);
  return out;
}

Referred references_of(const Node& alert, const MessageName& name) {
  Referred out;
  const std::string all = plain_of_child(alert, "references");
  for (size_t at = 0, count = 0; at < all.size() && count < kMostReferences; ++count) {
    MessageName one = read_reference(next_reference(all, at));
    if (one.identifier.empty())
      continue;
    if (!is_own(one, name, alert)) {
      ++out.foreign;
      continue;
    }
    one.sender = name.sender;
    one.sent = name.sent;
    out.own.push_back(std::move(one));
  }
  return out;
}

} // namespace heiban
