#include "base/utf8.h"
#include "feed/charset.h"
#include "show_helper.h"

#include <gtest/gtest.h>

#include <iconv.h>

namespace heiban {
namespace {

std::string encoded(std::string_view utf8, const char* charset) {
  iconv_t handle = iconv_open(charset, "UTF-8");
  std::string out(utf8.size() * 4 + 16, '\0');
  char* in = const_cast<char*>(utf8.data());
  char* to = out.data();
  size_t in_left = utf8.size(), out_left = out.size();
  EXPECT_EQ(iconv(handle, &in, &in_left, &to, &out_left), 0u) << charset;
  iconv_close(handle);
  out.resize(to - out.data());
  return out;
}

constexpr std::string_view kText =
    "云岭县教育局关于2026年秋季学期义务教育招生工作的通知：各乡镇中心校、县直各学校，"
    "现将有关事项通知如下，请认真贯彻执行。";
constexpr std::string_view kShort = "通知公告";
constexpr std::string_view kTraditional =
    "關於調整國民中學學費標準的公告，請各校遵照辦理並公布於校門明顯處。";

struct Case {
  const char* what;
  const char* declared; // in the XML declaration; nullptr: no declaration
  const char* http;     // the HTTP Content-Type
  const char* real;     // iconv's name
  std::string_view text;
};

TEST(Charset, DeclarationsTrueAndFalse) {
  const Case kCases[] = {
      {"UTF-8", "utf-8", "text/xml", "UTF-8", kText},
      {"UTF-8 undeclared", nullptr, "", "UTF-8", kText},
      {"UTF-8 short", nullptr, "", "UTF-8", "通"},
      {"GBK", "gbk", "", "GBK", kText},
      {"gb2312 means GB18030", "gb2312", "", "GB18030", "䶮㛃𬱖𫖯朱镕基"},
      {"GB2312 in capitals", "GB2312", "text/xml; charset=GB2312", "GBK", kText},
      {"x-gbk", "x-gbk", "", "GBK", kText},
      {"by HTTP only", nullptr, "text/xml; charset=gb2312", "GBK", kText},
      {"by HTTP, quoted", nullptr, "text/xml;charset=\"GBK\"", "GBK", kText},
      {"GBK that might be UTF-8", "gbk", "", "GBK", "教教教教教教教教教教教教教教教教"},
      {"Big5", "big5", "", "BIG5", kTraditional},
      {"Big5 by HTTP", nullptr, "text/xml; charset=Big5", "BIG5", kTraditional},
      {"Big5 undeclared", nullptr, "", "BIG5", kTraditional},
      {"GBK undeclared", nullptr, "", "GBK", kText},
      {"GBK undeclared, short", nullptr, "", "GBK", kShort},
      {"declares utf-8, is GBK", "utf-8", "", "GBK", kText},
      {"declares utf-8 twice, is GBK", "utf-8", "text/xml; charset=utf-8", "GBK", kText},
      {"declares utf-8, is GBK, short", "UTF-8", "", "GBK", kShort},
      {"declares gb2312, is UTF-8", "gb2312", "", "UTF-8", kText},
      {"declares gbk, is UTF-8, short", "gbk", "", "UTF-8", kShort},
      {"HTTP says latin-1, XML gb2312", "gb2312", "text/xml; charset=iso-8859-1", "GBK", kText},
      {"HTTP says latin-1, XML utf-8", "utf-8", "text/xml; charset=iso-8859-1", "UTF-8", kText},
      {"HTTP says latin-1, XML nothing, is UTF-8", nullptr, "text/xml; charset=iso-8859-1", "UTF-8",
       kText},
      {"HTTP says latin-1, XML nothing, is GBK", nullptr, "text/xml; charset=iso-8859-1", "GBK",
       kText},
      {"HTTP says utf-8, XML gb2312, is GBK", "gb2312", "text/xml; charset=utf-8", "GBK", kText},
      {"HTTP says gbk, XML utf-8, is UTF-8", "utf-8", "text/xml; charset=gbk", "UTF-8", kText},
      {"declares latin-1, is GBK", "iso-8859-1", "", "GBK", kText},
      {"declares latin-1, is UTF-8", "iso-8859-1", "", "UTF-8", "Café"},
      {"us-ascii by default of HTTP, is UTF-8", nullptr, "text/xml; charset=us-ascii", "UTF-8",
       kText},
      {"UTF-16LE without BOM", "utf-16", "", "UTF-16LE", kText},
      {"UTF-16BE without BOM", "utf-16", "", "UTF-16BE", kText},
      {"UTF-16LE undeclared", nullptr, "", "UTF-16LE", kText},
      {"UTF-32LE", nullptr, "", "UTF-32LE", kText},
      {"UTF-32BE", nullptr, "", "UTF-32BE", kText},
      {"declares utf-16, is UTF-8", "utf-16", "", "UTF-8", kText},
      {"declares utf-16, is GBK", "utf-16", "", "GBK", kText},
      {"declares utf-8, is UTF-16", "utf-8", "", "UTF-16LE", kText},
      {"a charset nobody knows", "x-nobody", "", "UTF-8", kText},
      {"a charset nobody knows, is GBK", "x-nobody", "", "GBK", kText},
      {"a charset name that is an attack", "UTF-8//../../x", "", "UTF-8", kText},
      {"windows-1252", "windows-1252", "", "CP1252", "“Café” – naïve €"},
      {"latin-1 with windows-1252's quotes", "iso-8859-1", "", "CP1252", "“Café”"},
      {"windows-1252 undeclared", nullptr, "", "CP1252", "A café, a naïve résumé, a cliché."},
      {"declares utf-8, is windows-1252", "utf-8", "", "CP1252",
       "A café, a naïve résumé, a cliché."},
      {"koi8-r", "koi8-r", "", "KOI8-R", "Здравствуйте"},
      {"windows-1251", "windows-1251", "", "CP1251", "Здравствуйте"},
      {"Shift_JIS", "Shift_JIS", "", "SHIFT_JIS", "日本語のテスト"},
      {"EUC-JP", "EUC-JP", "", "EUC-JP", "日本語のテスト"},
      {"ISO-2022-JP", "iso-2022-jp", "", "ISO-2022-JP", "日本語のテスト"},
      {"EUC-KR", "euc-kr", "", "EUC-KR", "한국어 시험"},
      {"ISO-8859-15", "iso-8859-15", "", "ISO-8859-15", "10 €"},
      {"EBCDIC", "cp037", "", "CP037", "Example"},
      {"declares big5, is GBK", "big5", "", "GBK", kText},
      {"declares big5, is GBK, short", "big5", "", "GBK", kShort},
      {"HTTP says big5, is GBK", nullptr, "text/xml; charset=big5", "GBK", kText},
      {"declares gb2312, is Big5", "gb2312", "", "BIG5", kTraditional},
      {"declares gb18030 over HTTP, is Big5", nullptr, "text/xml; charset=gb18030", "BIG5",
       kTraditional},
      {"Big5 undeclared", nullptr, "", "BIG5", kTraditional},
      {"declares gb2312, is GBK's traditional characters", "gb2312", "", "GBK", kTraditional},
      {"uighur in UTF-8", "gb2312", "", "UTF-8", "مائارىپ ئىدارىسى"},
  };
  for (const Case& c : kCases) {
    const std::string declaration =
        c.declared ? "<?xml version=\"1.0\" encoding=\"" + std::string(c.declared) + "\"?>" : "";
    const std::string document =
        declaration + "<rss><channel><title>" + std::string(c.text) + "</title></channel></rss>";
    check_feed({c.what, encoded(document, c.real), {"title=" + std::string(c.text)}}, {}, c.http);
  }
}

TEST(Charset, ByteOrderMarks) {
  const std::string document = "<?xml version='1.0' encoding='gbk'?><rss><channel><title>" +
                               std::string(kText) + "</title></channel></rss>";
  for (const char* real : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    check_feed({real, encoded("\uFEFF" + document, real), {"title=" + std::string(kText)}});
  const std::string gb = encoded("<rss><channel><title>通知</title></channel></rss>", "GB18030");
  for (const char* type : {"", "text/xml; charset=big5", "text/xml; charset=utf-8"})
    check_feed({"GB 18030's mark", "\x84\x31\x95\x33" + gb, {"title=通知"}}, {}, type);
  check_feed({"a UTF-8 mark before GBK",
              "\xEF\xBB\xBF" + encoded(document, "GBK"),
              {"title=" + std::string(kText)}});
}

TEST(Charset, JsonToo) {
  const std::string document = R"({"items":[{"id":"1","title":")" + std::string(kText) + "\"}]}";
  for (const char* real : {"UTF-8", "GBK", "UTF-16LE", "UTF-16BE"})
    check_feed({real, encoded(document, real), {"0.title=" + std::string(kText)}});
  check_feed({"by HTTP", encoded(document, "GBK"), {"0.title=" + std::string(kText)}}, {},
             "application/json; charset=gb2312");
}

TEST(Charset, HtmlMeta) {
  for (const char* meta : {"<meta charset=gb2312>",
                           "<META http-equiv='Content-Type' content='text/html; charset=GBK'>"}) {
    const std::string page =
        encoded("<html><head>" + std::string(meta) + "<title>教</title>", "GBK");
    const Decoded decoded = decode_document(page, "text/html");
    EXPECT_NE(decoded.text().find("教"), std::string_view::npos) << meta;
    EXPECT_EQ(decoded.charset, "GB18030") << meta;
  }
}

// Characters cut in half, as databases do, must not turn a document into another charset.
TEST(Charset, AFewBadBytes) {
  std::string utf8 = "<rss><channel><title>" + std::string(kText) + "</title><description>" +
                     std::string(kText).substr(0, 41) + "</description></channel></rss>";
  check_feed({"UTF-8", utf8, {"title=" + std::string(kText)}});
  check_feed({"UTF-8 declared",
              "<?xml version='1.0' encoding='utf-8'?>" + utf8,
              {"title=" + std::string(kText), "warnings=有 1 处字符无法识别"}});
  std::string gbk = encoded("<?xml version='1.0' encoding='gb2312'?><rss><channel><title>" +
                                std::string(kText) + "</title><description>教",
                            "GBK");
  gbk.pop_back();
  check_feed({"GBK", gbk + "</description></channel></rss>", {"title=" + std::string(kText)}});
  std::string cut = "<rss><channel><title>通知";
  cut.pop_back();
  check_feed({"cut off inside a character", cut, {"title=通"}});
}

// GB 18030-2005's private-use code points are what they are since 2022, whatever the encoding.
TEST(Charset, PrivateUseOfGb18030) {
  EXPECT_EQ(
      decode_document("\xA6\xD9\xA6\xF3\xFE\x59\xFE\xA0 text", "text/xml; charset=gb2312").text(),
      "\uFE10\uFE19\u9FB4\u9FBB text");
  EXPECT_EQ(decode_document("x\uE78D\uE796\uE81E\uE864\uE7C7\uE7F3\uE816\uE000", "").text(),
            "x\uFE10\uFE19\u9FB4\u9FBB\u1E3F\u2FFB\U00020087\uE000");
}

TEST(Charset, WarnsOfLies) {
  const Decoded lie = decode_document(
      encoded("<?xml version='1.0' encoding='utf-8'?><a>" + std::string(kText) + "</a>", "GBK"),
      "");
  ASSERT_EQ(lie.warnings.size(), 1u);
  EXPECT_EQ(lie.warnings[0], "声明的编码是 UTF-8，实际按 GB18030 读取");
  EXPECT_TRUE(decode_document("<?xml version='1.0' encoding='gbk'?><a/>", "").warnings.empty());
}

TEST(Charset, AnyBytesBecomeUtf8) {
  unsigned seed = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < 64; ++i)
      bytes += static_cast<char>((seed = seed * 1103515245 + 12345) >> 16);
    EXPECT_TRUE(is_valid_utf8(decode_document(bytes, "").text()));
  }
}

TEST(Charset, ContentType) {
  EXPECT_EQ(charset_of_content_type("text/xml; Charset = \"GBK\"; x=y"), "gbk");
  EXPECT_EQ(charset_of_content_type("text/xml;charset=utf-8"), "utf-8");
  EXPECT_EQ(charset_of_content_type("text/xml"), "");
  EXPECT_EQ(charset_of_content_type(""), "");
}

} // namespace
} // namespace heiban
