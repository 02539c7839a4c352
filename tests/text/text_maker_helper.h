// TextMaker: paragraphs of the kinds a bureau publishes, made from a seed: prose, lists, official
// documents, mixed Latin, dense punctuation, and noise.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace heiban::test {

class TextMaker {
public:
  explicit TextMaker(uint64_t seed) : state_(seed) {}

  enum class Kind { Prose, List, Official, Latin, Dense, Noise };
  static constexpr int kKinds = 6;

  std::string paragraph(Kind kind, size_t about); // code points
  Kind any_kind() { return kind_ = static_cast<Kind>(roll(kKinds)); }
  Kind kind() const { return kind_; } // the last of any_kind
  uint32_t roll(uint32_t n);          // 0 … n − 1

  // What the paragraphs hold that no line may part (TYPESETTING 4, 5).
  static const std::vector<std::u32string>& units();

private:
  std::string han(size_t count);
  std::string pick(const char* const* words, size_t count);
  std::string unit();
  std::string latin();
  std::string mark();
  std::string piece(Kind kind);
  std::string noise();

  uint64_t state_;
  Kind kind_ = Kind::Prose;
};

} // namespace heiban::test
