#include "app/fee_markup.h"

#include "base/utf8.h"
#include "feed/article_page.h"
#include "feed/parse.h"
#include "notice/fee_rules.h"
#include "notice/fee_sheets.h"
#include "notice/make_notice.h"

#include <utility>

namespace heiban {
namespace {

Entry entry_of(Article article, const std::string& url) {
  Entry entry;
  entry.title = std::move(article.title);
  entry.link = url;
  entry.content_html = std::move(article.body_html);
  entry.published = article.published;
  return entry;
}

// A feed's items, or the one article of a web page.
Result<std::vector<Entry>> entries_of(std::string_view bytes, const FeedContext& context,
                                      const FeedSpec& feed) {
  if (Result<ParsedFeed> parsed = parse_feed(bytes, context))
    return std::move(parsed->entries);
  Result<Article> article = read_article(bytes, context, feed.selectors.body);
  if (!article)
    return article.error();
  std::vector<Entry> entries;
  entries.push_back(entry_of(std::move(*article), feed.url));
  return entries;
}

} // namespace

bool is_markup(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"))
    bytes.remove_prefix(3);
  return trim(bytes).starts_with('<');
}

Result<Workbook> read_fee_markup(std::string_view bytes, const std::string& content_type,
                                 const FeedSpec& feed, const FeeHeads& heads, Instant now) {
  constexpr size_t kMostSheets = 64;
  const FeedContext context{content_type, feed.url, feed.zone_minutes, now,
                            /*plain_beside_html=*/false};
  const Result<std::vector<Entry>> entries = entries_of(bytes, context, feed);
  if (!entries)
    return entries.error();
  NoticeContext notices;
  notices.base_url = feed.url;
  notices.now = now;
  Workbook book;
  for (const Entry& entry : *entries) {
    if (entry.withdrawn)
      continue;
    for (Sheet& sheet : sheets_of(make_notice(entry, notices)))
      if (book.sheets.size() < kMostSheets &&
          (read_fee_schedule(sheet, heads) || looks_like_fees(sheet, heads)))
        book.sheets.push_back(std::move(sheet));
  }
  if (book.sheets.empty())
    return Error{ErrorKind::Malformed,
                 "网页或订阅源里没有找到收费表；地址要指向有收费表格的那一篇文章，"
                 "表头要有“收费项目”和“收费标准”。"};
  return book;
}

} // namespace heiban
