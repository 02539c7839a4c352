// FeeClass: the three classes of school fees that must stand apart (计价格〔2002〕792号, F7).
// fee_schedule and page ask it which class a row is of, in whatever words the table names it.
// It reads texts; where a table's sections are is the caller's to know.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

enum class FeeClass { None, Administrative, Service, Agency };

// 行政事业性…, 服务性… or 代收…; None where the text names none of them, or more than one.
FeeClass fee_class_of(std::string_view text);

std::string_view word_of(FeeClass one); // as a theme's categories name it; empty for None

// The headings a row stands under, as they are met top to bottom. （一）普通高中 stands under
// 一、行政事业性收费 and is of its class; 二、其他 is not.
class FeeSections {
public:
  void enter(std::string_view heading);
  FeeClass fee_class() const { return class_; }
  std::string path() const; // 一、行政事业性收费　（一）普通高中

private:
  std::string top_, sub_;
  FeeClass top_class_ = FeeClass::None, class_ = FeeClass::None;
};

} // namespace heiban
