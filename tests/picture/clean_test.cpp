#include "picture/clean.h"

#include "picture/picture_helper.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr uint32_t kRed = 0xff0000, kLime = 0x00ff00, kBlue = 0x0000ff, kBlack = 0,
                   kWhite = 0xffffff;
constexpr uint32_t kHalfBlue = 0x7f7fff, kHalfRed = 0xff7f7f; // half covering, over white

struct Row {
  const char* file;
  std::vector<uint32_t> corners;
  int slack; // per channel
};

class Cleaned : public testing::TestWithParam<Row> {};

TEST_P(Cleaned, ShowsTheSameColours) {
  const auto clean = clean_picture(picture_file(GetParam().file));
  ASSERT_TRUE(clean) << clean.error().message;
  EXPECT_EQ(clean->width, 32);
  EXPECT_EQ(clean->height, 16);
  const auto pixels = decode_png(clean->png);
  ASSERT_TRUE(pixels);
  const std::vector<uint32_t> got = corners(*pixels);
  for (size_t i = 0; i < 4; ++i)
    EXPECT_TRUE(near_colour(got[i], GetParam().corners[i], GetParam().slack))
        << GetParam().file << " corner " << i << std::hex << ": " << got[i];
}

const std::vector<uint32_t> kQuarters{kRed, kLime, kBlue, kBlack};
const std::vector<uint32_t> kGreys{0x363636, 0xb6b6b6, 0x121212, kBlack}; // Rec. 709 luma

INSTANTIATE_TEST_SUITE_P(
    Files, Cleaned,
    testing::Values(Row{"quarters.png", kQuarters, 0}, Row{"interlaced.png", kQuarters, 0},
                    Row{"deep.png", kQuarters, 0},
                    Row{"keyed.png", {kWhite, kLime, kBlue, kBlack}, 0},
                    Row{"keyed_palette.png", {kWhite, kLime, kBlue, kBlack}, 0},
                    Row{"gray_alpha.png", kGreys, 2}, Row{"bit.png", {0, 0, 0, 0}, 0},
                    Row{"alpha.png", {kHalfBlue, kHalfBlue, kHalfBlue, kHalfBlue}, 1},
                    Row{"quarters.jpg", kQuarters, 12}, Row{"progressive.jpg", kQuarters, 12},
                    Row{"gray.jpg", kGreys, 6}, Row{"inks.jpg", kQuarters, 12},
                    Row{"lossless.webp", kQuarters, 0}, Row{"lossy.webp", kQuarters, 24},
                    Row{"alpha.webp", {kHalfBlue, kHalfBlue, kHalfBlue, kHalfBlue}, 1},
                    Row{"alpha_lossy.webp", {kHalfRed, kHalfRed, kHalfRed, kHalfRed}, 8}));

std::string exif_body(uint32_t orientation, bool little) {
  const std::string head =
      little ? "II" + little32(42).substr(0, 2) + little32(8) : "MM" + big16(42) + big32(8);
  const std::string entry =
      little ? little32(1).substr(0, 2) + little32(0x0112).substr(0, 2) + little32(3).substr(0, 2) +
                   little32(1) + little32(orientation)
             : big16(1) + big16(0x0112) + big16(3) + big32(1) + big16(orientation) + big16(0);
  return head + entry + std::string(4, '\0');
}

std::string exif_jpeg(uint32_t orientation, bool little) {
  const std::string body = std::string("Exif\0\0", 6) + exif_body(orientation, little);
  const std::string jpeg = picture_file("quarters.jpg");
  return jpeg.substr(0, 2) + "\xff\xe1" + big16(static_cast<uint32_t>(body.size() + 2)) + body +
         jpeg.substr(2);
}

struct TurnRow {
  uint32_t orientation;
  std::vector<uint32_t> corners;
};

// Where each corner of the stored picture is seen (Exif 2.3, tag 0x0112).
TEST(Orientation, OfAJpegIsHonoured) {
  const TurnRow rows[] = {
      {1, {kRed, kLime, kBlue, kBlack}}, {2, {kLime, kRed, kBlack, kBlue}},
      {3, {kBlack, kBlue, kLime, kRed}}, {4, {kBlue, kBlack, kRed, kLime}},
      {5, {kRed, kBlue, kLime, kBlack}}, {6, {kBlue, kRed, kBlack, kLime}},
      {7, {kBlack, kLime, kBlue, kRed}}, {8, {kLime, kBlack, kRed, kBlue}},
      {9, {kRed, kLime, kBlue, kBlack}},
  };
  for (const TurnRow& row : rows)
    for (const bool little : {true, false}) {
      const auto clean = clean_picture(exif_jpeg(row.orientation, little));
      ASSERT_TRUE(clean) << clean.error().message;
      const bool turned = row.orientation >= 5 && row.orientation <= 8;
      EXPECT_EQ(clean->width, turned ? 16 : 32) << row.orientation;
      EXPECT_EQ(clean->height, turned ? 32 : 16) << row.orientation;
      const auto got = corners(*decode_png(clean->png));
      for (size_t i = 0; i < 4; ++i)
        EXPECT_TRUE(near_colour(got[i], row.corners[i], 12)) << row.orientation << " corner " << i;
    }
}

TEST(Orientation, OfAPngAndAWebpIsHonoured) {
  const std::string png = picture_file("quarters.png"), exif = exif_body(6, true);
  constexpr size_t kFirstChunks = 8 + 25; // the signature and IHDR
  const std::string turned =
      png.substr(0, kFirstChunks) + png_chunk("eXIf", exif) + png.substr(kFirstChunks);
  const auto clean = clean_picture(turned);
  ASSERT_TRUE(clean) << clean.error().message;
  EXPECT_EQ(corners(*decode_png(clean->png)), (std::vector{kBlue, kRed, kBlack, kLime}));
  const std::string webp = picture_file("lossless.webp");
  const std::string more = "EXIF" + little32(static_cast<uint32_t>(exif.size())) + exif;
  const auto from_webp =
      clean_picture("RIFF" + little32(static_cast<uint32_t>(webp.size() - 8 + more.size())) +
                    webp.substr(8) + more);
  ASSERT_TRUE(from_webp) << from_webp.error().message;
  EXPECT_EQ(corners(*decode_png(from_webp->png)), (std::vector{kBlue, kRed, kBlack, kLime}));
}

TEST(Limits, AreCheckedFromTheHeaderAlone) {
  const std::string bomb =
      png_head(65'000, 65'000) + png_chunk("IDAT", "x") + png_chunk("IEND", "");
  const auto clean = clean_picture(bomb);
  ASSERT_FALSE(clean);
  EXPECT_EQ(clean.error().kind, ErrorKind::Refused);
  EXPECT_EQ(clean.error().message, "图片有 65000×65000 像素，超过 4000 万像素的上限");
}

TEST(Limits, AreLowerForFormsThatTakeMoreMemory) {
  std::string alpha = png_head(6'300, 6'300);
  alpha[25] = 6; // colour type: RGB and alpha
  alpha += png_chunk("IDAT", "x") + png_chunk("IEND", "");
  const auto clean = clean_picture(alpha);
  ASSERT_FALSE(clean);
  EXPECT_EQ(clean.error().kind, ErrorKind::Refused);
  EXPECT_EQ(clean.error().message, "图片有 6300×6300 像素，超过这种格式 3000 万像素的上限");
}

TEST(Limits, OfJpegAndWebpToo) {
  std::string jpeg = picture_file("quarters.jpg");
  const size_t frame = jpeg.find("\xff\xc0");
  ASSERT_NE(frame, std::string::npos);
  jpeg.replace(frame + 5, 4, big16(65'000) + big16(65'000));
  EXPECT_EQ(clean_picture(jpeg).error().kind, ErrorKind::Refused);

  std::string webp = picture_file("lossless.webp");
  const size_t data = webp.find("VP8L") + 9;
  webp.replace(data, 4, little32(0x0fffffff));
  EXPECT_EQ(clean_picture(webp).error().kind, ErrorKind::Refused);
}

TEST(Limits, OnBytes) {
  const auto clean = clean_picture(std::string((8 << 20) + 1, 'x'));
  ASSERT_FALSE(clean);
  EXPECT_EQ(clean.error().kind, ErrorKind::Refused);
  EXPECT_NE(clean.error().message.find("8.0 MiB"), std::string::npos);
}

TEST(Damage, InsideTheDataIsMalformedOrDrawnNeverACrash) {
  for (const char* name : {"quarters.png", "progressive.jpg", "inks.jpg", "lossy.webp"}) {
    const std::string whole = picture_file(name);
    for (size_t at = 0; at < whole.size(); ++at) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
      const auto clean = clean_picture(bytes);
      if (!clean)
        continue;
      const auto pixels = decode_png(clean->png);
      ASSERT_TRUE(pixels) << name << " at " << at;
      EXPECT_EQ(pixels->width, clean->width);
    }
  }
}

TEST(Scaling, KeepsProportionsAndColours) {
  const int width = 4000, height = 1000;
  std::vector<uint32_t> stripes(static_cast<size_t>(width) * height);
  for (size_t i = 0; i < stripes.size(); ++i)
    stripes[i] = i % 2 ? kBlack : kWhite;
  PictureLimits limits;
  limits.longest_side = 500;
  const auto clean = clean_picture(encode_png(stripes.data(), width, height), limits);
  ASSERT_TRUE(clean) << clean.error().message;
  EXPECT_EQ(clean->width, 500);
  EXPECT_EQ(clean->height, 125);
  const auto pixels = decode_png(clean->png);
  for (const uint32_t colour : pixels->rgb)
    ASSERT_EQ(colour, 0x808080u); // the mean of 8 stripes
}

TEST(Scaling, OfAThinPictureLeavesOnePixel) {
  const std::vector<uint32_t> line(5000, kRed);
  const auto clean = clean_picture(encode_png(line.data(), 5000, 1));
  ASSERT_TRUE(clean) << clean.error().message;
  EXPECT_EQ(clean->width, 3840);
  EXPECT_EQ(clean->height, 1);
}

TEST(Cleaning, IsDeterministic) {
  const std::string bytes = picture_file("lossy.webp");
  EXPECT_EQ(clean_picture(bytes)->png, clean_picture(bytes)->png);
}

} // namespace
} // namespace heiban
