#include "config/theme.h"

#include "config/key_readers.h"
#include "config/toml_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#')
    return std::nullopt;
  int value = 0;
  for (char c : text.substr(1)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0)
      return std::nullopt;
    value = value * 16 + digit;
  }
  return Colour{static_cast<uint8_t>(value >> 16), static_cast<uint8_t>(value >> 8),
                static_cast<uint8_t>(value)};
}

std::optional<Colour> read_colour(const TomlValue& value, const KeyInfo& info,
                                  DiagnosticSink& report) {
  if (value.kind == TomlKind::Text)
    if (const auto colour = parse_colour(value.text))
      return colour;
  report.error(value.place,
               fmt::format("{}（{}）要写颜色：英文引号里一个 # 加六位十六进制数。例如 {} = {}",
                           info.name, info.label, info.name, info.form));
  return std::nullopt;
}

auto colour(Colour Theme::*member) {
  return [=](const TomlValue& value, const KeyInfo& info, Theme& theme, DiagnosticSink& report) {
    if (auto read = read_colour(value, info, report))
      theme.*member = *read;
  };
}

auto number(double Theme::*member, double low, double high) {
  return quantity(member, {low, high, {}, "字宽"});
}

constexpr std::string_view kColourForm = "\"#f2efe6\"";

const std::vector<Key<Theme>>& look_keys() {
  static const std::vector<Key<Theme>> keys = {
      {{"name", "名称", "\"黑板\"", "主题的中文名称", true}, text(&Theme::name, 20)},
      {{"frame_px", "边框宽度", "14", "边框宽度，以 1080 像素高的屏幕计；0 为没有边框"},
       whole(&Theme::frame_px_1080, 0, 60)},
      {{"line_pitch", "行距", "1.6", "行距，以字高的倍数计，1.5 到 2.0"},
       number(&Theme::line_pitch, 1.5, 2.0)},
      {{"size_step", "字号倍数", "1.0", "在算出的字号上放大几倍"},
       number(&Theme::size_step, 1.0, 2.0)},
      {{"pair_em", "相邻标点", "1.5", "两个相邻标点共占几个字宽，1 到 1.5"},
       number(&Theme::pair_em, 1.0, 1.5)},
      {{"latin_gap_em", "中西文间距", "0.25", "汉字与字母、数字之间空多少，0.125 到 0.25"},
       number(&Theme::latin_gap_em, 0.125, 0.25)},
      {{"serif_body", "宋体正文", "false", "正文用宋体"}, on_off(&Theme::serif_body)},
      {{"reduced_motion", "减少动效", "false", "换页时不用动画"}, on_off(&Theme::reduced_motion)},
  };
  return keys;
}

const std::vector<Key<Theme>>& colour_keys() {
  static const std::vector<Key<Theme>> keys = {
      {{"background", "底色", kColourForm, "版面的底色", true}, colour(&Theme::background)},
      {{"text", "正文", kColourForm, "正文的颜色", true}, colour(&Theme::text)},
      {{"title", "标题", kColourForm, "标题的颜色", true}, colour(&Theme::title)},
      {{"muted", "次要文字", kColourForm, "页脚和说明文字", true}, colour(&Theme::muted)},
      {{"rule", "线条", kColourForm, "分隔线和表格线", true}, colour(&Theme::rule)},
      {{"head_band", "页眉底色", kColourForm, "顶部一条的底色", true}, colour(&Theme::head_band)},
      {{"head_text", "页眉文字", kColourForm, "顶部一条的文字", true}, colour(&Theme::head_text)},
      {{"table_head", "表头底色", kColourForm, "表头的底色", true}, colour(&Theme::table_head)},
      {{"table_stripe", "隔行底色", kColourForm, "表格隔行的底色", true},
       colour(&Theme::table_stripe)},
      {{"frame", "边框", kColourForm, "边框的颜色", true}, colour(&Theme::frame)},
      {{"alert_background", "紧急底色", kColourForm, "紧急通知的底色", true},
       colour(&Theme::alert_background)},
      {{"alert_text", "紧急文字", kColourForm, "紧急通知的文字", true}, colour(&Theme::alert_text)},
      {{"fresh", "数据新", kColourForm, "更新时间：一天以内", true}, colour(&Theme::fresh)},
      {{"stale", "数据旧", kColourForm, "更新时间：一天以上", true}, colour(&Theme::stale)},
      {{"expired", "数据过期", kColourForm, "更新时间：十四天以上", true}, colour(&Theme::expired)},
  };
  return keys;
}

const std::vector<SectionInfo>& sections() {
  static const std::vector<SectionInfo> all = {
      {"look", "样式", "名称和比例", false, infos(look_keys())},
      {"colours", "颜色", "各处的颜色", false, infos(colour_keys())},
      {"categories", "栏目颜色", "各栏目的颜色", false, {}, true},
      {"warnings", "预警颜色", "蓝、黄、橙、红四级预警的底色和文字", false, {}, true}};
  return all;
}

constexpr KeyInfo kCategory{"栏目", "栏目颜色", kColourForm, ""};

void read_categories(const TomlValue* section, Theme& theme, DiagnosticSink& report) {
  if (section == nullptr)
    return;
  for (const TomlEntry& entry : section->entries)
    if (auto read = entry.value.broken ? std::nullopt : read_colour(entry.value, kCategory, report))
      theme.categories[entry.key == "default" ? "" : entry.key] = *read;
}

// "红" = ["#9b0000", "#ffffff"]: background, text.
void read_warnings(const TomlValue* section, Theme& theme, DiagnosticSink& report) {
  if (section == nullptr)
    return;
  for (const TomlEntry& entry : section->entries) {
    if (entry.value.broken)
      continue;
    if (entry.value.kind != TomlKind::List || entry.value.items.size() != 2) {
      report.error(entry.value.place,
                   "要写两个颜色：[\"底色\", \"文字颜色\"]，例如 [\"#9b0000\", \"#ffffff\"]");
      continue;
    }
    const auto background = read_colour(entry.value.items[0], kCategory, report);
    const auto text = read_colour(entry.value.items[1], kCategory, report);
    if (background && text)
      theme.alert_levels[entry.key] = {*background, *text};
  }
}

void read_section(const TomlValue* section, std::string_view name,
                  const std::vector<Key<Theme>>& keys, Theme& theme, DiagnosticSink& report) {
  static const TomlValue none;
  const TomlValue& table = section != nullptr ? *section : none;
  read_keys(table, name, keys, theme, report, [&](const TomlEntry& entry) {
    report.error(entry.place, explain_unknown_key(entry.key, name, sections()));
  });
}

double linear(uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

} // namespace

Colour Theme::category(const std::string& word) const {
  const auto own = categories.find(word);
  if (own != categories.end())
    return own->second;
  const auto other = categories.find("");
  return other != categories.end() ? other->second : title;
}

Result<Theme> load_theme(const std::string& path) {
  Theme theme;
  const Result<void> read =
      read_toml_file(path, [&](const TomlValue& root, DiagnosticSink& report) {
        const auto found = read_sections(root, sections(), report);
        read_section(found.at("look"), "look", look_keys(), theme, report);
        read_section(found.at("colours"), "colours", colour_keys(), theme, report);
        read_categories(found.at("categories"), theme, report);
        read_warnings(found.at("warnings"), theme, report);
      });
  if (!read)
    return read.error();
  return theme;
}

double contrast(Colour a, Colour b) {
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace heiban
