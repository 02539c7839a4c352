#include "notice/fee_class.h"

#include <utility>

namespace heiban {
namespace {

// 一、 第一部分 【…】: not （一） 1. and not a bare name.
bool is_numbered_top(std::string_view text) {
  for (const std::string_view mark : {"第", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "【"})
    if (text.starts_with(mark))
      return true;
  bool any = false;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view digit :
         {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})
      if (text.starts_with(digit)) {
        text.remove_prefix(digit.size());
        more = any = true;
      }
  }
  return any && (text.starts_with("、") || text.starts_with("．") || text.starts_with("."));
}

bool is_bracketed(std::string_view text) {
  return text.starts_with("（") || text.starts_with("(");
}

} // namespace

FeeClass fee_class_of(std::string_view text) {
  constexpr std::pair<std::string_view, FeeClass> kWords[] = {
      {"行政事业", FeeClass::Administrative},
      {"事业性", FeeClass::Administrative},
      {"行政性", FeeClass::Administrative},
      {"服务性", FeeClass::Service},
      {"服务收费", FeeClass::Service},
      {"服务类", FeeClass::Service},
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

void FeeSections::enter(std::string_view heading) {
  const FeeClass own = fee_class_of(heading);
  const bool named_below_number = is_numbered_top(top_) && own == FeeClass::None;
  if (!top_.empty() && !is_numbered_top(heading) && (is_bracketed(heading) || named_below_number)) {
    sub_ = heading;
    class_ = own == FeeClass::None ? top_class_ : own;
    return;
  }
  top_ = heading;
  sub_.clear();
  top_class_ = class_ = own;
}

std::string FeeSections::path() const {
  return sub_.empty() ? top_ : top_ + "　" + sub_;
}

} // namespace heiban
