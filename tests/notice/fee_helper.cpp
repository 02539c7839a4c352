#include "notice/fee_helper.h"

#include "base/file.h"
#include "base/hash.h"
#include "notice/fee_notice.h"

#include <gtest/gtest.h>

#include <charconv>

namespace heiban {
namespace {

std::string asset(const std::string& name) {
  return read_file(std::string(HEIBAN_ROOT) + "/assets/fees/" + name, 1u << 20).value();
}

std::optional<Instant> midnight(const std::string& day) {
  if (day.empty())
    return {};
  CivilDate date;
  std::from_chars(day.data(), day.data() + 4, date.year);
  std::from_chars(day.data() + 5, day.data() + 7, date.month);
  std::from_chars(day.data() + 8, day.data() + 10, date.day);
  return from_beijing({date});
}

} // namespace

const FeeHeads& fee_heads() {
  static const FeeHeads made = read_fee_heads(asset("heads.tsv"));
  return made;
}

const FeeUnits& fee_units() {
  static const FeeUnits made = read_fee_units(asset("units.tsv"));
  return made;
}

Sheet fee_sheet(const std::string& csv, std::vector<GridMerge> merges, const std::string& name) {
  Sheet sheet = read_csv(csv).value().sheets[0];
  sheet.merges = std::move(merges);
  sheet.name = name;
  return sheet;
}

FeeSchedule fee_schedule(const Sheet& sheet) {
  const std::optional<FeeSchedule> read = read_fee_schedule(sheet, fee_heads());
  EXPECT_TRUE(read);
  return read.value_or(FeeSchedule{});
}

Notice fee_version(const std::string& title, const std::string& from, const std::string& to) {
  Notice notice;
  notice.title = title;
  notice.valid_from = midnight(from);
  if (const auto last = midnight(to))
    notice.valid_to = *last + kDay;
  notice.id = sha256_hex(title + from).substr(0, 16);
  Block table;
  table.kind = BlockKind::Table;
  table.text = "投诉电话：12315";
  notice.blocks.push_back(table);
  notice.content_hash = content_hash_of(notice);
  return notice;
}

std::string shown(const Notice& notice) {
  const auto day = [](const std::optional<Instant>& at) {
    return at ? iso_date(beijing(*at).date) : std::string("-");
  };
  return notice.title + " | " + day(notice.valid_from) + " | " + day(notice.valid_to);
}

} // namespace heiban
