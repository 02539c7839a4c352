#include "feed/inflate.h"

#include "base/utf8.h"

#include <brotli/decode.h>
#include <zlib.h>

namespace heiban {
namespace {

constexpr size_t kChunk = 64 * 1024; // bytes decoded between two looks at the cap

class Identity : public Inflater {
public:
  Verdict add(std::string_view piece, std::string& out, size_t max_bytes) override {
    if (piece.size() > max_bytes - out.size())
      return Verdict::TooLarge;
    out += piece;
    return Verdict::Fine;
  }
  bool ended() const override { return true; } // HTTP itself tells
};

class Gzip : public Inflater {
public:
  Gzip() {
    constexpr int kGzipHeader = 16;
    ready_ = inflateInit2(&stream_, MAX_WBITS + kGzipHeader) == Z_OK;
  }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip() override {
    if (ready_)
      inflateEnd(&stream_);
  }

  Verdict add(std::string_view piece, std::string& out, size_t max_bytes) override {
    if (!ready_)
      return Verdict::Broken;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data())); // zlib's signature
    stream_.avail_in = static_cast<uInt>(piece.size());
    while (stream_.avail_in > 0) {
      if (ended_ && !next_member())
        return Verdict::Fine; // padding behind the end is no fault
      if (const Verdict verdict = step(out, max_bytes); verdict != Verdict::Fine)
        return verdict;
    }
    return Verdict::Fine;
  }
  bool ended() const override { return ended_; }

private:
  // RFC 1952 §2.2: members may follow one another.
  bool next_member() {
    if (*stream_.next_in != 0x1F)
      return false;
    ended_ = false;
    return inflateReset(&stream_) == Z_OK;
  }

  Verdict step(std::string& out, size_t max_bytes) {
    Bytef chunk[kChunk];
    do {
      stream_.next_out = chunk;
      stream_.avail_out = sizeof chunk;
      const int result = inflate(&stream_, Z_NO_FLUSH);
      if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
        return Verdict::Broken;
      ended_ = result == Z_STREAM_END;
      const size_t got = sizeof chunk - stream_.avail_out;
      if (got > max_bytes - out.size())
        return Verdict::TooLarge;
      out.append(reinterpret_cast<const char*>(chunk), got);
    } while (stream_.avail_out == 0 && !ended_);
    return Verdict::Fine;
  }

  z_stream stream_{};
  bool ready_ = false, ended_ = false;
};

class Brotli : public Inflater {
public:
  Brotli() : state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {}
  Brotli(const Brotli&) = delete;
  Brotli& operator=(const Brotli&) = delete;
  ~Brotli() override { BrotliDecoderDestroyInstance(state_); }

  Verdict add(std::string_view piece, std::string& out, size_t max_bytes) override {
    const auto* in = reinterpret_cast<const uint8_t*>(piece.data());
    size_t in_left = piece.size();
    for (;;) {
      if (ended())
        return Verdict::Fine;
      uint8_t chunk[kChunk];
      uint8_t* to = chunk;
      size_t to_left = sizeof chunk;
      const BrotliDecoderResult result =
          BrotliDecoderDecompressStream(state_, &in_left, &in, &to_left, &to, nullptr);
      if (result == BROTLI_DECODER_RESULT_ERROR)
        return Verdict::Broken;
      const size_t got = sizeof chunk - to_left;
      if (got > max_bytes - out.size())
        return Verdict::TooLarge;
      out.append(reinterpret_cast<const char*>(chunk), got);
      if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
        return Verdict::Fine;
    }
  }
  bool ended() const override { return BrotliDecoderIsFinished(state_) == BROTLI_TRUE; }

private:
  BrotliDecoderState* state_;
};

} // namespace

std::unique_ptr<Inflater> make_inflater(std::string_view content_encoding) {
  std::string name(trim(content_encoding));
  for (char& c : name)
    if (c >= 'A' && c <= 'Z')
      c = static_cast<char>(c + 32);
  if (name.empty() || name == "identity")
    return std::make_unique<Identity>();
  if (name == "gzip" || name == "x-gzip")
    return std::make_unique<Gzip>();
  if (name == "br")
    return std::make_unique<Brotli>();
  return nullptr;
}

} // namespace heiban
