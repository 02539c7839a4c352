// cpu_seconds: how much processor time a piece of work took; the wall clock would measure the
// machine's other work too. Tests of hostile input call it to see that each ends soon.
// It is no benchmark: their bounds stand far above what is usual, and catch work that grows faster
// than its input.
#pragma once

#include <ctime>

namespace heiban {

// A sanitizer makes code several times slower; what a test allows grows with it.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr double kSlower = 8;
#else
inline constexpr double kSlower = 1;
#endif

// Seconds of this process's processor time that `work` took, as without a sanitizer.
template <typename Work>
double cpu_seconds(Work&& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / kSlower;
}

} // namespace heiban
