// Readers of single values: a TomlValue and what staff may write there → the value, or a report.
// key_readers.h builds the key tables from them.
// They know no key by name and look at no other key.
#pragma once

#include "config/key_table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace heiban {

struct Choice {
  std::string_view word;  // what is stored
  std::string_view label; // what it means, accepted too
};

struct Unit {
  std::string_view name;
  double factor; // of the unit a bare number has
};

struct Quantity {
  double low, high; // half-open checks would surprise staff: both ends are allowed
  std::span<const Unit> units;
  std::string_view unit_zh; // the unit of a bare number: 分钟
};

// What a value is, for messages: 文字, 数字, 开关 …
std::string kind_zh(const TomlValue& value);

inline constexpr size_t kLongText = 200; // characters

// Each returns nothing after reporting.
std::optional<std::string> read_text(const TomlValue&, const KeyInfo&, DiagnosticSink&,
                                     size_t max_length);
std::optional<std::vector<std::string>> read_texts(const TomlValue&, const KeyInfo&,
                                                   DiagnosticSink&);
std::optional<int64_t> read_whole(const TomlValue&, const KeyInfo&, DiagnosticSink&, int64_t low,
                                  int64_t high);
std::optional<bool> read_switch(const TomlValue&, const KeyInfo&, DiagnosticSink&);
std::optional<std::string> read_choice(const TomlValue&, const KeyInfo&, DiagnosticSink&,
                                       std::span<const Choice> choices);
// A number, or "10m", "30 分钟", "1小时30分": in units of a bare number.
std::optional<double> read_quantity(const TomlValue&, const KeyInfo&, DiagnosticSink&,
                                    const Quantity&);

// "30 分钟" → 30 with a factor; nothing when it is no quantity in `units`.
std::optional<double> parse_quantity(std::string_view text, std::span<const Unit> units);

// Full-width ASCII to half width: staff type both.
std::string to_half_width(std::string_view text);

} // namespace heiban
