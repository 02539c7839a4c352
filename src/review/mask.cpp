#include "review/mask.h"

#include "base/utf8.h"
#include "review/digits.h"
#include "review/personal_data.h"

#include <algorithm>
#include <map>
#include <set>

namespace heiban {
namespace {

constexpr size_t kShownBefore = 3, kShownAfter = 2; // digits of each number
constexpr size_t kLongest = 19;

bool same(const Place& a, const Place& b) {
  return a.part == b.part && a.number == b.number && a.row == b.row && a.column == b.column;
}

// The texts in which something was found, by where they begin in memory.
std::map<const char*, std::set<PersonalKind>> texts_with_hits(const Notice& notice) {
  std::map<const char*, std::set<PersonalKind>> out;
  const std::vector<PersonalHit> hits = find_personal_data(notice);
  visit_texts(notice, [&](const Place& place, std::string_view text, const Block*) {
    for (const PersonalHit& hit : hits)
      if (hit.kind != PersonalKind::NearIdNumber && place.part != Part::Link &&
          same(hit.place, place))
        out[text.data()].insert(hit.kind);
  });
  return out;
}

bool is_number_of(const std::set<PersonalKind>& kinds, std::string_view digits) {
  if (kinds.contains(PersonalKind::IdNumber) && (is_id_number(digits) || is_old_id_number(digits)))
    return true;
  if (kinds.contains(PersonalKind::CardNumber) && is_card_number(digits))
    return true;
  return kinds.contains(PersonalKind::MobileNumber) && is_mobile_number(digits);
}

bool is_digit(const std::string& text, size_t start, size_t end) {
  return !digit_groups(std::string_view(text).substr(start, end - start)).empty();
}

// Stars for the digits of [start, end) but the first and last few; all else stays, so that there
// are as many characters as before.
void star(std::string& text, size_t start, size_t end, size_t digits) {
  std::string out = text.substr(0, start);
  size_t number = 0;
  for (size_t at = start; at < end;) {
    const size_t from = at;
    next_code_point(text, at);
    const bool last_x = number + 1 == digits; // an X has no group of its own
    const bool digit = number < digits && (is_digit(text, from, at) || (last_x && at == end));
    const bool shown = number < kShownBefore || number + kShownAfter >= digits;
    out += digit && !shown ? "*" : text.substr(from, at - from);
    number += digit;
  }
  text = out + text.substr(end);
}

// Longest first, and from the end, so that places before it stay right. True when one was found.
bool mask_numbers(std::string& text, const std::set<PersonalKind>& kinds) {
  const std::vector<DigitGroup> groups = digit_groups(text);
  std::vector<DigitSpan> found;
  for (const DigitSpan& span : whole_numbers(groups, 11, kLongest))
    if (is_number_of(kinds, span.digits))
      found.push_back(span);
  for (const DigitGroup& group : groups) // glued to other digits: the whole of it
    for (size_t at = 0; at + 18 <= group.digits.size() && kinds.contains(PersonalKind::IdNumber);
         ++at)
      if (is_id_number(std::string_view(group.digits).substr(at, 18))) {
        found.push_back({group.digits, group.start, group.end});
        break;
      }
  std::ranges::sort(found, {}, &DigitSpan::start);
  size_t below = text.size() + 1;
  for (auto span = found.rbegin(); span != found.rend(); ++span)
    if (span->end <= below) {
      star(text, span->start, span->end, span->digits.size());
      below = span->start;
    }
  return !found.empty();
}

// A text that is nothing but a piece of a number: no digit of it stays.
void star_piece(std::string& text) {
  const std::vector<DigitGroup> groups = digit_groups(text);
  if (is_check_x(text))
    text = "*";
  else if (groups.size() == 1 && groups[0].start == 0 && groups[0].end == text.size())
    text.assign(groups[0].digits.size(), '*');
}

// A number a piece of which stands in each cell: staff are told of the first, all go.
void star_cells(std::vector<TableCell>& row) {
  for (TableCell& cell : row)
    star_piece(cell.text);
}

} // namespace

int mask_personal_data(Notice& notice) {
  const auto hits = texts_with_hits(notice);
  if (hits.empty())
    return 0;
  int changed = 0;
  const auto mask = [&](std::string& text, std::vector<TableCell>* row) {
    const auto hit = hits.find(text.data());
    if (hit == hits.end())
      return;
    ++changed;
    if (mask_numbers(text, hit->second))
      return;
    if (row)
      star_cells(*row);
    else
      star_piece(text);
  };
  for (std::string* text : {&notice.title, &notice.publisher, &notice.doc_number})
    mask(*text, nullptr);
  for (Block& block : notice.blocks) {
    mask(block.text, nullptr);
    mask(block.alt, nullptr);
    for (std::string& name : block.names)
      mask(name, nullptr);
    for (auto& row : block.rows)
      for (TableCell& cell : row)
        mask(cell.text, &row);
  }
  notice.content_hash = content_hash_of(notice);
  return changed;
}

} // namespace heiban
