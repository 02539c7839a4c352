// Any bytes as a paragraph, set in any width and manner: the invariants of tests/text hold.
// The first six bytes say how it is set, the rest is the text.
#include "../text/invariants.h"

#include "config/fonts.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

using namespace heiban;

constexpr size_t kHead = 6;
constexpr size_t kLongest = 1500; // bytes: longer texts only repeat what shorter ones do

FontSet& fonts() {
  static const std::unique_ptr<FontSet> opened = [] {
    auto book = load_fonts(HEIBAN_ROOT "/fonts/fonts.toml");
    auto set = book ? FontSet::open(*book) : Result<std::unique_ptr<FontSet>>(book.error());
    if (!set)
      std::abort();
    return std::move(*set);
  }();
  return *opened;
}

test::Setting setting_of(const uint8_t* head, std::string_view text) {
  constexpr TextProfile kProfiles[] = {TextProfile::Gb, TextProfile::Gb, TextProfile::Strict,
                                       TextProfile::Css};
  constexpr TextAlign kAligns[] = {TextAlign::Justify, TextAlign::Start, TextAlign::Center,
                                   TextAlign::End};
  constexpr int kSizes[] = {40, 33, 28, 55};
  test::Setting setting;
  setting.text = text;
  setting.style.profile = kProfiles[head[0] & 3];
  setting.style.align = head[0] & 4 ? kAligns[head[0] >> 3 & 3] : TextAlign::Justify;
  setting.style.first_indent_em = head[1] & 3;
  setting.style.balance = (head[1] & 0x0C) == 0x0C;
  setting.style.fullwidth_punctuation = (head[1] & 0x10) == 0;
  setting.style.marks_pair_to_one = (head[1] & 0x20) != 0;
  setting.style.loosest_em = (head[1] & 0x80) != 0 ? 0.25 : 0;
  setting.style.gap_em = head[1] & 0x40 ? 0.125 : 0.25;
  setting.style.size_px = kSizes[head[2] & 3];
  const int32_t em = setting.style.size_px * 64;
  setting.measure = {em * (1 + head[3] % 40) + (head[2] & 4 ? em * head[4] / 256 : 0)};
  if (head[2] & 8)
    setting.style.roles = {{head[4] % 16u, head[4] % 16u + head[5] % 32u, FontRole::Kai}};
  return setting;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < kHead || size > kLongest)
    return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const test::Setting setting = setting_of(data, bytes.substr(kHead));
  const std::string verdict = test::verdict_on(fonts(), setting);
  if (verdict.empty())
    return 0;
  std::fprintf(stderr, "%s\nprofile %d, align %d, measure %g em, size %d, indent %g\n%s\n",
               verdict.c_str(), static_cast<int>(setting.style.profile),
               static_cast<int>(setting.style.align),
               setting.measure.raw / 64.0 / setting.style.size_px, setting.style.size_px,
               setting.style.first_indent_em, setting.text.c_str());
  std::abort();
}
