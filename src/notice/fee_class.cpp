#include "notice/fee_class.h"

#include <utility>

namespace heiban {

FeeClass fee_class_of(std::string_view text) {
  constexpr std::pair<std::string_view, FeeClass> kWords[] = {
      {"行政事业", FeeClass::Administrative},
      {"服务性", FeeClass::Service},
      {"代收", FeeClass::Agency},
      {"代管", FeeClass::Agency},
  };
  FeeClass found = FeeClass::None;
  for (const auto& [word, one] : kWords) {
    if (text.find(word) == std::string_view::npos)
      continue;
    if (found != FeeClass::None && found != one)
      return FeeClass::None; // 服务性收费和代收费: a heading over both
    found = one;
  }
  return found;
}

std::string_view word_of(FeeClass one) {
  switch (one) {
  case FeeClass::Administrative:
    return "行政事业性收费";
  case FeeClass::Service:
    return "服务性收费";
  case FeeClass::Agency:
    return "代收费";
  case FeeClass::None:
    break;
  }
  return {};
}

} // namespace heiban
