#include "base/hash.h"
#include "notice/notice.h"

#include <fmt/format.h>

namespace heiban {
namespace {

// Fields one after the other, each with its length before it, so that no two notices run together.
class HashText {
public:
  void add(std::string_view field) {
    fmt::format_to(std::back_inserter(text_), "{}:", field.size());
    text_.append(field) += '\n';
  }
  void add(int64_t number) { fmt::format_to(std::back_inserter(text_), "#{}\n", number); }
  void add(const std::optional<Instant>& at) {
    if (at)
      add(at->seconds);
    else
      add("-");
  }

  void add(const Block& block) {
    add(static_cast<int64_t>(block.kind));
    add(int64_t{block.level});
    add(static_cast<int64_t>(block.align));
    add(block.text);
    for (const TextRange& bold : block.bold)
      add(fmt::format("{}-{}", bold.start, bold.end));
    for (const auto& row : block.rows) {
      add("row");
      for (const TableCell& cell : row)
        text_ += fmt::format("{},{},{},{}:{}\n", cell.rowspan, cell.colspan, cell.head,
                             cell.text.size(), cell.text);
    }
    add(block.alt);
    add(block.picture);
    for (const std::string& name : block.names)
      add(name);
  }

  std::string hash() const { return sha256_hex(text_); }

private:
  std::string text_;
};

} // namespace

std::string content_hash_of(const Notice& notice) {
  HashText text;
  text.add(notice.title);
  text.add(notice.publisher);
  text.add(notice.doc_number);
  text.add(notice.category);
  text.add(notice.link);
  text.add(static_cast<int64_t>(notice.urgency));
  // Feeds that touch `updated` at every poll change nothing a visitor reads.
  text.add(notice.published ? notice.published : notice.updated);
  text.add(notice.valid_from);
  text.add(notice.valid_to);
  if (notice.warning) {
    text.add(static_cast<int64_t>(notice.warning->level));
    text.add(notice.warning->event);
  }
  // The 公示期 is read from what stands here, and counted by a calendar that may come later.
  for (const Block& block : notice.blocks)
    text.add(block);
  return text.hash();
}

} // namespace heiban
