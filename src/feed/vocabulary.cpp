#include "feed/vocabulary.h"

#include "base/utf8.h"
#include <algorithm>
#include <string>

namespace heiban {
namespace {

struct NsRow {
  std::string_view uri;    // lower case, without a final / or #
  std::string_view prefix; // its usual one, understood where a feed forgot to declare it
  Ns ns;
};

constexpr NsRow kNamespaces[] = {
    {"", "", Ns::Core},
    {"http://www.w3.org/2005/atom", "atom:", Ns::Core},
    {"http://purl.org/atom/ns", "", Ns::Core},
    {"http://purl.org/rss/1.0", "rss:", Ns::Core},
    {"http://my.netscape.com/rdf/simple/0.9", "", Ns::Core},
    {"http://channel.netscape.com/rdf/simple/0.9", "", Ns::Core},
    {"http://my.netscape.com/publish/formats/rss-0.91.dtd", "", Ns::Core},
    {"http://backend.userland.com/rss", "", Ns::Core},
    {"http://backend.userland.com/rss2", "", Ns::Core},
    {"http://backend.userland.com/rss091", "", Ns::Core},
    {"http://blogs.law.harvard.edu/tech/rss", "", Ns::Core},
    {"http://cyber.law.harvard.edu/rss", "", Ns::Core},
    {"http://purl.org/rss/1.0/modules/rss091", "", Ns::Core},
    {"http://purl.org/net/rss1.1", "", Ns::Core},
    {"http://purl.org/net/rss1.1#", "", Ns::Core},
    {"http://purl.org/echo", "", Ns::Core},
    {"http://purl.org/pie", "", Ns::Core},
    {"http://example.com/newformat", "", Ns::Core},
    {"http://example.com/necho", "", Ns::Core},
    {"uri/of/echo/namespace", "", Ns::Core},
    {"http://purl.org/dc/elements/1.1", "dc:", Ns::Dc},
    {"http://purl.org/dc/elements/1.0", "", Ns::Dc},
    {"http://purl.org/dc/terms", "dcterms:", Ns::DcTerms},
    {"http://purl.org/rss/1.0/modules/content", "content:", Ns::Content},
    {"http://search.yahoo.com/mrss", "media:", Ns::Media},
    {"http://video.search.yahoo.com/mrss", "", Ns::Media},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:", Ns::Itunes},
    {"http://example.com/dtds/podcast-1.0.dtd", "", Ns::Itunes},
    {"http://www.google.com/schemas/play-podcasts/1.0", "googleplay:", Ns::Itunes},
    {"http://purl.org/rss/1.0/modules/syndication", "sy:", Ns::Syndication},
    {"http://www.w3.org/1999/xhtml", "xhtml:", Ns::Xhtml},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:", Ns::Rdf},
    {"http://www.w3.org/xml/1998/namespace", "xml:", Ns::Xml},
    {"http://purl.org/atompub/tombstones/1.0", "at:", Ns::Tombstone},
    {"http://prismstandard.org/namespaces/1.2/basic", "prism:", Ns::Prism},
    {"http://prismstandard.org/namespaces/basic/2.0", "", Ns::Prism},
    {"http://prismstandard.org/namespaces/basic/3.0", "", Ns::Prism},
    {"urn:heiban", "heiban:", Ns::Heiban},
};

struct FieldRow {
  Ns ns;
  std::string_view name; // lower case
  Field field;
  uint8_t rank = 0;
};

constexpr FieldRow kFields[] = {
    {Ns::Core, "abstract", Field::Summary, 1},
    {Ns::Core, "author", Field::Author},
    {Ns::Core, "body", Field::Content, 2},
    {Ns::Core, "category", Field::Category},
    {Ns::Core, "channel", Field::Channel},
    {Ns::Core, "content", Field::Content},
    {Ns::Core, "created", Field::Created},
    {Ns::Core, "date", Field::Date, 1},
    {Ns::Core, "description", Field::Summary},
    {Ns::Core, "enclosure", Field::Enclosure},
    {Ns::Core, "entry", Field::Entry},
    {Ns::Core, "expirationdate", Field::Expires},
    {Ns::Core, "fullitem", Field::Content, 1},
    {Ns::Core, "guid", Field::Guid},
    {Ns::Core, "icon", Field::Icon},
    {Ns::Core, "id", Field::Id},
    {Ns::Core, "image", Field::Image},
    {Ns::Core, "issued", Field::Published},
    {Ns::Core, "item", Field::Entry},
    {Ns::Core, "items", Field::Entries},
    {Ns::Core, "keywords", Field::Keywords, 1},
    {Ns::Core, "language", Field::Language},
    {Ns::Core, "lastbuilddate", Field::Updated},
    {Ns::Core, "link", Field::Link},
    {Ns::Core, "logo", Field::Logo},
    {Ns::Core, "managingeditor", Field::Editor},
    {Ns::Core, "modified", Field::Updated},
    {Ns::Core, "pubdate", Field::Published},
    {Ns::Core, "publishdate", Field::Published, 3},
    {Ns::Core, "published", Field::Published},
    {Ns::Core, "publishtime", Field::Published, 3},
    {Ns::Core, "pubtime", Field::Published, 3},
    {Ns::Core, "skiphours", Field::SkipHours},
    {Ns::Core, "source", Field::Source},
    {Ns::Core, "subtitle", Field::Summary, 1},
    {Ns::Core, "summary", Field::Summary},
    {Ns::Core, "tagline", Field::Summary},
    {Ns::Core, "title", Field::Title},
    {Ns::Core, "ttl", Field::Ttl},
    {Ns::Core, "updated", Field::Updated},
    {Ns::Core, "webmaster", Field::Publisher},
    {Ns::Content, "encoded", Field::Content},
    {Ns::Content, "items", Field::ContentItems},
    {Ns::Dc, "author", Field::Creator},
    {Ns::Dc, "creator", Field::Creator},
    {Ns::Dc, "date", Field::Date},
    {Ns::Dc, "description", Field::Summary, 1},
    {Ns::Dc, "identifier", Field::Id, 2},
    {Ns::Dc, "language", Field::Language, 1},
    {Ns::Dc, "publisher", Field::Publisher, 1},
    {Ns::Dc, "subject", Field::Subject},
    {Ns::Dc, "title", Field::Title, 1},
    {Ns::DcTerms, "abstract", Field::Summary, 2},
    {Ns::DcTerms, "available", Field::Valid, 1},
    {Ns::DcTerms, "created", Field::Created, 1},
    {Ns::DcTerms, "creator", Field::Creator, 1},
    {Ns::DcTerms, "date", Field::Date, 1},
    {Ns::DcTerms, "description", Field::Summary, 2},
    {Ns::DcTerms, "identifier", Field::Id, 3},
    {Ns::DcTerms, "issued", Field::Published, 1},
    {Ns::DcTerms, "language", Field::Language, 2},
    {Ns::DcTerms, "modified", Field::Updated, 1},
    {Ns::DcTerms, "publisher", Field::Publisher, 2},
    {Ns::DcTerms, "subject", Field::Subject},
    {Ns::DcTerms, "title", Field::Title, 2},
    {Ns::DcTerms, "valid", Field::Valid},
    {Ns::Heiban, "urgency", Field::Urgency},
    {Ns::Heiban, "validfrom", Field::Embargo},
    {Ns::Heiban, "validto", Field::Expires},
    {Ns::Heiban, "withdrawn", Field::Withdrawn},
    {Ns::Itunes, "author", Field::Creator, 2},
    {Ns::Itunes, "category", Field::ItunesCategory},
    {Ns::Itunes, "description", Field::Summary, 3},
    {Ns::Itunes, "image", Field::ItunesImage},
    {Ns::Itunes, "keywords", Field::Keywords, 2},
    {Ns::Itunes, "link", Field::ItunesImage, 1},
    {Ns::Itunes, "owner", Field::Publisher, 3},
    {Ns::Itunes, "subtitle", Field::Summary, 5},
    {Ns::Itunes, "summary", Field::Summary, 3},
    {Ns::Itunes, "title", Field::Title, 4},
    {Ns::Media, "category", Field::MediaCategory},
    {Ns::Media, "content", Field::MediaContent},
    {Ns::Media, "description", Field::Summary, 4},
    {Ns::Media, "group", Field::MediaGroup},
    {Ns::Media, "keywords", Field::Keywords, 3},
    {Ns::Media, "thumbnail", Field::Thumbnail},
    {Ns::Media, "title", Field::Title, 3},
    {Ns::Prism, "embargodate", Field::Embargo},
    {Ns::Prism, "expirationdate", Field::Expires},
    {Ns::Prism, "modificationdate", Field::Updated, 2},
    {Ns::Prism, "publicationdate", Field::Published, 2},
    {Ns::Syndication, "updatefrequency", Field::UpdateFrequency},
    {Ns::Syndication, "updateperiod", Field::UpdatePeriod},
    {Ns::Tombstone, "deleted-entry", Field::Deleted},
    {Ns::Xhtml, "body", Field::Content, 1},
    {Ns::Xhtml, "div", Field::Content, 3},
};

static_assert(std::is_sorted(std::begin(kFields), std::end(kFields),
                             [](const FieldRow& a, const FieldRow& b) {
                               return a.ns != b.ns ? a.ns < b.ns : a.name < b.name;
                             }));

constexpr bool before(Ns ns, std::string_view name, const FieldRow& row) {
  return ns != row.ns ? ns < row.ns : name < row.name;
}

constexpr size_t kLongestName = 20;

std::string_view without_end_mark(std::string_view uri) {
  while (uri.ends_with('/') || uri.ends_with('#'))
    uri.remove_suffix(1);
  return uri;
}

} // namespace

Vocabulary::Vocabulary(const Node& root) : root_ns_(root.ns) {
  const std::string name = ascii_lower(root.name);
  atom_root_ = name == "feed" || name == "entry";
}

bool Vocabulary::is_atom(const Node& element) const {
  const std::string_view ns = element.ns;
  if (ns == "http://www.w3.org/2005/Atom" || ns == "http://purl.org/atom/ns#" || ns == "atom:")
    return true;
  return atom_root_ && ns == root_ns_;
}

Ns Vocabulary::ns_of(std::string_view uri) {
  for (const auto& [seen, ns] : seen_)
    if (seen == uri)
      return ns;
  std::string plain = ascii_lower(without_end_mark(uri));
  if (plain.starts_with("https:")) // a name, no address; but some "secure" it with the rest
    plain.erase(4, 1);
  Ns ns = uri == root_ns_ ? Ns::Core : Ns::Other;
  for (const NsRow& row : kNamespaces)
    if (row.uri == plain || (!row.prefix.empty() && row.prefix == plain))
      ns = row.ns;
  constexpr size_t kRemembered = 16;
  if (seen_.size() < kRemembered)
    seen_.emplace_back(uri, ns);
  return ns;
}

Meaning Vocabulary::meaning(const Node& element) {
  if (element.name.size() > kLongestName)
    return {};
  char buffer[kLongestName];
  for (size_t i = 0; i < element.name.size(); ++i) {
    const char c = element.name[i];
    buffer[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const std::string_view name(buffer, element.name.size());
  const Ns ns = ns_of(element.ns);
  const auto* row = std::upper_bound(
      std::begin(kFields), std::end(kFields), name,
      [&](std::string_view wanted, const FieldRow& r) { return before(ns, wanted, r); });
  if (row == std::begin(kFields))
    return {};
  --row;
  if (row->ns != ns || row->name != name)
    return {};
  return {row->field, row->rank};
}

} // namespace heiban
