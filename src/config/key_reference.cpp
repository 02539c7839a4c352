#include "config/settings_keys.h"

#include <fmt/format.h>

namespace heiban {
namespace {

std::string header(const SectionInfo& section) {
  return section.is_list ? fmt::format("[[{}]]", section.name) : fmt::format("[{}]", section.name);
}

std::string section_page(const SectionInfo& section) {
  std::string out =
      fmt::format("\n## {} {}\n\n{}。\n", header(section), section.label, section.meaning);
  if (section.keys.empty())
    return out;
  out += "\n| 写法 | 名称 | 说明 |\n| --- | --- | --- |\n";
  for (const KeyInfo& key : section.keys)
    out += fmt::format("| `{} = {}` | {}{} | {} |\n", key.name, key.form, key.label,
                       key.required ? "（必填）" : "", key.meaning);
  return out;
}

} // namespace

std::string key_reference() {
  std::string out =
      "# heiban.toml 可以写的全部项目\n\n"
      "每行写一项，样子是 `名称 = 值`；等号、引号、方括号、逗号都用英文输入法来打。"
      "文字加英文引号，数字和 true、false 不加。\n"
      "时间长短可以写数字（单位见说明），也可以写 `\"90秒\"`、`\"10分钟\"`、`\"1小时30分\"`、"
      "`\"60天\"` 的样子。\n"
      "改好以后运行 `heiban check`，写错的地方会指出第几行、该怎么写。\n\n"
      "这一页由程序里的项目表生成，不要手工改。\n";
  for (const SectionInfo& section : settings_sections())
    out += section_page(section);
  return out;
}

} // namespace heiban
