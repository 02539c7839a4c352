// Notices for the review tests, and invented ID numbers with a right check digit.
#pragma once

#include "review/review.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace heiban {

// 17 digits and the check digit of GB 11643, worked out here a second time (ISO 7064 MOD 11-2, by
// its recursive definition).
inline std::string with_check_digit(const std::string& digits) {
  int power = 0;
  for (const char c : digits)
    power = (power + (c - '0')) * 2 % 11;
  const int check = (12 - power) % 11;
  return digits + (check == 10 ? 'X' : static_cast<char>('0' + check));
}

// Of no place and no person: the area codes 000000 and 990000 were never given out.
inline std::string fake_id(int serial = 1, const std::string& birth = "20100228") {
  return with_check_digit("990000" + birth + fmt::format("{:03}", serial));
}

inline Notice plain_notice(const std::string& id, const std::string& text = "正文。") {
  Notice notice;
  notice.id = id;
  notice.content_hash = "hash of " + id;
  notice.title = "关于做好秋季学期工作的通知";
  notice.link = "https://www.yunling.example/" + id + ".html";
  notice.published = from_beijing({{2026, 11, 24}, 9, 0, 0});
  Block block;
  block.text = text;
  notice.blocks.push_back(block);
  return notice;
}

inline Block table_block(const std::vector<std::vector<std::string>>& texts) {
  Block block;
  block.kind = BlockKind::Table;
  for (const auto& row : texts) {
    auto& cells = block.rows.emplace_back();
    for (const std::string& text : row)
      cells.push_back({text, 1, 1, false});
  }
  return block;
}

inline ReviewRules plain_rules() {
  ReviewRules rules;
  rules.feed.name = "教育局";
  rules.feed.url = "https://www.yunling.example/feed.xml";
  return rules;
}

inline ReviewResult review_one(const Notice& notice, const ReviewRules& rules = plain_rules(),
                               const std::vector<Decision>& decisions = {}) {
  return review({rules.feed.name, {notice}, {}}, {}, decisions, rules, {});
}

} // namespace heiban
