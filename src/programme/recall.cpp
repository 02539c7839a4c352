#include "programme/recall.h"

#include <algorithm>

namespace heiban {
namespace {

bool same_turn(const Stood& a, const Stood& b) {
  return a.notice_id == b.notice_id && a.page < b.page;
}

void begin_round(Shown& shown) {
  shown.index_page = 0;
  shown.done.clear();
}

// A notice's turn is over: its last page stood, or something else came after it.
void end_turn(const Stood& last, Shown& shown) {
  if (std::ranges::find(shown.done, last.notice_id) != shown.done.end())
    begin_round(shown); // its second turn: a round without an index has begun
  shown.done.push_back(last.notice_id);
  shown.served[last.notice_id] = ++shown.turns;
  if (last.page < last.of)
    shown.resume[last.notice_id] = last.page;
  else
    shown.resume.erase(last.notice_id);
}

// The last page that stood is to stand again.
void stand_again(const Stood& last, Shown& shown) {
  if (!last.notice_id.empty()) {
    shown.notice_id = last.notice_id;
    shown.page = last.page - 1;
    shown.resume.erase(last.notice_id);
  } else if (last.own == own_word(SlotKind::Index)) {
    shown.index_page = last.page - 1;
  }
}

} // namespace

Shown recall(const std::vector<Stood>& stood) {
  Shown shown;
  const std::string index = own_word(SlotKind::Index);
  for (size_t i = 0; i + 1 < stood.size(); ++i) {
    const Stood &one = stood[i], &next = stood[i + 1];
    if (one.own == index && one.page <= shown.index_page)
      begin_round(shown);
    if (one.own == index)
      shown.index_page = one.page;
    else if (!one.notice_id.empty() && !same_turn(one, next))
      end_turn(one, shown);
  }
  if (stood.empty())
    return shown;
  const Stood& last = stood.back();
  const bool again = std::ranges::find(shown.done, last.notice_id) != shown.done.end();
  if (again || (last.own == index && last.page <= shown.index_page))
    begin_round(shown);
  stand_again(last, shown);
  return shown;
}

} // namespace heiban
