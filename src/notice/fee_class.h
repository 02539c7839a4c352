// FeeClass: the three classes of school fees that must stand apart (计价格〔2002〕792号, F7).
// page marks the rows of a fee table by it, in whatever words the table names the class.
// It reads one text; which section a row stands in is the caller's to know.
#pragma once

#include <string_view>

namespace heiban {

enum class FeeClass { None, Administrative, Service, Agency };

// 行政事业性…, 服务性… or 代收…; None where the text names none of them, or more than one.
FeeClass fee_class_of(std::string_view text);

std::string_view word_of(FeeClass one); // as a theme's categories name it; empty for None

} // namespace heiban
