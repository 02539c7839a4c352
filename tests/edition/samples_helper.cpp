#include "samples_helper.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace heiban::samples {
namespace {

std::string word(std::mt19937& from, int longest) {
  static const char* kPieces[] = {
      "教育局", "a", "\"", "\\", "\n",       "\t", "\x01", "𬱖",         "·",
      " ",      "}", "]",  "{",  "\xC2\xA0", "é",  "/",    "\xE2\x80\xA8", "0"};
  std::string out;
  for (int n = static_cast<int>(from() % static_cast<unsigned>(longest + 1)); n > 0; --n)
    out += kPieces[from() % std::size(kPieces)];
  return out;
}

std::optional<Instant> maybe(std::mt19937& from) {
  if (from() % 2)
    return std::nullopt;
  return Instant{static_cast<int64_t>(from() % 4'000'000'000u) - 1'000'000'000};
}

std::vector<std::string> words(std::mt19937& from) {
  std::vector<std::string> out;
  for (unsigned n = from() % 3; n > 0; --n)
    out.push_back(word(from, 4));
  return out;
}

Block block(std::mt19937& from) {
  Block out;
  out.kind = static_cast<BlockKind>(from() % 7);
  out.align = static_cast<BlockAlign>(from() % 3);
  out.level = static_cast<int>(from() % 5);
  out.text = "第一段" + word(from, 20);
  if (from() % 3 == 0)
    out.bold = {{0, 1}, {1, 3}};
  for (unsigned rows = from() % 3; rows > 0; --rows) {
    auto& row = out.rows.emplace_back();
    for (unsigned cells = from() % 4; cells > 0; --cells)
      row.push_back({word(from, 5), 1 + static_cast<int>(from() % 2),
                     1 + static_cast<int>(from() % 2), from() % 2 == 0});
  }
  out.src = word(from, 3);
  out.alt = word(from, 3);
  out.picture = word(from, 2);
  out.picture_width = static_cast<int>(from() % 3840);
  out.picture_height = static_cast<int>(from() % 3840);
  out.names = words(from);
  return out;
}

Publicity period(std::mt19937& from) {
  const auto day = [&] { return civil_date(20'000 + from() % 2000); };
  Publicity out;
  if (from() % 2)
    out.first = day();
  if (from() % 2)
    out.last = day();
  if (from() % 2)
    out.origin = day();
  out.last_written = from() % 2;
  out.days = static_cast<int>(from() % 30);
  out.months = static_cast<int>(from() % 3);
  out.counted = static_cast<DayCount>(from() % 3);
  out.source = static_cast<PeriodSource>(from() % 2);
  for (unsigned n = from() % 6; n > 0; --n)
    out.working.push_back(day());
  return out;
}

auto fields(const EditionNotice& one) {
  return std::tie(one.from, one.until);
}

bool same(const Block& a, const Block& b) {
  const auto& [kind, level, align, text, bold, rows, src, alt, picture, pw, ph, names] = a;
  const auto same_range = [](TextRange x, TextRange y) {
    return x.start == y.start && x.end == y.end;
  };
  const auto same_cell = [](const TableCell& x, const TableCell& y) {
    const auto& [t, r, c, h] = x;
    return t == y.text && r == y.rowspan && c == y.colspan && h == y.head;
  };
  const auto same_row = [&](const auto& x, const auto& y) {
    return std::ranges::equal(x, y, same_cell);
  };
  return std::tie(kind, level, align, text, src, alt, picture, pw, ph, names) ==
             std::tie(b.kind, b.level, b.align, b.text, b.src, b.alt, b.picture, b.picture_width,
                      b.picture_height, b.names) &&
         std::ranges::equal(bold, b.bold, same_range) && std::ranges::equal(rows, b.rows, same_row);
}

} // namespace

bool same(const Notice& a, const Notice& b) {
  const auto& [id, hash, feed, category, title, publisher, number, link, published, updated, from,
               to, publicity, urgency, warning, blocks, links, findings] = a;
  return std::tie(id, hash, feed, category, title, publisher, number, link, published, updated,
                  from, to, publicity, urgency, warning, links, findings) ==
             std::tie(b.id, b.content_hash, b.feed, b.category, b.title, b.publisher, b.doc_number,
                      b.link, b.published, b.updated, b.valid_from, b.valid_to, b.publicity,
                      b.urgency, b.warning, b.links, b.findings) &&
         std::ranges::equal(blocks, b.blocks,
                            [](const Block& x, const Block& y) { return same(x, y); });
}

bool same(const Edition& a, const Edition& b) {
  const auto& [sequence, made_at, notices, feeds, withdrawn] = a;
  const auto same_one = [](const EditionNotice& x, const EditionNotice& y) {
    const auto& [notice, from, until] = x;
    return fields(x) == fields(y) && samples::same(notice, y.notice);
  };
  const auto same_feed = [](const FeedStatus& x, const FeedStatus& y) {
    const auto& [name, success, problem] = x;
    return name == y.name && success == y.last_success && problem == y.problem;
  };
  const auto same_withdrawal = [](const EditionWithdrawal& x, const EditionWithdrawal& y) {
    const auto& [id, hash, title, reason, at] = x;
    return std::tie(id, hash, title, reason, at) ==
           std::tie(y.id, y.content_hash, y.title, y.reason, y.at);
  };
  return sequence == b.sequence && made_at == b.made_at &&
         std::ranges::equal(withdrawn, b.withdrawn, same_withdrawal) &&
         std::ranges::equal(notices, b.notices, same_one) &&
         std::ranges::equal(feeds, b.feeds, same_feed);
}

Edition full() {
  Notice notice;
  notice.id = "0123456789abcdef";
  notice.content_hash = std::string(64, 'c');
  notice.feed = "通知公告";
  notice.category = "公告公示";
  notice.title = "关于2026年秋季学期收费项目的公示";
  notice.publisher = "云岭县教育局";
  notice.doc_number = "云教发〔2026〕12号";
  notice.link = "https://www.example.cn/a/1.html";
  notice.published = kNow - kDay;
  notice.updated = kNow - kHour;
  notice.valid_from = kNow - kDay;
  notice.valid_to = kNow + 5 * kDay;
  Publicity period;
  period.first = CivilDate{2026, 11, 25};
  period.last = CivilDate{2026, 11, 29};
  period.last_written = true;
  period.origin = CivilDate{2026, 11, 24};
  period.days = 5;
  period.months = 1;
  period.counted = DayCount::Working;
  period.source = PeriodSource::Field;
  period.working = {{2026, 11, 25}, {2026, 11, 26}, {2026, 11, 27}};
  notice.publicity = period;
  notice.urgency = Urgency::Important;
  notice.warning = Warning{WarningLevel::Orange, "暴雨"};
  notice.links = {"https://www.example.cn/b.pdf"};
  Block table;
  table.kind = BlockKind::Table;
  table.rows = {{{"项目", 1, 2, true}}, {{"学费", 2, 1, false}, {"900元"}}, {{"住宿费"}}};
  Block picture;
  picture.kind = BlockKind::Picture;
  picture.src = "https://www.example.cn/p.png";
  picture.alt = "学区划分图";
  picture.picture = std::string(64, 'a');
  picture.picture_width = 800;
  picture.picture_height = 600;
  Block heading;
  heading.kind = BlockKind::Heading;
  heading.level = 1;
  heading.align = BlockAlign::Center;
  heading.text = "一、总则";
  heading.bold = {{0, 2}};
  Block files;
  files.kind = BlockKind::Attachments;
  files.names = {"收费标准.xlsx"};
  notice.blocks = {heading, table, picture, files};

  Notice second;
  second.id = "fedcba9876543210";
  second.title = "放假通知";
  Edition out;
  out.sequence = 7;
  out.made_at = kNow;
  out.notices = {{notice, kNow - kDay, kNow + 5 * kDay}, {second, kNow + kHour, std::nullopt}};
  out.feeds = {{"通知公告", kNow - kMinute, ""}, {"招生", std::nullopt, "连接不上"}};
  out.withdrawn = {{"fedcba9876543210", std::string(64, 'd'), "关于停课的通知",
                    "来源已撤下这条内容", kNow - kHour}};
  return out;
}

Edition random(std::mt19937& from) {
  Edition out;
  out.sequence = static_cast<int64_t>(from());
  out.made_at = kNow;
  for (unsigned n = from() % 5; n > 0; --n) {
    Notice notice;
    notice.id = "n" + std::to_string(n);
    notice.content_hash = word(from, 3);
    notice.feed = word(from, 3);
    notice.category = word(from, 3);
    notice.title = word(from, 12);
    notice.publisher = word(from, 3);
    notice.doc_number = word(from, 3);
    notice.link = word(from, 3);
    notice.published = maybe(from);
    notice.updated = maybe(from);
    notice.valid_from = maybe(from);
    notice.valid_to = maybe(from);
    notice.urgency = static_cast<Urgency>(from() % 3);
    if (from() % 2)
      notice.warning = Warning{static_cast<WarningLevel>(from() % 5), word(from, 3)};
    if (from() % 2)
      notice.publicity = period(from);
    for (unsigned blocks = from() % 4; blocks > 0; --blocks)
      notice.blocks.push_back(block(from));
    notice.links = words(from);
    out.notices.push_back({notice, maybe(from).value_or(kNow), maybe(from)});
  }
  for (unsigned n = from() % 3; n > 0; --n)
    out.feeds.push_back({word(from, 3), maybe(from), word(from, 5)});
  return out;
}

std::string temporary_folder() {
  std::string path = std::filesystem::temp_directory_path() / "heiban-test-XXXXXX";
  return ::mkdtemp(path.data());
}

} // namespace heiban::samples
