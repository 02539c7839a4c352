#include "notice/make_notice.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "calendar/read_date.h"
#include "feed/url.h"
#include "notice/doc_number.h"
#include "notice/html_blocks.h"
#include "notice/inline_text.h"
#include "notice/read_publicity.h"
#include "notice/spans.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kIdLength = 16;
constexpr size_t kMostSigners = 3; // named as the publisher

std::string identity_of(const Entry& entry, const std::string& feed) {
  const std::string& own = !entry.id.empty()     ? entry.id
                           : !entry.link.empty() ? entry.link
                                                 : entry.title;
  const char* parted = entry.sender.empty() ? "" : "\n"; // from its sender
  return sha256_hex(fmt::format("{}:{}\n{}{}{}", feed.size(), feed, entry.sender, parted, own))
      .substr(0, kIdLength);
}

// The first of the entry's texts that has anything in it, the fullest form first.
HtmlBlocks body_of(const Entry& entry, const std::string& base_url) {
  const auto html = [&](const std::string& text) {
    return html_blocks(text, entry.title, base_url);
  };
  const auto plain = [&](const std::string& text) { return plain_blocks(text, entry.title); };
  HtmlBlocks body;
  if (!entry.content_html.empty())
    body = html(entry.content_html);
  if (body.blocks.empty() && entry.content_html.empty() && !entry.content.empty())
    body = plain(entry.content);
  if (body.blocks.empty() && !entry.summary_html.empty())
    body = html(entry.summary_html);
  if (body.blocks.empty() && entry.summary_html.empty() && !entry.summary.empty())
    body = plain(entry.summary);
  return body;
}

std::vector<std::string> signature_lines(const std::vector<Block>& blocks) {
  std::vector<std::string> lines;
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::Signature || !lines.empty())
      continue;
    for (size_t start = 0; start <= block.text.size();) {
      const size_t end = std::min(block.text.find('\n', start), block.text.size());
      lines.push_back(block.text.substr(start, end - start));
      start = end + 1;
    }
  }
  return lines;
}

std::string signers(const std::vector<std::string>& lines) {
  std::string out;
  size_t count = 0;
  for (const std::string& line : lines)
    if (!is_date_line(to_utf32(line)) && ++count <= kMostSigners)
      out += (out.empty() ? "" : "、") + line;
  return out + (count > kMostSigners ? " 等" : "");
}

// An organ by the entry's own word, else by the page's 来源：, else who signed; a person's name or
// an account's (admin) only where nobody else is known.
std::string publisher_of(const Entry& entry, const HtmlBlocks& body,
                         const std::vector<std::string>& signature, const std::string& otherwise) {
  std::vector<std::string> authors = entry.authors;
  authors.insert(authors.begin(), entry.author);
  for (const std::string& author : authors)
    if (is_organ(to_utf32(trim(author))))
      return tidy_line(author);
  if (is_organ(to_utf32(body.source)))
    return body.source;
  if (std::string signed_by = signers(signature); is_organ(to_utf32(signed_by)))
    return signed_by;
  if (!otherwise.empty())
    return otherwise;
  return !body.source.empty() ? body.source : tidy_line(entry.author);
}

std::optional<Instant> signed_date(const std::vector<std::string>& signature, Instant now) {
  for (const std::string& line : signature)
    if (is_date_line(to_utf32(line)))
      return read_date(line, kBeijingMinutes, now);
  return std::nullopt;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  const char letter = static_cast<char>(c | 0x20);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// The last part of an address's path, percent-decoded: 报名表.docx.
std::string file_name(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  url.remove_prefix(url.rfind('/') + 1);
  std::string out;
  for (size_t i = 0; i < url.size(); ++i) {
    const bool escaped = url[i] == '%' && i + 2 < url.size() && hex_value(url[i + 1]) >= 0 &&
                         hex_value(url[i + 2]) >= 0;
    out += escaped ? static_cast<char>(hex_value(url[i + 1]) * 16 + hex_value(url[i + 2])) : url[i];
    i += escaped ? 2 : 0;
  }
  return is_valid_utf8(out) ? tidy_line(out) : std::string(url);
}

bool has_name(const std::vector<Block>& blocks, const std::string& name) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    return std::find(block.names.begin(), block.names.end(), name) != block.names.end();
  });
}

// Files beside the text are named like attachments; a picture is shown where the text has none.
void add_enclosures(const Entry& entry, Notice& notice) {
  const bool pictured = std::any_of(notice.blocks.begin(), notice.blocks.end(),
                                    [](const Block& b) { return b.kind == BlockKind::Picture; });
  for (const Enclosure& enclosure : entry.enclosures) {
    if (enclosure.url.empty())
      continue;
    notice.links.push_back(enclosure.url);
    Block block;
    if (enclosure.type.starts_with("image/")) {
      block.kind = BlockKind::Picture;
      block.align = BlockAlign::Center;
      block.src = enclosure.url;
      block.alt = tidy_line(enclosure.title);
      if (!pictured)
        notice.blocks.push_back(std::move(block));
      continue;
    }
    const std::string name =
        enclosure.title.empty() ? file_name(enclosure.url) : tidy_line(enclosure.title);
    if (name.empty() || has_name(notice.blocks, name))
      continue;
    if (notice.blocks.empty() || notice.blocks.back().kind != BlockKind::Attachments) {
      block.kind = BlockKind::Attachments;
      notice.blocks.push_back(std::move(block));
    }
    notice.blocks.back().names.push_back(name);
  }
}

} // namespace

Notice make_notice(const Entry& entry, const NoticeContext& context) {
  const bool beside_file = url_scheme(context.base_url) == "file"; // whatever site it links to
  const std::string base = entry.link.empty() || beside_file ? context.base_url : entry.link;
  HtmlBlocks body = body_of(entry, base);
  const std::vector<std::string> signature = signature_lines(body.blocks);
  Notice notice;
  notice.id = identity_of(entry, context.feed);
  notice.feed = context.feed;
  notice.category = entry.categories.empty() ? context.category : tidy_line(entry.categories[0]);
  notice.title = tidy_line(entry.title);
  notice.publisher = publisher_of(entry, body, signature, context.publisher);
  notice.doc_number = own_doc_number(notice.title, body.blocks);
  notice.link = entry.link;
  notice.published = entry.published;
  notice.updated = entry.updated;
  if (!notice.published && !notice.updated)
    notice.published = signed_date(signature, context.now);
  notice.valid_from = entry.valid_from;
  notice.valid_to = entry.valid_to;
  notice.urgency = entry.urgency;
  notice.warning = entry.warning;
  notice.blocks = std::move(body.blocks);
  notice.links = std::move(body.links);
  notice.findings = std::move(body.findings);
  add_enclosures(entry, notice);
  notice.content_hash = content_hash_of(notice);
  notice.publicity = read_publicity(notice, beijing(notice.published.value_or(context.now)).date);
  return notice;
}

} // namespace heiban
