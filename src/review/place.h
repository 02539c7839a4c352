// Place: where in a notice a text stands, as staff would point at it: 正文第3段, 表格第12行第4列.
// The detectors of review name what they find by it.
// It carries no text: a reason built from places alone can be logged and printed.
#pragma once

#include "notice/notice.h"

#include <functional>
#include <string>
#include <string_view>

namespace heiban {

enum class Part { Title, Publisher, DocNumber, Link, Body, Cell, Attachment, Caption, Signature };

struct Place {
  Part part = Part::Body;
  int number = 0;          // from 1: paragraph, table, attachment or picture of the notice
  int row = 0, column = 0; // Cell: from 1, head rows and covered places counted
  bool alone = false;      // Cell, Caption: the notice's only table or picture
};

std::string place_zh(const Place& place);

// Calls `see` for every text a visitor could read, in order. `block` is null outside the body.
using SeeText = std::function<void(const Place&, std::string_view text, const Block* block)>;
void visit_texts(const Notice& notice, const SeeText& see);

// The grid column, from 0, of each cell of a table, rowspan and colspan counted.
std::vector<std::vector<int>> grid_columns(const Block& table);

} // namespace heiban
