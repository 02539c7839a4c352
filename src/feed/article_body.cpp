#include "feed/article_body.h"

#include "base/utf8.h"
#include "feed/list_item.h"
#include "feed/page_link.h"
#include "markup/html_elements.h"
#include "markup/select.h"

#include <algorithm>
#include <span>
#include <vector>

namespace heiban {
namespace {

constexpr size_t kFewCharacters = 6; // code points that are no article yet
constexpr size_t kLeastText = 20;    // … of a block nobody named

// Named by the systems these sites run on: TRS, UCAP, 博达 (vsb), 大汉 (jcms), 方正, gov.cn's own
// templates, and the names people give by themselves. Outer ones come after the editors' own.
constexpr const char* kContainers[] = {".TRS_UEDITOR",
                                       ".TRS_Editor",
                                       "#UCAP-CONTENT",
                                       "ucapcontent",
                                       "#zoom",
                                       "#vsb_content",
                                       ".v_news_content",
                                       "#js_content",
                                       ".pages_content",
                                       "#ContentArea",
                                       "#artibody",
                                       "#articleContent",
                                       ".article-content",
                                       ".article_content",
                                       ".articleContent",
                                       ".article-body",
                                       ".article_con",
                                       ".article-con",
                                       ".articleCon",
                                       "#article",
                                       ".news_content",
                                       ".news-content",
                                       ".newsContent",
                                       ".news_con",
                                       ".content-text",
                                       ".detail-content",
                                       ".detail_content",
                                       ".detailContent",
                                       ".info-content",
                                       ".infoContent",
                                       ".xxgk_content",
                                       ".conTxt",
                                       ".con_text",
                                       ".wzcon",
                                       ".view-content",
                                       ".view",
                                       "#content",
                                       ".text-content",
                                       ".entry-content",
                                       "#text",
                                       "article",
                                       "[itemprop=articleBody]"};

// Names that many sites give to a body and some to the whole page: believed only where no block has
// the text of an article, as with a notice of one line or a picture.
constexpr const char* kDoubtful[] = {".maincontent", ".main-content", ".main_content", ".content",
                                     ".detail",      ".text",         ".neirong",      ".nr",
                                     ".con",         "main"};

// Of the page, never of the article: its name begins with foot, copyright or nav.
bool is_frame(const Node& node) {
  if (node.name == "footer" || node.name == "nav")
    return true;
  for (const char* attribute : {"class", "id"}) {
    const std::string name = ascii_lower(node.attribute(attribute).substr(0, 100));
    for (const std::string_view word : {"foot", "copyright", "nav"})
      if (name.starts_with(word))
        return true;
  }
  return false;
}

// The block whose own paragraphs, not those of the blocks in it, have the most text outside links.
class Densest {
public:
  const Node* run(const Node& root) {
    visit(root, false);
    return best_score_ >= kLeastText ? best_ : nullptr;
  }

private:
  static bool flows_into_parent(const Node& node) {
    static constexpr std::string_view kFlow[] = {"p",  "br", "h1", "h2", "h3",         "h4",  "h5",
                                                 "h6", "ul", "ol", "li", "blockquote", "pre", "dl"};
    return !html_element(node.name).is(kBlock)
               ? !html_element(node.name).is(kTablePart)
               : std::ranges::find(kFlow, node.name) != std::end(kFlow);
  }

  size_t visit(const Node& node, bool linked) {
    if (node.is_text)
      return linked ? 0 : count_code_points(squeezed(node.text));
    if (html_element(node.name).is(kHidden) || node.name == "head" || is_frame(node))
      return 0;
    linked = linked || node.name == "a";
    size_t score = 0;
    for (const Node* child = node.first_child; child; child = child->next) {
      const size_t part = visit(*child, linked);
      // A block in a block counts half: an article whose every paragraph is a <div> is one, too.
      score += child->is_text || flows_into_parent(*child) ? part : part / 2;
    }
    if (!flows_into_parent(node) && score > best_score_) {
      best_score_ = score;
      best_ = &node;
    }
    return score;
  }

  const Node* best_ = nullptr;
  size_t best_score_ = 0;
};

std::vector<Selector> parsed(std::span<const char* const> texts) {
  std::vector<Selector> out;
  for (const char* text : texts)
    if (auto selector = Selector::parse(text))
      out.push_back(std::move(*selector));
  return out;
}

// The innermost that has content.
FoundBody doubtful_body(const Node& root) {
  static const std::vector<Selector> selectors = parsed(kDoubtful);
  for (size_t i = 0; i < selectors.size(); ++i) {
    const Node* best = nullptr;
    for (const Node* node : selectors[i].all(root))
      if (has_content(*node) && (!best || stands_in(node, best)))
        best = node;
    if (best)
      return {best, kDoubtful[i]};
  }
  return {};
}

class ContentSearch {
public:
  bool run(const Node& node) {
    visit(node);
    return media_ || characters_ >= kFewCharacters;
  }

private:
  void visit(const Node& node) {
    if (media_ || characters_ >= kFewCharacters)
      return;
    if (node.is_text) {
      characters_ += count_code_points(squeezed(node.text.substr(0, 400)));
      return;
    }
    if (html_element(node.name).is(kHidden))
      return;
    media_ = node.name == "img" || node.name == "table" ||
             (node.name == "a" && leads_somewhere(node.attribute("href")));
    for (const Node* child = node.first_child; child; child = child->next)
      visit(*child);
  }

  size_t characters_ = 0;
  bool media_ = false;
};

} // namespace

bool has_content(const Node& node) {
  return ContentSearch().run(node);
}

FoundBody find_body(const Node& root) {
  static const std::vector<Selector> containers = parsed(kContainers);
  for (size_t i = 0; i < containers.size(); ++i)
    for (const Node* node : containers[i].all(root))
      if (has_content(*node))
        return {node, kContainers[i]};
  if (const Node* node = Densest().run(root))
    return {node, "文字最多的一块"};
  return doubtful_body(root);
}

} // namespace heiban
