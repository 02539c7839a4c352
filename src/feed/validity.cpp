#include "feed/validity.h"

#include "base/utf8.h"
#include "calendar/read_date.h"

namespace heiban {
namespace {

constexpr size_t npos = std::string_view::npos;

std::string_view component(std::string_view text, std::string_view key) {
  const size_t at = text.find(key);
  if (at == npos)
    return {};
  const std::string_view rest = text.substr(at + key.size());
  return trim(rest.substr(0, rest.find(';')));
}

} // namespace

Validity read_validity(std::string_view text, int zone_minutes, Instant now) {
  Validity out;
  const auto read = [&](std::string_view s) { return read_date_fully(s, zone_minutes, now); };
  const auto end_of = [](const DateReading& date) {
    return date.has_time ? date.at : date.at + kDay;
  };
  std::string_view from = component(text, "start="), to = component(text, "end=");
  if (const size_t slash = text.find('/');
      from.empty() && to.empty() && slash != npos && text.find('-') < slash) {
    from = trim(text.substr(0, slash));
    to = trim(text.substr(slash + 1));
  }
  if (!from.empty() || !to.empty()) {
    if (const auto first = read(from))
      out.from = first->at;
    if (const auto last = read(to))
      out.to = end_of(*last);
    return out;
  }
  if (const auto only = read(trim(text))) {
    out.lone = true;
    out.lone_from = only->at;
    out.to = end_of(*only);
  }
  return out;
}

Urgency read_urgency(std::string_view word) {
  if (word.find("紧急") != npos || word == "urgent")
    return Urgency::Urgent;
  if (word.find("重要") != npos || word == "important")
    return Urgency::Important;
  return Urgency::Normal;
}

} // namespace heiban
