#include "notice/html_blocks.h"

#include "base/utf8.h"
#include "markup/decode_text.h"
#include "markup/parse.h"
#include "notice/attachments.h"
#include "notice/broken_lines.h"
#include "notice/centred_prose.h"
#include "notice/headings.h"
#include "notice/html_walk.h"
#include "notice/inline_text.h"
#include "notice/page_chrome.h"
#include "notice/signature.h"
#include "notice/source_line.h"
#include "notice/title_repeat.h"

namespace heiban {
namespace {

constexpr size_t kMostBytes = 16u << 20; // of one item's HTML
constexpr size_t kMostText = 1u << 20;   // of a plain text: 350,000 Han, without any table
constexpr size_t kMostNodes = 1'000'000;
constexpr size_t kMostLines = 20'000; // of one item's plain text

HtmlBlocks settle(std::vector<RawBlock> raw, std::string_view title,
                  std::vector<std::string> findings) {
  HtmlBlocks out;
  out.source = named_source(raw);
  cut_tail(raw);
  cut_head(raw);
  drop_repeated_title(raw, title);
  unmark_headings_if_all(raw);
  uncentre_prose(raw);
  join_broken_lines(raw);
  collect_attachments(raw);
  collect_signatures(raw);
  mark_headings(raw);
  out.findings = std::move(findings);
  for (RawBlock& block : raw) {
    for (RawLink& link : block.links)
      out.links.push_back(std::move(link.url));
    out.blocks.push_back(std::move(block.block));
  }
  return out;
}

constexpr const char* kTooLong = "正文过长，只取前一部分";

// No tag at all, and lines: somebody's text file, or a field of plain text that is called HTML.
bool is_plain_text(std::string_view html) {
  if (trim(html).find('\n') == html.npos)
    return false;
  for (size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' ||
        next == '!' || next == '?')
      return false;
  }
  return true;
}

} // namespace

HtmlBlocks html_blocks(std::string_view html, std::string_view title, std::string_view base_url) {
  std::vector<std::string> findings;
  const std::string_view kept = beginning_of(html, kMostBytes);
  if (is_plain_text(kept))
    return plain_blocks(decoded(kept, References::Text), title);
  MarkupLimits limits;
  limits.nodes = kMostNodes;
  const auto tree = parse_html(kept, limits);
  if (!tree || !tree->root())
    return {};
  Walked walked = walk_html(*tree->root(), base_url);
  findings = std::move(walked.findings);
  if (findings.empty() && (tree->truncated || kept.size() < html.size()))
    findings.push_back(kTooLong);
  return settle(std::move(walked.blocks), title, std::move(findings));
}

HtmlBlocks plain_blocks(std::string_view text, std::string_view title) {
  std::vector<std::string> findings;
  std::string_view rest = beginning_of(text, kMostText);
  if (rest.size() < text.size())
    findings.push_back(kTooLong);
  std::vector<RawBlock> raw;
  for (size_t lines = 0; !rest.empty() && lines < kMostLines; ++lines) {
    const size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    InlineText line;
    line.add(rest.substr(0, end), {.bold = false, .preformatted = true, .link = -1});
    for (RawBlock& block : line.take({}))
      raw.push_back(std::move(block));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (!rest.empty() && findings.empty())
    findings.push_back(kTooLong);
  return settle(std::move(raw), title, std::move(findings));
}

} // namespace heiban
