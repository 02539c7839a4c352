#include "base/utf8.h"
#include "edition/codec.h"
#include "edition/envelope.h"
#include "edition/notice_json.h"
#include "edition/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <climits>

namespace heiban {
namespace {

using nlohmann::json;

// Reads fields into values; the first thing that is not as the format says stops it for good.
class Reader {
public:
  explicit Reader(const EditionLimits& limits) : limits_(limits) {}

  bool ok() const { return wrong_.empty(); }
  Error error() const { return {ErrorKind::Malformed, "edition: " + wrong_}; }

  Edition edition(const json& from);
  FeedsFile feeds_file(const json& from);
  Notice notice(const json& from);

private:
  const json* find(const json& from, const char* key);
  const json& list(const json& from, const char* key, size_t cap);
  void text(const json& from, const char* key, std::string& out);
  void texts(const json& from, const char* key, std::vector<std::string>& out);
  void number(const json& from, const char* key, int least, int& out);
  void instant(const json& from, const char* key, std::optional<Instant>& out);
  Instant instant(const json& from, const char* key);
  template <class T>
  void word(const json& from, const char* key, std::optional<T> (*of)(std::string_view), T& out);

  std::vector<FeedStatus> feeds(const json& from);
  EditionNotice edition_notice(const json& from);
  Block block(const json& from);
  void bold(const json& from, Block& out);
  void rows(const json& from, Block& out);
  TableCell cell(const json& from);

  void wrong(std::string_view what) {
    if (ok())
      wrong_ = what;
  }

  const EditionLimits limits_;
  size_t cells_ = 0; // of the notice being read
  std::string wrong_;
};

const json* Reader::find(const json& from, const char* key) {
  if (!from.is_object())
    return wrong("an object is missing"), nullptr;
  const auto at = from.find(key);
  return at == from.end() ? nullptr : &*at;
}

const json& Reader::list(const json& from, const char* key, size_t cap) {
  static const json kNone = json::array();
  const json* value = find(from, key);
  if (!value)
    return kNone;
  if (value->is_array() && value->size() <= cap)
    return *value;
  wrong(fmt::format("{} is no list, or too long", key));
  return kNone;
}

void Reader::text(const json& from, const char* key, std::string& out) {
  const json* value = find(from, key);
  if (!value)
    return;
  if (!value->is_string())
    return wrong(fmt::format("{} is no text", key));
  out = value->get_ref<const std::string&>();
}

void Reader::texts(const json& from, const char* key, std::vector<std::string>& out) {
  for (const json& one : list(from, key, limits_.links)) {
    if (!one.is_string())
      return wrong(fmt::format("{} holds no text", key));
    out.push_back(one.get_ref<const std::string&>());
  }
}

void Reader::number(const json& from, const char* key, int least, int& out) {
  const json* value = find(from, key);
  if (!value)
    return;
  if (!value->is_number_integer())
    return wrong(fmt::format("{} is no whole number", key));
  const int64_t read = value->get<int64_t>();
  if (read < least || read > INT_MAX)
    return wrong(fmt::format("{} is out of range", key));
  out = static_cast<int>(read);
}

void Reader::instant(const json& from, const char* key, std::optional<Instant>& out) {
  const json* value = find(from, key);
  if (!value)
    return;
  if (!value->is_string())
    return wrong(fmt::format("{} is no time", key));
  const Result<Instant> read = read_iso(value->get_ref<const std::string&>());
  if (!read)
    return wrong(fmt::format("{} is no time", key));
  out = *read;
}

Instant Reader::instant(const json& from, const char* key) {
  std::optional<Instant> out;
  instant(from, key, out);
  if (!out)
    wrong(fmt::format("{} is missing", key));
  return out.value_or(Instant{});
}

template <class T>
void Reader::word(const json& from, const char* key, std::optional<T> (*of)(std::string_view),
                  T& out) {
  std::string read;
  text(from, key, read);
  if (read.empty())
    return;
  const std::optional<T> value = of(read);
  if (!value)
    return wrong(fmt::format("{} is no known word", key));
  out = *value;
}

TableCell Reader::cell(const json& from) {
  TableCell out;
  if (from.is_string()) {
    out.text = from.get_ref<const std::string&>();
    return out;
  }
  text(from, "text", out.text);
  number(from, "rowspan", 1, out.rowspan);
  number(from, "colspan", 1, out.colspan);
  if (const json* head = find(from, "head")) {
    if (!head->is_boolean())
      wrong("head is neither true nor false");
    else
      out.head = head->get<bool>();
  }
  return out;
}

void Reader::rows(const json& from, Block& out) {
  for (const json& row : list(from, "rows", limits_.cells)) {
    if (!row.is_array())
      return wrong("a table row is no list");
    cells_ += row.size() + 1;
    if (cells_ > limits_.cells)
      return wrong("too many table cells");
    auto& cells = out.rows.emplace_back();
    cells.reserve(row.size());
    for (const json& one : row)
      cells.push_back(cell(one));
  }
}

void Reader::bold(const json& from, Block& out) {
  const json& ranges = list(from, "bold", limits_.cells);
  if (ranges.empty())
    return;
  const size_t length = count_code_points(out.text);
  for (const json& range : ranges) {
    if (!range.is_array() || range.size() != 2 || !range[0].is_number_unsigned() ||
        !range[1].is_number_unsigned())
      return wrong("bold holds no range");
    const TextRange read{range[0].get<size_t>(), range[1].get<size_t>()};
    if (read.start > read.end || read.end > length)
      return wrong("bold lies outside the text");
    out.bold.push_back(read);
  }
}

Block Reader::block(const json& from) {
  Block out;
  if (!find(from, "kind"))
    wrong("a block has no kind");
  word(from, "kind", block_kind, out.kind);
  word(from, "align", block_align, out.align);
  number(from, "level", 0, out.level);
  text(from, "text", out.text);
  bold(from, out);
  rows(from, out);
  text(from, "src", out.src);
  text(from, "alt", out.alt);
  text(from, "picture", out.picture);
  number(from, "picture_width", 0, out.picture_width);
  number(from, "picture_height", 0, out.picture_height);
  texts(from, "names", out.names);
  return out;
}

Notice Reader::notice(const json& from) {
  Notice out;
  cells_ = 0;
  text(from, "id", out.id);
  text(from, "hash", out.content_hash);
  if (out.id.empty())
    wrong("a notice has no id");
  text(from, "feed", out.feed);
  text(from, "category", out.category);
  text(from, "title", out.title);
  text(from, "publisher", out.publisher);
  text(from, "doc_number", out.doc_number);
  text(from, "link", out.link);
  instant(from, "published", out.published);
  instant(from, "updated", out.updated);
  instant(from, "valid_from", out.valid_from);
  instant(from, "valid_to", out.valid_to);
  word(from, "urgency", urgency_of, out.urgency);
  for (const json& one : list(from, "blocks", limits_.blocks)) {
    out.blocks.push_back(block(one));
    if (!ok())
      break;
  }
  texts(from, "links", out.links);
  return out;
}

EditionNotice Reader::edition_notice(const json& from) {
  EditionNotice out;
  const json* inner = find(from, "notice");
  if (!inner)
    return wrong("a notice is missing"), out;
  out.notice = notice(*inner);
  out.from = instant(from, "from");
  instant(from, "until", out.until);
  return out;
}

std::vector<FeedStatus> Reader::feeds(const json& from) {
  std::vector<FeedStatus> out;
  for (const json& one : list(from, "feeds", limits_.feeds)) {
    FeedStatus& feed = out.emplace_back();
    text(one, "name", feed.name);
    instant(one, "last_success", feed.last_success);
    text(one, "problem", feed.problem);
  }
  return out;
}

FeedsFile Reader::feeds_file(const json& from) {
  FeedsFile out;
  out.made_at = instant(from, "made_at");
  out.feeds = feeds(from);
  return out;
}

Edition Reader::edition(const json& from) {
  Edition out;
  const json* sequence = find(from, "sequence");
  if (!sequence || !sequence->is_number_integer())
    return wrong("sequence is missing"), out;
  out.sequence = sequence->get<int64_t>();
  out.made_at = instant(from, "made_at");
  out.feeds = feeds(from);
  for (const json& one : list(from, "notices", limits_.notices)) {
    out.notices.push_back(edition_notice(one));
    if (!ok())
      break;
  }
  for (const json& one : list(from, "withdrawn", limits_.withdrawn)) {
    EditionWithdrawal& gone = out.withdrawn.emplace_back();
    text(one, "id", gone.id);
    text(one, "hash", gone.content_hash);
    text(one, "title", gone.title);
    text(one, "reason", gone.reason);
    gone.at = instant(one, "at");
  }
  return out;
}

Result<json> parse(std::string_view text, const EditionLimits& limits) {
  if (nests_deeper(text, limits.depth))
    return Error{ErrorKind::Malformed, "edition: nested too deep"};
  json value = json::parse(text, nullptr, false);
  if (value.is_discarded())
    return Error{ErrorKind::Malformed, "edition: not JSON"};
  return value;
}

// The JSON text `text` read by one of Reader's members.
template <class T>
Result<T> read(std::string_view text, T (Reader::*member)(const json&),
               const EditionLimits& limits) {
  const Result<json> value = parse(text, limits);
  if (!value)
    return value.error();
  Reader reader(limits);
  T out = (reader.*member)(*value);
  if (!reader.ok())
    return reader.error();
  return out;
}

// The wrapped file `bytes` read by one of Reader's members.
template <class T>
Result<T> read_wrapped(std::string_view bytes, std::string_view format,
                       T (Reader::*member)(const json&)) {
  const EditionLimits limits;
  if (bytes.size() > limits.bytes)
    return Error{ErrorKind::Malformed, "edition: file too large"};
  const Result<std::string_view> content = unwrap(bytes, format, Edition::kSchema);
  if (!content)
    return content.error();
  return read(*content, member, limits);
}

} // namespace

Result<Notice> decode_notice(std::string_view json, const EditionLimits& limits) {
  return read(json, &Reader::notice, limits);
}

Result<Edition> decode_edition(std::string_view bytes) {
  return read_wrapped(bytes, kEditionFormat, &Reader::edition);
}

Result<FeedsFile> decode_feeds(std::string_view bytes) {
  return read_wrapped(bytes, kFeedsFormat, &Reader::feeds_file);
}

} // namespace heiban
