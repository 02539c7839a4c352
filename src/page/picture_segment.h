// PictureSegment: one picture with its caption, scaled to the page it stands on.
// layout pours it as one unit; it waits for a fresh page rather than being made tiny. Only where
// the caption would take a third of the page (tiny screens) do its lines flow as units after it.
// It opens no picture: its size came with the block.
#pragma once

#include "page/measures.h"
#include "page/segment.h"

#include <string>

namespace heiban {

struct PicturePart {
  std::string picture, alt, caption; // SHA-256; what stands for it; what is printed under it
  int width = 0, height = 0;         // px of the picture
};

class PictureSegment : public Segment {
public:
  PictureSegment(const PicturePart& part, const PageMeasures& measures, const Theme& theme,
                 FontSet& fonts);

  size_t units() const override { return loose() ? 1 + caption_.set.lines.size() : 1; }
  SegmentFill fill(size_t from, size_t limit, int height, bool at_top) const override;
  void draw(const SegmentPlace& place, PageBuilder& page) const override;
  int gap_before() const override { return measures_.pitch / 2; }
  size_t tail_for_clinging() const override { return 0; }
  int characters(size_t from, size_t to) const override;
  bool is_picture() const override { return true; }

private:
  struct Size {
    int w, h;
  };
  Size scaled(int height) const;
  int caption_height() const;
  bool loose() const { return caption_height() > measures_.body.h / 3; }
  int kept_height() const { return loose() ? 0 : caption_height(); }

  const PicturePart& part_;
  PageMeasures measures_;
  const Theme& theme_;
  SetText caption_;
};

} // namespace heiban
