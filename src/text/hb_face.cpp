#include "text/hb_face.h"

#include <hb-ot.h>
#include <hb.h>

namespace heiban {
namespace {

template <auto Destroy>
struct Deleter {
  template <class T>
  void operator()(T* object) const {
    Destroy(object);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Deleter<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Deleter<hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Deleter<hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Deleter<hb_buffer_destroy>>;

hb_feature_t whole_run(hb_tag_t tag) {
  return {tag, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

class OpenTypeFace final : public HbFace {
public:
  explicit OpenTypeFace(Face face)
      : face_(std::move(face)), font_(hb_font_create(face_.get())), buffer_(hb_buffer_create()),
        language_(hb_language_from_string("zh-Hans", -1)) {}

  std::string name() const override {
    char text[256];
    unsigned size = sizeof text;
    hb_ot_name_get_utf8(face_.get(), HB_OT_NAME_ID_FULL_NAME, hb_language_from_string("en", -1),
                        &size, text);
    return {text, size < sizeof text ? size : sizeof text - 1};
  }

  uint32_t glyph_of(char32_t c) const override {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_.get(), c, &glyph) ? glyph : 0;
  }

  uint32_t variant_of(char32_t c, char32_t selector) const override {
    hb_codepoint_t glyph = 0;
    return hb_font_get_variation_glyph(font_.get(), c, selector, &glyph) ? glyph : 0;
  }

  uint32_t units_per_em() const override { return hb_face_get_upem(face_.get()); }

  int32_t advance_units(uint32_t glyph) const override {
    if (!units_font_) {
      units_font_.reset(hb_font_create(face_.get()));
      const auto upem = static_cast<int>(units_per_em());
      hb_font_set_scale(units_font_.get(), upem, upem);
    }
    return hb_font_get_glyph_h_advance(units_font_.get(), glyph);
  }

  InkSpan ink_of(uint32_t glyph, int size_px) override {
    set_size(size_px);
    hb_glyph_extents_t extents;
    if (!hb_font_get_glyph_extents(font_.get(), glyph, &extents))
      return {};
    return {extents.x_bearing, extents.x_bearing + extents.width};
  }

  void shape(std::u32string_view text, int size_px, uint32_t script, bool right_to_left,
             GlyphForm form, std::vector<ShapedGlyph>& out) override;

private:
  void set_size(int size_px) {
    if (size_px == size_px_)
      return;
    size_px_ = size_px;
    hb_font_set_scale(font_.get(), size_px * 64, size_px * 64);
  }

  Face face_;
  Font font_;
  mutable Font units_font_; // at one unit per font unit
  Buffer buffer_;
  hb_language_t language_;
  int size_px_ = 0;
};

void OpenTypeFace::shape(std::u32string_view text, int size_px, uint32_t script, bool right_to_left,
                         GlyphForm form, std::vector<ShapedGlyph>& out) {
  set_size(size_px);
  hb_buffer_t* buffer = buffer_.get();
  hb_buffer_clear_contents(buffer);
  const auto length = static_cast<int>(text.size());
  hb_buffer_add_utf32(buffer, reinterpret_cast<const uint32_t*>(text.data()), length, 0, length);
  hb_buffer_set_direction(buffer, right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(script));
  hb_buffer_set_language(buffer, language_);
  const hb_feature_t feature = whole_run(form == GlyphForm::HalfWidth ? HB_TAG('h', 'a', 'l', 't')
                                                                      : HB_TAG('p', 'w', 'i', 'd'));
  hb_shape(font_.get(), buffer, &feature, form == GlyphForm::Normal ? 0 : 1);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  out.clear();
  for (unsigned i = 0; i < count; ++i)
    out.push_back({infos[i].codepoint, infos[i].cluster, positions[i].x_advance,
                   positions[i].x_offset, -positions[i].y_offset});
}

} // namespace

std::unique_ptr<HbFace> HbFace::open(const std::string& path, int index) {
  const Blob blob(hb_blob_create_from_file(path.c_str()));
  if (hb_blob_get_length(blob.get()) == 0)
    return nullptr;
  if (index < 0 || static_cast<unsigned>(index) >= hb_face_count(blob.get()))
    return nullptr;
  Face face(hb_face_create(blob.get(), static_cast<unsigned>(index)));
  if (hb_face_get_glyph_count(face.get()) == 0)
    return nullptr;
  hb_face_make_immutable(face.get());
  return std::make_unique<OpenTypeFace>(std::move(face));
}

} // namespace heiban
