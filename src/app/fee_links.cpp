#include "app/fee_links.h"

#include "feed/url.h"
#include "review/links.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kLargest = 8u << 20;
constexpr size_t kMostArticles = 3;

bool is_about_fees(const std::string& title) {
  for (const std::string_view word : {"收费", "价格", "学费", "保教费", "住宿费"})
    if (title.find(word) != std::string::npos)
      return true;
  return false;
}

// The articles whose titles speak of fees, or the others; the newest few.
std::vector<const Entry*> newest(const std::vector<Entry>& entries, bool about_fees, size_t most) {
  std::vector<const Entry*> out;
  for (const Entry& entry : entries)
    if (!entry.withdrawn && is_about_fees(entry.title) == about_fees)
      out.push_back(&entry);
  std::ranges::stable_sort(out, [](const Entry* a, const Entry* b) {
    return a->published.value_or(Instant{}) > b->published.value_or(Instant{});
  });
  out.resize(std::min(out.size(), most));
  return out;
}

Error nothing_found(const std::string& looked_at) {
  return {ErrorKind::Malformed,
          "网页或订阅源里没有找到收费表；地址要指向有收费表格的那一篇文章、表格文件，"
          "或者列出它们的栏目，表头要有“收费项目”和“收费标准”" +
              looked_at + "。"};
}

std::string file_name(const std::string& url) {
  const std::string path = url.substr(0, url.find_first_of("?#"));
  return path.substr(path.rfind('/') + 1);
}

} // namespace

Result<FoundFees> FeeLinks::find(std::string_view bytes, const FeedContext& context) {
  Result<FeePage> page = read_fee_page(bytes, context, feed_, heads_);
  if (!page)
    return page.error();
  if (!page->book.sheets.empty())
    return FoundFees{std::move(page->book), {}};
  if (!fetcher_)
    return nothing_found("");
  const auto first_file = [&](const std::vector<std::string>& files) {
    return std::ranges::find_if(files, [&](const std::string& url) { return may_follow(url); });
  };
  if (const auto url = first_file(page->files); url != page->files.end())
    return file(*url, page->title);
  std::string looked_at;
  if (std::optional<Result<FoundFees>> found = articles(*page, true, context, looked_at))
    return std::move(*found);
  if (const auto url = first_file(page->far_files); url != page->far_files.end())
    return file(*url, page->title);
  if (std::optional<Result<FoundFees>> found = articles(*page, false, context, looked_at))
    return std::move(*found);
  return nothing_found(looked_at);
}

// Nothing where none of them holds a schedule or leads to one.
std::optional<Result<FoundFees>> FeeLinks::articles(const FeePage& page, bool about_fees,
                                                    const FeedContext& context,
                                                    std::string& looked_at) {
  // Where articles that speak of fees were read in vain, no other is tried.
  const size_t most = about_fees ? kMostArticles : looked_at.empty() ? 1 : 0;
  for (const Entry* entry : newest(page.entries, about_fees, most)) {
    if (!may_follow(entry->link))
      continue;
    Result<FoundFees> found = article(*entry, context);
    // What is broken or away now must not let an older schedule up in its place.
    if (!found || !found->book.sheets.empty())
      return found;
    looked_at += (looked_at.empty() ? "；已看过《" : "《") + entry->title + "》";
  }
  return {};
}

Result<FoundFees> FeeLinks::article(const Entry& entry, const FeedContext& context) {
  if (is_spreadsheet_link(entry.link))
    return file(entry.link, entry.title);
  const Result<FetchResponse> response = ask(entry.link);
  if (!response)
    return Error{response.error().kind,
                 fmt::format("《{}》：{}", entry.title, response.error().message)};
  FeedContext here = context;
  here.content_type = response->content_type;
  here.base_url = response->final_url;
  const std::string whence = fmt::format("收费表取自《{}》", entry.title);
  Result<FeePage> page = read_fee_page(response->body, here, feed_, heads_);
  if (!page)
    return FoundFees{}; // no text, no table: the next one
  if (!page->book.sheets.empty())
    return FoundFees{std::move(page->book), {whence}};
  for (const std::string& url : page->files)
    if (may_follow(url))
      return file(url, entry.title);
  return FoundFees{};
}

Result<FoundFees> FeeLinks::file(const std::string& url, const std::string& from) {
  const std::string name = from.empty() ? fmt::format("附件 {}", file_name(url))
                                        : fmt::format("《{}》的附件 {}", from, file_name(url));
  const Result<FetchResponse> response = ask(url);
  if (!response)
    return Error{response.error().kind, fmt::format("{}：{}", name, response.error().message)};
  Result<Workbook> book = read_workbook(response->body, response->content_type);
  if (!book)
    return Error{book.error().kind, fmt::format("{}：{}", name, book.error().message)};
  return FoundFees{std::move(*book), {"收费表取自" + name}};
}

Result<FetchResponse> FeeLinks::ask(const std::string& url) {
  FetchRequest request;
  request.url = url;
  request.ca_file = feed_.ca_file;
  request.accept = "text/html, application/xhtml+xml, */*;q=0.5";
  request.max_bytes = kLargest;
  const bool own_host = url_host(url) == url_host(feed_.url);
  request.pin = own_host ? feed_.pin : "";
  request.allow_private = own_host || std::ranges::count(feed_.link_hosts, url_host(url)) > 0;
  Result<FetchResponse> response = fetcher_->fetch(request);
  if (response && response->network_dead)
    return {ErrorKind::TryLater, "网络不通"};
  if (response && response->status != 200)
    return {ErrorKind::TryLater, fmt::format("网站答复 {}", response->status)};
  return response;
}

bool FeeLinks::may_follow(const std::string& url) const {
  return is_http_url(url) && LinkRules(feed_).allows(link_target(url));
}

} // namespace heiban
