// FontBook: role → faces in fallback order, as fonts/fonts.toml names them.
// text opens exactly these files; app loads the book once.
// It opens no font and asks no fontconfig: what is on the wall depends on this file alone.
#pragma once

#include "base/result.h"

#include <array>
#include <string>
#include <vector>

namespace heiban {

// What a run of text is for; the theme and the book decide how it looks.
// Song: body text where the theme asks for serifs (Theme::serif_body).
enum class FontRole { Body, Title, Hei, Kai, Label, Song };
inline constexpr int kFontRoles = 6;

struct FaceFile {
  std::string path; // absolute
  int index = 0;    // face in a collection (.ttc)
  bool operator==(const FaceFile&) const = default;
};

struct FontBook {
  std::array<std::vector<FaceFile>, kFontRoles> roles; // first face first; the last resort last
  const std::vector<FaceFile>& operator[](FontRole role) const {
    return roles[static_cast<size_t>(role)];
  }
};

// Malformed, with file, line and a Chinese sentence for each mistake, when the book cannot be read;
// NotFound when there is none. A face's file that does not exist is no error here: text reports it
// and goes on with the next face.
Result<FontBook> load_fonts(const std::string& path);

} // namespace heiban
