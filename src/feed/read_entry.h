// EntryReader: one <item> or <entry>, or what a channel says of itself, → plain values.
// feed/read_xml_feed.cpp drives it over a document.
// It fills nothing in that the element does not say: feed/fill_in.h does.
#pragma once

#include "feed/entry.h"
#include "feed/field_set.h"
#include "feed/parse.h"
#include "feed/text_construct.h"

namespace heiban {

class EntryReader {
public:
  EntryReader(Vocabulary& vocabulary, const FeedContext& context)
      : vocabulary_(vocabulary), context_(context),
        texts_(vocabulary, context.base_url, context.plain_beside_html) {}

  // Relative links without a base of their own resolve against this from now on.
  void set_base(const std::string& base) { texts_.set_base(base); }

  // What a channel's or feed's relative links resolve against where nothing else says it: its link,
  // else where it says that it lies itself; empty when neither is absolute.
  std::string address(const Node& element);

  Entry entry(const Node& element);
  Entry tombstone(const Node& element); // RFC 6721 <at:deleted-entry>

  // What a channel, a feed or an entry's <source> says of itself into `feed`. `also`: the root of
  // RSS 1.0, beside whose channel the image stands; or nullptr.
  void feed(const Node& element, const Node* also, ParsedFeed& feed);

private:
  std::string best_title(const FieldSet& fields) const;
  std::string best_link(const FieldSet& fields, const Node& element) const;
  std::string link_of(const Node& link, int& rank) const;
  std::string best_id(const FieldSet& fields, const Node& element) const;
  std::optional<Instant> best_date(const FieldSet& fields, std::initializer_list<Field> order);
  std::optional<Instant> date(const Node& element);
  void authors(const FieldSet& fields, std::initializer_list<Field> order,
               std::vector<std::string>& names) const;
  std::string person(const Node& element) const;
  void texts(const FieldSet& fields, Entry& entry) const;
  const Node* content_item(const Node& items) const;
  void categories(const FieldSet& fields, std::vector<std::string>& names) const;
  void enclosures(const FieldSet& fields, std::vector<Enclosure>& list) const;
  void validity(const FieldSet& fields, Entry& entry);
  std::string image(const FieldSet& fields) const;
  void polling_hints(const FieldSet& fields, ParsedFeed& feed) const;

  Vocabulary& vocabulary_;
  const FeedContext& context_;
  TextReader texts_;
  std::string dated_; // the date read last: most entries say theirs twice
  std::optional<Instant> date_;
};

} // namespace heiban
