#include "text/icu_breaks.h"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

#include <array>
#include <numeric>
#include <string>

namespace heiban {

struct IcuBreaks::State {
  std::array<UBreakIterator*, 3> iterators{};
  std::u16string units;
};

namespace {

UBreakIterator* open(IcuBreaks::Kind kind) {
  UErrorCode status = U_ZERO_ERROR;
  switch (kind) {
  case IcuBreaks::Kind::Line:
    return ubrk_open(UBRK_LINE, "zh@lb=strict", nullptr, 0, &status);
  case IcuBreaks::Kind::Word:
    return ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status);
  case IcuBreaks::Kind::Cluster:
    break;
  }
  return ubrk_open(UBRK_CHARACTER, "zh", nullptr, 0, &status);
}

void to_utf16(std::u32string_view text, std::u16string& units) {
  units.clear();
  units.reserve(text.size());
  for (const char32_t c : text) {
    if (c >= 0x10000)
      units += static_cast<char16_t>(0xD7C0 + (c >> 10));
    units += static_cast<char16_t>(c >= 0x10000 ? 0xDC00 + (c & 0x3FF) : c);
  }
}

bool goes_on(char16_t unit) { // the second of a pair
  return unit >= 0xDC00 && unit < 0xE000;
}

} // namespace

IcuBreaks::IcuBreaks() : state_(std::make_unique<State>()) {}

IcuBreaks::~IcuBreaks() {
  for (UBreakIterator* iterator : state_->iterators)
    ubrk_close(iterator);
}

void IcuBreaks::boundaries(Kind kind, std::u32string_view text, std::vector<uint8_t>& flags) {
  flags.assign(text.size() + 1, 0);
  flags.front() = flags.back() = 1;
  UBreakIterator*& iterator = state_->iterators[static_cast<size_t>(kind)];
  if (!iterator)
    iterator = open(kind);
  if (!iterator || text.empty())
    return;
  to_utf16(text, state_->units);
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(iterator, state_->units.data(), static_cast<int32_t>(state_->units.size()), &status);
  if (U_FAILURE(status))
    return;
  size_t unit = 0, point = 0;
  for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    for (; unit < static_cast<size_t>(at); ++unit)
      point += !goes_on(state_->units[unit]);
    flags[point] = 1;
  }
}

void IcuBreaks::visual_order(std::u32string_view text, std::vector<size_t>& order) {
  order.resize(text.size());
  std::iota(order.begin(), order.end(), size_t{0});
  to_utf16(text, state_->units);
  UBiDi* bidi = ubidi_open();
  UErrorCode status = U_ZERO_ERROR;
  const auto length = static_cast<int32_t>(state_->units.size());
  ubidi_setPara(bidi, state_->units.data(), length, 0, nullptr, &status);
  std::vector<int32_t> map(state_->units.size());
  ubidi_getVisualMap(bidi, map.data(), &status);
  ubidi_close(bidi);
  if (U_FAILURE(status))
    return;
  std::vector<size_t> point_at; // code point of a UTF-16 unit
  for (const char16_t unit : state_->units)
    point_at.push_back(goes_on(unit)      ? point_at.back()
                       : point_at.empty() ? 0
                                          : point_at.back() + 1);
  size_t place = 0;
  for (const int32_t unit : map) {
    const size_t point = point_at[static_cast<size_t>(unit)];
    if (place == 0 || order[place - 1] != point)
      order[place++] = point;
  }
}

} // namespace heiban
