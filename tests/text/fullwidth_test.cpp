// Half-width marks that staff typed between Han, as they are shown (TYPESETTING 28), and those of
// numbers, times, Latin, addresses and codes, which stay.
#include "text/fullwidth.h"

#include "base/utf8.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

struct Row {
  const char *typed, *shown;
};

constexpr Row kRows[] = {
    // between Han
    {"是否?是!对:错;甲,乙", "是否？是！对：错；甲，乙"},
    {"甲, 乙", "甲， 乙"},
    {"请于周五前上报;", "请于周五前上报；"},
    {"逾期不候!!!真的?!", "逾期不候！！！真的？！"},
    {"本县(区)、(含)", "本县（区）、（含）"},
    {"(1)总则 (2) 分则", "（1）总则 （2） 分则"},
    {"((二))", "（（二））"},
    {"世贸组织(WTO)", "世贸组织（WTO）"},
    {"Word(文档)", "Word（文档）"},
    // after a word or a number that Chinese goes on after
    {"比分3:1,时间8:30:15;逾期", "比分3:1，时间8:30:15；逾期"},
    {"增长3.5%,其中25℃;比例1:10000,其他", "增长3.5%，其中25℃；比例1:10000，其他"},
    {"发给A班,B班;见附件1(PDF),并盖章", "发给A班，B班；见附件1(PDF)，并盖章"},
    {"标准GB/T 15834,其中车速60km/h,其他", "标准GB/T 15834，其中车速60km/h，其他"},
    {"上午8:30-11:30,《办法》", "上午8:30-11:30，《办法》"},
    {"用Word,(见附件)", "用Word，（见附件）"},
    {"OK!!!好", "OK！！！好"},
    {"语文120;", "语文120；"},
    {"欢迎使用App!", "欢迎使用App！"},
    {"登录http://a.cn/b,点击a.b@c.cn;确认", "登录http://a.cn/b，点击a.b@c.cn；确认"},
    {"代码a.m.和p.m.(上午),其他", "代码a.m.和p.m.（上午），其他"},
    // numbers, times, ratios, telephones
    {"费用1,234.5元、8:30、3:1、第1,2,3班", "费用1,234.5元、8:30、3:1、第1,2,3班"},
    {"电话(0871)1234567转(+86)138", "电话(0871)1234567转(+86)138"},
    {"55\"和65\"电视", "55\"和65\"电视"},
    // Latin
    {"He said, \"Yes!\" (really?) to me. 中文", "He said, \"Yes!\" (really?) to me. 中文"},
    {"A,B两校,it's OK, the students' books", "A,B两校，it's OK, the students' books"},
    {"“yes”, then (no) ‘x’; “z”!", "“yes”, then (no) ‘x’; “z”!"},
    {"结束 Hello world!", "结束 Hello world!"},
    {"C++,C#;Node.js", "C++,C#;Node.js"},
    // addresses and codes
    {"见https://a.cn/b?c=d,e;f:g(h)", "见https://a.cn/b?c=d,e;f:g(h)"},
    {"见https://a.cn/b?名称", "见https://a.cn/b?名称"},
    {"函数f(x, y)与printf(\"你好\")", "函数f(x, y)与printf(\"你好\")"},
    {"{\"name\":\"张三\",\"age\":3}", "{\"name\":\"张三\",\"age\":3}"},
    {"a=\"值\";C:\\目录", "a=\"值\";C:\\目录"},
    // quotes
    {"他说\"你好\",又说\"OK\".然后\"Hello, world!\"结束",
     "他说“你好”，又说“OK”.然后“Hello, world!”结束"},
    {"他说'好'的,it's fine", "他说‘好’的，it's fine"},
    {"\"他说'好'\"", "“他说‘好’”"},
    // half of a pair typed right
    {"（详见附件1)和(详见附件2）", "（详见附件1）和（详见附件2）"},
    {"“你好\"与“再见”", "“你好”与“再见”"},
    {"\"你好”与“再见”", "“你好”与“再见”"},
    {"“他说\"好\"”", "“他说“好””"},
};

TEST(FullWidth, MarksBetweenHanAndNoOthers) {
  for (const Row& row : kRows) {
    std::u32string text = to_utf32(row.typed);
    show_fullwidth(text);
    EXPECT_EQ(to_utf8(text), row.shown);
  }
}

// A hundred thousand brackets, quotes and marks take as long as other text: what each looks at is
// bounded (CTest's time-out sees a square).
TEST(FullWidth, NestedMarksAreLookedAtOnce) {
  for (const char* piece : {"(", ")", "\"", "'", "a!", "“\"", ", ", "!"}) {
    std::u32string text = U"国";
    for (int i = 0; i < 300'000; ++i)
      text += to_utf32(piece);
    if (piece[0] == '(')
      text.append(300'000, U')');
    const size_t length = text.size();
    show_fullwidth(text);
    EXPECT_EQ(text.size(), length);
  }
}

} // namespace
} // namespace heiban
