// FeeColumn: what a column of a fee table means, told from its head in all the wordings in use.
// fee_head looks for a table's heads with it. The wordings are data: assets/fees/heads.tsv.
// It knows one head at a time; which of two like columns is meant says fee_head.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace heiban {

enum class FeeColumn {
  Other,
  Number,
  Project,
  Standard,
  FurtherStandard, // the same fee's standard for another kind of school or pupil
  Unit,
  Basis,
  Organ,
  Document,
  Scope,
  School, // whose fees the row tells, where each fee has a column
  Relief,
  Phone,
  Class,
  From,
  To,
  Note,
};

struct FeeHeads { // normalised wordings
  std::map<std::string, FeeColumn> whole, endings;
  std::set<std::string> last_characters; // of the endings
};

// A line a meaning, its wordings after it; "*收费标准" is a head's ending.
FeeHeads read_fee_heads(std::string_view tsv);

FeeColumn whole_column_of(std::string_view head, const FeeHeads& heads);
// By the whole wording, else by the longest ending known; Other for what is no head's length.
FeeColumn column_of(std::string_view head, const FeeHeads& heads);

bool names_fee(std::string_view text); // 学费, not 收费 alone

// The name of a fee as a head: 住宿费; and with the unit it is charged by: 住宿费（元/生·学期）.
bool is_fee_name(std::string_view head);
bool is_fee_with_unit(std::string_view head);

} // namespace heiban
