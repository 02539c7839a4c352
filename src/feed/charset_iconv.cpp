#include "feed/charset_iconv.h"

#include "feed/charset_gb.h"
#include "feed/charset_hz.h"

#include <algorithm>
#include <cerrno>
#include <iconv.h>
#include <memory>

namespace heiban {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr size_t kWorthATable = 64 * 1024; // bytes; the table takes a millisecond to make
constexpr size_t kLongestGb = 4;           // bytes of one character

class Converter {
public:
  explicit Converter(const std::string& name) : handle_(iconv_open("UTF-8", name.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open())
      iconv_close(handle_);
  }

  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // Converts as far as it goes; 0 or the errno that stopped it. `in` nullptr: the end, what the
  // converter still holds back.
  int run(char** in, size_t* in_left, std::string& out) {
    for (;;) {
      char buffer[32 * 1024];
      char* to = buffer;
      size_t to_left = sizeof buffer;
      const size_t result = iconv(handle_, in, in_left, &to, &to_left);
      const int why = result == static_cast<size_t>(-1) ? errno : 0;
      out.append(buffer, to - buffer);
      if (why != E2BIG)
        return why;
    }
  }

private:
  iconv_t handle_;
};

} // namespace

std::optional<Conversion> convert(std::string_view bytes, const std::string& iconv_name,
                                  size_t max_errors) {
  if (iconv_name == "HZ")
    return convert(gb2312_of_hz(bytes), "GB18030", max_errors);
  Converter converter(iconv_name);
  if (!converter.is_open())
    return std::nullopt;
  const GbTable* table =
      iconv_name == "GB18030" && bytes.size() >= kWorthATable ? &GbTable::instance() : nullptr;
  Conversion result;
  result.text.reserve(bytes.size() + bytes.size() / 2);
  char* in = const_cast<char*>(bytes.data()); // iconv's signature; it does not write there
  size_t in_left = bytes.size();
  while (in_left > 0) {
    if (table) {
      const size_t read = table->append({in, in_left}, result.text);
      in += read;
      in_left -= read;
    }
    // What the table leaves is one character at a time; without it iconv takes all there is.
    const size_t piece = table ? std::min(in_left, kLongestGb) : in_left;
    size_t piece_left = piece;
    const int why = converter.run(&in, &piece_left, result.text);
    in_left -= piece - piece_left;
    if (why == 0 || (why == EINVAL && piece_left < piece && piece_left < in_left))
      continue;
    result.text += kReplacement;
    if (why == EINVAL)
      break; // cut off inside the last character
    if (++result.errors > max_errors)
      break;
    ++in;
    --in_left;
  }
  converter.run(nullptr, nullptr, result.text);
  return result;
}

} // namespace heiban
