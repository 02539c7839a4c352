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
    {"csgb231280", "GB18030"},
    {"gbk", "GB18030"},
    {"xgbk", "GB18030"},
    {"gb", "GB18030"},
    {"cngb", "GB18030"},
    {"cp936", "GB18030"},
    {"ms936", "GB18030"},
    {"windows936", "GB18030"},
    {"chinese", "GB18030"},
    {"csgb2312", "GB18030"},
    {"csiso58gb231280", "GB18030"},
    {"isoir58", "GB18030"},
    {"euccn", "GB18030"},
    {"xeuccn", "GB18030"},
    {"xmacsimpchinese", "GB18030"},
    {"hz", "HZ"},
    {"hzgb", "HZ"},
    {"hzgb2312", "HZ"},
    {"cnbig5", "BIG5-HKSCS"},
    {"csbig5", "BIG5-HKSCS"},
    {"xxbig5", "BIG5-HKSCS"},
    {"xbig5", "BIG5-HKSCS"},
    {"hkscs", "BIG5-HKSCS"},
    {"ms950", "CP950"},
    {"xmactradchinese", "CP950"},
    {"shiftjis", "CP932"},
    {"csshiftjis", "CP932"},
    {"sjis", "CP932"},
    {"xsjis", "CP932"},
    {"mskanji", "CP932"},
    {"windows31j", "CP932"},
    {"cswindows31j", "CP932"},
    {"xmacjapanese", "CP932"},
    {"shiftjis2004", "SHIFT_JISX0213"},
    {"shiftjisx0213", "SHIFT_JISX0213"},
    {"sjis2004", "SHIFT_JISX0213"},
    {"sjisx0213", "SHIFT_JISX0213"},
    {"eucjp", "EUC-JP"},
    {"xeucjp", "EUC-JP"},
    {"ujis", "EUC-JP"},
    {"eucjis2004", "EUC-JISX0213"},
    {"eucjisx0213", "EUC-JISX0213"},
    {"jisx0213", "EUC-JISX0213"},
    {"euckr", "CP949"},
    {"xeuckr", "CP949"},
    {"cseuckr", "CP949"},
    {"isoir149", "CP949"},
    {"ksc5601", "CP949"},
    {"ksc56011987", "CP949"},
    {"ksc56011989", "CP949"},
    {"csksc56011987", "CP949"},
    {"ksx1001", "CP949"},
    {"korean", "CP949"},
    {"uhc", "CP949"},
    {"xwindows949", "CP949"},
    {"xmackorean", "CP949"},
    {"ms1361", "JOHAB"},
    {"unicode11utf8", "UTF-8"},
    {"u8", "UTF-8"},
    {"utf16", "UTF-16"},
    {"u16", "UTF-16"},
    {"utf16le", "UTF-16LE"},
    {"utf16be", "UTF-16BE"},
    {"unicode", "UTF-16"},
    {"csunicode", "UTF-16"},
    {"ucs2", "UTF-16"},
    {"iso10646ucs2", "UTF-16"},
    {"utf32", "UTF-32"},
    {"u32", "UTF-32"},
    {"utf32le", "UTF-32LE"},
    {"utf32be", "UTF-32BE"},
    {"ucs4", "UTF-32"},
    {"csucs4", "UTF-32"},
    {"iso10646ucs4", "UTF-32"},
    {"iso88591", "CP1252"},
    {"88591", "CP1252"},
    {"8859", "CP1252"},
    {"latin", "CP1252"},
    {"latin1", "CP1252"},
    {"l1", "CP1252"},
    {"ascii", "CP1252"},
    {"usascii", "CP1252"},
    {"csascii", "CP1252"},
    {"us", "CP1252"},
    {"646", "CP1252"},
    {"ansix341968", "CP1252"},
    {"ansix341986", "CP1252"},
    {"iso646us", "CP1252"},
    {"iso646irv1991", "CP1252"},
    {"isoir6", "CP1252"},
    {"cp367", "CP1252"},
    {"ibm367", "CP1252"},
    {"msansi", "CP1252"},
    {"cp819", "CP1252"},
    {"ibm819", "CP1252"},
    {"isoir100", "CP1252"},
    {"csisolatin1", "CP1252"},
    {"l9", "ISO-8859-15"},
    {"latin9", "ISO-8859-15"},
    {"csisolatin9", "ISO-8859-15"},
    {"iso88599", "CP1254"},
    {"latin5", "CP1254"},
    {"l5", "CP1254"},
    {"iso885911", "CP874"},
    {"thai", "CP874"},
    {"isoir166", "CP874"},
    {"dos874", "CP874"},
    {"msee", "CP1250"},
    {"mscyrl", "CP1251"},
    {"msgreek", "CP1253"},
    {"msturk", "CP1254"},
    {"mshebr", "CP1255"},
    {"msarab", "CP1256"},
    {"winbaltrim", "CP1257"},
    {"isoceltic", "ISO-8859-14"},
    {"asmo708", "ISO-8859-6"},
    {"ecma114", "ISO-8859-6"},
    {"ecma118", "ISO-8859-7"},
    {"elot928", "ISO-8859-7"},
    {"greek8", "ISO-8859-7"},
    {"suneugreek", "ISO-8859-7"},
    {"logical", "ISO-8859-8"},
    {"visual", "ISO-8859-8"},
    {"koi", "KOI8-R"},
    {"koi8", "KOI8-R"},
    {"koi8r", "KOI8-R"},
    {"cskoi8r", "KOI8-R"},
    {"koi8u", "KOI8-U"},
    {"koi8ru", "KOI8-U"},
    {"ibm737", "CP737"},
    {"cp866u", "CP1125"},
    {"cpis", "CP861"},
    {"csibm861", "CP861"},
    {"cpgr", "CP869"},
    {"ccsid00858", "CP858"},
    {"ibm00858", "CP858"},
    {"csibm858", "CP858"},
    {"ebcdiccphe", "CP424"},
    {"ebcdiccpus", "IBM037"},
    {"hproman8", "HP-ROMAN8"},
    {"cp1051", "HP-ROMAN8"},
    {"ibm1051", "HP-ROMAN8"},
    {"cp154", "PT154"},
    {"ptcp154", "PT154"},
    {"csptcp154", "PT154"},
    {"cyrillicasian", "PT154"},
    {"kz1048", "RK1048"},
    {"strk10482002", "RK1048"},
    {"macintosh", "MACINTOSH"},
    {"csmacintosh", "MACINTOSH"},
    {"macroman", "MACINTOSH"},
    {"xmacroman", "MACINTOSH"},
    {"maccyrillic", "MAC-CYRILLIC"},
    {"xmaccyrillic", "MAC-CYRILLIC"},
    {"xmacukrainian", "MAC-UK"},
    {"maclatin2", "MAC-CENTRALEUROPE"},
    {"maccenteuro", "MAC-CENTRALEUROPE"},
    {"maccentraleurope", "MAC-CENTRALEUROPE"},
    {"xmacce", "MAC-CENTRALEUROPE"},
    {"maciceland", "MAC-IS"},
    {"macgreek", "MACINTOSH"}, // glibc has no table of its own; the accented letters agree
    {"xmacgreek", "MACINTOSH"},
    {"macturkish", "MACINTOSH"},
    {"xmacturkish", "MACINTOSH"},
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

bool all_digits(std::string_view s) {
  return !s.empty() && s.find_first_not_of("0123456789") == s.npos;
}

std::string_view alias_of(std::string_view simple) {
  for (const Alias& alias : kAliases)
    if (alias.label == simple)
      return alias.iconv_name;
  return {};
}

// cp1251, 1251, windows-1251, x-cp1251, ibm1251, csIBM1251.
std::string code_page(std::string_view simple) {
  for (const std::string_view prefix : {"", "cp", "xcp", "ms", "windows", "ibm", "csibm"})
    if (simple.starts_with(prefix) && all_digits(simple.substr(prefix.size()))) {
      const std::string name = "cp" + std::string(simple.substr(prefix.size()));
      const std::string_view alias = alias_of(name);
      return alias.empty() ? "CP" + name.substr(2) : std::string(alias);
    }
  return {};
}

// iso_8859-7:1987, ISO8859_7, iso-8859-8-i: the year and the direction of writing say nothing new.
std::string iso_8859(std::string_view simple) {
  constexpr std::string_view kIso = "iso8859";
  if (!simple.starts_with(kIso))
    return {};
  std::string_view part = simple.substr(kIso.size());
  if (part.ends_with('i') || part.ends_with('e'))
    part.remove_suffix(1);
  constexpr size_t kYear = 4;
  if (part.size() > kYear)
    part.remove_suffix(kYear);
  if (!all_digits(part))
    return {};
  const std::string_view alias = alias_of(std::string(kIso) + std::string(part));
  return alias.empty() ? "ISO-8859-" + std::string(part) : std::string(alias);
}

std::string iso_2022(std::string_view simple) {
  if (simple.starts_with("cs"))
    simple.remove_prefix(2);
  constexpr std::string_view kIso = "iso2022";
  if (!simple.starts_with(kIso))
    return {};
  const std::string_view part = simple.substr(kIso.size());
  if (part == "jp" || part == "kr" || part == "cn")
    return "ISO-2022-" + std::string(part == "jp" ? "JP" : part == "kr" ? "KR" : "CN");
  if (part == "jp1" || part == "jp2")
    return "ISO-2022-JP-2";
  return part.starts_with("jp") ? "ISO-2022-JP-3" : ""; // no cn-ext: used by nobody, risky in iconv
}

// What the label means by its shape: families of names too many to list.
std::string by_family(std::string_view simple) {
  constexpr std::string_view kRegistered = "isoir";
  if (simple.starts_with("utf8"))
    return "UTF-8"; // utf8mb4, utf-8-sig
  if (simple.starts_with("gb18030"))
    return "GB18030";
  if (simple.starts_with("big5"))
    return "BIG5-HKSCS";
  if (simple.starts_with("tis620"))
    return "CP874";
  if (simple.starts_with(kRegistered) && all_digits(simple.substr(kRegistered.size())))
    return "ISO-IR-" + std::string(simple.substr(kRegistered.size()));
  for (std::string (*family)(std::string_view) : {code_page, iso_8859, iso_2022})
    if (std::string name = family(simple); !name.empty())
      return name;
  return {};
}

// UTF-7 hides markup from whoever looks at the bytes; the web gave it up (WHATWG Encoding §4.2).
bool is_refused(std::string_view simple) {
  return simple.find("utf7") != simple.npos || simple == "u7" || simple.starts_with("iso2022cnext");
}

} // namespace

CharsetName charset_name(std::string_view label) {
  constexpr size_t kLongestLabel = 40;
  const std::string simple = simplified(label);
  if (simple.empty() || label.size() > kLongestLabel || is_refused(simple))
    return {};
  if (const std::string_view alias = alias_of(simple); !alias.empty())
    return {std::string(alias), kind_of(alias)};
  if (const std::string name = by_family(simple); !name.empty())
    return {name, kind_of(name)};
  const auto is_plain = [](char c) {
    return is_label_character(c) || c == '-' || c == '_' || c == '.' || c == ':';
  };
  if (!std::all_of(label.begin(), label.end(), is_plain))
    return {};
  return {std::string(label), CharsetKind::Other};
}

} // namespace heiban
