#include "notice/html_table.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/html_style.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace heiban {
namespace {

constexpr size_t kProse = 600; // bytes in one cell, 200 Han: an article, not an entry

class TableReader {
public:
  explicit TableReader(const Node& table) {
    out.table = &table;
    read(table, false);
    std::move(foot_.begin(), foot_.end(), std::back_inserter(out.rows));
  }

  SourceTable out;

private:
  void read(const Node& parent, bool head) {
    for (const Node* child = parent.first_child; child; child = child->next) {
      if (child->is_text) {
        if (child->text.find_first_not_of(" \t\r\n\f") != child->text.npos)
          out.loose.push_back(child);
      } else if (is_hidden(*child)) {
        continue;
      } else if (child->name == "tr") {
        out.rows.push_back({child, {}, head});
        read_row(*child);
      } else if (child->name == "caption") {
        (out.caption ? out.loose.emplace_back() : out.caption) = child;
      } else if (child->name == "tfoot") {
        read_foot(*child);
      } else if (is_group(*child)) {
        read(*child, head || child->name == "thead");
      } else if (child->name != "colgroup" && child->name != "col") {
        out.loose.push_back(child);
      }
    }
  }

  // Wherever the source has it, it stands below.
  void read_foot(const Node& foot) {
    const size_t first = out.rows.size();
    read(foot, false);
    const auto from = out.rows.begin() + static_cast<std::ptrdiff_t>(first);
    std::move(from, out.rows.end(), std::back_inserter(foot_));
    out.rows.erase(from, out.rows.end());
  }

  void read_row(const Node& row) {
    for (const Node* child = row.first_child; child; child = child->next) {
      if (child->is_text) {
        if (child->text.find_first_not_of(" \t\r\n\f") != child->text.npos)
          out.loose.push_back(child);
      } else if (is_hidden(*child)) {
        continue;
      } else if (child->name == "td" || child->name == "th") {
        out.rows.back().cells.push_back(child);
      } else if (child->name == "form") {
        read_row(*child);
      } else {
        out.loose.push_back(child);
      }
    }
  }

  static bool is_group(const Node& node) {
    return node.name == "thead" || node.name == "tbody" || node.name == "form";
  }

  std::vector<SourceRow> foot_;
};

// What a table's cells hold, nested tables not entered.
struct Survey {
  size_t columns = 0;
  size_t longest = 0;     // bytes of text in one cell
  size_t articles = 0;    // headings, lists and paragraphs in the fullest cell
  size_t fullest_row = 0; // cells with something in them
  size_t in_nested = 0;   // bytes of text in nested tables
  bool heads = false, nested = false, bordered = false, pictures = false;
};

bool has_border(const Node& element) {
  const std::string_view border = element.attribute("border");
  return (!border.empty() && border != "0") ||
         element.attribute("style").find("solid") != std::string_view::npos;
}

bool is_empty_text(std::string_view text) {
  for (size_t at = 0; at < text.size();)
    if (!is_blank(next_code_point(text, at)))
      return false;
  return true;
}

struct Weight { // of one cell
  size_t bytes = 0, articles = 0;
  bool written = false; // anything but blanks
};

// Bytes of text below `node`; `most` where there are that many, or too many elements to look at.
size_t text_bytes(const Node& node, size_t most) {
  size_t bytes = 0, nodes = 0;
  for (const Node* at = node.first_child; at && bytes < most;) {
    bytes += at->text.size();
    if (++nodes == kProse)
      return most;
    if (at->first_child) {
      at = at->first_child;
      continue;
    }
    while (at != &node && !at->next)
      at = at->parent;
    at = at == &node ? nullptr : at->next;
  }
  return std::min(bytes, most);
}

void weigh(const Node& node, Survey& survey, Weight& cell) {
  for (const Node* child = node.first_child; child; child = child->next) {
    if (child->is_text) {
      cell.bytes += child->text.size();
      cell.written = cell.written || !is_empty_text(child->text);
      continue;
    }
    const std::string_view name = child->name;
    if (name == "table") {
      survey.nested = true;
      survey.in_nested += text_bytes(*child, kProse + 1 - std::min(survey.in_nested, kProse));
      continue;
    }
    survey.pictures = survey.pictures || name == "img";
    cell.articles +=
        name == "p" || name == "li" || (name.size() == 2 && name[0] == 'h' && name != "hr");
    weigh(*child, survey, cell);
  }
}

Survey survey_of(const SourceTable& table) {
  Survey survey;
  survey.bordered = has_border(*table.table) ||
                    table.table->attribute("class").find("Grid") != std::string_view::npos;
  for (const SourceRow& row : table.rows) {
    survey.columns = std::max(survey.columns, row.cells.size());
    survey.heads = survey.heads || (row.head && row.cells.size() > 1);
    size_t full = 0;
    for (const Node* cell : row.cells) {
      Weight weight;
      weigh(*cell, survey, weight);
      full += weight.written;
      survey.longest = std::max(survey.longest, weight.bytes);
      survey.articles = std::max(survey.articles, weight.articles);
      survey.bordered = survey.bordered || has_border(*cell);
      survey.heads = survey.heads || (cell->name == "th" && row.cells.size() > 1);
    }
    survey.fullest_row = std::max(survey.fullest_row, full);
  }
  return survey;
}

// A little table in an entry of one that is drawn with lines and whose other cells are written:
// both are data.
bool holds_small_table(const Survey& survey, const SourceTable& table) {
  return has_border(*table.table) && table.rows.size() > 1 && survey.longest <= kProse &&
         survey.in_nested <= kProse && survey.fullest_row > 1;
}

int read_span(std::string_view text, int otherwise) {
  int value = 0;
  const size_t start = std::min(text.find_first_not_of(" \t\n\r"), text.size());
  const auto [end, error] = std::from_chars(text.data() + start, text.data() + text.size(), value);
  return error == std::errc() && value >= 0 ? value : otherwise;
}

} // namespace

SourceTable read_table(const Node& table) {
  return std::move(TableReader(table).out);
}

bool is_layout(const SourceTable& table) {
  const std::string_view role = table.table->attribute("role");
  if (role == "presentation" || role == "none" || table.rows.empty())
    return true;
  const Survey survey = survey_of(table);
  const size_t rows = table.rows.size();
  if (survey.columns <= 1)
    return rows < 3 || !survey.bordered || survey.longest > kProse || survey.nested;
  if (survey.nested && !holds_small_table(survey, table))
    return true;
  if (survey.heads || table.caption)
    return false;
  if (rows == 1)
    return !survey.bordered || survey.pictures;
  if (survey.bordered)
    return false;
  return survey.pictures || survey.fullest_row <= 1 || // empty cells that push text to the right
         (survey.columns <= 2 && (survey.longest > kProse || survey.articles > 4));
}

ShapedCell spans_of(const Node& cell) {
  ShapedCell out;
  out.cell.rowspan = read_span(cell.attribute("rowspan"), 1);
  out.cell.colspan = std::max(1, read_span(cell.attribute("colspan"), 1));
  return out;
}

} // namespace heiban
