// ToldClasses: the class of a fee that no column tells: in its section, its name or note, the
// title, the sheet's name, or a line below the table (收费性质：服务性收费). fee_rules asks it
// where F7 finds no class written. It does not know what a class means.
#pragma once

#include "notice/fee_schedule.h"

#include <string>
#include <vector>

namespace heiban {

class ToldClasses {
public:
  ToldClasses(const FeeSchedule& schedule, const std::string& sheet_name);

  bool of_all() const { return of_all_; } // 云岭县中小学服务性收费公示表
  bool of(const FeeRow& row) const;

private:
  const FeeSchedule& schedule_;
  std::vector<std::string> clauses_; // of the notes: 保教费为行政事业性收费
  bool of_all_ = false;
};

} // namespace heiban
