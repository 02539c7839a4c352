// What single texts of a fee schedule say: the days it is in force, what a basis names, units.
#include "notice/fee_basis.h"
#include "notice/fee_class.h"
#include "notice/fee_effect.h"
#include "notice/fee_helper.h"
#include "notice/fee_phones.h"
#include "notice/fee_unit.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

std::string day(const std::optional<CivilDate>& date) {
  return date ? iso_date(*date) : "-";
}

std::string days(const EffectiveDays& read) {
  return day(read.from) + " " + day(read.to);
}

TEST(FeeEffect, ReadsSinceWhenAndUntilWhen) {
  struct Case {
    const char *line, *days;
  };
  const Case cases[] = {
      {"自2027年2月15日起执行", "2027-02-15 -"},
      {"（自二〇二六年九月一日起执行）", "2026-09-01 -"},
      {"本标准自２０２７年２月１５日起执行", "2027-02-15 -"},
      {"以上标准于2026年9月1日起实施，有效期3年。", "2026-09-01 -"},
      {"本表从 2026 年 9 月 1 日 起施行", "2026-09-01 -"},
      {"2026年9月1日起执行", "2026-09-01 -"},
      {"自2026年9月1日起", "2026-09-01 -"},
      {"自2026年9月1日起按本表收费", "2026-09-01 -"},
      {"执行期限：2026年9月1日至2027年8月31日", "2026-09-01 2027-08-31"},
      {"自2026年9月1日起至2027年8月31日执行", "2026-09-01 2027-08-31"},
      {"执行时间：2026年9月1日—12月31日", "2026-09-01 2026-12-31"},
      {"执行时间：2026年9月1日至1月20日", "2026-09-01 2027-01-20"},
      {"执行期限：2026年9月至2027年1月", "2026-09-01 2027-01-31"},
      {"执行时间:2026-09-01", "2026-09-01 -"},
      {"执行日期：2026.9.1-2027.8.31", "2026-09-01 2027-08-31"},
      {"有效期：2026.9.1—2027.8.31", "2026-09-01 2027-08-31"},
      {"本表有效期至2027年8月31日。", "- 2027-08-31"},
      {"自2026年9月1日起执行，有效期至2027年8月31日", "2026-09-01 2027-08-31"},
      {"执行至2027年7月", "- 2027-07-31"},
      {"收费标准自2026年9月1日起执行。\n原标准自2020年9月1日起执行", "2026-09-01 -"},
      // Days of other matters.
      {"公示时间：2026年9月1日至2026年9月10日", "- -"},
      {"自2026年9月1日起公示5天", "- -"},
      {"自2017年9月1日起免除学费", "- -"},
      {"根据《办法》，自2020年9月1日起取消借读费。", "- -"},
      {"执行时间：2026年秋季学期", "- -"},
      {"自2026—2027学年起执行", "- -"},
      {"云发改〔2026〕12号", "- -"},
      {"2026年9月1日", "- -"},
      {"咨询时间为工作日", "- -"},
      {"自2026年13月1日起执行", "- -"},
      {"", "- -"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(days(effective_days(c.line)), c.days) << c.line;
}

TEST(FeeEffect, ReadsTheDaysOfACell) {
  struct Case {
    const char *cell, *days, *last;
  };
  const Case cases[] = {
      {"2026-09-01", "2026-09-01 -", "2026-09-01"},
      {"2026/9/1", "2026-09-01 -", "2026-09-01"},
      {"2026年9月1日起", "2026-09-01 -", "2026-09-01"},
      {"2026-09-01至2027-08-31", "2026-09-01 2027-08-31", "2026-09-01"},
      {"2026年9月1日-12月31日", "2026-09-01 2026-12-31", "2026-09-01"},
      {"2026.9", "2026-09-01 -", "2026-09-30"},
      {"2026年9月", "2026-09-01 -", "2026-09-30"},
      {"20260901", "2026-09-01 -", "2026-09-01"},
      {"长期", "- -", "-"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(days(days_in(c.cell)), c.days) << c.cell;
    EXPECT_EQ(day(last_day_in(c.cell)), c.last) << c.cell;
  }
}

TEST(FeeBasis, KnowsANumberAndAnOrgan) {
  struct Case {
    const char* text;
    bool document, organ;
  };
  const Case cases[] = {
      {"云岭县发展和改革局 云发改〔2026〕12号", true, true},
      {"云发改〔2026〕12号", true, false},
      {"云岭县发展和改革局", false, true},
      {"国家计委、教育部 计价格[2002]665号", true, true},
      {"教育部等五部门 教财（2020）5号", true, true},
      {"省物价局 价费字(1992)367号", true, true},
      {"省物价局 粤价【2006】 237 号文件", true, true},
      {"省物价局 浙价费﹝2005﹞213号", true, true},
      {"省物价局 粤价〈2006〉237号", true, true},
      {"省物价局 湘价费字〔2005〕第12号", true, true},
      {"省物价局 赣价费字〔2010〕36、37号", true, true},
      {"省物价局 2005年12号文", true, true},
      {"省物价局 皖价费2005-12号", true, true},
      {"中华人民共和国国务院令 第 284 号", true, true},
      {"教育部第5号令", true, true},
      {"县人民政府常务会议纪要第12期", true, true},
      {"县价格主管部门 云价字〔2015〕8号", true, true},
      {"云岭县第一中学 云一中〔2024〕8号", true, true},
      {"《省物价局关于普通高中收费的通知》（黔价费〔2007〕12号）", true, true},
      {"《关于省物价局核定普通高中学费的通知》（黔价费〔2007〕12号）", true, false},
      {"学校家长委员会", false, true},
      {"县政府5号楼", false, true},
      {"按文件执行", false, false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(names_document(c.text), c.document) << c.text;
    EXPECT_EQ(names_organ(c.text), c.organ) << c.text;
  }
}

TEST(FeeBasis, TellsADocumentsNumberInAnotherForm) {
  struct Case {
    const char *text, *right; // "": nothing against it
  };
  const Case cases[] = {
      {"云发改〔2026〕12号", ""},
      {"浙价费﹝2005﹞213号", ""},
      {"云发改[2020]12号", "〔2020〕12号"},
      {"云发改［2020］12号", "〔2020〕12号"},
      {"云发改【2020】12号", "〔2020〕12号"},
      {"云发改（2020）12号", "〔2020〕12号"},
      {"云发改(2020) 12 号文件", "〔2020〕12号"},
      {"云发改<2020>12号", "〔2020〕12号"},
      {"云发改〈2020〉12号", "〔2020〕12号"},
      {"云发改〔2020]12号", "〔2020〕12号"},
      {"云发改（２０２０）１２号", "〔2020〕12号"},
      {"云发改〔2020年〕12号", "〔2020〕12号"},
      {"湘价费字〔2005〕第12号", "〔2005〕12号"},
      {"湘价费字〔2005〕012号", "〔2005〕12号"},
      {"云发改〔2019〕1号、云发改[2020]12号", "〔2020〕12号"},
      {"云发改〔2010〕36、37号", ""},
      {"国务院令第284号", ""},
      {"2005年12号文", ""},
      {"（2020）", ""},
      {"云岭县第一中学（2026）级", ""},
      {"（2026）12", ""},
      {"[12345]6号", ""},
      {"（1号楼）5号", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    const auto form = misformed_document(c.text);
    EXPECT_EQ(form ? form->right : "", c.right) << c.text;
  }
  EXPECT_EQ(misformed_document("县发改局（云发改 [2020] 第012号）")->written, "[2020] 第012号");
}

TEST(FeeUnit, LevelsSpellings) {
  struct Case {
    const char *written, *normal;
    bool known;
  };
  const Case cases[] = {
      {"元/生·学期", "元/生·学期", true},
      {"元／生．学期", "元/生·学期", true},
      {"每生每学期", "元/生·学期", true},
      {"元（每生每期）", "元/生·期", true},
      {"（元/生·月）", "元/生·月", true},
      {"人民币元/人•次", "元/人·次", true},
      {"按次", "元/次", true},
      {"按学期收取", "元/学期", true},
      {"元/㎡", "元/㎡", true},
      {"元/kWh", "元/kWh", true},
      {"元", "元", true},
      {"生·学期", "生·学期", false}, // 元 is the head's to say
      {"元/头", "元/头", false},
      {"美元/生", "美元/生", false},
      {"按实际", "元/实际", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(normal_unit(c.written), c.normal) << c.written;
    EXPECT_EQ(is_known_unit(c.normal, fee_units()), c.known) << c.written;
  }
  EXPECT_EQ(unit_in_head("收费标准（元/生·学期）（城市）"), "元/生·学期");
  EXPECT_EQ(unit_in_head("收费标准（城市）(元/月)"), "元/月");
  EXPECT_EQ(unit_in_head("金额（元）"), "");
}

TEST(FeeUnit, ConflictsByTimeOnly) {
  EXPECT_TRUE(units_conflict("元/生·学期", "元/生·学年"));
  EXPECT_TRUE(units_conflict("元/月", "元/生·学期"));
  EXPECT_FALSE(units_conflict("元/生·期", "元/学期"));
  EXPECT_FALSE(units_conflict("元/生", "元/学期"));
  EXPECT_FALSE(units_conflict("元/生·天", "元/生·日"));
}

TEST(FeeSections, NumberedOnesHoldTheirParts) {
  FeeSections sections;
  const auto enter = [&](const char* heading) {
    sections.enter(heading);
    return std::string(word_of(sections.fee_class()));
  };
  EXPECT_EQ(enter("一、行政事业性收费"), "行政事业性收费");
  EXPECT_EQ(enter("（一）普通高中"), "行政事业性收费");
  EXPECT_EQ(sections.path(), "一、行政事业性收费　（一）普通高中");
  EXPECT_EQ(enter("幼儿园"), "行政事业性收费");
  EXPECT_EQ(enter("二、服务性收费和代收费"), "");
  EXPECT_EQ(enter("（一）服务性收费"), "服务性收费");
  EXPECT_EQ(enter("（二）代收费"), "代收费");
  EXPECT_EQ(enter("三、其他"), "");
  EXPECT_EQ(enter("代收费"), "代收费");
  EXPECT_EQ(enter("其他"), "");
  FeeSections bare;
  bare.enter("行政事业性收费");
  bare.enter("其他");
  EXPECT_EQ(bare.fee_class(), FeeClass::None);
}

TEST(FeePhones, AreFoundAsNumbers) {
  EXPECT_TRUE(has_number("举报电话12358，", "12358"));
  EXPECT_FALSE(has_number("0000-1235812", "12358"));
  EXPECT_EQ(plain_digits("（0000）—１２３１５"), "（0000）-12315");
  EXPECT_TRUE(has_local_number("0000-1234567"));
  EXPECT_FALSE(has_local_number("12315 12345"));
}

} // namespace
} // namespace heiban
