#include "notice/page_chrome.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/spans.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace heiban {
namespace {

using Words = std::span<const std::u32string_view>;

// A line that is nothing but these, in any order, is chrome.
constexpr std::array<std::u32string_view, 68> kButtons{
    U"首页",     U"尾页",     U"末页",     U"我要评论", U"发表评论", U"打印预览", U"打印本页",
    U"打印此页", U"打印文章", U"我要打印", U"打印",     U"关闭窗口", U"关闭本页", U"关闭此页",
    U"关闭页面", U"关闭",     U"返回顶部", U"返回列表", U"返回首页", U"返回上页", U"返回上一页",
    U"返回",     U"回到顶部", U"顶部",     U"分享到",   U"分享至",   U"分享文章", U"一键分享",
    U"分享",     U"转发",     U"收藏本页", U"加入收藏", U"收藏",     U"点赞",     U"新浪微博",
    U"腾讯微博", U"微博",     U"微信好友", U"微信",     U"朋友圈",   U"QQ空间",   U"QQ好友",
    U"QQ",       U"人人网",   U"豆瓣",     U"百度贴吧", U"更多",     U"复制链接", U"字体大小",
    U"字体",     U"字号",     U"放大",     U"缩小",     U"纠错",     U"我要纠错", U"网页纠错",
    U"大",       U"中",       U"小",       U"TOP",      U"Top",      U"top",      U"上一页",
    U"下一页",   U"保存",     U"本页",     U"【",       U"】"};

struct Opening {
  std::u32string_view word;
  size_t longest; // code points of the whole line
};

// A line that begins so and is no longer than this is chrome.
constexpr Opening kOpenings[] = {
    {U"上一篇：", 160},
    {U"下一篇：", 160},
    {U"上一条：", 160},
    {U"下一条：", 160},
    {U"上篇：", 160},
    {U"下篇：", 160},
    {U"上一篇", 12},
    {U"下一篇", 12},
    {U"上一条", 12},
    {U"下一条", 12},
    {U"前一篇", 160},
    {U"后一篇", 160},
    {U"责任编辑", 60},
    {U"责编", 60},
    {U"编辑：", 40},
    {U"编审：", 40},
    {U"审核：", 40},
    {U"初审：", 60},
    {U"一审：", 60},
    {U"二审：", 60},
    {U"三审：", 60},
    {U"复审：", 60},
    {U"终审：", 60},
    {U"校对：", 40},
    {U"监制：", 40},
    {U"信息审核", 40},
    {U"录入：", 40},
    {U"分享到", 60},
    {U"分享：", 12},
    {U"供稿：", 40},
    {U"撰稿：", 40},
    {U"排版：", 40},
    {U"摄影：", 40},
    {U"版权声明：", 200},
    {U"免责声明：", 200},
    {U"您对本页面的评价", 40},
    {U"本文对您是否有帮助", 40},
    {U"点个“在看”", 40},
    {U"点击阅读原文", 20},
    {U"阅读原文", 10},
    {U"长按二维码", 30},
    {U"长按识别", 30},
    {U"长按关注", 30},
    {U"关注我们", 12},
    {U"浏览次数", 30},
    {U"浏览量", 30},
    {U"阅读次数", 30},
    {U"阅读量", 30},
    {U"访问量", 30},
    {U"点击数", 30},
    {U"点击次数", 30},
    {U"点击率", 30},
    {U"版权所有", 80},
    {U"主办单位：", 80},
    {U"技术支持：", 60},
    {U"网站标识码", 60},
    {U"主办：", 80},
    {U"承办：", 80},
    {U"备案号", 60},
    {U"备案序号", 60},
    {U"公安备案", 60},
    {U"网站地图", 60},
    {U"联系我们", 40},
    {U"Copyright", 120},
    {U"copyright", 120},
    {U"©", 120},
    {U"您当前的位置", 80},
    {U"当前位置：", 80},
};

constexpr std::array<std::u32string_view, 17> kRelated{
    U"相关文档", U"相关报道", U"相关内容", U"相关政策", U"相关资讯", U"猜你喜欢",
    U"热门文章", U"相关链接", U"相关阅读", U"相关新闻", U"相关文章", U"相关信息",
    U"相关稿件", U"延伸阅读", U"推荐阅读", U"热门推荐", U"相关推荐"};

constexpr std::array<std::u32string_view, 14> kCounters{
    U"浏览次数", U"浏览量", U"浏览：", U"点击数",   U"点击量", U"点击：", U"阅读次数",
    U"阅读量",   U"字体：", U"字号：", U"访问次数", U"人气：", U"阅读：", U"浏览数"};
constexpr std::array<std::u32string_view, 12> kMeta{U"发布时间", U"发布日期", U"发布人", U"发布者",
                                                    U"发布单位", U"信息来源", U"来源：", U"作者：",
                                                    U"时间：",   U"日期：",   U"编辑：", U"录入："};

// Words of the record an office keeps of a document (发文字号 is no 字号): content.
constexpr std::array<std::u32string_view, 4> kRecord{U"文字号", U"文号", U"索引号", U"有效性"};

// As it is compared: blanks gone, half-width colons and brackets full, bars as colons (编辑丨李某).
std::u32string plain(std::string_view text) {
  std::u32string out = without_blanks(to_utf32(text));
  for (char32_t& c : out)
    c = is_one_of(c, U":|｜丨") ? U'：'
        : c == '['              ? U'【'
        : c == ']'              ? U'】'
        : c == '('              ? U'（'
                                : c;
  return out;
}

std::u32string plain(const RawBlock& raw) {
  return plain(raw.block.text);
}

bool is_sign(char32_t c) {
  return is_one_of(c, U"【】〔〕（）()|｜/／·•>＞<＜«»：、，,.。-—+[]TtAa×xX↑▲");
}

// Nothing but buttons and the signs between them, at least one button; between 上一页 and 下一页
// stand the numbers of pages.
bool is_buttons(std::u32string_view s) {
  bool button = false;
  const bool pager = s.find(U"一页") != s.npos;
  while (!s.empty()) {
    std::u32string_view longest;
    for (const std::u32string_view word : kButtons)
      if (s.starts_with(word) && word.size() > longest.size())
        longest = word;
    if (longest.empty() && !is_sign(s.front()) && !(pager && is_digit(s.front())))
      return false;
    button = button || longest.size() > 1;
    s.remove_prefix(std::max<size_t>(1, longest.size()));
  }
  return button;
}

bool has_any(std::u32string_view s, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return s.find(word) != s.npos; });
}

// 扫一扫在手机打开当前页, but not 扫码报名.
bool is_scan_line(std::u32string_view s) {
  constexpr size_t kLongest = 40;
  constexpr std::array<std::u32string_view, 5> kScan{U"扫一扫", U"扫描二维码", U"扫码", U"扫描",
                                                     U"识别二维码"};
  constexpr std::array<std::u32string_view, 9> kWhy{U"分享",     U"当前页",   U"本页",
                                                    U"此页",     U"手机打开", U"手机浏览",
                                                    U"手机查看", U"关注我们", U"关注本"};
  return s.size() <= kLongest && has_any(s, kScan) && has_any(s, kWhy);
}

// By its name. The code of most sites is drawn by a script, and the picture beside 扫一扫 is then
// the article's own last one.
bool is_code_picture(const Block& picture) {
  constexpr std::array<std::string_view, 9> kNames{"qr",   "ewm",    "erwei",  "2wm",   "2wei",
                                                   "code", "weixin", "wechat", "二维码"};
  const std::string name = ascii_lower(picture.src + ' ' + picture.alt);
  return name.starts_with("data:") || std::ranges::any_of(kNames, [&](std::string_view word) {
           return name.find(word) != std::string::npos;
         });
}

// 某ICP备12345678号, 某公网安备 …
bool is_record_number(std::u32string_view s) {
  constexpr size_t kLongest = 60;
  constexpr std::array<std::u32string_view, 3> kRecords{U"ICP备", U"icp备", U"公网安备"};
  return s.size() <= kLongest && has_any(s, kRecords);
}

size_t count_of(std::u32string_view s, Words words) {
  return static_cast<size_t>(
      std::count_if(words.begin(), words.end(),
                    [&](std::u32string_view word) { return s.find(word) != s.npos; }));
}

// 来源：… 作者：… 编辑：…: at least two of them on one line.
bool is_credits(std::u32string_view s) {
  constexpr size_t kLongest = 80;
  constexpr std::array<std::u32string_view, 7> kCredits{
      U"来源：", U"作者：", U"编辑：", U"审核：", U"供稿：", U"通讯员：", U"摄影："};
  return s.size() <= kLongest && count_of(s, kCredits) >= 2 && s.find(U'。') == s.npos;
}

// —END—, （完）: how accounts end what they publish.
bool is_end_mark(std::u32string_view s) {
  const size_t from = s.find_first_not_of(U"—-－·.…*＊_（【");
  const size_t to = s.find_last_not_of(U"—-－·.…*＊_）】");
  if (from == s.npos)
    return false;
  const std::u32string_view word = s.substr(from, to + 1 - from);
  return word == U"END" || word == U"End" || word == U"TheEnd" || word == U"THEEND" ||
         word == U"全文完" || (word == U"完" && s.size() > 1);
}

// 您当前的位置：首页 > 政务公开 > 通知公告, 首页 | 通知公告 | 政策法规 (bars are colons here).
bool is_breadcrumbs(std::u32string_view s) {
  constexpr size_t kLongest = 80;
  constexpr std::array<std::u32string_view, 5> kHere{U"当前位置", U"当前的位置", U"现在的位置",
                                                     U"所在位置", U"您的位置"};
  return (s.size() <= kLongest && has_any(s.substr(0, 10), kHere) &&
          (s.find_first_of(U">＞»›→") != s.npos || s.find(U"首页") != s.npos)) ||
         (s.size() <= kLongest && s.starts_with(U"首页") && s.find_first_of(U"：>＞»›") == 2);
}

// 点击蓝字 关注我们, over what an account publishes.
bool is_invitation(std::u32string_view s) {
  constexpr size_t kLongest = 20;
  return s.size() <= kLongest && s.find(U"蓝字") != s.npos && s.find(U"关注") != s.npos;
}

// 来源：云岭教育, which is content where nothing of the site's stands beside it.
bool is_source(std::u32string_view s) {
  constexpr size_t kLongest = 40;
  return s.starts_with(U"来源：") && s.size() <= kLongest && s.find(U'。') == s.npos;
}

bool is_tail_line(std::u32string_view s) {
  if (is_end_mark(s))
    return true;
  while (!s.empty() && is_one_of(s.front(), U"（(【>＞|·•"))
    s.remove_prefix(1);
  return is_buttons(s) || is_scan_line(s) || is_record_number(s) ||
         std::any_of(std::begin(kOpenings), std::end(kOpenings), [&](const Opening& opening) {
           return s.starts_with(opening.word) && s.size() <= opening.longest;
         });
}

bool is_related(std::u32string_view s) {
  while (!s.empty() && is_one_of(s.back(), U"：】"))
    s.remove_suffix(1);
  while (!s.empty() && s.front() == U'【')
    s.remove_prefix(1);
  return std::find(kRelated.begin(), kRelated.end(), s) != kRelated.end();
}

// 相关阅读 and the links under it, at the very end.
void cut_related(std::vector<RawBlock>& blocks) {
  constexpr size_t kMostRelated = 64; // links; a longer list is what the page is about
  size_t at = blocks.size();
  while (at > 0 && blocks.size() - at < kMostRelated && is_text(blocks[at - 1].block) &&
         is_all_link(blocks[at - 1]))
    --at;
  const bool listed = at > 0 && is_text(blocks[at - 1].block) && is_related(plain(blocks[at - 1]));
  if (listed)
    blocks.resize(at - 1);
}

bool is_file_list(const RawBlock& raw, std::u32string_view line) {
  const bool files = is_all_link(raw) &&
                     std::any_of(raw.links.begin(), raw.links.end(),
                                 [](const RawLink& link) { return is_file_address(link.url); });
  return files || line == U"附件：" || line == U"附件" || line == U"相关附件：" ||
         line == U"附件下载：";
}

// Where the lines of chrome begin that <br> ended a paragraph with; its length where there are
// none.
size_t end_of_content(std::string_view text) {
  for (size_t line = text.rfind('\n'); line != text.npos; line = text.rfind('\n')) {
    if (!is_tail_line(plain(text.substr(line + 1))))
      break;
    text = text.substr(0, line);
  }
  return text.size();
}

void cut_last_lines(RawBlock& raw) {
  const size_t end = end_of_content(raw.block.text);
  if (end == raw.block.text.size())
    return;
  raw.block.text.resize(end);
  const size_t length = count_code_points(raw.block.text);
  std::erase_if(raw.links, [&](const RawLink& link) { return link.range.start >= length; });
  std::erase_if(raw.block.bold, [&](const TextRange& bold) { return bold.start >= length; });
  for (TextRange& bold : raw.block.bold)
    bold.end = std::min(bold.end, length);
}

// Where 来源：… stands: over what was cut, or under more of its kind.
bool is_amid_chrome(const std::vector<RawBlock>& blocks, bool cut) {
  const RawBlock* above = blocks.size() > 1 ? &blocks[blocks.size() - 2] : nullptr;
  return above && (cut || (is_text(above->block) && is_tail_line(plain(*above))));
}

// The code itself, under the line that tells to scan it.
bool is_below_scan_line(const std::vector<RawBlock>& blocks) {
  const RawBlock* above = blocks.size() > 1 ? &blocks[blocks.size() - 2] : nullptr;
  return above && is_text(above->block) && is_scan_line(plain(*above));
}

bool begins_with_any(std::u32string_view s, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return s.starts_with(word); });
}

// A line that says only who published and when: 发布日期：2026-11-24, 信息来源：办公室.
bool is_short_meta(const RawBlock& raw) {
  constexpr size_t kLongest = 40; // code points
  if (!is_text(raw.block))
    return false;
  const std::u32string line = plain(raw);
  return line.size() <= kLongest && !line.empty() && !has_any(line, kRecord) &&
         line.find(U'。') == line.npos &&
         (begins_with_any(line, kMeta) || begins_with_any(line, kCounters));
}

// What a site puts between the title and the text: a line with a counter or with two labels.
bool is_meta_line(std::u32string_view line) {
  constexpr size_t kLongest = 120; // code points
  constexpr std::array<std::u32string_view, 9> kLabels{U"时间：", U"日期：", U"来源：",
                                                       U"作者：", U"编辑：", U"录入：",
                                                       U"单位：", U"机构：", U"发布人："};
  if (line.size() > kLongest || has_any(line, kRecord) || line.find(U'。') != line.npos)
    return false;
  return (has_any(line, kCounters) && (has_any(line, kMeta) || is_tail_line(line))) ||
         (begins_with_any(line, kMeta) && count_of(line, kLabels) >= 2);
}

// 阅读：12次, 浏览次数：: a counter, its number drawn by a script or not.
bool is_counter(std::u32string_view line) {
  const auto word = std::ranges::find_if(
      kCounters, [&](std::u32string_view counter) { return line.starts_with(counter); });
  return word != kCounters.end() &&
         line.find_first_not_of(U"：0123456789次人-", word->size()) == line.npos;
}

// Of these, or of buttons: 【字体：大 中 小】.
bool is_head_line(const RawBlock& raw) {
  return is_short_meta(raw) || (is_text(raw.block) && is_buttons(plain(raw)));
}

// 发布时间 and 来源 a line each, or either above a counter.
bool begins_meta(const std::vector<RawBlock>& blocks, size_t at) {
  size_t lines = 0, counters = 0, published = 0;
  for (; at < blocks.size() && is_head_line(blocks[at]); ++at, ++lines) {
    const std::u32string line = plain(blocks[at]);
    counters += is_counter(line);
    published += line.starts_with(U"发布时间") || line.starts_with(U"发布日期");
  }
  return lines > 1 && (counters > 0 || published > 0);
}

} // namespace

void cut_tail(std::vector<RawBlock>& blocks) {
  std::vector<RawBlock> files; // the list of files that some sites put between their buttons
  bool code = false;           // what was cut last told to scan a picture
  bool cut = false;
  while (!blocks.empty()) {
    cut_related(blocks);
    if (blocks.empty())
      break;
    RawBlock& last = blocks.back();
    const std::u32string line = is_text(last.block) ? plain(last) : std::u32string();
    if (is_text(last.block) && (is_tail_line(line) || (blocks.size() > 1 && is_credits(line)) ||
                                (is_source(line) && is_amid_chrome(blocks, cut))))
      code = is_scan_line(line), cut = true;
    else if (is_file_list(last, line))
      files.push_back(std::move(last));
    else if (last.block.kind == BlockKind::Picture && is_code_picture(last.block) &&
             (code || is_below_scan_line(blocks)))
      code = false;
    else
      break;
    blocks.pop_back();
  }
  if (files.empty() && !blocks.empty() && is_text(blocks.back().block))
    cut_last_lines(blocks.back());
  std::move(files.rbegin(), files.rend(), std::back_inserter(blocks));
}

void cut_head(std::vector<RawBlock>& blocks) {
  constexpr size_t kDeepest = 4; // blocks from the top
  bool led = false;              // by breadcrumbs
  for (size_t i = 0; i < std::min(kDeepest, blocks.size()); ++i) {
    if (!is_text(blocks[i].block) || blocks[i].block.text.find("。") != std::string::npos)
      continue;
    const std::u32string line = plain(blocks[i]);
    if (!led && (is_breadcrumbs(line) || is_invitation(line)) && blocks.size() > 1) {
      blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i--));
      led = true;
      continue;
    }
    if (!is_meta_line(line) && !begins_meta(blocks, i))
      continue;
    size_t first = i, end = i + 1;
    while (first > 0 && is_head_line(blocks[first - 1]))
      --first;
    while (end < blocks.size() && is_head_line(blocks[end]))
      ++end;
    if (end - first == blocks.size())
      return; // a notice of nothing else
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(first),
                 blocks.begin() + static_cast<std::ptrdiff_t>(end));
    return;
  }
}

} // namespace heiban
