// FieldSet: the children of a channel or an entry, sorted by what they say.
// The XML feed reader fills one per entry and asks it for the best title, all categories, …
// It holds pointers into the tree and reads no text. The tree must outlive it.
#pragma once

#include "feed/vocabulary.h"

#include <vector>

namespace heiban {

class FieldSet {
public:
  void add_children(const Node& parent, Vocabulary& vocabulary);
  void clear() { found_.clear(); }

  // In the order of rank, then of the document.
  std::vector<const Node*> ranked(Field field) const;
  std::vector<const Node*> ranked(std::initializer_list<Field> fields) const; // field by field

  template <class Visit>
  void each(Field field, Visit visit) const { // in the document's order
    for (const Found& found : found_)
      if (found.field == field)
        visit(*found.node);
  }
  bool has(Field field) const;

private:
  void add_texts_of_media(const Node& content, Vocabulary& vocabulary);

  struct Found {
    const Node* node;
    Field field;
    uint8_t rank;
  };
  std::vector<Found> found_;
};

} // namespace heiban
