#include "markup/xml_events.h"

#include <fmt/format.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace heiban {
namespace {

struct Scan {
  XmlEvents* events = nullptr;
  xmlParserCtxtPtr parser = nullptr;
  std::vector<Attribute> attributes;
  std::deque<std::string> decoded; // values that held an ampersand
  bool stopped = false;

  void go_on_if(bool more) {
    if (more || stopped)
      return;
    stopped = true;
    xmlStopParser(parser);
  }
};

std::string_view view(const xmlChar* s) {
  return s ? std::string_view(reinterpret_cast<const char*>(s)) : std::string_view();
}

// libxml2 leaves an ampersand in an attribute as the character reference it writes for itself.
std::string_view decoded(std::string_view value, std::deque<std::string>& kept) {
  constexpr std::string_view kAmpersand = "&#38;";
  if (value.find(kAmpersand) == std::string_view::npos)
    return value;
  std::string& out = kept.emplace_back(value);
  for (size_t at = 0; (at = out.find(kAmpersand, at)) != std::string::npos; ++at)
    out.erase(at + 1, kAmpersand.size() - 1);
  return out;
}

// libxml2 hands an attribute as five pointers: local name, prefix, URI, value's begin and end.
void on_start(void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**,
              int count, int, const xmlChar** raw) {
  auto& scan = *static_cast<Scan*>(user);
  scan.attributes.clear();
  scan.decoded.clear();
  for (int i = 0; i < count; ++i, raw += 5) {
    const char* begin = reinterpret_cast<const char*>(raw[3]);
    const auto size = static_cast<size_t>(raw[4] - raw[3]);
    scan.attributes.push_back({view(raw[0]), view(raw[2]), decoded({begin, size}, scan.decoded)});
  }
  scan.go_on_if(scan.events->start(view(name), scan.attributes));
}

void on_end(void* user, const xmlChar* name, const xmlChar*, const xmlChar*) {
  auto& scan = *static_cast<Scan*>(user);
  scan.go_on_if(scan.events->end(view(name)));
}

void on_text(void* user, const xmlChar* text, int size) {
  auto& scan = *static_cast<Scan*>(user);
  scan.go_on_if(
      scan.events->text({reinterpret_cast<const char*>(text), static_cast<size_t>(size)}));
}

// Only XML's own five names; what a DOCTYPE declares stays unknown.
xmlEntityPtr on_entity(void*, const xmlChar* name) {
  return xmlGetPredefinedEntity(name);
}

} // namespace

std::string_view find_attribute(std::span<const Attribute> attributes, std::string_view name) {
  for (const Attribute& attribute : attributes)
    if (attribute.name == name)
      return attribute.value;
  return {};
}

Result<void> scan_xml(std::string_view utf8, XmlEvents& events) {
  if (utf8.size() > static_cast<size_t>(INT32_MAX))
    return Error{ErrorKind::Refused, "XML larger than 2 GiB"};
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = handler.ignorableWhitespace = handler.cdataBlock = on_text;
  handler.getEntity = on_entity;

  Scan scan;
  scan.events = &events;
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(
      xmlCreatePushParserCtxt(&handler, &scan, nullptr, 0, nullptr), xmlFreeParserCtxt);
  if (!parser)
    return Error{ErrorKind::Broken, "no memory for an XML parser"};
  scan.parser = parser.get();
  xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  // In pieces, so that the parser's own copy stays small.
  constexpr size_t kPiece = 1u << 20;
  for (size_t at = 0; at < utf8.size() && !scan.stopped; at += kPiece) {
    const std::string_view piece = utf8.substr(at, kPiece);
    if (xmlParseChunk(parser.get(), piece.data(), static_cast<int>(piece.size()), 0) != 0) break;
  }
  if (!scan.stopped) xmlParseChunk(parser.get(), nullptr, 0, 1);
  if (scan.stopped || parser->wellFormed)
    return {};
  const xmlError* error = xmlCtxtGetLastError(parser.get());
  return Error{ErrorKind::Malformed, fmt::format("XML line {}: {}", error ? error->line : 0,
                                                 error && error->message ? error->message : "?")};
}

} // namespace heiban
