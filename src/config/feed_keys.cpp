#include "config/addresses.h"
#include "config/key_readers.h"
#include "config/settings_keys.h"

#include <fmt/format.h>

#include <filesystem>

namespace heiban {
namespace {

constexpr Unit kMinutes[] = {{"s", 1 / 60.0}, {"秒", 1 / 60.0}, {"m", 1},  {"min", 1},
                             {"分", 1},       {"分钟", 1},      {"h", 60}, {"小时", 60},
                             {"d", 1440},     {"天", 1440}};
constexpr Unit kDays[] = {{"d", 1}, {"天", 1},    {"日", 1},  {"周", 7},
                          {"w", 7}, {"个月", 30}, {"年", 365}};

constexpr Choice kKinds[] = {{"feed", "订阅源"}, {"page", "网页列表"}, {"fees", "收费表"}};
constexpr Choice kPersonalData[] = {{"hold", "扣下待审"}, {"mask", "遮盖后显示"}};

auto spec_text(std::string FeedSpec::*member, size_t max_length = kLongText) {
  return inside(&FeedKeys::spec, text(member, max_length));
}

auto selector(std::string PageSelectors::*member) {
  return inside(&FeedKeys::spec, inside(&FeedSpec::selectors, text(member)));
}

// Where inside a quoted value its `at`-th character stands.
SourcePlace inside_quotes(const TomlValue& value, int at) {
  return {value.place.line, value.place.column + (at > 0 ? at + 1 : 0)};
}

void read_url(const TomlValue& value, const KeyInfo& info, FeedKeys& feed, DiagnosticSink& report) {
  const auto read = read_text(value, info, report, 2000);
  if (!read)
    return;
  AddressText url = read_address(*read, feed.folder, true);
  if (!url.problem.empty())
    report.error(inside_quotes(value, url.at),
                 fmt::format("{}（{}）：{}", info.name, info.label, url.problem));
  feed.spec.url = std::move(url.address);
}

void read_kind(const TomlValue& value, const KeyInfo& info, FeedKeys& feed,
               DiagnosticSink& report) {
  const auto word = read_choice(value, info, report, kKinds);
  if (!word)
    return;
  feed.spec.kind = *word == "page"   ? FeedKind::Page
                   : *word == "fees" ? FeedKind::Fees
                                     : FeedKind::Feed;
}

void read_hosts(const TomlValue& value, const KeyInfo& info, FeedKeys& feed,
                DiagnosticSink& report) {
  const auto texts = read_texts(value, info, report);
  if (!texts)
    return;
  feed.spec.link_hosts.clear();
  for (size_t i = 0; i < texts->size(); ++i) {
    AddressText host = read_host((*texts)[i]);
    if (!host.problem.empty())
      report.error(i < value.items.size() ? value.items[i].place : value.place,
                   fmt::format("{}（{}）：{}", info.name, info.label, host.problem));
    else
      feed.spec.link_hosts.push_back(std::move(host.address));
  }
}

void read_ca_file(const TomlValue& value, const KeyInfo& info, FeedKeys& feed,
                  DiagnosticSink& report) {
  const auto file = read_text(value, info, report, 4096);
  if (!file || file->empty())
    return;
  feed.spec.ca_file = std::filesystem::absolute(std::filesystem::path(feed.folder) / *file)
                          .lexically_normal()
                          .string();
}

// curl's form of a public-key pin: sha256// and 44 characters of base64.
void read_pin(const TomlValue& value, const KeyInfo& info, FeedKeys& feed, DiagnosticSink& report) {
  constexpr std::string_view kHead = "sha256//";
  const auto pin = read_text(value, info, report, kLongText);
  if (!pin || pin->empty())
    return;
  const std::string_view digest =
      std::string_view(*pin).substr(std::min(kHead.size(), pin->size()));
  const bool is_base64 = digest.find_first_not_of(
                             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") ==
                         std::string_view::npos;
  if (!pin->starts_with(kHead) || digest.size() != 44 || digest.back() != '=' || !is_base64) {
    report.error(value.place,
                 fmt::format("{}（{}）写成 sha256// 后面跟 44 个字符，由网站管理员提供", info.name,
                             info.label));
    return;
  }
  feed.spec.pin = *pin;
}

void read_zone(const TomlValue& value, const KeyInfo& info, FeedKeys& feed,
               DiagnosticSink& report) {
  const auto zone = read_text(value, info, report, kLongText);
  if (!zone)
    return;
  const auto minutes = read_zone_text(*zone);
  if (!minutes) {
    report.error(value.place, fmt::format("{}（{}）写成 \"+08:00\" 的样子", info.name, info.label));
    return;
  }
  feed.spec.zone_minutes = *minutes;
}

void read_personal_data(const TomlValue& value, const KeyInfo& info, FeedKeys& feed,
                        DiagnosticSink& report) {
  if (const auto word = read_choice(value, info, report, kPersonalData))
    feed.spec.mask_personal_data = *word == "mask";
}

} // namespace

const std::vector<Key<FeedKeys>>& feed_keys() {
  using F = FeedSpec;
  constexpr auto spec = &FeedKeys::spec;
  static const std::vector<Key<FeedKeys>> keys = {
      {{"name", "来源名称", "\"公告公示\"", "自己起的名称，不能重复", true},
       spec_text(&F::name, 40)},
      {{"url", "网址", "\"https://www.example.cn/gggs/rss.xml\"",
        "RSS、Atom、JSON 或网页的网址；本机文件写 \"file:文件名\"", true},
       read_url},
      {{"category", "栏目", "\"公告公示\"",
        "显示在页眉的栏目；不写就用来源名称（收费表：收费公示）"},
       spec_text(&F::category, 20)},
      {{"publisher", "发布机构", "\"云岭县教育局\"", "内容里没写发布机构时用它；不写就用单位名称"},
       spec_text(&F::publisher, 40)},
      {{"kind", "种类", "\"feed\"",
        "\"feed\"（订阅源）、\"page\"（网页列表）或 \"fees\"（收费表）"},
       read_kind},
      {{"refresh", "更新间隔", "\"10分钟\"",
        "多久去取一次，单位分钟，1 分钟到 24 小时；本机的来源可以短到 1 秒"},
       inside(spec, quantity(&F::refresh_seconds, {0, 1440, kMinutes, "分钟"}, 60))},
      {{"keep", "最多几条", "30", "最多显示最新的几条（收费表全部显示）"},
       inside(spec, whole(&F::keep, 1, 2000))},
      {{"max_age", "保留时间", "\"60天\"", "没有截止日期的通知显示多久，单位天（收费表一直显示）"},
       inside(spec, quantity(&F::max_age_days, {1, 3650, kDays, "天"}))},
      {{"link_hosts", "允许的网站", "[\"example.cn\"]",
        "内容里的链接只能指向这些网站（含下级网站），否则扣下；不写就是本来源和单位网站"},
       read_hosts},
      {{"urgent", "可发紧急通知", "false", "这个来源可以发紧急通知，立即占满屏幕"},
       inside(spec, on_off(&F::urgent))},
      {{"personal_data", "个人信息", "\"hold\"",
        "发现身份证号等：\"hold\"（扣下待审）或 \"mask\"（遮盖后显示）"},
       read_personal_data},
      {{"zone", "时区", "\"+08:00\"", "日期没写时区时按哪个时区"}, read_zone},
      {{"ca_file", "证书文件", "\"bureau-ca.pem\"",
        "网站用自己单位签发的证书时，根证书文件（PEM）"},
       read_ca_file},
      {{"pin", "公钥指纹", "\"sha256//…=\"", "只认这一把公钥的网站，一般不用写"}, read_pin},
      {{"select_item", "条目位置", "\".list li\"",
        "kind = \"page\" 时，列表里每一条在哪里（CSS 选择器）"},
       selector(&PageSelectors::item)},
      {{"select_title", "标题位置", "\"a\"", "kind = \"page\" 时，标题在条目的哪里"},
       selector(&PageSelectors::title)},
      {{"select_date", "日期位置", "\"span.date\"", "kind = \"page\" 时，日期在条目的哪里"},
       selector(&PageSelectors::date)},
      {{"select_body", "正文位置", "\".TRS_Editor\"", "kind = \"page\" 时，正文在文章页的哪里"},
       selector(&PageSelectors::body)},
      {{"voluntary", "自愿说明", "\"服务性收费和代收费由学生自愿选择。\"",
        "kind = \"fees\" 时，表里有服务性收费或代收费、又没写“自愿”，就在表下加这一句；写 \"\" "
        "就不加"},
       spec_text(&F::voluntary, 100)},
  };
  return keys;
}

} // namespace heiban
