// SelectorReader: the text of a selector → Selector (Selectors Level 4 §3, §6, §13.3, as far as
// select.h says).
// Selector::parse calls it; nobody else does.
// It looks at no tree.
#pragma once

#include "markup/select.h"

namespace heiban {

class SelectorReader {
public:
  explicit SelectorReader(std::string_view text) : text_(text) {}
  Result<Selector> read();

private:
  bool read_join();
  bool read_compound();
  bool read_simple();
  bool read_attribute();
  bool read_pseudo();
  bool read_count(std::string_view argument);
  std::string name();
  std::string quoted(char quote);
  void skip_blanks();
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool take(char c);
  Selector::Compound& last() { return out_.compounds_.back(); }
  Error problem(const char* why) const;

  std::string_view text_;
  size_t at_ = 0;
  Selector out_;
  Selector::Join join_ = Selector::Join::Start;
  const char* why_ = "";
};

} // namespace heiban
