#include "text/breaks.h"

#include "text/break_pairs.h"
#include "text/browser_breaks.h"
#include "text/decode.h"
#include "text/fullwidth.h"
#include "text/units.h"

#include <algorithm>

namespace heiban {
namespace {

// Code points that ICU is shown at once, and before what it is asked about, where no boundary of
// its rules is nearer.
constexpr size_t kMostAsked = 1u << 15, kMostBefore = 1u << 10;

bool is_blank(CharClass c) {
  return c == CharClass::Space || c == CharClass::WideSpace || c == CharClass::Tab;
}

bool is_transparent(CharClass c) {
  return c == CharClass::Joined || c == CharClass::Hidden;
}

// After spaces: nothing leaves an opening mark, no mark begins a line, the rest is Unicode's.
PairRule after_spaces(const std::vector<CharClass>& classes, size_t i, bool strict) {
  size_t before = i;
  while (before > 0 && (is_blank(classes[before - 1]) || is_transparent(classes[before - 1])))
    --before;
  if (before == 0 || classes[before - 1] == CharClass::Break)
    return PairRule::Never; // an empty line says nothing
  const CharClass a = classes[before - 1], b = classes[i];
  if (a == CharClass::Opening || begins_no_line(b, strict))
    return PairRule::Mark;
  const bool plain = is_ideographic(b) || is_alphanumeric(b) || b == CharClass::Opening ||
                     b == CharClass::Prefix || b == CharClass::Dash || b == CharClass::Ellipsis;
  const bool known = a != CharClass::Other && a != CharClass::AsciiMark;
  return plain && known ? PairRule::Allowed : PairRule::Ask;
}

// Invisible characters that speak of breaks: ZERO WIDTH SPACE allows one, WORD JOINER forbids it.
PairRule after_hidden(char32_t hidden, PairRule rule) {
  const bool open = rule == PairRule::Cluster || rule == PairRule::Joint || rule == PairRule::Ask;
  if (hidden == 0x200B)
    return open ? PairRule::Allowed : rule;
  const bool joins = hidden == 0x2060 || hidden == 0xFEFF;
  return joins && (open || rule == PairRule::Allowed) ? PairRule::Cluster : rule;
}

// A compound word may part at its hyphen where two letters stay on each side (rule 16).
PairRule after_hyphen(const std::vector<CharClass>& classes, size_t i) {
  const auto letter = [&](size_t at) {
    return at < classes.size() && classes[at] == CharClass::Letter;
  };
  return i >= 3 && letter(i - 3) && letter(i - 2) && letter(i + 1) ? PairRule::Allowed
                                                                   : PairRule::Cluster;
}

// An interpunct between a word or number and Han is in no person's name (rule 7).
bool ends_no_name(const std::vector<CharClass>& classes, size_t i) {
  return i >= 2 && classes[i - 1] == CharClass::MiddleDot && is_alphanumeric(classes[i - 2]) &&
         is_ideographic(classes[i]);
}

// Where ICU is known to see a boundary whatever else stands around: its rules begin anew there.
bool is_boundary_for_icu(CharClass a, CharClass b) {
  const auto ideograph = [](CharClass c) { return c == CharClass::Han || c == CharClass::Kana; };
  const auto western = [](CharClass c) { return c == CharClass::Letter || c == CharClass::Digit; };
  return (ideograph(a) && (ideograph(b) || western(b))) || (western(a) && ideograph(b));
}

bool begins_no_line_ascii(char32_t c) {
  return std::u32string_view(U",.:;!?)]}").find(c) != std::u32string_view::npos;
}

bool ends_no_line_ascii(char32_t c) {
  return std::u32string_view(U"([{").find(c) != std::u32string_view::npos;
}

BreakLevel level_without_break(std::u32string_view text, size_t i, bool cluster_boundary) {
  if (!cluster_boundary)
    return BreakLevel::Never;
  const bool mark = begins_no_line_ascii(text[i]) || ends_no_line_ascii(text[i - 1]);
  return mark ? BreakLevel::Mark : BreakLevel::Cluster;
}

} // namespace

void BreakFinder::find(std::u32string_view text, const std::vector<CharClass>& classes,
                       TextProfile profile, std::vector<BreakLevel>& levels) {
  levels.assign(text.size() + 1, BreakLevel::Never);
  if (profile == TextProfile::Css) {
    whole_by_icu(text, levels);
  } else {
    tailored(text, classes, profile == TextProfile::Strict, levels);
    bind_units(text, classes, levels);
  }
  levels.front() = BreakLevel::Never;
  levels.back() = BreakLevel::Forced;
}

std::vector<size_t> BreakFinder::opportunities(std::string_view utf8, TextProfile profile,
                                               bool fullwidth_punctuation, BreakLevel least) {
  std::u32string text;
  decode_text(utf8, text);
  if (profile == TextProfile::Gb && fullwidth_punctuation)
    show_fullwidth(text);
  std::vector<CharClass> classes;
  std::vector<BreakLevel> levels;
  classify(text, classes);
  find(text, classes, profile, levels);
  std::vector<size_t> places;
  for (size_t i = 1; i < text.size(); ++i)
    if (levels[i] >= least)
      places.push_back(i);
  return places;
}

void BreakFinder::whole_by_icu(std::u32string_view text, std::vector<BreakLevel>& levels) {
  icu_.boundaries(IcuBreaks::Kind::Line, as_browser_reads(text), flags_);
  for (size_t i = 1; i < text.size(); ++i)
    if (browser_parts(text, i, flags_[i]))
      levels[i] =
          class_of(text[i - 1]) == CharClass::Break ? BreakLevel::Forced : BreakLevel::Allowed;
}

void BreakFinder::tailored(std::u32string_view text, const std::vector<CharClass>& classes,
                           bool strict, std::vector<BreakLevel>& levels) {
  const PairTable& table = pair_table(strict);
  asked_.clear();
  CharClass before = classes.empty() ? CharClass::Other : classes[0];
  size_t row = 1; // of — or …, so far
  for (size_t i = 1; i < text.size(); ++i) {
    const CharClass here = classes[i];
    PairRule rule = table[static_cast<size_t>(before)][static_cast<size_t>(here)];
    if (rule == PairRule::Spaces)
      rule = after_spaces(classes, i, strict);
    if (rule == PairRule::Hyphen)
      rule = after_hyphen(classes, i);
    if (rule == PairRule::Joint && ends_no_name(classes, i))
      rule = PairRule::Allowed;
    if (classes[i - 1] == CharClass::Hidden)
      rule = after_hidden(text[i - 1], rule);
    if (rule == PairRule::Ask)
      asked_.push_back(static_cast<uint32_t>(i));
    else
      levels[i] = static_cast<BreakLevel>(rule);
    if (here == CharClass::Ellipsis && rule == PairRule::Allowed &&
        (i + 1 >= text.size() || classes[i + 1] != CharClass::Ellipsis))
      levels[i] = BreakLevel::Mark; // a single … is no 省略号 and begins no line
    if (here == CharClass::Dash || here == CharClass::Ellipsis) {
      row = text[i] == text[i - 1] ? row + 1 : 1;
      if (row > 1 && row % 2 == 1)
        levels[i] = BreakLevel::Cluster; // a row of —— or …… opens between the pairs
    }
    if (here == CharClass::Break && text[i] == U'\n' && text[i - 1] == U'\r')
      levels[i] = BreakLevel::Never;
    if (!is_transparent(here) || (here == CharClass::Joined && before == CharClass::Space))
      before = here;
    else if (before == CharClass::Break)
      before = CharClass::Hidden;
  }
  if (!asked_.empty())
    ask_icu(text, classes, levels);
}

void BreakFinder::ask_icu(std::u32string_view text, const std::vector<CharClass>& classes,
                          std::vector<BreakLevel>& levels) {
  size_t next = 0;
  while (next < asked_.size()) {
    size_t from = asked_[next], to = asked_[next];
    const size_t earliest = from - std::min(from, kMostBefore);
    const size_t latest = std::min(text.size(), to + kMostAsked);
    while (from > earliest && !is_boundary_for_icu(classes[from - 1], classes[from]))
      --from;
    while (to < latest && !is_boundary_for_icu(classes[to - 1], classes[to]))
      ++to;
    const std::u32string_view part = text.substr(from, std::min(text.size(), to + 1) - from);
    icu_.boundaries(IcuBreaks::Kind::Line, part, flags_);
    icu_.boundaries(IcuBreaks::Kind::Cluster, part, clusters_);
    for (; next < asked_.size() && asked_[next] < to; ++next) {
      const size_t i = asked_[next];
      levels[i] = flags_[i - from] ? BreakLevel::Allowed
                                   : level_without_break(text, i, clusters_[i - from] != 0);
    }
  }
}

} // namespace heiban
