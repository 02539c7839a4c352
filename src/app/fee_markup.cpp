#include "app/fee_markup.h"

#include "base/utf8.h"
#include "feed/article_page.h"
#include "feed/list_page.h"
#include "markup/html_links.h"
#include "notice/fee_likeness.h"
#include "notice/fee_sheets.h"
#include "notice/make_notice.h"

#include <algorithm>
#include <utility>

namespace heiban {
namespace {

constexpr size_t kMostSheets = 64, kMostFiles = 8;

Entry entry_of(Article article, const std::string& url) {
  Entry entry;
  entry.title = std::move(article.title);
  entry.link = url;
  entry.content_html = std::move(article.body_html);
  entry.published = article.published;
  entry.enclosures = std::move(article.attachments);
  return entry;
}

class FeePageReader {
public:
  FeePageReader(const FeedContext& context, const FeedSpec& feed, const FeeHeads& heads)
      : context_(context), feed_(feed), heads_(heads) {}

  Result<FeePage> read(std::string_view bytes) {
    if (Result<ParsedFeed> parsed = parse_feed(bytes, context_)) {
      out_.entries = std::move(parsed->entries);
      for (const Entry& entry : out_.entries)
        add(entry);
      return std::move(out_);
    }
    Result<ListPage> list = read_list_page(bytes, context_, feed_.selectors);
    if (list)
      out_.entries = std::move(list->feed.entries);
    Result<Article> article = read_article(bytes, context_, feed_.selectors.body);
    if (!article && !list)
      return article.error();
    if (article)
      add_article(std::move(*article));
    // A table may stand on the page beside what looks like its text: a list, a menu.
    if (out_.book.sheets.empty()) {
      std::vector<std::string> near = std::move(out_.files);
      out_.files.clear();
      if (Result<Article> whole = read_article(bytes, context_, "body"))
        add_article(std::move(*whole));
      out_.far_files = std::exchange(out_.files, std::move(near));
    }
    return std::move(out_);
  }

private:
  void add_article(Article article) {
    const Entry entry = entry_of(std::move(article), context_.base_url);
    if (out_.title.empty())
      out_.title = entry.title;
    add(entry);
  }

  void add(const Entry& entry) {
    if (entry.withdrawn)
      return;
    add_tables(entry);
    add_files(entry);
  }

  void add_tables(const Entry& entry) {
    NoticeContext notices;
    notices.base_url = context_.base_url;
    notices.now = context_.now;
    for (Sheet& sheet : sheets_of(make_notice(entry, notices)))
      if (out_.book.sheets.size() < kMostSheets &&
          (read_fee_schedule(sheet, heads_) || looks_like_fees(sheet, heads_)))
        out_.book.sheets.push_back(std::move(sheet));
  }

  void add_files(const Entry& entry) {
    for (const Enclosure& file : entry.enclosures)
      add_file(file.url);
    for (const std::string* html : {&entry.summary_html, &entry.content_html})
      rewrite_links(*html, [&](std::string_view link) {
        add_file(std::string(link));
        return std::string(link);
      });
  }

  // What the page lists is an entry, in its place by its date.
  void add_file(const std::string& url) {
    if (std::ranges::find(out_.entries, url, &Entry::link) != out_.entries.end())
      return;
    if (is_spreadsheet_link(url) && out_.files.size() < kMostFiles &&
        std::ranges::find(out_.files, url) == out_.files.end())
      out_.files.push_back(url);
  }

  const FeedContext& context_;
  const FeedSpec& feed_;
  const FeeHeads& heads_;
  FeePage out_;
};

} // namespace

bool is_markup(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"))
    bytes.remove_prefix(3);
  return trim(bytes).starts_with('<');
}

bool is_spreadsheet_link(std::string_view url) {
  const std::string all = ascii_lower(url.substr(0, url.find('#')));
  const std::string path = all.substr(0, all.find('?'));
  for (const std::string_view ending : {".xlsx", ".csv", ".xls", ".et", ".xlsm"})
    if (path.ends_with(ending) || all.ends_with(ending)) // download.jsp?name=fees.xlsx
      return true;
  return false;
}

Result<FeePage> read_fee_page(std::string_view bytes, const FeedContext& context,
                              const FeedSpec& feed, const FeeHeads& heads) {
  return FeePageReader(context, feed, heads).read(bytes);
}

} // namespace heiban
