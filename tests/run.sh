#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test: in Release, then under ASan + UBSan with
# leaks counted.
#   bash tests/run.sh [--release-only | --asan-only]
set -euo pipefail
# shellcheck source=config/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../config/setup.sh"

passed=0
failed=0

# A test program writes how many of its cases passed; a script, or a program that died before it
# could write, counts as one.
count() {
  local results=$1 name status cases bad
  while read -r name status; do
    if [ -s "$results/test_$name.xml" ]; then
      read -r cases bad < <(sed -n \
        's/^<testsuites tests="\([0-9]*\)" failures="\([0-9]*\)".*errors="\([0-9]*\)".*/\1 \2 \3/p' \
        "$results/test_$name.xml" | awk '{ print $1, $2 + $3 }') || { cases=1; bad=1; }
      if [ "$status" != run ] && [ "$bad" = 0 ]; then bad=1; fi
    else
      cases=1
      bad=1
      if [ "$status" = run ]; then bad=0; fi
    fi
    passed=$((passed + cases - (bad < cases ? bad : cases)))
    failed=$((failed + bad))
  done < <(sed -n 's/.*<testcase name="\([^"]*\)".*status="\([^"]*\)".*/\1 \2/p' "$results/ctest.xml")
}

run_tests() {
  local preset=$1 jobs=$2 results=$root/build/$1/results
  rm -rf "$results"
  mkdir -p "$results"
  say "testing build/$preset"
  env -u DISPLAY -u WAYLAND_DISPLAY GTEST_OUTPUT="xml:$results/" \
    ctest --test-dir "$root/build/$preset" --parallel "$jobs" --timeout 900 \
    --output-on-failure --no-tests=error --output-junit "$results/ctest.xml" ||
    [ -s "$results/ctest.xml" ] || die "ctest could not run"
  count "$results"
}

print_longest() {
  local files
  mapfile -t files < <(cd "$root" && find src -name '*.cpp' -o -name '*.h')
  cd "$root"
  printf '\nThe ten longest functions (lines):\n'
  awk -f tests/shape/longest.awk "${files[@]}" | sort -rn | head -n 10 || true
  printf '\nThe five longest files (lines):\n'
  wc -l "${files[@]}" | grep -v ' total$' | sort -rn | head -n 5 || true
}

install_packages run build test
if [ "${1:-}" != --asan-only ]; then
  build release all ON
  run_tests release "$(nproc)"
fi
if [ "${1:-}" != --release-only ]; then
  export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1
  export UBSAN_OPTIONS=print_stacktrace=1
  export LSAN_OPTIONS=print_suppressions=0
  build asan all ON
  # Half of a script's time is waiting, and here nothing looks at the clock.
  run_tests asan $(($(nproc) * 2))
fi
print_longest
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
