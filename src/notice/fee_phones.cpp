#include "notice/fee_phones.h"

#include "base/utf8.h"

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

// A hotline's number itself, not five digits of a longer one.
bool names_hotline(std::string_view text) {
  size_t digits = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] >= '0' && text[i] <= '9') {
      ++digits;
      continue;
    }
    const std::string_view number = text.substr(i - digits, digits);
    if (number == "12315" || number == "12345")
      return true;
    digits = 0;
  }
  return false;
}

bool tells_phone(std::string_view text) {
  return has_digits(text) &&
         (has_any(text, {"电话", "热线", "投诉", "举报", "监督"}) || names_hotline(text));
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

// The sentences of `lines` that name a phone; a line of nothing else is taken out.
void take_from(std::vector<std::string>& lines, std::string& line) {
  std::erase_if(lines, [&](const std::string& text) {
    bool whole = true;
    for (const std::string_view sentence : sentences(text)) {
      const std::string_view inner = bare(sentence);
      if (tells_phone(inner))
        add(line, inner);
      else
        whole = whole && inner.empty();
    }
    return whole && tells_phone(text);
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

} // namespace

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
  take_from(captions, out.line);
  take_from(notes, out.line);
  return out;
}

} // namespace heiban
