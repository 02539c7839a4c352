#include "feed/charset.h"
#include "feed/charset_names.h"

#include <gtest/gtest.h>

#include <iconv.h>

namespace heiban {
namespace {

struct Label {
  const char* label;
  const char* iconv_name; // "" : refused
};

// Labels as feeds, Python's codecs and IANA's register write them.
constexpr Label kLabels[] = {
    {"gb_2312-80", "GB18030"},
    {"x-gbk", "GB18030"},
    {"GB18030-2022", "GB18030"},
    {"936", "GB18030"},
    {"ms936", "GB18030"},
    {"EUC-CN", "GB18030"},
    {"iso-ir-58", "GB18030"},
    {"hz-gb-2312", "HZ"},
    {"hz", "HZ"},
    {"Big5", "BIG5-HKSCS"},
    {"big5-tw", "BIG5-HKSCS"},
    {"Big5-HKSCS:2004", "BIG5-HKSCS"},
    {"cn-big5", "BIG5-HKSCS"},
    {"ms950", "CP950"},
    {"950", "CP950"},
    {"shift_jis", "CP932"},
    {"932", "CP932"},
    {"x-sjis", "CP932"},
    {"windows-31j", "CP932"},
    {"shift_jis_2004", "SHIFT_JISX0213"},
    {"euc_jp", "EUC-JP"},
    {"u-jis", "EUC-JP"},
    {"euc_jis_2004", "EUC-JISX0213"},
    {"iso2022_jp", "ISO-2022-JP"},
    {"csISO2022JP", "ISO-2022-JP"},
    {"iso-2022-jp-1", "ISO-2022-JP-2"},
    {"iso-2022-jp-2004", "ISO-2022-JP-3"},
    {"iso2022-kr", "ISO-2022-KR"},
    {"euc_kr", "CP949"},
    {"ks_c_5601-1987", "CP949"},
    {"KS_C_5601-1989", "CP949"},
    {"iso-ir-149", "CP949"},
    {"ms949", "CP949"},
    {"utf8", "UTF-8"},
    {"UTF_8", "UTF-8"},
    {"utf8mb4", "UTF-8"},
    {"utf-8-sig", "UTF-8"},
    {"ucs-2", "UTF-16"},
    {"iso-10646-ucs-2", "UTF-16"},
    {"csUCS4", "UTF-32"},
    {"utf_16_le", "UTF-16LE"},
    {"latin-1", "CP1252"},
    {"ISO_8859-1:1987", "CP1252"},
    {"iso8859-1", "CP1252"},
    {"us-ascii", "CP1252"},
    {"ANSI_X3.4-1968", "CP1252"},
    {"iso_8859_2", "ISO-8859-2"},
    {"ISO8859-2", "ISO-8859-2"},
    {"iso-8859-5", "ISO-8859-5"},
    {"ISO_8859-6:1987", "ISO-8859-6"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"iso-8859-8-e", "ISO-8859-8"},
    {"iso_8859_10_1992", "ISO-8859-10"},
    {"iso-8859-11", "CP874"},
    {"iso-8859-9", "CP1254"},
    {"iso_ir_101", "ISO-IR-101"},
    {"latin9", "ISO-8859-15"},
    {"elot_928", "ISO-8859-7"},
    {"ecma-114", "ISO-8859-6"},
    {"visual", "ISO-8859-8"},
    {"koi8_r", "KOI8-R"},
    {"koi", "KOI8-R"},
    {"koi8-ru", "KOI8-U"},
    {"1251", "CP1251"},
    {"windows-1251", "CP1251"},
    {"x-cp1251", "CP1251"},
    {"ms-cyrl", "CP1251"},
    {"cp1251", "CP1251"},
    {"437", "CP437"},
    {"IBM850", "CP850"},
    {"IBM00858", "CP858"},
    {"ebcdic-cp-he", "CP424"},
    {"hp-roman8", "HP-ROMAN8"},
    {"ptcp154", "PT154"},
    {"kz-1048", "RK1048"},
    {"tis-620-2529-1", "CP874"},
    {"x-mac-cyrillic", "MAC-CYRILLIC"},
    {"mac_roman", "MACINTOSH"},
    {"mac-iceland", "MAC-IS"},
    {"x-nobody", "x-nobody"},
    {"utf-7", ""},
    {"unicode-1-1-utf-7", ""},
    {"iso-2022-cn-ext", ""},
    {"../../x", ""},
    {"", ""},
    {"a name that is much too long to be one of a charset", ""},
};

TEST(CharsetNames, AsTheWorldWritesThem) {
  for (const Label& row : kLabels)
    EXPECT_EQ(charset_name(row.label).iconv_name, row.iconv_name) << row.label;
}

// A name this table gives is one there is a converter for.
TEST(CharsetNames, IconvKnowsThem) {
  for (const Label& row : kLabels) {
    const std::string name = row.iconv_name;
    if (name.empty() || name == "HZ" || name == "x-nobody")
      continue;
    const iconv_t handle = iconv_open("UTF-8", name.c_str());
    ASSERT_NE(handle, reinterpret_cast<iconv_t>(-1)) << name;
    iconv_close(handle);
  }
}

struct Bytes {
  const char* what;
  std::string document;
  const char* text; // must stand in it
};

TEST(CharsetNames, Bytes) {
  const Bytes kRows[] = {
      {"HZ", "<?xml version='1.0' encoding='hz-gb-2312'?><a>~{MVV*~} ~~ ~{9+8f~}</a>",
       "<a>椭知 ~ 公告</a>"},
      {"HZ ends with its line", "<?xml version='1.0' encoding='hz'?><a>~{9+8f\n</a>", "公告\n</a>"},
      {"UTF-7 stays as it is", "<?xml version='1.0' encoding='utf-7'?><a>+ADw-b+AD4-</a>",
       "+ADw-b+AD4-"},
      {"GBK that is valid UTF-8, declared UTF-8",
       "<?xml version='1.0' encoding='utf-8'?><a>\xCD\xA8\xD6\xAA</a>", "<a>通知</a>"},
      {"and many times", "<a>\xCD\xA8\xD6\xAA \xCD\xA8\xD6\xAA \xCD\xA8\xD6\xAA</a>",
       "通知 通知 通知"},
      {"accents are no GBK", "<a>caf\xC3\xA9 \xC3\xBC\xC3\xB6</a>", "café üö"},
      {"Greek is none", "<a>\xCE\xB1\xCE\xB2\xCE\xB3</a>", "αβγ"},
      {"Cyrillic is none", "<a>\xD0\xB4\xD0\xB0</a>", "да"},
      {"Hebrew with points is none", "<a>\xD7\xA9\xD6\xB8\xD7\xA9</a>", "שָש"},
      {"a mark behind its letter is none", "<a>e\xCC\x81</a>", "e\xCC\x81"},
      {"one curly quote of windows-1252 declared UTF-8",
       "<?xml version='1.0' encoding='utf-8'?><a>don\x92t</a>", "<a>don"},
      {"a code page of EBCDIC with other quotes",
       "\x4C\x6F\xA7\x94\x93\x40\xA5\x85\x99\xA2\x89\x96\x95\x7E\xFC\xF1\x4B\xF0\xFC\x40\x85\x95"
       "\x83\x96\x84\x89\x95\x87\x7E\xFC\x83\x97\xF1\xF0\xF2\xF6\xFC\x6F\x6E\x4C\x81\x6E\x4A\x4C"
       "\x61\x81\x6E",
       "<a>Ç</a>"},
      {"a bad character in much UTF-8 that says so",
       "<?xml version='1.0' "
       "encoding='utf-8'?><a>教育局招生通知公告栏请各校遵照执行并公布</a><b>\xC2\xD2\xC2\xEB</b>",
       "<a>教育局招生通知公告栏请各校遵照执行并公布</a>"},
  };
  for (const Bytes& row : kRows) {
    const Decoded read = decode_document(row.document, {});
    EXPECT_NE(read.text().find(row.text), std::string_view::npos)
        << row.what << ": " << read.charset << " " << read.text();
  }
}

} // namespace
} // namespace heiban
