#include "page/story.h"

#include "base/utf8.h"
#include "page/official.h"

#include <algorithm>

namespace heiban {
namespace {

bool is_table(const Block& block) {
  return block.kind == BlockKind::Table && std::any_of(block.rows.begin(), block.rows.end(),
                                                       [](const auto& r) { return !r.empty(); });
}

bool is_picture(const Block& block) {
  return block.kind == BlockKind::Picture && !block.picture.empty() && block.picture_width > 0 &&
         block.picture_height > 0;
}

// A picture that could not be had is named, so that a visitor knows what to look for elsewhere.
Block missing_picture(const Block& block) {
  Block text;
  text.kind = BlockKind::Paragraph;
  text.align = BlockAlign::Center;
  std::string what(trim(block.text));
  if (what.empty())
    what = trim(block.alt);
  text.text = what.empty() ? "（此处图片请见网站原文）" : "（图片请见网站原文：" + what + "）";
  return text;
}

StoryPart table_part(const Block& block, const Ruler& ruler) {
  StoryPart part;
  part.table = std::make_unique<TableContent>(table_content(block, ruler));
  return part;
}

StoryPart picture_part(const Block& block) {
  StoryPart part;
  part.picture = std::make_unique<PicturePart>(
      PicturePart{block.picture, block.alt, block.text, block.picture_width, block.picture_height});
  return part;
}

class StoryMaker {
public:
  StoryMaker(FontRole body, FontSet& fonts) : body_(body), fonts_(fonts), ruler_(fonts, body) {}

  Story make(const Notice& notice) {
    story_.title = trim(notice.title);
    story_.doc_number = trim(notice.doc_number);
    bool opening = true;
    for (const Block& block : notice.blocks) {
      // The number stands under the title already.
      const bool number = opening && !story_.doc_number.empty() &&
                          trim(block.text) == std::string_view(story_.doc_number);
      opening = opening && (number || block.align == BlockAlign::Center);
      if (!number)
        add(block);
    }
    end_text();
    return std::move(story_);
  }

private:
  void add(const Block& block) {
    if (is_table(block)) {
      end_text();
      story_.parts.push_back(table_part(block, ruler_));
      story_.rows += story_.parts.back().table->grid.rows();
    } else if (is_picture(block)) {
      end_text();
      story_.parts.push_back(picture_part(block));
      story_.has_picture = true;
    } else if (block.kind == BlockKind::Picture) {
      text_.push_back(missing_picture(block));
    } else if (block.kind != BlockKind::Table) {
      text_.push_back(block);
      story_.characters += count_code_points(block.text);
    }
  }

  void end_text() {
    if (text_.empty())
      return;
    StoryPart part;
    part.pieces = official_pieces(text_, story_.parts.empty(), body_, fonts_);
    if (!part.pieces.empty())
      story_.parts.push_back(std::move(part));
    text_.clear();
  }

  FontRole body_;
  FontSet& fonts_;
  Ruler ruler_;
  Story story_;
  std::vector<Block> text_; // gathered until something else comes
};

} // namespace

Story make_story(const Notice& notice, FontRole body, FontSet& fonts) {
  return StoryMaker(body, fonts).make(notice);
}

} // namespace heiban
