#include "feed/field_set.h"

#include "feed/element.h"

#include <algorithm>

namespace heiban {

// Media RSS lets a film bear the texts of the whole item: what else there is goes first. A
// picture's are its caption.
void FieldSet::add_texts_of_media(const Node& content, Vocabulary& vocabulary) {
  constexpr uint8_t kBehindAllOthers = 32;
  for (const Node* child = content.first_child; child; child = child->next) {
    const Meaning meaning = child->is_text ? Meaning() : vocabulary.meaning(*child);
    if (meaning.field == Field::Title || meaning.field == Field::Summary)
      found_.push_back(
          {child, meaning.field, static_cast<uint8_t>(meaning.rank + kBehindAllOthers)});
  }
}

void FieldSet::add_children(const Node& parent, Vocabulary& vocabulary) {
  for (const Node* child = parent.first_child; child; child = child->next) {
    if (child->is_text)
      continue;
    const Meaning meaning = vocabulary.meaning(*child);
    if (meaning.field == Field::MediaGroup)
      add_children(*child, vocabulary);
    else if (meaning.field != Field::None)
      found_.push_back({child, meaning.field, meaning.rank});
    if (meaning.field == Field::MediaContent && !is_picture(*child))
      add_texts_of_media(*child, vocabulary);
  }
}

std::vector<const Node*> FieldSet::ranked(Field field) const {
  std::vector<Found> chosen;
  for (const Found& found : found_)
    if (found.field == field)
      chosen.push_back(found);
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Found& a, const Found& b) { return a.rank < b.rank; });
  std::vector<const Node*> nodes;
  for (const Found& found : chosen)
    nodes.push_back(found.node);
  return nodes;
}

std::vector<const Node*> FieldSet::ranked(std::initializer_list<Field> fields) const {
  std::vector<const Node*> nodes;
  for (const Field field : fields) {
    const std::vector<const Node*> more = ranked(field);
    nodes.insert(nodes.end(), more.begin(), more.end());
  }
  return nodes;
}

bool FieldSet::has(Field field) const {
  return std::any_of(found_.begin(), found_.end(),
                     [&](const Found& found) { return found.field == field; });
}

} // namespace heiban
