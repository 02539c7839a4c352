#include "feed/script_list.h"

#include "base/utf8.h"
#include "calendar/read_date.h"
#include "feed/mend_json.h"
#include "feed/page_link.h"
#include "markup/write_html.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

namespace heiban {
namespace {

using Json = nlohmann::json;

constexpr size_t kLongestArray = 2u << 20; // bytes
constexpr size_t kMostArrays = 20;         // looked at in one text
constexpr size_t kMostDepth = 32, kMostValues = 100'000;
constexpr size_t kMostRows = 500;

// Behind the bracket that ends what begins at `at`; npos when it never ends within the cap.
size_t after_array(std::string_view text, size_t at) {
  size_t depth = 0;
  const size_t end = std::min(text.size(), at + kLongestArray);
  for (bool quoted = false; at < end; ++at) {
    const char c = text[at];
    if (c == '"')
      quoted = !quoted;
    else if (quoted && c == '\\')
      ++at;
    else if (!quoted && (c == '[' || c == '{'))
      ++depth;
    else if (!quoted && (c == ']' || c == '}') && --depth == 0)
      return at + 1;
  }
  return text.npos;
}

// Lower case, the likelier before the others.
constexpr std::string_view kTitles[] = {"title",     "articletitle", "doctitle",
                                        "infotitle", "newstitle",    "contenttitle",
                                        "subject",   "name",         "bt"};
constexpr std::string_view kLinks[] = {"url",     "linkurl", "docpuburl", "articleurl", "htmlurl",
                                       "infourl", "link",    "href",      "weburl",     "path"};
constexpr std::string_view kDates[] = {
    "publishtime", "publishdate", "pubdate",    "pubtime",     "publishedtime", "releasetime",
    "releasedate", "docreltime",  "docpubtime", "articledate", "showtime",      "fbsj",
    "fbrq",        "date",        "time",       "createtime",  "createdate"};

// Of an object's members the likeliest of some names that is a text or a number.
class Likeliest {
public:
  explicit Likeliest(std::span<const std::string_view> names) : names_(names) {}

  void offer(const std::string& key, const Json& value) {
    const size_t rank = std::ranges::find(names_, key) - names_.begin();
    if (rank < names_.size() && rank < rank_ && (value.is_string() || value.is_number())) {
      rank_ = rank;
      value_ = &value;
    }
  }
  std::string text() const {
    if (!value_)
      return {};
    return value_->is_string() ? std::string(trim(value_->get_ref<const std::string&>()))
                               : value_->dump();
  }

private:
  std::span<const std::string_view> names_;
  size_t rank_ = std::string_view::npos;
  const Json* value_ = nullptr;
};

// Counts of seconds or milliseconds as a date that a list's reader takes for one.
std::string readable(const std::string& date) {
  const bool count = (date.size() == 10 || date.size() == 13) &&
                     std::ranges::all_of(date, [](char c) { return c >= '0' && c <= '9'; });
  const auto at = count ? read_date(date, 0, {}) : std::nullopt;
  return at ? iso_utc(*at) : date;
}

std::string row_of(const Json& object) {
  constexpr size_t kLongestName = 16;
  Likeliest title(kTitles), link(kLinks), date(kDates);
  for (const auto& [name, value] : object.items()) {
    if (name.size() > kLongestName)
      continue;
    const std::string key = ascii_lower(name);
    for (Likeliest* one : {&title, &link, &date})
      one->offer(key, value);
  }
  if (title.text().empty() || !leads_somewhere(link.text()))
    return {};
  std::string row = "<li><a href=\"";
  append_escaped(row, link.text());
  row += "\">";
  append_escaped(row, title.text());
  row += "</a><span>";
  append_escaped(row, readable(date.text()));
  return row + "</span></li>";
}

std::string rows_of(std::string_view array) {
  const JsonSize size = measure_json(array);
  if (size.depth > kMostDepth || size.values > kMostValues)
    return {};
  const Json json = Json::parse(array.begin(), array.end(), nullptr, false, true);
  std::string rows;
  size_t count = 0;
  for (const Json& one : json.is_array() ? json : Json::array())
    if (one.is_object() && count++ < kMostRows)
      rows += row_of(one);
  return rows.empty() ? rows : "<ul>" + rows + "</ul>";
}

} // namespace

std::vector<std::string> lists_in_data(std::string_view text) {
  std::vector<std::string> out;
  size_t looked_at = 0;
  for (size_t at = text.find('['); at != text.npos && looked_at < kMostArrays;
       at = text.find('[', at)) {
    const size_t first = text.find_first_not_of(" \t\r\n", at + 1);
    if (first == text.npos || text[first] != '{') {
      ++at;
      continue;
    }
    ++looked_at;
    const size_t end = after_array(text, at);
    std::string rows = end == text.npos ? std::string() : rows_of(text.substr(at, end - at));
    at = rows.empty() ? first : end; // a list may stand inside what is none
    if (!rows.empty())
      out.push_back(std::move(rows));
  }
  return out;
}

} // namespace heiban
