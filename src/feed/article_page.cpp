#include "feed/article_page.h"

#include "base/utf8.h"
#include "calendar/read_date.h"
#include "feed/article_body.h"
#include "feed/charset.h"
#include "feed/feed_limits.h"
#include "feed/list_item.h"
#include "feed/page_link.h"
#include "feed/page_parts.h"
#include "feed/url.h"
#include "markup/html_links.h"
#include "markup/select.h"
#include "markup/write_html.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr int kLevelsAround = 3; // of elements around the body that may hold its attachments
constexpr size_t kMostAttachments = 50;

constexpr std::string_view kFileEndings[] = {".doc", ".docx", ".xls",  ".xlsx", ".pdf",
                                             ".wps", ".et",   ".ofd",  ".zip",  ".rar",
                                             ".7z",  ".ppt",  ".pptx", ".csv",  ".txt"};

template <class Visit>
void each_node(const Node& node, Visit visit) {
  if (!visit(node))
    return;
  for (const Node* child = node.first_child; child; child = child->next)
    each_node(*child, visit);
}

// The first meta tag of one of these names that says something.
std::string meta(const Node& root, std::initializer_list<std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) {
    each_node(root, [&](const Node& node) {
      if (out.empty() && node.name == "meta" &&
          (ascii_lower(node.attribute("name")) == name ||
           ascii_lower(node.attribute("property")) == name))
        out = squeezed(node.attribute("content").substr(0, kMaxTitleBytes));
      return out.empty();
    });
    if (!out.empty())
      break;
  }
  return out;
}

bool is_file(std::string_view url) {
  const std::string path = ascii_lower(url.substr(0, url.find_first_of("?#")));
  return std::ranges::any_of(kFileEndings,
                             [&](std::string_view end) { return path.ends_with(end); });
}

class ArticleReader {
public:
  ArticleReader(const Node& root, const FeedContext& context)
      : root_(root), context_(context), base_(page_base(root, context.base_url)) {}

  Result<Article> read(std::string_view body_selector) {
    const Result<const Node*> body = choose_body(body_selector);
    if (!body)
      return body.error();
    out_.title = meta(root_, {"articletitle", "og:title"});
    out_.source = meta(root_, {"contentsource", "source"});
    out_.column = meta(root_, {"columnname"});
    out_.published = published(**body);
    if (out_.title.empty())
      out_.title = heading();
    out_.body_html = inner_html(
        **body, [&](const Node&, std::string_view link) { return resolve_url(base_, link); });
    find_attachments(**body);
    return std::move(out_);
  }

private:
  Result<const Node*> choose_body(std::string_view body_selector) {
    if (!body_selector.empty()) {
      const Result<Selector> selector = Selector::parse(body_selector);
      if (!selector)
        return {ErrorKind::Malformed, "select_body 写得不对：" + selector.error().message};
      for (const Node* node : selector->all(root_))
        if (has_content(*node)) {
          out_.where = "select_body";
          return node;
        }
    }
    FoundBody found = find_body(root_);
    if (!found.node)
      return {ErrorKind::Malformed, fills_by_script(root_)
                                        ? "文章页里没有正文：它由脚本填入，只有浏览器才看得到"
                                        : "文章页里没有找到正文，请写明 select_body"};
    if (!body_selector.empty())
      out_.warnings.push_back(fmt::format("select_body = \"{}\" 在文章页里没有找到，用了 {}",
                                          body_selector, found.where));
    out_.where = std::move(found.where);
    return found.node;
  }

  std::optional<Instant> published(const Node& body) const {
    const std::string said =
        meta(root_, {"pubdate", "publishdate", "article:published_time", "publish_time"});
    if (!said.empty())
      if (const auto at = read_dated_line(said, context_.zone_minutes, context_.now))
        return at;
    const auto labelled = labelled_date(body);
    return labelled ? labelled : timed();
  }

  // <time datetime="2026-11-24">
  std::optional<Instant> timed() const {
    std::optional<Instant> out;
    each_node(root_, [&](const Node& node) {
      if (!out && node.name == "time")
        out = read_date(node.attribute("datetime"), context_.zone_minutes, context_.now);
      return !out;
    });
    return out;
  }

  // 发布时间：2026-11-24 09:30 in the lines around the body.
  std::optional<Instant> labelled_date(const Node& body) const {
    std::optional<Instant> out;
    bool expected = false;
    each_node(root_, [&](const Node& node) {
      if (out || &node == &body || node.name == "script" || node.name == "style")
        return false;
      if (!node.is_text)
        return true;
      const std::string text = squeezed(node.text.substr(0, 400));
      if (text.empty())
        return true;
      size_t label = std::string::npos;
      for (const std::string_view word : {"时间", "日期"})
        label = std::min(label, text.find(word));
      if (expected || label != std::string::npos)
        out = date_inside(std::string_view(text).substr(label == std::string::npos ? 0 : label),
                          context_.zone_minutes, context_.now);
      expected = label != std::string::npos;
      return true;
    });
    return out;
  }

  std::string heading() const {
    std::string out;
    each_node(root_, [&](const Node& node) {
      if (out.empty() && node.name == "h1")
        out = squeezed(node.all_text().substr(0, kMaxTitleBytes));
      return out.empty();
    });
    return out;
  }

  void find_attachments(const Node& body) {
    const Node* around = &body;
    for (int i = 0; i < kLevelsAround && around->parent && around->parent->name != "body"; ++i)
      around = around->parent;
    each_node(*around, [&](const Node& node) {
      if (&node == &body || out_.attachments.size() == kMostAttachments)
        return false;
      const std::string_view link = node.name == "a" ? node.attribute("href") : std::string_view();
      if (!leads_somewhere(link))
        return true;
      Enclosure file;
      file.title = squeezed(node.all_text().substr(0, kMaxTitleBytes));
      if (!is_file(link) && !is_file(file.title)) // download.jsp?id=12: 附件1：计划.xls
        return true;
      file.url = resolve_url(base_, link);
      out_.attachments.push_back(std::move(file));
      return true;
    });
  }

  const Node& root_;
  const FeedContext& context_;
  std::string base_;
  Article out_;
};

} // namespace

Result<Article> read_article(std::string_view bytes, const FeedContext& context,
                             std::string_view body_selector) {
  const Decoded document = decode_document(bytes, context.content_type);
  const Result<Tree> tree = parse_page(document.text());
  if (!tree)
    return {ErrorKind::Malformed, "文章页是空的"};
  return ArticleReader(*tree->root(), context).read(body_selector);
}

} // namespace heiban
