// read_table: a <table>'s rows and cells as nodes, and whether it holds data or only lays a page
// out. The walk over the HTML calls it and then reads the cells itself. It reads no text but to
// weigh it.
#pragma once

#include "markup/tree.h"
#include "notice/table_shape.h"

#include <vector>

namespace heiban {

struct SourceRow {
  const Node* element = nullptr; // <tr>
  std::vector<const Node*> cells;
  bool head = false; // in <thead>
};

struct SourceTable {
  const Node* table = nullptr;
  const Node* caption = nullptr;
  std::vector<SourceRow> rows;
  std::vector<const Node*> loose; // content that stands in no cell, where authors nest wrongly
};

SourceTable read_table(const Node& table);

// A table whose cells are the page's columns: its content is read cell after cell.
bool is_layout(const SourceTable& table);

ShapedCell spans_of(const Node& cell); // rowspan and colspan, no text yet

} // namespace heiban
