#include "feed/charset.h"

#include "base/utf8.h"
#include "feed/charset_guess.h"
#include "feed/charset_iconv.h"
#include "feed/charset_names.h"
#include "feed/charset_survey.h"
#include "feed/charset_two_byte.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace heiban {
namespace {

constexpr size_t npos = std::string_view::npos;
constexpr size_t kDeclarationReach = 4096; // bytes; where a document may still say what it is
constexpr size_t kGuessBytes = 512u << 10; // uchardet has made up its mind long before
constexpr size_t kShort = 40;              // high bytes; uchardet guesses wrong below

constexpr size_t kFewAccents = 12; // high bytes of Latin letters; too few for a guess

// The value after `key` and '=', quoted or not, in text already lower case.
std::string value_after(std::string_view text, std::string_view key) {
  for (size_t at = text.find(key); at != npos; at = text.find(key, at + 1)) {
    size_t from = text.find_first_not_of(" \t\r\n", at + key.size());
    if (from == npos || text[from] != '=')
      continue;
    from = text.find_first_not_of(" \t\r\n\"'", from + 1);
    if (from == npos)
      return {};
    const size_t end = text.find_first_of(" \t\r\n\"';>?", from);
    return std::string(text.substr(from, end == npos ? npos : end - from));
  }
  return {};
}

std::string declared_by_document(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, kDeclarationReach));
  const size_t xml = head.find("<?xml");
  if (xml != npos) {
    const size_t end = head.find("?>", xml);
    return value_after(std::string_view(head).substr(xml, end == npos ? npos : end - xml),
                       "encoding");
  }
  for (size_t meta = head.find("<meta"); meta != npos; meta = head.find("<meta", meta + 1)) {
    const size_t end = std::min(head.find('>', meta), head.size());
    const std::string name =
        value_after(std::string_view(head).substr(meta, end - meta), "charset");
    if (!name.empty())
      return name;
  }
  return {};
}

// Documents of two or four bytes a character show it in their first character, which is ASCII.
std::string_view wide_charset(std::string_view bytes) {
  const auto at = [&](size_t i) { return i < bytes.size() ? static_cast<uint8_t>(bytes[i]) : 1; };
  if (at(0) == 0xFF && at(1) == 0xFE)
    return at(2) == 0 && at(3) == 0 ? "UTF-32LE" : "UTF-16LE";
  if (at(0) == 0 && at(1) == 0)
    return at(2) == 0xFE || at(2) == 0 ? "UTF-32BE" : "";
  if (at(0) == 0xFE && at(1) == 0xFF)
    return "UTF-16BE";
  if (at(0) == 0 && at(1) != 0 && at(2) == 0)
    return "UTF-16BE";
  if (at(0) != 0 && at(1) == 0 && at(2) == 0 && at(3) == 0)
    return "UTF-32LE";
  if (at(0) != 0 && at(1) == 0 && at(3) == 0)
    return "UTF-16LE";
  if (at(0) == 0x4C && at(1) == 0x6F && at(2) == 0xA7 && at(3) == 0x94)
    return "IBM037"; // <?xm
  return {};
}

bool keeps_to_ascii(std::string_view iconv_name) { // seven-bit codes that are not ASCII
  const std::string name = ascii_lower(iconv_name);
  return name.starts_with("iso-2022") || name == "hz";
}

// The code pages of EBCDIC agree on letters and digits, but not on where the quotes are.
std::string with_plain_quotes(std::string_view text) {
  std::string head(text.substr(0, kDeclarationReach));
  constexpr std::string_view kAgreed = "<?>=-_.: \t\r\n\"'";
  for (char& c : head) {
    const bool letter = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (!letter && kAgreed.find(c) == npos)
      c = '"';
  }
  return head;
}

class Decoder {
public:
  Decoder(std::string_view bytes, std::string_view content_type)
      : bytes_(bytes), by_http_(charset_name(charset_of_content_type(content_type))) {}

  Decoded decode() {
    if (!try_wide())
      decode_narrow();
    return std::move(out_);
  }

private:
  bool try_wide() {
    const std::string_view wide = wide_charset(bytes_);
    if (wide.empty())
      return false;
    std::optional<Conversion> read = convert(bytes_, std::string(wide), bytes_.size() / 64 + 8);
    if (!read)
      return false;
    if (wide == "IBM037") { // the declaration can be read now, and names the code page
      const CharsetName named = charset_name(declared_by_document(with_plain_quotes(read->text)));
      if (auto again = convert(bytes_, named.iconv_name, 0); again && again->errors == 0)
        read = std::move(again);
    }
    accept(std::string(wide), std::move(*read));
    return true;
  }

  void decode_narrow() {
    if (bytes_.starts_with("\xEF\xBB\xBF"))
      bytes_.remove_prefix(3);
    if (bytes_.starts_with("\x84\x31\x95\x33")) // GB 18030's
      return accept("GB18030", *convert(bytes_, "GB18030", bytes_.size()));
    survey_ = survey(bytes_);
    by_document_ = charset_name(declared_by_document(bytes_));
    const bool done = try_ascii() || try_plain_utf8() || try_strictly(by_document_) ||
                      try_strictly(by_http_) || try_valid_utf8() || try_nearly(by_document_) ||
                      try_nearly(by_http_) || try_guess();
    if (!done)
      accept("GB18030", *convert(bytes_, "GB18030", bytes_.size()));
    const CharsetName& declared = by_document_.iconv_name.empty() ? by_http_ : by_document_;
    if (!declared.iconv_name.empty() && declared.iconv_name != out_.charset && survey_.high > 0)
      out_.warnings.push_back(
          fmt::format("声明的编码是 {}，实际按 {} 读取", declared.iconv_name, out_.charset));
  }

  bool try_ascii() {
    if (survey_.high > 0)
      return false;
    for (const CharsetName* name : {&by_document_, &by_http_})
      if (keeps_to_ascii(name->iconv_name) && try_strictly(*name))
        return true;
    return accept_utf8();
  }

  // 通知 alone is valid UTF-8.
  bool is_gb_in_disguise() {
    const bool possible = survey_.bad == 0 && survey_.cut == 0 && survey_.longer == 0 &&
                          survey_.two_byte > 0 && survey_.high < kShort;
    if (possible && !disguised_)
      disguised_ = is_rather_gb2312(bytes_);
    return possible && *disguised_;
  }

  // Three-byte sequences, or many of two, do not come about by chance. A few ill-formed ones among
  // them are characters cut in half; but not where the document says it is something else.
  bool try_plain_utf8() {
    const bool latin = by_document_.kind == CharsetKind::Latin ||
                       (by_document_.iconv_name.empty() && by_http_.kind == CharsetKind::Latin);
    const bool named = by_document_.kind == CharsetKind::Other && !by_document_.iconv_name.empty();
    const size_t good = survey_.two_byte + survey_.longer;
    const bool said = by_document_.kind == CharsetKind::Utf8;
    const bool cut_in_half =
        !named && survey_.bad * (said ? 5 : 20) <= good && survey_.longer >= survey_.two_byte;
    if (survey_.bad > 0 && !cut_in_half)
      return false;
    const bool plain = survey_.longer > 0 || survey_.two_byte >= 4 || (latin && good > 0);
    return plain && !is_gb_in_disguise() && accept_utf8();
  }

  bool try_valid_utf8() { return survey_.bad == 0 && !is_gb_in_disguise() && accept_utf8(); }

  bool try_strictly(const CharsetName& name) {
    if (name.iconv_name.empty() || name.kind == CharsetKind::Utf16)
      return false;
    if (name.kind == CharsetKind::Utf8)
      return try_valid_utf8();
    if (name.kind == CharsetKind::Latin && survey_.looks_double_byte())
      return false;
    return try_converting(name.iconv_name, 0);
  }

  bool try_nearly(const CharsetName& name) {
    if (name.kind != CharsetKind::Other || name.iconv_name.empty())
      return false;
    return try_converting(name.iconv_name, survey_.high / 50 + 1);
  }

  bool try_guess() {
    const bool double_byte = survey_.looks_double_byte();
    if (survey_.high < kShort && double_byte && try_converting("GB18030", 0))
      return true;
    const auto high = std::ranges::find_if(bytes_, [](char c) { return (c & 0x80) != 0; });
    const auto first = static_cast<size_t>(high - bytes_.begin());
    const size_t from = first - std::min(first, kGuessBytes / 2); // with what stands before it
    const CharsetName guess = charset_name(guess_charset(bytes_.substr(from, kGuessBytes)));
    const bool foreign = guess.kind == CharsetKind::Other && !guess.iconv_name.starts_with("MAC") &&
                         (double_byte || survey_.high >= kFewAccents);
    if (foreign && try_strictly(guess))
      return true;
    if (double_byte && try_converting("GB18030", survey_.high / 50 + 1))
      return true;
    if (double_byte)
      return false;
    return try_converting("CP1252", 0) || try_converting("ISO-8859-1", 0);
  }

  // Who writes GB 2312 where it is Big5, or the other way about, is not believed.
  bool try_the_other_chinese(const std::string& iconv_name) {
    if (iconv_name == "GB18030" && has_pairs_of_big5(bytes_))
      return try_exactly("BIG5-HKSCS", 0);
    return iconv_name.starts_with("BIG5") && has_pairs_of_gb(bytes_) && try_exactly("GB18030", 0);
  }

  bool try_converting(const std::string& iconv_name, size_t max_errors) {
    return try_the_other_chinese(iconv_name) || try_exactly(iconv_name, max_errors);
  }

  bool try_exactly(const std::string& iconv_name, size_t max_errors) {
    std::optional<Conversion> read = convert(bytes_, iconv_name, max_errors);
    if (!read || read->errors > max_errors)
      return false;
    accept(iconv_name, std::move(*read));
    return true;
  }

  bool accept_utf8() {
    out_.charset = "UTF-8";
    out_.source = bytes_.substr(0, bytes_.size() - survey_.cut);
    if (survey_.bad > 0) {
      out_.warnings.push_back(fmt::format("有 {} 处字符无法识别", survey_.bad));
      out_.storage = to_utf8(to_utf32(out_.source));
      out_.converted = true;
    }
    return true;
  }

  void accept(std::string charset, Conversion read) {
    if (read.errors > 0)
      out_.warnings.push_back(fmt::format("有 {} 处字符无法识别", read.errors));
    out_.charset = std::move(charset);
    out_.storage = std::move(read.text);
    if (out_.storage.starts_with("\xEF\xBB\xBF"))
      out_.storage.erase(0, 3);
    out_.converted = true;
  }

  std::string_view bytes_;
  CharsetName by_http_, by_document_;
  Utf8Survey survey_;
  std::optional<bool> disguised_;
  Decoded out_;
};

} // namespace

std::string charset_of_content_type(std::string_view content_type) {
  return value_after(ascii_lower(content_type), "charset");
}

Decoded decode_document(std::string_view bytes, std::string_view http_content_type) {
  Decoded out = Decoder(bytes, http_content_type).decode();
  if (has_gb2005_private_use(out.text())) {
    out.storage = map_gb2005_private_use(out.text());
    out.converted = true;
  }
  return out;
}

} // namespace heiban
