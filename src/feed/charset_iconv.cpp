#include "feed/charset_iconv.h"

#include "feed/charset_hz.h"

#include <cerrno>
#include <iconv.h>
#include <memory>

namespace heiban {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

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
  Conversion result;
  char* in = const_cast<char*>(bytes.data()); // iconv's signature; it does not write there
  size_t in_left = bytes.size();
  while (in_left > 0) {
    const int why = converter.run(&in, &in_left, result.text);
    if (why == 0)
      break;
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
