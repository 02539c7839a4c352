#include "app/settle_periods.h"

#include "app/term.h"

#include <map>

namespace heiban {
namespace {

CivilDate day_of(Instant at) {
  return beijing(at).date;
}

bool settle_record(NoticeRecord& record, const HolidayCalendar& holidays) {
  Publicity period = *record.body->publicity;
  settle(period, day_of(dated_at(record)), holidays);
  const std::optional<Instant> end = end_of(period);
  const std::optional<Instant> valid_to = end ? end : record.body->valid_to;
  if (period == *record.body->publicity && valid_to == record.valid_to)
    return false;
  record.body->publicity = std::move(period);
  record.valid_to = valid_to;
  return true;
}

} // namespace

void settle_periods(std::vector<Notice>& notices, const std::vector<NoticeRecord>& known,
                    const HolidayCalendar& holidays, Instant now) {
  std::map<std::string_view, Instant> first_seen;
  for (const NoticeRecord& record : known)
    first_seen.emplace(record.id, record.first_seen);
  for (Notice& notice : notices) {
    if (!notice.publicity)
      continue;
    const auto seen = first_seen.find(notice.id);
    const Instant came = seen == first_seen.end() ? now : seen->second;
    settle(*notice.publicity, day_of(std::min(notice.published.value_or(came), came)), holidays);
  }
}

bool settle_periods(std::vector<NoticeRecord>& records, const HolidayCalendar& holidays) {
  bool changed = false;
  for (NoticeRecord& record : records)
    if (record.body && record.body->publicity)
      changed = settle_record(record, holidays) || changed;
  return changed;
}

} // namespace heiban
