#include "review/personal_data.h"

#include "base/utf8.h"
#include "review/context.h"
#include "review/digits.h"

#include <algorithm>

namespace heiban {
namespace {

// Fewer than this many mobiles that nothing explains are an office's; more are a list of persons.
constexpr size_t kListOfMobiles = 3;

class Finder {
public:
  explicit Finder(const Notice& notice) : title_(context_of_title(notice.title)) {
    visit_texts(notice, [this](const Place& place, std::string_view text, const Block* block) {
      if (block && block->kind == BlockKind::Table)
        enter(*block, place);
      read(place, text);
      read_bare(place, text);
    });
    leave_bare();
    leave_table();
    for (const Place& place : prose_mobiles_)
      if (prose_mobiles_.size() >= kListOfMobiles || title_.persons)
        add(PersonalKind::MobileNumber, place);
  }

  std::vector<PersonalHit> hits;

private:
  void add(PersonalKind kind, const Place& place) {
    if (hits.empty() || hits.back().kind != kind || !same(hits.back().place, place))
      hits.push_back({kind, place});
  }

  static bool same(const Place& a, const Place& b) {
    return a.part == b.part && a.number == b.number && a.row == b.row && a.column == b.column;
  }

  void enter(const Block& table, const Place& first) {
    if (table_ == &table)
      return;
    leave_table();
    table_ = &table;
    heads_ = table_context(table);
    find_split_id_numbers(table, first);
  }

  void leave_table() {
    if (table_ && (heads_.persons || (!heads_.contacts && table_mobiles_.size() >= kListOfMobiles)))
      for (const Place& place : table_mobiles_)
        add(PersonalKind::MobileNumber, place);
    table_ = nullptr;
    table_mobiles_.clear();
  }

  std::string_view head_of(const Place& place) const {
    const auto column = static_cast<size_t>(place.column - 1);
    if (place.part != Part::Cell || place.column == 0 || column >= heads_.columns.size())
      return {};
    return heads_.columns[column];
  }

  void read(const Place& place, std::string_view text) {
    const std::vector<DigitGroup> groups = digit_groups(text);
    if (groups.empty())
      return;
    read_id_numbers(place, text, groups);
    read_old_id_numbers(place, text, groups);
    read_cards(place, text, groups);
    if (place.part != Part::Link)
      read_mobiles(place, text, groups);
  }

  // A group longer than 18 may hold an ID number anywhere (serial numbers glued before it).
  void read_id_numbers(const Place& place, std::string_view text,
                       const std::vector<DigitGroup>& groups) {
    for (const DigitGroup& group : groups)
      for (size_t at = 0; at + 18 <= group.digits.size(); ++at)
        if (is_id_number(std::string_view(group.digits).substr(at, 18)))
          return add(PersonalKind::IdNumber, place);
    whole_numbers(groups, 18, 18, [&](const DigitSpan& span) {
      const bool sure = is_id_number(span.digits);
      if (sure)
        add(PersonalKind::IdNumber, place);
      else if (is_near_id_number(span.digits) &&
               (names_id(text_before(text, span.start)) || names_id(head_of(place))))
        add(PersonalKind::NearIdNumber, place);
      return sure;
    });
  }

  void read_old_id_numbers(const Place& place, std::string_view text,
                           const std::vector<DigitGroup>& groups) {
    bool found = false;
    whole_numbers(groups, 15, 15,
                  [&](const DigitSpan& span) { return found = is_old_id_number(span.digits); });
    if (!found)
      return;
    const std::string_view head = head_of(place);
    const bool listed = place.part == Part::Cell && heads_.persons && !names_other_number(head);
    if (listed || names_id(head) || names_id(text))
      add(PersonalKind::IdNumber, place);
  }

  // A number that only looks like a card (one in ten passes Luhn) needs a word that names it, a
  // list of persons, or the leading digits of mainland banks.
  void read_cards(const Place& place, std::string_view text,
                  const std::vector<DigitGroup>& groups) {
    whole_numbers(groups, 16, 19, [&](const DigitSpan& span) {
      if (!is_card_number(span.digits) || is_id_number(span.digits))
        return false;
      if (span.groups > 1 && span.digits.size() / span.groups < 3)
        return false;
      const bool mainland = span.digits.starts_with("62") || span.digits.starts_with("9558");
      const bool card =
          mainland || names_card(text_before(text, span.start)) || names_card(head_of(place));
      if (card)
        add(PersonalKind::CardNumber, place);
      return card;
    });
  }

  void read_mobiles(const Place& place, std::string_view text,
                    const std::vector<DigitGroup>& groups) {
    whole_numbers(groups, 11, 13, [&](const DigitSpan& span) {
      if (!is_mobile_number(span.digits))
        return false;
      const bool office = title_.contacts || names_office(text_before(text, span.start)) ||
                          names_office(head_of(place));
      if (!office)
        (place.part == Part::Cell ? table_mobiles_ : prose_mobiles_).push_back(place);
      return false;
    });
  }

  // 6 + 8 + 4 over paragraphs that are nothing but digits, as the cells of a layout table come.
  void read_bare(const Place& place, std::string_view text) {
    DigitGroup bare = place.part == Part::Body ? whole_cell(text) : DigitGroup{};
    if (bare.digits.empty())
      return leave_bare();
    bare.start = bare_.size();
    bare.end = bare.start + 1;
    bare.joins_next = true;
    bare_.push_back(std::move(bare));
    bare_places_.push_back(place);
  }

  void leave_bare() {
    if (bare_.size() > 1)
      whole_numbers(bare_, 18, 18, [&](const DigitSpan& span) {
        const bool found = span.groups > 1 && is_id_number(span.digits);
        for (size_t i = span.start; found && i < span.end; ++i)
          add(PersonalKind::IdNumber, bare_places_[i]);
        return found;
      });
    bare_.clear();
    bare_places_.clear();
  }

  // 6 + 8 + 4 over neighbouring cells, or a digit a cell.
  void find_split_id_numbers(const Block& table, Place place) {
    const auto columns = grid_columns(table);
    for (size_t r = 0; r < table.rows.size(); ++r)
      whole_numbers(cells_of(table.rows[r]), 18, 18, [&](const DigitSpan& span) {
        if (span.groups < 2 || !is_id_number(span.digits))
          return false;
        place.row = static_cast<int>(r) + 1;
        place.column = columns[r][span.start] + 1;
        add(PersonalKind::IdNumber, place);
        return true;
      });
  }

  // A group a cell; `start` is the cell's index. Cells of anything but one number are empty.
  static std::vector<DigitGroup> cells_of(const std::vector<TableCell>& row) {
    std::vector<DigitGroup> cells;
    for (size_t c = 0; c < row.size(); ++c) {
      cells.push_back(whole_cell(row[c].text));
      cells.back().start = c;
      if (c > 0)
        cells[c - 1].joins_next = !cells[c - 1].digits.empty() && !cells[c].digits.empty();
    }
    return cells;
  }

  static DigitGroup whole_cell(std::string_view text) {
    const std::string_view trimmed = trim(text);
    if (is_check_x(trimmed))
      return {"X", 0, trimmed.size()};
    const std::vector<DigitGroup> groups = digit_groups(trimmed);
    const bool whole =
        groups.size() == 1 && groups[0].start == 0 && groups[0].end == trimmed.size();
    return whole ? groups[0] : DigitGroup{};
  }

  TitleContext title_;
  TableContext heads_;
  const Block* table_ = nullptr;
  std::vector<Place> table_mobiles_, prose_mobiles_;
  std::vector<DigitGroup> bare_; // the paragraphs just read, all nothing but digits
  std::vector<Place> bare_places_;
};

} // namespace

std::vector<PersonalHit> find_personal_data(const Notice& notice) {
  return Finder(notice).hits;
}

} // namespace heiban
