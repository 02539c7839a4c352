#include "markup/html_scanner.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kMaxAttributes = 64;
constexpr size_t npos = std::string_view::npos;

bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool ends_name(char c) {
  return is_space(c) || c == '/' || c == '>' || c == '<';
}

void read_name(std::string_view html, size_t& at, std::string& name) {
  name.clear();
  for (; at < html.size() && !ends_name(html[at]); ++at)
    name += lower(html[at]);
}

bool names_tag(std::string_view html, size_t at, std::string_view name) {
  if (html.size() - at < name.size())
    return false;
  for (size_t i = 0; i < name.size(); ++i)
    if (lower(html[at + i]) != name[i])
      return false;
  return at + name.size() == html.size() || ends_name(html[at + name.size()]);
}

size_t find_end_tag(std::string_view html, size_t from, std::string_view name) {
  for (size_t at = html.find("</", from); at != npos; at = html.find("</", at + 2))
    if (names_tag(html, at + 2, name))
      return at;
  return npos;
}

// Word's own elements, pasted with a text: <o:p>, <st1:date>.
bool is_of_office(std::string_view name) {
  for (const std::string_view prefix : {"o:", "w:", "v:", "st1:"})
    if (name.starts_with(prefix))
      return true;
  return false;
}

} // namespace

HtmlScanner::HtmlScanner(std::string_view html, Unknown unknown) : html_(html), unknown_(unknown) {}

size_t HtmlScanner::last(std::string_view what, std::optional<size_t>& place) const {
  if (!place)
    place = html_.rfind(what);
  return *place;
}

bool HtmlScanner::next(HtmlToken& token) {
  if (!raw_text_of_.empty() && read_raw_text(token))
    return true;
  size_t start = at_;
  for (size_t at = start; at < html_.size(); ++at) {
    at = html_.find('<', at);
    if (at == npos || at + 1 == html_.size())
      break;
    const char first = html_[at + 1];
    const bool tag =
        is_letter(first) || (first == '/' && at + 2 < html_.size() && is_letter(html_[at + 2]));
    if (!tag && first != '!' && first != '?' && first != '/')
      continue;
    at_ = at;
    if (at > start) {
      token.kind = HtmlToken::Text;
      token.source = html_.substr(start, at - start);
      return true;
    }
    if (tag)
      return read_tag(token);
    skip_declaration();
    at = at_ - 1;
    start = at_;
  }
  at_ = html_.size();
  token.kind = HtmlToken::Text;
  token.source = html_.substr(start);
  return !token.source.empty();
}

bool HtmlScanner::read_raw_text(HtmlToken& token) {
  const std::string name = std::move(raw_text_of_);
  raw_text_of_.clear();
  const bool known_open =
      std::find(never_closed_.begin(), never_closed_.end(), name) != never_closed_.end();
  size_t end = known_open ? npos : find_end_tag(html_, at_, name);
  if (end == npos) {
    if (!known_open)
      never_closed_.push_back(name);
    // A script that never ends hides the rest, as in browsers; a title that never ends does not.
    if (!html_element(name).is(kHidden))
      return false;
    end = html_.size();
  }
  token.kind = HtmlToken::RawText;
  token.source = html_.substr(at_, end - at_);
  at_ = end;
  return !token.source.empty();
}

// <!-- -->, <!DOCTYPE>, <![if]>, <?xml?>, </ >: HTML calls them comments.
void HtmlScanner::skip_declaration() {
  size_t end = npos;
  if (html_.substr(at_, 4) == "<!--") {
    const size_t last_end = last("-->", last_comment_end_);
    if (last_end != npos && last_end >= at_ + 2)
      end = html_.find("-->", at_ + 2) + 2;
  }
  if (end == npos)
    end = html_.find('>', at_);
  at_ = end == npos ? html_.size() : end + 1;
}

bool HtmlScanner::read_tag(HtmlToken& token) {
  const size_t start = at_;
  const bool end_tag = html_[start + 1] == '/';
  size_t at = start + (end_tag ? 2 : 1);
  read_name(html_, at, token.name);
  token.kind = end_tag ? HtmlToken::End : HtmlToken::Start;
  token.element = html_element(token.name);
  const bool complete = read_attributes(at, token.self_closing);
  if (!is_markup(token)) {
    at_ = start + 1;
    token.kind = HtmlToken::Text;
    token.source = html_.substr(start, 1);
    return true;
  }
  at_ = at;
  if (!complete)
    return false; // cut off inside a tag: nothing a visitor could read is lost
  token.source = html_.substr(start, at - start);
  if (token.kind == HtmlToken::Start && token.element.is(kRawText) && !token.self_closing)
    raw_text_of_ = token.name;
  return true;
}

bool HtmlScanner::read_attributes(size_t& at, bool& self_closing) {
  attributes_.clear();
  self_closing = false;
  while (at < html_.size()) {
    const char c = html_[at];
    if (c == '<')
      return true; // the bracket was forgotten; another tag begins
    ++at;
    if (c == '>')
      return true;
    self_closing = c == '/';
    if (c == '/' || is_space(c))
      continue;
    --at;
    const RawAttribute attribute = read_attribute(at);
    const auto same = [&](const RawAttribute& other) { return other.name == attribute.name; };
    if (attributes_.size() < kMaxAttributes &&
        std::none_of(attributes_.begin(), attributes_.end(), same))
      attributes_.push_back(attribute);
  }
  return false;
}

RawAttribute HtmlScanner::read_attribute(size_t& at) {
  const size_t start = at++; // whatever stands first belongs to the name, even '='
  while (at < html_.size() && !ends_name(html_[at]) && html_[at] != '=')
    ++at;
  RawAttribute attribute{html_.substr(start, at - start), {}};
  size_t equals = at;
  while (equals < html_.size() && is_space(html_[equals]))
    ++equals;
  if (equals == html_.size() || html_[equals] != '=')
    return attribute;
  at = equals + 1;
  while (at < html_.size() && is_space(html_[at]))
    ++at;
  if (at < html_.size())
    attribute.value = read_value(at);
  return attribute;
}

std::string_view HtmlScanner::read_value(size_t& at) {
  const char quote = html_[at];
  const size_t closing = quote == '"'    ? last("\"", last_quote_)
                         : quote == '\'' ? last("'", last_apostrophe_)
                                         : npos;
  if (closing != npos && closing > at) {
    const size_t end = html_.find(quote, at + 1);
    const std::string_view value = html_.substr(at + 1, end - at - 1);
    at = end + 1;
    return value;
  }
  const size_t start = at;
  while (at < html_.size() && !is_space(html_[at]) && html_[at] != '>')
    ++at;
  return html_.substr(start, at - start);
}

bool HtmlScanner::is_markup(const HtmlToken& token) {
  if (token.element.known || is_of_office(token.name))
    return true;
  if (unknown_ == Unknown::Text)
    return false;
  if (token.name.find_first_of(":-_") != npos)
    return true;
  for (const RawAttribute& attribute : attributes_)
    if (!attribute.value.empty())
      return true;
  return token.kind == HtmlToken::End || closed_names().count(token.name) != 0;
}

const std::unordered_set<std::string>& HtmlScanner::closed_names() {
  if (closed_names_)
    return *closed_names_;
  closed_names_.emplace();
  std::string name;
  for (size_t at = html_.find("</"); at != npos; at = html_.find("</", at)) {
    at += 2;
    read_name(html_, at, name);
    if (!html_element(name).known)
      closed_names_->insert(name);
  }
  return *closed_names_;
}

} // namespace heiban
