#include "ledger/table.h"

#include "ledger/words.h"

#include <fmt/format.h>

namespace heiban {
namespace {

constexpr std::string_view kHead =
    "\xEF\xBB\xBF类别,日期,开始,结束,秒数,标题,页,共几页,栏目,文号,公告编号,内容指纹\r\n";

std::string clock_of(Instant at) {
  const CivilTime time = beijing(at);
  return fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
}

std::string own_zh(const std::string& own) {
  if (own == "index")
    return "目录页";
  if (own == "quiet")
    return "非开放时间页";
  if (own == "stopped")
    return "断播页";
  return "单位信息页";
}

class Table : public LedgerVisitor {
public:
  Table(const std::string& notice_id, const std::function<void(std::string_view)>& write)
      : notice_id_(notice_id), write_(write) {
    write_(kHead);
  }

  void showing(const Showing& one) override {
    const LedgerName& what = one.what;
    if (!notice_id_.empty() && what.notice_id != notice_id_)
      return;
    const bool own = what.notice_id.empty();
    row(own ? "板面" : "展示", one.from, one.to, own ? own_zh(what.own) : what.title,
        fmt::format("{},{},{},{},{},{}", one.page, one.of, csv_field(what.category),
                    csv_field(what.doc_number), csv_field(what.notice_id),
                    csv_field(what.content_hash)));
  }

  void gap(const LedgerGap& one) override {
    if (notice_id_.empty())
      row("中断", one.from, one.to, cause_zh(one.cause), ",,,,,");
  }

  void note(const LedgerNote& one) override {
    if (!notice_id_.empty() && one.about.notice_id != notice_id_)
      return;
    const std::string about = one.about.title.empty() ? "" : "《" + one.about.title + "》";
    row(event_zh(one.event), one.at, one.at, about + one.reason,
        fmt::format(",,,,{},{}", csv_field(one.about.notice_id),
                    csv_field(one.about.content_hash)));
  }

private:
  void row(std::string_view kind, Instant from, Instant to, const std::string& title,
           const std::string& rest) const {
    write_(fmt::format("{},{},{},{},{},{},{}\r\n", kind, iso_date(beijing(from).date),
                       clock_of(from), clock_of(to), to - from, csv_field(title), rest));
  }

  const std::string& notice_id_;
  const std::function<void(std::string_view)>& write_;
};

} // namespace

void write_showings_csv(const std::string& folder, Instant from, Instant to,
                        const std::string& notice_id,
                        const std::function<void(std::string_view)>& write) {
  Table table(notice_id, write);
  walk_span(folder, from, to, table);
}

} // namespace heiban
