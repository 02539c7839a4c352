// ListCounter: the labels of a list's items, as text: 1. 2. 3., a. b. c., 一、二、三、.
// The walk over the HTML makes one for each <ol> and <ul>.
// A bulleted list has no labels: the page draws its own bullet.
#pragma once

#include "markup/tree.h"

#include <string>

namespace heiban {

class ListCounter {
public:
  explicit ListCounter(const Node& list);

  std::string next(const Node& item); // "1. ", or empty

private:
  enum class Style {
    None,
    Decimal,       // 1.
    DecimalClosed, // 1）
    DecimalRound,  // （1）
    LowerLatin,
    UpperLatin,
    LowerRoman,
    UpperRoman,
    Han,       // 一、
    HanClosed, // 一）
    HanRound,  // （一）
  };
  static Style style_of(const Node& list);
  std::string label() const;

  Style style_;
  long value_ = 1, step_ = 1;
};

} // namespace heiban
