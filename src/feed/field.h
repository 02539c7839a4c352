// Field: what an element of a feed says, whatever the feed's format calls it.
// feed/vocabulary.h finds it; the XML feed reader and its field sets go by it.
// It says nothing of how the element's text is to be read.
#pragma once

#include <cstdint>

namespace heiban {

enum class Field : uint8_t {
  None,
  Entry,
  Entries,
  Channel,
  Deleted, // structure
  Title,
  Link,
  Id,
  Guid,
  Summary,
  Content,
  ContentItems,
  Author,
  Creator,
  Editor,
  Publisher,
  Published,
  Updated,
  Date,
  Created,
  Category,
  Subject,
  Keywords,
  MediaCategory,
  ItunesCategory,
  Enclosure,
  MediaContent,
  MediaGroup,
  Thumbnail,
  Source,
  Language,
  Image,
  Logo,
  Icon,
  ItunesImage,
  Ttl,
  SkipHours,
  UpdatePeriod,
  UpdateFrequency,
  Valid,
  Expires,
  Embargo,
  Urgency,
  Withdrawn,
};

struct Meaning {
  Field field = Field::None;
  uint8_t rank = 0; // of two elements that say the same, the lower rank counts, then the first
};

} // namespace heiban
