// What stands around a number: the words, column heads and titles that tell a person's number from
// an office's. The word lists are here so that staff's practice can be followed in one place.
// personal_data asks; nothing here looks at digits.
#pragma once

#include "notice/block.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

bool names_id(std::string_view text);     // 身份证, 证件号 …
bool names_card(std::string_view text);   // 银行卡, 卡号 …
bool names_office(std::string_view text); // 咨询, 举报, 联系人 …: such phones are content
bool names_other_number(std::string_view text); // 准考证号, 学号 …

struct TitleContext {
  bool persons = false;  // a list of persons by its title
  bool contacts = false; // a list of offices' phones by its title
};
TitleContext context_of_title(std::string_view title);

struct TableContext {
  bool persons = false;             // a column of names
  bool contacts = false;            // a column of schools, offices or contact persons and no names
  std::vector<std::string> columns; // head texts by grid column, white space removed
};
TableContext table_context(const Block& table);

// The up to 16 code points before byte `at`.
std::string_view text_before(std::string_view text, size_t at);

} // namespace heiban
