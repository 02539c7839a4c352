// FeeClasses: the class of each fee of a schedule, wherever it is told: in the row's cells, its
// section, the title, the sheet's name, or a line below the table (收费性质：服务性收费). fee_rules
// asks it for F7, fee_notice for the words on what is voluntary. It does not know what a class
// means.
#pragma once

#include "notice/fee_schedule.h"

#include <string>
#include <utility>
#include <vector>

namespace heiban {

class FeeClasses {
public:
  FeeClasses(const FeeSchedule& schedule, const std::string& sheet_name);

  // Of the whole schedule: 云岭县中小学服务性收费公示表.
  bool told_of_all() const { return of_all_ != FeeClass::None; }
  FeeClass of(const FeeRow& row) const; // None: nothing tells it

private:
  FeeClass in_cells(const FeeRow& row) const;
  FeeClass in_notes(const FeeRow& row) const;

  const FeeSchedule& schedule_;
  std::vector<std::pair<std::string, FeeClass>> clauses_; // of the notes: 保教费为行政事业性收费
  FeeClass of_all_ = FeeClass::None;
};

} // namespace heiban
