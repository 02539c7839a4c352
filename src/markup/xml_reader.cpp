// XML → Tree in one pass over the bytes, well formed or not: every start tag finds its end.
//
// libxml2 is not used here. Its SAX alone takes longer than the budget for a whole feed, it stops
// where mending has to begin, and two of its costs (attributes of a tag, namespaces in scope) grow
// with the square of a hostile document. What it could load or expand, this cannot even name.
#include "base/utf8.h"
#include "markup/html_elements.h"
#include "markup/namespaces.h"
#include "markup/parse.h"
#include "markup/tree_builder.h"
#include "markup/xml_tag.h"
#include "markup/xml_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

namespace heiban {
namespace {

constexpr size_t npos = std::string_view::npos;
constexpr size_t kEndTagReach = 64; // open elements an end tag may close at once

bool is_blank(std::string_view s) {
  return std::all_of(s.begin(), s.end(), is_xml_space);
}
std::string_view without_bom(std::string_view s) {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  return s.starts_with(kBom) ? s.substr(kBom.size()) : s;
}
bool is_high(char c) {
  return static_cast<uint8_t>(c) >= 0x80;
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view local_name(std::string_view qualified) {
  const size_t colon = qualified.rfind(':');
  return colon == npos ? qualified : qualified.substr(colon + 1);
}

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// HTML's void elements, which feeds leave open among XML.
constexpr std::string_view kVoidNames[] = {"br", "hr", "img", "input", "wbr"};

class XmlReader {
public:
  // Without items the tree views into a copy of its own, else into `source`.
  XmlReader(std::string_view source, const MarkupLimits& limits, XmlItems* items)
      : limits_(limits), items_(items), builder_(limits),
        source_(items ? source : builder_.keep(source)), tag_(source_, builder_) {}

  Tree read() {
    at_ = first_markup();
    if (!is_blank(without_bom(source_.substr(0, at_))))
      mend();
    while (at_ < source_.size() && !finished_) {
      const size_t bracket = std::min(source_.find('<', at_), source_.size());
      text(source_.substr(at_, bracket - at_), true);
      at_ = bracket;
      if (at_ < source_.size())
        markup();
    }
    if (!open_.empty() || !is_rest_empty())
      mend();
    while (!open_.empty())
      close_one();
    return builder_.finish();
  }

private:
  void mend() { builder_.set_mended(); }

  bool is_rest_empty() const {
    const std::string_view rest = source_.substr(at_);
    const size_t begin = rest.find_first_not_of(" \t\r\n");
    return begin == npos || rest.substr(begin).starts_with("<!--");
  }

  // Junk before it (a BOM's remains, a PHP warning) may hold tags when a declaration follows.
  size_t first_markup() const {
    constexpr size_t kJunk = 64 * 1024; // bytes
    const size_t declared = source_.substr(0, kJunk).find("<?xml version");
    const std::string_view before = source_.substr(0, declared == npos ? 0 : declared);
    if (declared != npos && before.find("<![") == npos && before.find("<!--") == npos)
      return declared;
    for (size_t at = source_.find('<'); at != npos && at + 1 < source_.size();
         at = source_.find('<', at + 1))
      if (starts_xml_name(source_[at + 1]) || source_[at + 1] == '?' || source_[at + 1] == '!')
        return at;
    return source_.size();
  }

  void markup() {
    if (at_ + 1 == source_.size()) { // cut off inside a tag
      mend();
      ++at_;
      return;
    }
    const char next = source_[at_ + 1];
    if (next == '!' || next == '?')
      return declaration();
    if (next == '/')
      return end_tag();
    if (starts_xml_name(next) && start_tag())
      return;
    mend();
    text(source_.substr(at_++, 1), false);
  }

  void declaration() {
    constexpr std::string_view kCdata = "<![CDATA[";
    if (same_ignoring_case(source_.substr(at_, kCdata.size()), kCdata))
      return cdata(at_ + kCdata.size());
    size_t end = npos;
    const std::string_view rest = source_.substr(at_, 9);
    if (rest.starts_with("<!--")) {
      if (!last_comment_end_)
        last_comment_end_ = source_.rfind("-->");
      if (*last_comment_end_ != npos && *last_comment_end_ >= at_ + 4)
        end = source_.find("-->", at_ + 4) + 2;
      else
        mend();
    } else if (same_ignoring_case(rest, "<!DOCTYPE")) {
      end = doctype_end();
    } else if (rest.starts_with("<?")) {
      end = source_.find("?>", at_);
      end += end == npos ? 0 : 1;
    }
    if (end == npos)
      end = source_.find('>', at_);
    at_ = end == npos ? source_.size() : end + 1;
  }

  void cdata(size_t begin) {
    if (cdata_end_ < begin)
      cdata_end_ = source_.find("]]>", begin);
    const bool ends = cdata_end_ != npos;
    const std::string_view inside = source_.substr(begin, cdata_end_ - begin);
    const size_t forgotten = forgotten_end(inside, ends);
    if (!ends || forgotten != npos)
      mend();
    if (forgotten == npos) {
      text(inside, false);
      at_ = ends ? cdata_end_ + 3 : source_.size();
      return;
    }
    text(without_broken_end(inside.substr(0, forgotten)), false);
    at_ = begin + forgotten;
  }

  // Where the element's end tag stands when the ]]> before it was left out: another section begins
  // behind it, or none ever ends.
  size_t forgotten_end(std::string_view inside, bool ends) const {
    if (open_.empty())
      return npos;
    const size_t next = inside.find("<![CDATA[");
    if (ends && next == npos)
      return npos;
    return inside.substr(0, next).find("</" + std::string(open_.back()) + ">");
  }

  static std::string_view without_broken_end(std::string_view text) {
    for (const std::string_view end : {"]]&gt;", "]] >", "]]"})
      if (text.ends_with(end))
        return text.substr(0, text.size() - end.size());
    return text;
  }

  // Brackets of an internal subset are balanced roughly; all of it is passed over.
  size_t doctype_end() {
    int brackets = 0;
    for (size_t at = at_; at < source_.size(); ++at) {
      const char c = source_[at];
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '>' && brackets <= 0)
        return at;
    }
    return npos;
  }

  void text(std::string_view raw, bool references) {
    if (raw.empty())
      return;
    if (open_.empty() ? !is_blank(raw) : !pieces_.add(raw, references))
      mend();
  }

  void flush_text() {
    if (pieces_.empty())
      return;
    bool is_view = false;
    const std::string_view text = pieces_.text(is_view);
    builder_.text(is_view ? text : builder_.keep(text));
    pieces_.clear();
  }

  // False, nothing consumed, when this is a text's < after all.
  bool start_tag() {
    size_t at = at_ + 1;
    const std::string_view name = tag_.read_name(at);
    if (is_high(name[0]) && !is_closed(name)) // 关于修改<办法>的通知
      return false;
    if (at < source_.size() && !is_xml_space(source_[at]) && source_[at] != '>' &&
        source_[at] != '/' && source_[at] != '<')
      return false;
    const size_t after = std::min(source_.find_first_not_of(" \t\r\n", at), source_.size());
    if (!source_.substr(after).starts_with("/>")) // <item/> in an <item> says and ends nothing
      close_siblings(name);
    close_title(name);
    const bool self_closing = tag_.read(at);
    if (!tag_.well_formed())
      mend();
    at_ = at;
    enter(name, self_closing);
    return true;
  }

  void enter(std::string_view name, bool self_closing) {
    flush_text();
    const size_t depth = open_.size();
    bind_namespaces(depth);
    const Namespaces::Name resolved = namespaces_.of_element(name);
    const bool item = items_ && depth > 0 && !in_item() && items_->is_item(resolved.local);
    if (item)
      builder_.begin_item();
    if (!builder_.open(resolved.local, resolved.ns, kept_attributes())) {
      if (item)
        builder_.drop_item();
      namespaces_.leave(depth);
      ghosts_ += self_closing ? 0 : 1;
      return;
    }
    if (item)
      item_depth_ = depth;
    open_.push_back(name);
    if (self_closing)
      return close_one();
    if (contains(kVoidNames, name) && !is_closed(name)) {
      mend();
      close_one();
    }
  }

  bool in_item() const { return item_depth_ != npos; }

  void bind_namespaces(size_t depth) {
    for (const XmlTag::Attr& attribute : tag_.attributes())
      if (attribute.name == "xmlns")
        namespaces_.bind({}, attribute.value, depth);
      else if (attribute.is_binding() && !attribute.value.empty())
        namespaces_.bind(attribute.name.substr(6), attribute.value, depth);
  }

  std::span<const Attribute> kept_attributes() {
    const std::vector<XmlTag::Attr>& found = tag_.attributes();
    const size_t bindings = std::count_if(found.begin(), found.end(),
                                          [](const XmlTag::Attr& a) { return a.is_binding(); });
    const std::span<Attribute> kept = builder_.make_attributes(found.size() - bindings);
    size_t next = 0;
    for (const XmlTag::Attr& attribute : found) {
      if (attribute.is_binding())
        continue;
      const Namespaces::Name name = namespaces_.of_attribute(attribute.name);
      kept[next++] = {name.local, name.ns, attribute.value};
    }
    return kept;
  }

  // An <item> never stands in an <item>: the end tag of the one before is missing.
  void close_siblings(std::string_view name) {
    if (!contains(limits_.never_nested, name))
      return;
    const auto open = std::find(open_.rbegin(), open_.rend(), name);
    if (open == open_.rend())
      return;
    mend();
    for (size_t count = open - open_.rbegin() + 1; count > 0; --count)
      close_one();
    ghosts_ = 0;
  }

  // <title>甲 <link>…</link> </item>: the title ends where the next field begins.
  void close_title(std::string_view name) {
    constexpr size_t kReach = 4096; // bytes in which a title that has an end tag shows it
    if (open_.empty() || open_.back() != "title" || !contains(limits_.never_in_title, name))
      return;
    const std::string_view ahead = source_.substr(at_, kReach);
    const size_t end = ahead.find("</title");
    if (end != npos && end < std::min({ahead.find("<title"), ahead.find("</item"),
                                       ahead.find("</entry"), ahead.find("</channel")}))
      return;
    mend();
    close_one();
  }

  // Whether </name> stands anywhere: for names that are Chinese words and for void elements.
  bool is_closed(std::string_view name) {
    if (!closed_names_) {
      closed_names_.emplace();
      for (size_t at = source_.find("</"); at != npos; at = source_.find("</", at)) {
        at += 2;
        const std::string_view closed = tag_.read_name(at);
        if (!closed.empty() && (is_high(closed[0]) || contains(kVoidNames, closed)))
          closed_names_->insert(closed);
      }
    }
    return closed_names_->count(name) != 0;
  }

  void end_tag() {
    size_t at = at_ + 2;
    const std::string_view name = tag_.read_name(at);
    const size_t end = source_.find_first_of("<>", at);
    at_ = end == npos ? source_.size() : end + (source_[end] == '>');
    if (ghosts_ > 0 && !contains(limits_.never_nested, name)) {
      --ghosts_;
      return;
    }
    if (!open_.empty() && open_.back() == name)
      return close_one();
    mend();
    for (size_t count = closed_by(name); count > 0; --count)
      close_one();
  }

  // How many open elements `</name>` ends. A misspelt end tag (</titel>, </title> for <dc:title>)
  // ends the innermost one; a stray </p> none.
  size_t closed_by(std::string_view name) const {
    const size_t reach = std::min(open_.size(), kEndTagReach);
    const auto same = [&](std::string_view open) { return same_ignoring_case(open, name); };
    const auto match = std::find_if(open_.rbegin(), open_.rbegin() + reach, same);
    if (match != open_.rbegin() + reach)
      return match - open_.rbegin() + 1;
    if (open_.size() < 2)
      return 0;
    const bool other_prefix = same_ignoring_case(local_name(open_.back()), local_name(name));
    return other_prefix || !html_element(name).known ? 1 : 0;
  }

  void close_one() {
    flush_text();
    builder_.close();
    open_.pop_back();
    namespaces_.leave(open_.size());
    finished_ = open_.empty();
    if (open_.size() != item_depth_)
      return;
    item_depth_ = npos;
    items_->take(*builder_.last_child());
    builder_.drop_item();
  }

  const MarkupLimits& limits_;
  XmlItems* items_;
  TreeBuilder builder_;
  std::string_view source_;
  Namespaces namespaces_;
  std::optional<size_t> last_comment_end_;
  size_t at_ = 0;
  std::vector<std::string_view> open_; // qualified names
  size_t ghosts_ = 0;                  // tags beyond the depth cap whose end tags are still to come
  size_t item_depth_ = npos;
  TextPieces pieces_;
  XmlTag tag_;           // the one being read
  size_t cdata_end_ = 0; // of the section being read; npos: none ends any more
  bool finished_ = false;
  std::optional<std::unordered_set<std::string_view>> closed_names_;
};

Result<Tree> checked(Tree tree) {
  if (!tree.root())
    return {ErrorKind::Malformed, "no XML element found"};
  return tree;
}

} // namespace

Result<Tree> parse_xml(std::string_view utf8, const MarkupLimits& limits) {
  if (is_valid_utf8(utf8))
    return checked(XmlReader(utf8, limits, nullptr).read());
  const std::string mended = to_utf8(to_utf32(utf8));
  Tree tree = XmlReader(mended, limits, nullptr).read();
  tree.mended = true;
  return checked(std::move(tree));
}

Result<Tree> parse_xml_items(std::string_view utf8, XmlItems& items, const MarkupLimits& limits) {
  return checked(XmlReader(utf8, limits, &items).read());
}

} // namespace heiban
