#include "picture/header.h"

#include "picture/picture_helper.h"

namespace heiban {
namespace {

struct GoodRow {
  const char* file;
  PictureType type;
  bool inks = false;
};

class GoodHeader : public testing::TestWithParam<GoodRow> {};

TEST_P(GoodHeader, Reads) {
  const auto header = read_picture_header(picture_file(GetParam().file));
  ASSERT_TRUE(header) << header.error().message;
  EXPECT_EQ(header->type, GetParam().type);
  EXPECT_EQ(header->width, 32);
  EXPECT_EQ(header->height, 16);
  EXPECT_EQ(header->orientation, 1);
  EXPECT_EQ(header->inks, GetParam().inks);
}

INSTANTIATE_TEST_SUITE_P(Files, GoodHeader,
                         testing::Values(GoodRow{"quarters.png", PictureType::Png},
                                         GoodRow{"deep.png", PictureType::Png},
                                         GoodRow{"interlaced.png", PictureType::Png},
                                         GoodRow{"bit.png", PictureType::Png},
                                         GoodRow{"quarters.jpg", PictureType::Jpeg},
                                         GoodRow{"progressive.jpg", PictureType::Jpeg},
                                         GoodRow{"gray.jpg", PictureType::Jpeg},
                                         GoodRow{"inks.jpg", PictureType::Jpeg, true},
                                         GoodRow{"lossless.webp", PictureType::Webp},
                                         GoodRow{"lossy.webp", PictureType::Webp},
                                         GoodRow{"alpha_lossy.webp", PictureType::Webp}));

TEST(PictureHeader, SaysWhatAPixelTakesWhileItIsDecoded) {
  struct Row {
    const char* file;
    int bytes;
  };
  for (const Row& row : {Row{"quarters.png", 3},
                         {"bit.png", 3},
                         {"alpha.png", 4},
                         {"gray_alpha.png", 4},
                         {"quarters.jpg", 3},
                         {"inks.jpg", 4},
                         {"lossy.webp", 5},
                         {"alpha_lossy.webp", 7},
                         {"lossless.webp", 8}})
    EXPECT_EQ(read_picture_header(picture_file(row.file))->pixel_bytes, row.bytes) << row.file;
  EXPECT_GE(read_picture_header(picture_file("progressive.jpg"))->pixel_bytes, 6);
}

struct BadRow {
  const char* name;
  std::string bytes;
  ErrorKind kind;
  const char* says; // must be in the message
};

std::string riff(const std::string& chunks) {
  return "RIFF" + little32(static_cast<uint32_t>(chunks.size() + 4)) + "WEBP" + chunks;
}

std::string vp8x(uint32_t flags, uint32_t width, uint32_t height) {
  return "VP8X" + little32(10) + little32(flags) + little24(width - 1) + little24(height - 1);
}

std::string vp8l(uint32_t width, uint32_t height) {
  return "VP8L" + little32(6) + "\x2f" + little32((width - 1) | (height - 1) << 14) +
         std::string(1, '\0');
}

std::string jpeg_with_scans(int scans) {
  std::string out = "\xff\xd8\xff\xc2" + big16(11) + "\x08" + big16(9) + big16(9) +
                    std::string("\x01\x01\x11\x00", 4);
  for (int i = 0; i < scans; ++i)
    out += "\xff\xda" + big16(8) + std::string("\x01\x01\x00\x00\x00\x00", 6) + "data";
  return out + "\xff\xd9";
}

std::vector<BadRow> bad_rows() {
  const std::string png = picture_file("quarters.png"), jpeg = picture_file("quarters.jpg");
  const std::string webp = picture_file("lossy.webp");
  const std::string idat = png_chunk("IDAT", "x"), iend = png_chunk("IEND", "");
  return {
      {"empty", "", ErrorKind::Malformed, "空"},
      {"gif", picture_file("moving.gif"), ErrorKind::Refused, "GIF"},
      {"svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", ErrorKind::Refused, "SVG"},
      {"svg after xml", "<?xml version='1.0'?>\n<svg/>", ErrorKind::Refused, "SVG"},
      {"page", "<!DOCTYPE html><html><body>404</body></html>", ErrorKind::Refused, "网页"},
      {"bmp", "BM" + std::string(60, '\0'), ErrorKind::Refused, "BMP"},
      {"pdf", "%PDF-1.4 ...", ErrorKind::Refused, "PDF"},
      {"avif", std::string("\0\0\0\x1c", 4) + "ftypavif....", ErrorKind::Refused, "AVIF"},
      {"text", "图片", ErrorKind::Refused, "不是图片"},
      {"png moving", png_head(9, 9) + png_chunk("acTL", "12345678") + idat + iend,
       ErrorKind::Refused, "动图"},
      {"png moving after its data", png_head(9, 9) + idat + png_chunk("fcTL", "1") + iend,
       ErrorKind::Refused, "动图"},
      {"png without data", png_head(9, 9) + iend, ErrorKind::Malformed, "有错"},
      {"png of no width", png_head(0, 9) + idat + iend, ErrorKind::Malformed, "有错"},
      {"png of negative height", png_head(9, 0x80000000u) + idat + iend, ErrorKind::Malformed,
       "有错"},
      {"png cut in its head", png.substr(0, 20), ErrorKind::Malformed, "不完整"},
      {"png cut in its data", png.substr(0, png.size() - 20), ErrorKind::Malformed, "不完整"},
      {"png with a lying length", png_head(9, 9) + big32(0xfffffff0u) + "IDATx",
       ErrorKind::Malformed, "不完整"},
      {"jpeg cut in its tables", jpeg.substr(0, 60), ErrorKind::Malformed, "不完整"},
      {"jpeg cut in its scan", jpeg.substr(0, jpeg.size() - 10), ErrorKind::Malformed, "不完整"},
      {"jpeg without a frame", "\xff\xd8\xff\xd9", ErrorKind::Malformed, "有错"},
      {"jpeg of junk", "\xff\xd8\xff\xe0" + big16(4) + "xxjunkjunk", ErrorKind::Malformed, "有错"},
      {"jpeg of too short a segment", "\xff\xd8\xff\xe0" + big16(1) + "xx", ErrorKind::Malformed,
       "有错"},
      {"jpeg of endless scans", jpeg_with_scans(5000), ErrorKind::Refused, "扫描"},
      {"webp moving", picture_file("moving.webp"), ErrorKind::Refused, "动图"},
      {"webp cut", webp.substr(0, webp.size() - 10), ErrorKind::Malformed, "不完整"},
      {"webp of nothing", riff(""), ErrorKind::Malformed, "有错"},
      {"webp whose canvas lies", riff(vp8x(0, 100, 100) + vp8l(16000, 16000)), ErrorKind::Malformed,
       "有错"},
  };
}

TEST(BadHeader, IsRefusedWithItsReason) {
  for (const BadRow& row : bad_rows()) {
    const auto header = read_picture_header(row.bytes);
    ASSERT_FALSE(header) << row.name;
    EXPECT_EQ(header.error().kind, row.kind) << row.name;
    EXPECT_NE(header.error().message.find(row.says), std::string::npos)
        << row.name << ": " << header.error().message;
  }
}

// Every prefix of a good file is cut or whole, and none reads past its end.
TEST(BadHeader, EveryCutIsSurvived) {
  for (const char* name : {"quarters.png", "progressive.jpg", "lossy.webp", "moving.webp"}) {
    const std::string whole = picture_file(name);
    for (size_t length = 0; length < whole.size(); ++length) {
      const std::string cut = whole.substr(0, length); // its own buffer, for the sanitizer
      EXPECT_FALSE(read_picture_header(cut)) << name << " at " << length;
    }
  }
}

} // namespace
} // namespace heiban
