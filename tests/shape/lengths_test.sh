#!/usr/bin/env bash
# longest.awk measures functions rightly, and no function of src/ is above 100 lines.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/sample.cpp" <<'CPP'
#include <vector>

namespace a {
namespace {

struct Point {
  int x = 0;
  int sum() const {
    return x;
  }
};

const std::vector<int> kTable = {
    1,
    2,
};

// A comment does not count.
int
two_lines_of_signature(int a,
                       int b) {
  if (a) {
    return b;
  }
  return [&] {
    return a;
  }();
}

} // namespace

Point::Point() {
  x = 1;
}

TEST(Suite, Name) {
  f();
}

} // namespace a
CPP

expected="3 $work/sample.cpp:8 sum
10 $work/sample.cpp:19 two_lines_of_signature
3 $work/sample.cpp:32 Point::Point
3 $work/sample.cpp:36 TEST(Suite, Name)"
measured=$(awk -f "$here/longest.awk" "$work/sample.cpp")
if [ "$measured" != "$expected" ]; then
  printf 'longest.awk measured\n%s\nand should have measured\n%s\n' "$measured" "$expected"
  exit 1
fi

mapfile -t sources < <(find "$root/src" -name '*.cpp' -o -name '*.h')
awk -f "$here/longest.awk" "${sources[@]}" >"$work/all"
[ "$(wc -l <"$work/all")" -gt 100 ] || { echo "too few functions found in src/"; exit 1; }
awk '$1 > 100 { print "above 100 lines: " $0; bad = 1 } END { exit bad }' "$work/all"
awk '$1 > 30 { long++ } END { printf "%d of %d functions above 30 lines\n", long, NR; exit long * 10 > NR }' "$work/all"
