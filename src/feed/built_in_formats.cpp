// Number formats that a workbook names by their id only (ECMA-376 Part 1 §18.8.30), zh-CN.
#include "feed/number_format.h"

namespace heiban {

std::string_view built_in_number_format(int id) {
  switch (id) {
  case 1:
    return "0";
  case 2:
    return "0.00";
  case 3:
    return "#,##0";
  case 4:
    return "#,##0.00";
  case 5:
  case 6:
    return "¥#,##0";
  case 7:
  case 8:
    return "¥#,##0.00";
  case 9:
    return "0%";
  case 10:
    return "0.00%";
  case 11:
    return "0.00E+00";
  case 14:
    return "yyyy/m/d";
  case 15:
    return "d-mmm-yy";
  case 16:
    return "d-mmm";
  case 17:
    return "mmm-yy";
  case 18:
    return "h:mm AM/PM";
  case 19:
    return "h:mm:ss AM/PM";
  case 20:
    return "h:mm";
  case 21:
    return "h:mm:ss";
  case 22:
    return "yyyy/m/d h:mm";
  case 37:
  case 38:
    return "#,##0";
  case 39:
  case 40:
    return "#,##0.00";
  case 41:
    return "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ";
  case 42:
    return "_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* \"-\"_ ;_ @_ ";
  case 43:
    return "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ";
  case 44:
    return "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ";
  case 45:
    return "mm:ss";
  case 46:
    return "[h]:mm:ss";
  case 47:
    return "mm:ss.0";
  case 49:
    return "@";
  case 27:
  case 36:
  case 50:
  case 52:
  case 57:
    return "yyyy\"年\"m\"月\"";
  case 28:
  case 29:
  case 51:
  case 53:
  case 54:
  case 58:
    return "m\"月\"d\"日\"";
  case 30:
    return "m-d-yy";
  case 31:
    return "yyyy\"年\"m\"月\"d\"日\"";
  case 32:
    return "h\"时\"mm\"分\"";
  case 33:
    return "h\"时\"mm\"分\"ss\"秒\"";
  case 34:
  case 55:
    return "上午/下午h\"时\"mm\"分\"";
  case 35:
  case 56:
    return "上午/下午h\"时\"mm\"分\"ss\"秒\"";
  default:
    return {};
  }
}

} // namespace heiban
