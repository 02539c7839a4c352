// Any bytes as a list page and as an article, with any selector (the first line): clean texts or a
// reason; the same twice.
#include "feed/article_page.h"
#include "feed/list_page.h"
#include "markup/select.h"
#include "wanted.h"

#include <cstdint>

namespace {

using namespace heiban;

void read_list(std::string_view page, const FeedContext& context, const std::string& selector) {
  for (const PageSelectors& selectors : {PageSelectors{}, PageSelectors{selector, "a", "", ""},
                                         PageSelectors{"", "", selector, ""}}) {
    const Result<ListPage> list = read_list_page(page, context, selectors);
    const Result<ListPage> again = read_list_page(page, context, selectors);
    wanted(list.has_value() == again.has_value(), "the same answer twice");
    if (!list) {
      wanted(!list.error().message.empty(), "a refusal has a reason");
      continue;
    }
    wanted(!list->feed.entries.empty(), "a list has entries");
    wanted(list->feed.entries.size() == again->feed.entries.size(), "the same entries twice");
    wanted_clean(list->feed);
  }
}

void read_body(std::string_view page, const FeedContext& context, const std::string& selector) {
  const Result<Article> article = read_article(page, context, selector);
  if (!article)
    return wanted(!article.error().message.empty(), "a refusal has a reason");
  for (const std::string* text : {&article->title, &article->source, &article->column})
    wanted_clean(*text);
  wanted(is_valid_utf8(article->body_html), "a body is UTF-8");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::string selector(bytes.substr(0, std::min<size_t>(line, 200)));
  const std::string_view page = bytes.substr(std::min(line + 1, bytes.size()));
  if (!is_valid_utf8(selector)) // heiban.toml is UTF-8
    return 0;
  FeedContext context;
  context.base_url = "https://www.yunling.example/gggs/";
  context.now = {1'795'492'800};
  read_list(page, context, selector);
  read_body(page, context, selector);
  return 0;
}
