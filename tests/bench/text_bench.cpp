// Setting text: whole layout (gb, justified) beside HarfBuzz alone, ICU's line iterator alone,
// Pango's layout and SDL2_ttf's wrapped measure, over the same mixed Chinese text of 1 MB, in one
// run: what counts is the ratio of the rates (items_per_second = code points a second).
#include "base/utf8.h"
#include "config/fonts.h"
#include "text/font_set.h"
#include "text/paragraph.h"

#include <SDL_ttf.h>
#include <benchmark/benchmark.h>
#include <hb.h>
#include <unicode/ubrk.h>
#ifdef HEIBAN_WITH_PANGO
#include <pango/pangoft2.h>
#endif

#include <memory>
#include <string>
#include <vector>

namespace heiban {
namespace {

constexpr size_t kTextBytes = 1u << 20;
constexpr int kSizePx = 40, kMeasureEm = 24;
constexpr const char* kFace = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
constexpr int kFaceIndex = 2; // SC

constexpr std::u32string_view kHan = U"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出"
                                     U"就分对成会可主发年动同工也能下过子说"
                                     U"产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化"
                                     U"高自二理起小物现实加量都两体制机当使"
                                     U"点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
                                     U"相全表间样与关各重新线内数正心反你明"
                                     U"看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很"
                                     U"情者最立代想已通并提直题党程展五果料"
                                     U"象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山"
                                     U"统接知较将组见计别她手角期根论运农指";

// Numbers, dates, Latin and marks about as often as official notices have them; always the same.
struct Sample {
  std::vector<std::string> paragraphs;
  size_t code_points = 0;

  Sample() {
    uint32_t state = 20260701;
    const auto roll = [&](uint32_t n) {
      return (state = state * 1664525 + 1013904223) >> 8, (state >> 8) % n;
    };
    size_t bytes = 0;
    while (bytes < kTextBytes) {
      std::string text;
      for (uint32_t clauses = 4 + roll(14); clauses > 0; --clauses) {
        for (uint32_t n = 4 + roll(14); n > 0; --n)
          append_utf8(text, kHan[roll(kHan.size())]);
        const uint32_t kind = roll(12);
        if (kind == 0)
          text +=
              "2026年" + std::to_string(1 + roll(12)) + "月" + std::to_string(1 + roll(28)) + "日";
        if (kind == 1)
          text += "《关于做好义务教育招生工作的通知》";
        if (kind == 2)
          text += "（" + std::to_string(roll(10000)) + "元）";
        if (kind == 3)
          text += "“双减”";
        if (kind == 4)
          text += "GB/T 15834";
        text += clauses == 1 ? "。" : roll(5) == 0 ? "；" : roll(4) == 0 ? "、" : "，";
      }
      bytes += text.size();
      code_points += count_code_points(text);
      paragraphs.push_back(std::move(text));
    }
  }
};

const Sample& sample() {
  static const Sample text;
  return text;
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * sample().code_points));
}

void layout_gb(benchmark::State& state) {
  const Result<FontBook> book = load_fonts(HEIBAN_ROOT "/fonts/fonts.toml");
  const auto fonts = std::move(*FontSet::open(*book));
  const ParagraphStyle style;
  const Px64 measure = Px64::from_px(kSizePx * kMeasureEm);
  for (auto _ : state)
    for (const std::string& text : sample().paragraphs)
      benchmark::DoNotOptimize(set_paragraph(*fonts, text, style, measure));
  count(state);
}
BENCHMARK(layout_gb)->Unit(benchmark::kMillisecond);

void harfbuzz_shape_alone(benchmark::State& state) {
  hb_blob_t* blob = hb_blob_create_from_file(kFace);
  hb_face_t* face = hb_face_create(blob, kFaceIndex);
  hb_font_t* font = hb_font_create(face);
  hb_font_set_scale(font, kSizePx * 64, kSizePx * 64);
  hb_buffer_t* buffer = hb_buffer_create();
  for (auto _ : state)
    for (const std::string& text : sample().paragraphs) {
      hb_buffer_clear_contents(buffer);
      hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
      hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
      hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
      hb_buffer_set_language(buffer, hb_language_from_string("zh-Hans", -1));
      hb_shape(font, buffer, nullptr, 0);
      benchmark::DoNotOptimize(hb_buffer_get_length(buffer));
    }
  count(state);
  hb_buffer_destroy(buffer);
  hb_font_destroy(font);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
}
BENCHMARK(harfbuzz_shape_alone)->Unit(benchmark::kMillisecond);

void icu_line_iterator_alone(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* iterator = ubrk_open(UBRK_LINE, "zh", nullptr, 0, &status);
  std::vector<std::u16string> texts;
  for (const std::string& text : sample().paragraphs) {
    std::u16string units;
    for (const char32_t c : to_utf32(text))
      units += static_cast<char16_t>(c);
    texts.push_back(std::move(units));
  }
  for (auto _ : state)
    for (const std::u16string& text : texts) {
      ubrk_setText(iterator, text.data(), static_cast<int32_t>(text.size()), &status);
      while (ubrk_next(iterator) != UBRK_DONE) {
      }
    }
  count(state);
  ubrk_close(iterator);
}
BENCHMARK(icu_line_iterator_alone)->Unit(benchmark::kMillisecond);

#ifdef HEIBAN_WITH_PANGO
void pango_layout(benchmark::State& state) {
  PangoFontMap* map = pango_ft2_font_map_new();
  PangoContext* context = pango_font_map_create_context(map);
  pango_context_set_language(context, pango_language_from_string("zh-Hans"));
  PangoFontDescription* description = pango_font_description_from_string("Noto Sans CJK SC");
  pango_font_description_set_absolute_size(description, kSizePx * PANGO_SCALE);
  for (auto _ : state)
    for (const std::string& text : sample().paragraphs) {
      PangoLayout* layout = pango_layout_new(context);
      pango_layout_set_font_description(layout, description);
      pango_layout_set_width(layout, kSizePx * kMeasureEm * PANGO_SCALE);
      pango_layout_set_justify(layout, TRUE);
      pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
      benchmark::DoNotOptimize(pango_layout_get_line_count(layout));
      g_object_unref(layout);
    }
  count(state);
  pango_font_description_free(description);
  g_object_unref(context);
  g_object_unref(map);
}
BENCHMARK(pango_layout)->Unit(benchmark::kMillisecond);
#endif

// Its wrap is so slow that it gets the first 1/64 of the text; the rate is still per code point.
void sdl_ttf_wrapped_measure(benchmark::State& state) {
  TTF_Init();
  TTF_Font* font = TTF_OpenFontIndex(kFace, kSizePx, kFaceIndex);
  const size_t some = sample().paragraphs.size() / 64;
  size_t points = 0;
  for (size_t i = 0; i < some; ++i)
    points += count_code_points(sample().paragraphs[i]);
  for (auto _ : state)
    for (size_t i = 0; i < some; ++i) {
      SDL_Surface* surface = TTF_RenderUTF8_Solid_Wrapped(font, sample().paragraphs[i].c_str(),
                                                          {0, 0, 0, 0}, kSizePx * kMeasureEm);
      benchmark::DoNotOptimize(surface);
      SDL_FreeSurface(surface);
    }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * points));
  TTF_CloseFont(font);
  TTF_Quit();
}
BENCHMARK(sdl_ttf_wrapped_measure)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace heiban

BENCHMARK_MAIN();
