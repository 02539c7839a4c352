#include "config/settings_keys.h"

#include "base/utf8.h"
#include "config/addresses.h"
#include "config/key_readers.h"

#include <fmt/format.h>

namespace heiban {
namespace {

constexpr Unit kInches[] = {{"寸", 1},   {"英寸", 1},      {"吋", 1},          {"in", 1},
                            {"inch", 1}, {"cm", 1 / 2.54}, {"厘米", 1 / 2.54}, {"\"", 1}};
constexpr Unit kMetres[] = {{"m", 1}, {"米", 1}, {"cm", 0.01}, {"厘米", 0.01}};
constexpr Unit kSeconds[] = {{"s", 1}, {"秒", 1}, {"m", 60}, {"min", 60}, {"分", 60}, {"分钟", 60}};

constexpr Choice kThemes[] = {{"heiban", "黑板"}, {"gongwen", "公文"}, {"contrast", "高对比"}};
constexpr Choice kTransitions[] = {{"fade", "淡入淡出"}, {"push", "推移"}, {"none", "直接切换"}};
constexpr Choice kControls[] = {
    {"none", "不响应"}, {"staff", "工作人员"}, {"visitors", "来访群众"}};
constexpr Choice kOffHours[] = {{"clock", "深色时钟页"}, {"off", "关闭显示器"}};
constexpr Choice kRenderers[] = {
    {"auto", "自动"}, {"surface", "软件绘制"}, {"accelerated", "显卡加速"}};

constexpr int kSmallestSide = 64, kLargestSide = 16384; // px

auto bureau_text(std::string Bureau::*member) {
  return inside(&Settings::bureau, text(member));
}

void read_website(const TomlValue& value, const KeyInfo& info, Settings& settings,
                  DiagnosticSink& report) {
  const auto read = read_text(value, info, report, 500);
  if (!read || read->empty())
    return;
  const AddressText url = read_address(*read, "", false);
  if (!url.problem.empty()) {
    report.error({value.place.line, value.place.column + (url.at > 0 ? url.at + 1 : 0)},
                 fmt::format("{}（{}）：{}", info.name, info.label, url.problem));
    return;
  }
  settings.bureau.website = url.address;
}

void read_phones(const TomlValue& value, const KeyInfo& info, Settings& settings,
                 DiagnosticSink& report) {
  auto phones = read_texts(value, info, report);
  if (!phones)
    return;
  for (size_t i = 0; i < phones->size(); ++i)
    if ((*phones)[i].find("12358") != std::string::npos)
      report.remark(i < value.items.size() ? value.items[i].place : value.place,
                    "12358 已并入 12315，请改为 12315 或 12345");
  settings.bureau.phones = std::move(*phones);
}

// One of ours, by either name; or a file of the bureau's own, made absolute by load.cpp.
void read_theme(const TomlValue& value, const KeyInfo& info, ScreenSettings& screen,
                DiagnosticSink& report) {
  if (value.kind == TomlKind::Text && trim(value.text).ends_with(".toml")) {
    screen.theme = trim(value.text);
  } else if (auto name = read_choice(value, info, report, kThemes)) {
    screen.theme = std::move(*name);
  }
}

// "1920x1080", "1920×1080", "auto".
void read_size(const TomlValue& value, const KeyInfo& info, ScreenSettings& screen,
               DiagnosticSink& report) {
  const auto read = read_text(value, info, report, kLongText);
  if (!read)
    return;
  std::string plain = to_half_width(*read);
  if (plain == "auto" || plain == "自动") {
    screen.width = screen.height = 0;
    return;
  }
  const size_t mark = plain.find_first_of("xX*\xC3");
  const size_t after = mark == std::string::npos ? mark : mark + (plain[mark] == '\xC3' ? 2 : 1);
  const auto width = parse_quantity(plain.substr(0, mark), {});
  const auto height = parse_quantity(mark == std::string::npos ? "" : plain.substr(after), {});
  const auto fits = [](const std::optional<double>& side) {
    const double length = side.value_or(0);
    return length >= kSmallestSide && length <= kLargestSide && length == static_cast<int>(length);
  };
  if (!fits(width) || !fits(height)) {
    report.error(value.place, fmt::format("{}（{}）写成 宽x高，单位是像素，例如 "
                                          "\"1920x1080\"，每边 {} 到 {}；随显示器写 \"auto\"",
                                          info.name, info.label, kSmallestSide, kLargestSide));
    return;
  }
  screen.width = static_cast<int>(*width);
  screen.height = static_cast<int>(*height);
}

void read_rotation(const TomlValue& value, const KeyInfo& info, ScreenSettings& screen,
                   DiagnosticSink& report) {
  const int64_t angle = value.kind == TomlKind::Integer ? value.integer : -1;
  if (angle == 0 || angle == 90 || angle == 180 || angle == 270) {
    screen.rotation = static_cast<int>(angle);
    return;
  }
  report.error(value.place,
               fmt::format("{}（{}）只能写 0、90、180 或 270，不加引号", info.name, info.label));
}

// The display's number or its name.
void read_display(const TomlValue& value, const KeyInfo& info, ScreenSettings& screen,
                  DiagnosticSink& report) {
  if (value.kind == TomlKind::Integer) {
    if (const auto number = read_whole(value, info, report, 1, 16))
      screen.display = std::to_string(*number);
  } else if (auto name = read_text(value, info, report, kLongText)) {
    screen.display = std::move(*name);
  }
}

} // namespace

const std::vector<Key<Settings>>& bureau_keys() {
  static const std::vector<Key<Settings>> keys = {
      {{"name", "单位名称", "\"云岭县教育局\"", "单位全称，显示在页眉", true},
       bureau_text(&Bureau::name)},
      {{"address", "地址", "\"云岭县文昌路 1 号\"", "没有通知可显示时，显示在屏幕上"},
       bureau_text(&Bureau::address)},
      {{"office_hours", "办公时间", "\"周一至周五 8:30—12:00，14:00—17:30\"",
        "给群众看的办公时间，照原样显示"},
       bureau_text(&Bureau::office_hours)},
      {{"phones", "电话", "[\"办公室 0000-0000000\", \"监督举报 12345\"]", "公开电话，一个或几个"},
       read_phones},
      {{"website", "网站", "\"https://www.example.cn\"", "单位网站的网址"}, read_website},
      {{"website_name", "网站名称", "\"云岭县教育局网站\"", "网站的叫法，用在下面的声明里"},
       bureau_text(&Bureau::website_name)},
      {{"disclaimer", "声明", "\"以云岭县教育局网站公布内容为准\"",
        "每页的声明；不写则由网站名称生成"},
       text(&Settings::disclaimer, 60)},
  };
  return keys;
}

const std::vector<Key<ScreenSettings>>& screen_keys() {
  using S = ScreenSettings;
  static const std::vector<Key<S>> keys = {
      {{"diagonal", "对角线", "55", "屏幕有多大（对角线），单位英寸，也可写 \"140厘米\""},
       quantity(&S::diagonal_inches, {7, 300, kInches, "英寸"})},
      {{"distance", "观看距离", "3", "站得最远的读者离屏幕多远，单位米；字号由此算出"},
       quantity(&S::distance_m, {0.3, 30, kMetres, "米"})},
      {{"theme", "主题", "\"heiban\"",
        "\"heiban\"（黑板）、\"gongwen\"（公文）、\"contrast\"（高对比），或自己的主题文件 "
        "\"….toml\""},
       read_theme},
      {{"size", "像素", "\"auto\"", "画面的宽x高，单位像素；\"auto\" 随显示器"}, read_size},
      {{"rotation", "旋转", "0", "屏幕竖装时画面顺时针转多少度：0、90、180、270"}, read_rotation},
      {{"display", "显示器", "1",
        "接了几台显示器时用哪一台：序号（从 1 起）或名称；这时要装 openbox"},
       read_display},
      {{"transition", "换页方式", "\"fade\"",
        "\"fade\"（淡入淡出）、\"push\"（推移）或 \"none\"（直接切换）"},
       choice(&S::transition, kTransitions)},
      {{"lunar_date", "农历", "true", "页眉显示农历日期"}, on_off(&S::lunar_date)},
      {{"qr", "二维码", "true", "显示原文网页的二维码"}, on_off(&S::qr)},
      {{"fullwidth_punctuation", "全角标点", "true", "汉字之间的半角标点按全角显示"},
       on_off(&S::fullwidth_punctuation)},
      {{"off_hours", "关屏时段", "\"clock\"",
        "开放时间以外：\"clock\"（深色时钟页）或 \"off\"（关闭显示器）"},
       choice(&S::off_hours, kOffHours)},
      {{"pixel_shift", "防烧屏", "true", "画面缓慢移动几个像素，保护屏幕"},
       on_off(&S::pixel_shift)},
      {{"controls", "操作", "\"none\"",
        "谁可以用键盘、翻页笔、触摸翻页：\"none\"、\"staff\"、\"visitors\""},
       choice(&S::controls, kControls)},
      {{"hold", "停留多久", "\"2分钟\"", "有人翻页后，多久没人动就恢复轮播；单位秒"},
       quantity(&S::hold_seconds, {5, 3600, kSeconds, "秒"})},
      {{"renderer", "绘制方式", "\"auto\"",
        "一般不用改：\"auto\"、\"surface\"（软件）、\"accelerated\"（显卡）"},
       choice(&S::renderer, kRenderers)},
  };
  return keys;
}

const std::vector<SectionInfo>& settings_sections() {
  static const std::vector<SectionInfo> all = {
      {"bureau", "单位", "单位的名称和联系方式", false, infos(bureau_keys())},
      {"screen", "屏幕", "屏幕有多大、离人多远、什么样式", false, infos(screen_keys())},
      {"feed", "信息来源", "每个来源写一个 [[feed]]，至少一个", true, infos(feed_keys())},
      {"hours", "开放时间", "屏幕什么时候亮；整节不写就是一直开着", false, infos(hours_keys())},
      {"programme", "轮播", "每页停多久、一轮多长", false, infos(programme_keys())},
      {"max_age",
       "保留时间",
       "按栏目定：没有截止日期的通知显示多久。左边写栏目，右边写时间",
       false,
       {},
       true},
      {"review", "审核", "什么样的内容要等人看过才上屏", false, infos(review_keys())}};
  return all;
}

} // namespace heiban
