#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "config/toml_explain.h"
#include "config/toml_statements.h"
#include "config/toml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace heiban {
namespace {

// Every value is parsed as the document "k=" + value; these two characters shift its first line.
constexpr std::string_view kPrefix = "k=";

class Converter {
public:
  explicit Converter(SourcePlace origin) : origin_(origin) {}

  SourcePlace place(const toml::source_position& at) const {
    const int line = std::max(1, static_cast<int>(at.line));
    int column = std::max(1, static_cast<int>(at.column));
    if (line == 1)
      column = std::max(1, column - static_cast<int>(kPrefix.size())) + origin_.column - 1;
    return {origin_.line + line - 1, column};
  }

  TomlValue value(const toml::node& node) const {
    TomlValue out;
    out.place = place(node.source().begin);
    if (const auto* text = node.as_string()) {
      out.kind = TomlKind::Text;
      out.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
      out.kind = TomlKind::Integer;
      out.integer = integer->get();
      out.real = static_cast<double>(out.integer);
    } else if (const auto* real = node.as_floating_point()) {
      out.kind = TomlKind::Real;
      out.real = real->get();
    } else if (const auto* boolean = node.as_boolean()) {
      out.kind = TomlKind::Boolean;
      out.boolean = boolean->get();
    } else if (const auto* list = node.as_array()) {
      out.kind = TomlKind::List;
      for (const toml::node& item : *list)
        out.items.push_back(value(item));
    } else if (const auto* table = node.as_table()) {
      for (const auto& [key, item] : *table)
        out.entries.push_back({std::string(key.str()), place(key.source().begin), value(item)});
    } else {
      moment(node, out);
    }
    return out;
  }

private:
  static std::string date_text(const toml::date& d) {
    return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
  }
  static std::string time_text(const toml::time& t) {
    return fmt::format("{:02}:{:02}:{:02}", t.hour, t.minute, t.second);
  }
  static void moment(const toml::node& node, TomlValue& out) {
    if (const auto* date = node.as_date()) {
      out.kind = TomlKind::Date;
      out.text = date_text(date->get());
    } else if (const auto* time = node.as_time()) {
      out.kind = TomlKind::Time;
      out.text = time_text(time->get());
    } else if (const auto* both = node.as_date_time()) {
      out.kind = TomlKind::DateTime;
      out.text = date_text(both->get().date) + "T" + time_text(both->get().time);
      if (const auto offset = both->get().offset)
        out.text += fmt::format("{}{:02}:{:02}", offset->minutes < 0 ? '-' : '+',
                                std::abs(offset->minutes) / 60, std::abs(offset->minutes) % 60);
    }
  }

  SourcePlace origin_;
};

// Reads statements in order into one tree, as TOML's rules for tables say.
class Builder {
public:
  explicit Builder(DiagnosticSink& report) : report_(report) {}

  TomlValue build(const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) {
      if (statement.kind == StatementKind::Pair) {
        pair(statement);
      } else {
        header(statement);
      }
    }
    return std::move(root_);
  }

private:
  // The table `parts` lead to from `table`, made where missing; null, reported, where a value that
  // is no table stands in the way.
  TomlValue* descend(TomlValue* table, const KeyPart* part, const KeyPart* end) {
    for (; part != end; ++part) {
      TomlEntry& entry = find_or_add(*table, *part);
      if (entry.value.header_list) {
        table = &entry.value.items.back();
      } else if (entry.value.kind == TomlKind::Table) {
        table = &entry.value;
      } else {
        report_.error(part->place, fmt::format("“{}”在第 {} 行已经写过，这里不能再写成一节",
                                               part->text, entry.place.line));
        return nullptr;
      }
    }
    return table;
  }

  TomlEntry& find_or_add(TomlValue& table, const KeyPart& part) {
    for (TomlEntry& entry : table.entries)
      if (entry.key == part.text)
        return entry;
    TomlEntry entry{part.text, part.place, {}};
    entry.value.place = part.place;
    table.entries.push_back(std::move(entry));
    return table.entries.back();
  }

  void header(const Statement& statement) {
    current_ = statement.path;
    const KeyPart& last = statement.path.back();
    TomlValue* parent = descend(&root_, statement.path.data(), &last);
    if (parent == nullptr)
      return;
    const bool is_new = parent->find(last.text) == nullptr;
    TomlEntry& entry = find_or_add(*parent, last);
    if (statement.kind == StatementKind::ListHeader) {
      if (is_new) {
        entry.value.kind = TomlKind::List;
        entry.value.header_list = true;
      }
      if (!entry.value.header_list)
        return clash(statement, entry);
    } else if (entry.value.header_list) {
      clash(statement, entry); // and read as one more item all the same
    } else if (!is_new) {
      if (entry.value.kind != TomlKind::Table || defined(statement))
        return clash(statement, entry);
    }
    if (entry.value.header_list) {
      TomlValue item;
      item.place = last.place;
      entry.value.items.push_back(std::move(item));
    } else {
      defined(statement) = true;
    }
  }

  // Whether a header has named this table; [a.b] before [a] is legal, a second [a] is not.
  bool& defined(const Statement& statement) {
    std::string name;
    for (const KeyPart& part : statement.path)
      name += part.text + '\n';
    return defined_[name];
  }

  void clash(const Statement& statement, const TomlEntry& first) {
    const KeyPart& last = statement.path.back();
    if (statement.kind == StatementKind::Header && first.value.header_list) {
      report_.error(last.place,
                    fmt::format("前面第 {0} 行写的是 [[{1}]]，这里也要写成两层方括号 [[{1}]]",
                                first.place.line, last.text));
    } else if (statement.kind == StatementKind::ListHeader) {
      report_.error(last.place, fmt::format("前面第 {0} 行写的是 [{1}]，这里不能再写 [[{1}]]",
                                            first.place.line, last.text));
    } else {
      report_.error(last.place, fmt::format("[{}] 这一节在第 {} 行已经写过。请把两处合并成一处",
                                            last.text, first.place.line));
    }
  }

  void pair(const Statement& statement) {
    TomlValue* table = descend(&root_, current_.data(), current_.data() + current_.size());
    if (table == nullptr)
      return;
    const KeyPart& last = statement.path.back();
    table = descend(table, statement.path.data(), &last);
    if (table == nullptr)
      return;
    const bool is_new = table->find(last.text) == nullptr;
    TomlEntry& entry = find_or_add(*table, last);
    if (!is_new) {
      report_.error(last.place, fmt::format("“{}”在第 {} 行已经写过。同一项只能写一次，请删去一处",
                                            last.text, entry.place.line));
      return;
    }
    if (statement.broken || !read_value(statement, entry.value)) {
      entry.value.broken = true;
      entry.value.place = statement.value_place;
    }
  }

  bool read_value(const Statement& statement, TomlValue& out) {
    const std::string document = std::string(kPrefix) + statement.value;
    const toml::parse_result result = toml::parse(document);
    const Converter converter(statement.value_place);
    if (!result) {
      const SourcePlace where = converter.place(result.error().source().begin);
      const Explanation why = explain_value(statement, where, result.error().description());
      report_.error(why.place, why.message);
      return false;
    }
    const toml::node* value = result.table().get("k");
    if (value == nullptr)
      return false;
    out = converter.value(*value);
    out.place = statement.value_place;
    return true;
  }

  DiagnosticSink& report_;
  TomlValue root_;
  std::vector<KeyPart> current_; // the header the pairs below belong to
  std::map<std::string, bool> defined_;
};

} // namespace

const TomlEntry* TomlValue::find(std::string_view key) const {
  for (const TomlEntry& entry : entries)
    if (entry.key == key)
      return &entry;
  return nullptr;
}

TomlValue read_toml(const std::vector<std::string_view>& lines, DiagnosticSink& report) {
  return Builder(report).build(split_statements(lines, report));
}

} // namespace heiban
