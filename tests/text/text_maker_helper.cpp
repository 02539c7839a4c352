#include "text/text_maker_helper.h"

#include "base/utf8.h"

#include <fmt/format.h>

namespace heiban::test {
namespace {

constexpr std::u32string_view kHan = U"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出"
                                     U"就分对成会可主发年动同工也能下过子说"
                                     U"教育局学校招生入学义务通知公示名单幼儿园初中高中考试报名审核"
                                     U"材料家长监护人户籍房产学区收费标准";

constexpr const char* kUnits[] = {"2026年7月15日",
                                  "7月1日",
                                  "3.5%",
                                  "1,234.5万元",
                                  "教基〔2026〕12号",
                                  "0871-6600000",
                                  "8:30",
                                  "9:00—11:30",
                                  "约±5℃",
                                  "¥100",
                                  "2026—2027学年",
                                  "第12条",
                                  "138 0000 0000",
                                  "15人",
                                  "3～5年",
                                  "60%～70%",
                                  "1999年",
                                  "GB/T 15834-2011",
                                  "https://jyj.example.gov.cn/zwgk/2026/t0701_1.html",
                                  "zhaosheng@example.gov.cn",
                                  "——",
                                  "……",
                                  "12345",
                                  "（0871）6600000",
                                  "-3℃",
                                  "12.5万平方米",
                                  "3元5角",
                                  "8时30分",
                                  "¥1,200.00",
                                  "教基〔2026〕第3号"};
constexpr const char* kNames[] = {"买买提·艾力", "阿卜杜拉·买买提", "二〇二六年七月"};
constexpr const char* kLatin[] = {"PDF",  "Word文档", "OpenAI", "the quick brown fox",
                                  "A4纸", "USB-C",    "don’t",  "internationalization",
                                  "App",  "C++",      "Q&A",    "test/spec.js"};
constexpr const char* kMarks[] = {"，", "。", "、", "；", "：",   "！",   "？", "“",
                                  "”",  "‘",  "’",  "（", "）",   "《",   "》", "【",
                                  "】", "——", "……", "·",  "～",   "〔",   "〕", "〈",
                                  "〉", "「", "」", "/",  "！！", "？！", "-",  "…"};

} // namespace

uint32_t TextMaker::roll(uint32_t n) {
  state_ = state_ * 6364136223846793005u + 1442695040888963407u;
  return static_cast<uint32_t>((state_ >> 33) % n);
}

std::string TextMaker::pick(const char* const* words, size_t count) {
  return words[roll(static_cast<uint32_t>(count))];
}

std::string TextMaker::han(size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i)
    append_utf8(text, kHan[roll(static_cast<uint32_t>(kHan.size()))]);
  return text;
}

std::string TextMaker::unit() {
  if (roll(12) == 0)
    return pick(kNames, std::size(kNames));
  return pick(kUnits, std::size(kUnits));
}
const std::vector<std::u32string>& TextMaker::units() {
  static const std::vector<std::u32string> units = [] {
    std::vector<std::u32string> all;
    for (const char* unit : kUnits)
      all.push_back(to_utf32(unit));
    for (std::u32string& unit : all) // a line may begin inside or behind these
      for (const std::u32string_view loose : {U"教基", U"约", U"GB/T "})
        if (unit.starts_with(loose))
          unit.erase(0, loose.size());
    return all;
  }();
  return units;
}
std::string TextMaker::latin() {
  return pick(kLatin, std::size(kLatin));
}
std::string TextMaker::mark() {
  return pick(kMarks, std::size(kMarks));
}

std::string TextMaker::noise() {
  std::string text;
  constexpr char32_t kOdd[] = {
      0x0000, 0x0009, 0x00A0, 0x00AD,  0x0301,  0x05D0,  0x0627,  0x0E01,  0x1100,   0x200B,
      0x200D, 0x2028, 0x2060, 0x20DD,  0x3000,  0x309D,  0xAC00,  0xE000,  0xFE0F,   0xFEFF,
      0xFF10, 0xFF21, 0xFFFD, 0x1F600, 0x1F1E8, 0x20000, 0x2A700, 0xE0100, 0x10FFFF, ' '};
  if (roll(3) == 0)
    append_utf8(text, roll(0x110000));
  else
    append_utf8(text, kOdd[roll(std::size(kOdd))]);
  return text;
}

std::string TextMaker::piece(Kind kind) {
  switch (kind) {
  case Kind::Prose:
    return han(2 + roll(12)) + (roll(6) == 0 ? unit() : "") + (roll(5) == 0 ? "。" : "，");
  case Kind::List:
    return fmt::format("{}、", han(2 + roll(3)));
  case Kind::Official:
    return han(1 + roll(8)) + unit() + (roll(3) == 0 ? mark() : han(1));
  case Kind::Latin:
    return han(roll(6)) + (roll(2) == 0 ? " " : "") + latin() + (roll(2) == 0 ? " " : "");
  case Kind::Dense:
    return han(roll(3)) + mark() + (roll(3) == 0 ? mark() : "");
  case Kind::Noise:
    return roll(3) == 0 ? noise() : roll(2) == 0 ? mark() : roll(2) == 0 ? unit() : han(1);
  }
  return {};
}

std::string TextMaker::paragraph(Kind kind, size_t about) {
  std::string text;
  if (kind == Kind::List)
    text = fmt::format("{}. ", 1 + roll(20));
  while (count_code_points(text) < about)
    text += piece(kind);
  if (roll(3) != 0)
    text += "。";
  return text;
}

} // namespace heiban::test
