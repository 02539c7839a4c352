// BoardParts: what the board works with, and how it begins.
// cmd_board makes them; tests make them of a fake screen and a paint desk of their own.
// They own nothing and do nothing.
#pragma once

#include "app/board_record.h"
#include "app/paint_desk.h"
#include "screen/compose.h"
#include "screen/screen.h"

namespace heiban {

struct BoardParts { // they outlive the board
  Screen& screen;
  Composer* composer; // null where no label face opens: the pages stand without live labels
  PaintDesk& desk;
  BoardRecord& record;
};

struct BoardStart {
  bool ordered = false; // the desk is drawing a first page, for a size that was only a first guess
  bool stopped = false; // 紧急断播
};

} // namespace heiban
