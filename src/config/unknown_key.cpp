#include "config/key_table.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

std::u32string folded(std::string_view word) {
  std::u32string out;
  for (char32_t c : to_utf32(word)) {
    if (c == U'-' || c == U'_' || c == U' ')
      continue;
    out += c >= U'A' && c <= U'Z' ? c + 32 : c;
  }
  return out;
}

struct Near {
  const SectionInfo* section = nullptr;
  const KeyInfo* key = nullptr;
};

// A long word may differ in more letters than a short one and still be meant.
size_t tolerance(std::string_view word) {
  return std::max<size_t>(1, (count_code_points(word) + 1) / 3);
}

bool names(const KeyInfo& info, std::string_view word) {
  return folded(info.name) == folded(word) || info.label == word;
}

const KeyInfo* nearest_in(const SectionInfo& section, std::string_view key) {
  const KeyInfo* best = nullptr;
  size_t least = tolerance(key) + 1;
  for (const KeyInfo& info : section.keys) {
    const size_t distance = names(info, key) ? 0 : edit_distance(info.name, key);
    if (distance < least) {
      least = distance;
      best = &info;
    }
  }
  return best;
}

Near find_nearest(std::string_view key, std::string_view here,
                  std::span<const SectionInfo> sections) {
  for (const SectionInfo& section : sections)
    if (section.name == here)
      if (const KeyInfo* key_here = nearest_in(section, key))
        return {&section, key_here};
  for (const SectionInfo& section : sections)
    for (const KeyInfo& info : section.keys)
      if (names(info, key))
        return {&section, &info};
  return {};
}

std::string header(const SectionInfo& section) {
  return section.is_list ? fmt::format("[[{}]]", section.name) : fmt::format("[{}]", section.name);
}

} // namespace

size_t edit_distance(std::string_view first, std::string_view second) {
  const std::u32string a = folded(first), b = folded(second);
  std::vector<size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j)
    last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

std::string explain_unknown_key(std::string_view key, std::string_view section,
                                std::span<const SectionInfo> sections) {
  const Near near = find_nearest(key, section, sections);
  if (near.key != nullptr && near.section->name == section)
    return fmt::format("没有“{}”这一项。是不是想写 {}（{}）？例如 {} = {}", key, near.key->name,
                       near.key->label, near.key->name, near.key->form);
  if (near.key != nullptr)
    return fmt::format("“{}”不在这一节。请移到 {}（{}）下面，写成 {} = {}", key,
                       header(*near.section), near.section->label, near.key->name, near.key->form);
  std::string all;
  for (const SectionInfo& one : sections)
    if (one.name == section)
      for (const KeyInfo& info : one.keys)
        all += fmt::format("{}{}（{}）", all.empty() ? "" : "、", info.name, info.label);
  return all.empty() ? fmt::format("“{}”要写在某一节（例如 [bureau]）下面", key)
                     : fmt::format("没有“{}”这一项。这一节可以写：{}", key, all);
}

std::string explain_missing_key(const KeyInfo& key, std::string_view section, bool has_section) {
  if (has_section)
    return fmt::format("[{}] 里缺少必填项 {}（{}）。请加一行：{} = {}", section, key.name,
                       key.label, key.name, key.form);
  return fmt::format("缺少 [{}] 一节里的必填项 {}（{}）。请加两行：[{}] 和 {} = {}", section,
                     key.name, key.label, section, key.name, key.form);
}

std::string explain_unknown_section(std::string_view name, std::span<const SectionInfo> sections) {
  const SectionInfo* best = nullptr;
  size_t least = tolerance(name) + 1;
  std::string all;
  for (const SectionInfo& section : sections) {
    const size_t distance = section.label == name ? 0 : edit_distance(section.name, name);
    if (distance < least) {
      least = distance;
      best = &section;
    }
    all += fmt::format("{}{}（{}）", all.empty() ? "" : "、", header(section), section.label);
  }
  if (best != nullptr)
    return fmt::format("没有“{}”这一节。是不是想写 {}（{}）？", name, header(*best), best->label);
  return fmt::format("没有“{}”这一节。可以写的有：{}", name, all);
}

} // namespace heiban
