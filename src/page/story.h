// Story: a notice sorted into what flows alike: runs of text, tables, pictures; no sizes yet.
// paginate makes it once and lays it out at each face it tries.
// It copies what it needs of the notice, which need not live as long as the pages.
#pragma once

#include "notice/notice.h"
#include "page/picture_segment.h"
#include "page/piece.h"
#include "page/table_content.h"

#include <memory>
#include <string>
#include <vector>

namespace heiban {

struct StoryPart { // exactly one of these holds something
  std::vector<Piece> pieces;
  std::unique_ptr<TableContent> table;
  std::unique_ptr<PicturePart> picture;
};

struct Story {
  std::string title, doc_number;
  std::string period, period_day; // under the title: the dates of the 公示期, the day it is on
  std::vector<StoryPart> parts;
  size_t characters = 0, rows = 0; // how much there is, for choosing a face
  bool has_picture = false;
  bool alert = false;
};

Story make_story(const Notice& notice, FontRole body, FontSet& fonts);

} // namespace heiban
