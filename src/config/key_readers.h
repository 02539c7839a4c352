// Key readers: which member a key fills and which values it takes, said in one line of a key table.
// The key tables of heiban.toml, fonts.toml and the themes are built from them.
// The reading itself is in values.h.
#pragma once

#include "config/values.h"

namespace heiban {

template <class Part>
auto text(std::string Part::*member, size_t max_length = kLongText) {
  return [=](const TomlValue& value, const KeyInfo& info, Part& part, DiagnosticSink& report) {
    if (auto read = read_text(value, info, report, max_length))
      part.*member = std::move(*read);
  };
}

template <class Part>
auto texts(std::vector<std::string> Part::*member) {
  return [=](const TomlValue& value, const KeyInfo& info, Part& part, DiagnosticSink& report) {
    if (auto read = read_texts(value, info, report))
      part.*member = std::move(*read);
  };
}

template <class Part>
auto whole(int Part::*member, int low, int high) {
  return [=](const TomlValue& value, const KeyInfo& info, Part& part, DiagnosticSink& report) {
    if (auto read = read_whole(value, info, report, low, high))
      part.*member = static_cast<int>(*read);
  };
}

template <class Part>
auto on_off(bool Part::*member) {
  return [=](const TomlValue& value, const KeyInfo& info, Part& part, DiagnosticSink& report) {
    if (auto read = read_switch(value, info, report))
      part.*member = *read;
  };
}

template <class Part>
auto choice(std::string Part::*member, std::span<const Choice> choices) {
  return [=](const TomlValue& value, const KeyInfo& info, Part& part, DiagnosticSink& report) {
    if (auto read = read_choice(value, info, report, choices))
      part.*member = std::move(*read);
  };
}

// `per_unit`: how many of the member's units one bare number's unit is (60 for minutes kept in s).
template <class Part, class Number>
auto quantity(Number Part::*member, Quantity limits, double per_unit = 1) {
  return [=](const TomlValue& value, const KeyInfo& info, Part& part, DiagnosticSink& report) {
    if (auto read = read_quantity(value, info, report, limits))
      part.*member = static_cast<Number>(*read * per_unit + (std::is_integral_v<Number> ? 0.5 : 0));
  };
}

// A reader of a part's member's member.
template <class Outer, class Inner, class Read>
auto inside(Inner Outer::*member, Read read) {
  return [=](const TomlValue& value, const KeyInfo& info, Outer& part, DiagnosticSink& report) {
    read(value, info, part.*member, report);
  };
}

} // namespace heiban
