#include "text/icu_properties.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace heiban {
namespace {

bool is_wide(UChar32 c) {
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

CharClass letter_class(UChar32 c) {
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT)
    return CharClass::OtherLetter;
  UErrorCode status = U_ZERO_ERROR;
  if (uscript_getScript(c, &status) == USCRIPT_LATIN && !is_wide(c))
    return CharClass::Letter;
  return is_wide(c) ? CharClass::Other : CharClass::OtherLetter;
}

} // namespace

CharClass unicode_class(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  const int breaking = u_getIntPropertyValue(c, UCHAR_LINE_BREAK);
  if (breaking == U_LB_MANDATORY_BREAK || breaking == U_LB_NEXT_LINE ||
      breaking == U_LB_LINE_FEED || breaking == U_LB_CARRIAGE_RETURN)
    return CharClass::Break;
  if (u_charType(c) == U_CONTROL_CHAR)
    return CharClass::Hidden;
  if (breaking == U_LB_COMBINING_MARK || breaking == U_LB_ZWJ)
    return CharClass::Joined;
  if (breaking == U_LB_GLUE && u_charType(c) == U_SPACE_SEPARATOR)
    return CharClass::FixedSpace;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    return CharClass::Hidden;
  if (u_isalpha(c))
    return letter_class(c);
  return CharClass::Other;
}

uint32_t script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  if (U_FAILURE(status) || script <= USCRIPT_INHERITED || script == USCRIPT_UNKNOWN)
    return 0;
  const char* name = uscript_getShortName(script);
  return static_cast<uint32_t>(static_cast<unsigned char>(name[0])) << 24 |
         static_cast<uint32_t>(static_cast<unsigned char>(name[1])) << 16 |
         static_cast<uint32_t>(static_cast<unsigned char>(name[2])) << 8 |
         static_cast<uint32_t>(static_cast<unsigned char>(name[3]));
}

bool is_east_asian(char32_t c) {
  const auto character = static_cast<UChar32>(c);
  return is_wide(character) ||
         u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH) == U_EA_HALFWIDTH;
}

bool is_right_to_left(char32_t c) {
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

} // namespace heiban
