#include "feed/charset_names.h"

#include <algorithm>
#include <cctype>

namespace heiban {
namespace {

struct Alias {
  std::string_view label; // lower case, without - _ : . and space
  std::string_view iconv_name;
};

// WHATWG Encoding §4.2, where its meaning is not iconv's.
constexpr Alias kAliases[] = {
    {"gb2312", "GB18030"},
    {"gb231280", "GB18030"},
    {"gbk", "GB18030"},
    {"xgbk", "GB18030"},
    {"gb", "GB18030"},
    {"cp936", "GB18030"},
    {"ms936", "GB18030"},
    {"windows936", "GB18030"},
    {"chinese", "GB18030"},
    {"csgb2312", "GB18030"},
    {"csiso58gb231280", "GB18030"},
    {"isoir58", "GB18030"},
    {"euccn", "GB18030"},
    {"xeuccn", "GB18030"},
    {"gb18030", "GB18030"},
    {"gb180302000", "GB18030"},
    {"gb180302005", "GB18030"},
    {"gb180302022", "GB18030"},
    {"big5", "BIG5-HKSCS"},
    {"big5hkscs", "BIG5-HKSCS"},
    {"xxbig5", "BIG5-HKSCS"},
    {"csbig5", "BIG5-HKSCS"},
    {"cnbig5", "BIG5-HKSCS"},
    {"cp950", "CP950"},
    {"windows950", "CP950"},
    {"shiftjis", "CP932"},
    {"sjis", "CP932"},
    {"xsjis", "CP932"},
    {"mskanji", "CP932"},
    {"windows31j", "CP932"},
    {"xeucjp", "EUC-JP"},
    {"euckr", "CP949"},
    {"ksc56011987", "CP949"},
    {"ksc5601", "CP949"},
    {"korean", "CP949"},
    {"windows949", "CP949"},
    {"utf8", "UTF-8"},
    {"unicode11utf8", "UTF-8"},
    {"utf16", "UTF-16"},
    {"utf16le", "UTF-16LE"},
    {"utf16be", "UTF-16BE"},
    {"unicode", "UTF-16"},
    {"ucs2", "UTF-16"},
    {"iso10646ucs2", "UTF-16"},
    {"utf32", "UTF-32"},
    {"utf32le", "UTF-32LE"},
    {"utf32be", "UTF-32BE"},
    {"ucs4", "UTF-32"},
    {"iso10646ucs4", "UTF-32"},
    {"iso88591", "CP1252"},
    {"latin1", "CP1252"},
    {"l1", "CP1252"},
    {"ascii", "CP1252"},
    {"usascii", "CP1252"},
    {"ansix341968", "CP1252"},
    {"iso646us", "CP1252"},
    {"windows1252", "CP1252"},
    {"cp1252", "CP1252"},
    {"xcp1252", "CP1252"},
    {"cp819", "CP1252"},
    {"ibm819", "CP1252"},
    {"isoir100", "CP1252"},
    {"csisolatin1", "CP1252"},
    {"iso885915", "ISO-8859-15"},
    {"iso88599", "CP1254"},
    {"iso885911", "CP874"},
    {"tis620", "CP874"},
    {"windows874", "CP874"},
    {"xmaccyrillic", "MAC-CYRILLIC"},
    {"macintosh", "MACINTOSH"},
    {"xmacroman", "MACINTOSH"},
    {"macroman", "MACINTOSH"},
    {"maclatin2", "MAC-CENTRALEUROPE"},
    {"ebcdiccpus", "IBM037"},
};

bool is_label_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::string simplified(std::string_view label) {
  std::string out;
  for (const char c : label)
    if (is_label_character(c))
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

CharsetKind kind_of(std::string_view iconv_name) {
  if (iconv_name == "UTF-8")
    return CharsetKind::Utf8;
  if (iconv_name.starts_with("UTF-16") || iconv_name.starts_with("UTF-32"))
    return CharsetKind::Utf16;
  const bool latin = iconv_name == "CP1252" || iconv_name == "ISO-8859-15";
  return latin ? CharsetKind::Latin : CharsetKind::Other;
}

} // namespace

CharsetName charset_name(std::string_view label) {
  constexpr size_t kLongestLabel = 40;
  const std::string simple = simplified(label);
  if (simple.empty() || label.size() > kLongestLabel)
    return {};
  for (const Alias& alias : kAliases)
    if (alias.label == simple)
      return {std::string(alias.iconv_name), kind_of(alias.iconv_name)};
  const auto is_plain = [](char c) {
    return is_label_character(c) || c == '-' || c == '_' || c == '.' || c == ':';
  };
  if (!std::all_of(label.begin(), label.end(), is_plain))
    return {};
  if (simple.starts_with("iso2022cnext"))
    return {}; // unused by anybody, and a risk in iconv
  if (simple.starts_with("windows"))
    return {"CP" + simple.substr(7), CharsetKind::Other};
  return {std::string(label), CharsetKind::Other};
}

} // namespace heiban
