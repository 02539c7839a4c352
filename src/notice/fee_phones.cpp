#include "notice/fee_phones.h"

#include "base/utf8.h"
#include "notice/characters.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace heiban {
namespace {

constexpr size_t kMostPhonesInLine = 4; // of a phone column whose rows differ

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool has_digits(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 5;
}

bool is_digit_at(std::string_view text, size_t i) {
  return i < text.size() && text[i] >= '0' && text[i] <= '9';
}

bool tells_complaint_phone(std::string_view text) {
  const std::string plain = plain_digits(text);
  return has_digits(plain) && (has_any(plain, {"电话", "热线", "投诉", "举报", "监督"}) ||
                               has_number(plain, "12315") || has_number(plain, "12345"));
}

// Sentences and lines of a text, their closing marks included.
std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size());
    for (const std::string_view stop : {"。", "；"})
      if (const size_t at = text.find(stop); at < end)
        end = at + stop.size();
    out.push_back(text.substr(0, std::max<size_t>(end, 1)));
    text.remove_prefix(std::max<size_t>(end, 1));
  }
  return out;
}

// Without a list's number ("2.投诉电话：…") and without the closing mark.
std::string_view bare(std::string_view sentence) {
  sentence = trim(sentence);
  const size_t digits = std::min(sentence.find_first_not_of("0123456789"), sentence.size());
  if (digits > 0 && digits < 3)
    for (const std::string_view mark : {"．", ".", "、"})
      if (sentence.substr(digits).starts_with(mark)) {
        sentence.remove_prefix(digits + mark.size());
        break;
      }
  for (const std::string_view stop : {"。", "；"})
    if (sentence.ends_with(stop))
      sentence.remove_suffix(stop.size());
  return trim(sentence);
}

void add(std::string& line, std::string_view text) {
  if (text.empty() || line.find(text) != std::string::npos)
    return;
  line += line.empty() ? "" : "　";
  line += text;
}

// 学校：0000-5550120, after a sentence that tells a phone.
bool is_number_of(std::string_view sentence) {
  constexpr size_t kLongest = 30; // characters
  return has_local_number(plain_digits(sentence)) && count_code_points(sentence) <= kLongest;
}

// The sentences of `lines` that name a phone; a line of nothing else is taken out.
void take_from(std::vector<std::string>& lines, std::string& line) {
  std::erase_if(lines, [&](const std::string& text) {
    bool whole = true, told = false;
    for (const std::string_view sentence : sentences(text)) {
      const std::string_view inner = bare(sentence);
      told = tells_complaint_phone(inner) || (told && is_number_of(inner));
      if (told)
        add(line, inner);
      else
        whole = whole && inner.empty();
    }
    return whole && tells_complaint_phone(text);
  });
}

std::vector<std::string> phones_of_rows(const FeeSchedule& schedule) {
  std::vector<std::string> out;
  for (const FeeRow& row : schedule.rows) {
    const std::string phone(trim(schedule.cell(row, FeeColumn::Phone)));
    if (!row.section && !phone.empty() && std::find(out.begin(), out.end(), phone) == out.end())
      out.push_back(phone);
  }
  return out;
}

bool every_row_has_phone(const FeeSchedule& schedule) {
  return std::all_of(schedule.rows.begin(), schedule.rows.end(), [&](const FeeRow& row) {
    return row.section || !trim(schedule.cell(row, FeeColumn::Phone)).empty();
  });
}

std::string joined(const std::vector<std::string>& phones) {
  std::string out;
  for (const std::string& phone : phones)
    for (const char c : (out.empty() ? "" : "、") + phone)
      out += c == '\n' ? ' ' : c;
  return out;
}

// Cells that may tell a phone beside other things.
bool may_tell(FeeColumn column) {
  return column == FeeColumn::Note || column == FeeColumn::Other || column == FeeColumn::Relief;
}

// What cells of other columns say of phones: a 备注 merged down the whole table.
void take_from_cells(const FeeSchedule& schedule, std::string& line) {
  size_t told = 0;
  for (const FeeRow& row : schedule.rows)
    for (size_t i = 0; !row.section && i < row.cells.size() && told < kMostPhonesInLine; ++i)
      if (may_tell(schedule.columns[i]) && line.find(row.cells[i]) == std::string::npos)
        for (const std::string_view sentence : sentences(row.cells[i]))
          if (const std::string_view inner = bare(sentence); tells_complaint_phone(inner)) {
            add(line, inner);
            ++told;
          }
}

} // namespace

std::string plain_digits(std::string_view text) {
  std::string out;
  for (const char32_t c : to_utf32(text)) {
    const bool dash = is_one_of(c, U"－—–−‐‑");
    if (const int digit = digit_value(c); digit >= 0)
      out += static_cast<char>('0' + digit);
    else
      append_utf8(out, dash ? U'-' : c);
  }
  return out;
}

bool has_number(std::string_view text, std::string_view number) {
  for (size_t at = text.find(number); at != text.npos; at = text.find(number, at + 1))
    if (!is_digit_at(text, at + number.size()) && (at == 0 || !is_digit_at(text, at - 1)))
      return true;
  return false;
}

bool has_local_number(std::string_view text) {
  size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      ++digits;
    else if (c != '-')
      digits = 0;
    if (digits >= 7)
      return true;
  }
  return false;
}

std::string phones_told(const FeeSchedule& schedule, bool with_column) {
  std::string out;
  for (const auto* lines : {&schedule.titles, &schedule.notes})
    for (const std::string& line : *lines)
      if (tells_complaint_phone(line))
        out += line + "\n";
  for (const FeeRow& row : schedule.rows)
    for (size_t i = 0; !row.section && i < row.cells.size(); ++i)
      if ((with_column && schedule.columns[i] == FeeColumn::Phone) ||
          (may_tell(schedule.columns[i]) && tells_complaint_phone(row.cells[i])))
        out += row.cells[i] + "\n";
  return plain_digits(out);
}

FeePhones take_fee_phones(const FeeSchedule& schedule, std::vector<std::string>& captions,
                          std::vector<std::string>& notes) {
  FeePhones out;
  const int column = schedule.find(FeeColumn::Phone);
  if (column >= 0) {
    const std::vector<std::string> phones = phones_of_rows(schedule);
    out.column_told = phones.size() == 1 && every_row_has_phone(schedule);
    if (!phones.empty() && phones.size() <= kMostPhonesInLine)
      out.line =
          std::string(trim(schedule.heads[static_cast<size_t>(column)])) + "：" + joined(phones);
    std::erase(out.line, '\n');
  }
  take_from_cells(schedule, out.line);
  take_from(captions, out.line);
  take_from(notes, out.line);
  return out;
}

} // namespace heiban
