#!/usr/bin/env bash
# Builds the fuzz targets with clang-16 under ASan + UBSan and runs them one after another.
#   bash tests/fuzz/run.sh [--seconds N] [name …]      e.g. --seconds 600 xml_feed html_blocks
# New inputs go to build/fuzz/corpus/<name>; an input that breaks something is kept as
# build/fuzz/<name>-crash-…, for a row in the tests of its folder.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
seconds=600
if [ "${1:-}" = --seconds ]; then
  seconds=$2
  shift 2
fi
names=("$@")
if [ ${#names[@]} = 0 ]; then
  mapfile -t names < <(cd "$root/tests/fuzz" && printf '%s\n' *_fuzz.cpp | sed 's/_fuzz\.cpp$//')
fi
command -v clang++-16 >/dev/null || {
  echo "clang++-16 is missing: apt-get install clang-16 libclang-rt-16-dev" >&2
  exit 1
}
build=$root/build/fuzz
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=-O1 \
  -DCMAKE_C_COMPILER=clang-16 -DCMAKE_CXX_COMPILER=clang++-16 -DHEIBAN_TESTS=OFF -DHEIBAN_FUZZ=ON \
  -DHEIBAN_SANITIZE=address,undefined >/dev/null
nice ninja -C "$build" "${names[@]/%/_fuzz}"
broken=0
for name in "${names[@]}"; do
  mkdir -p "$build/corpus/$name"
  kept=() # not every target keeps a corpus
  if [ -d "$root/tests/fuzz/$name" ]; then kept=("$root/tests/fuzz/$name"); fi
  echo "== $name: $seconds s"
  # 200 MiB and 2 s are what any input may cost; a sanitizer takes several times both.
  nice -n 15 "$(find "$build" -name "${name}_fuzz" -type f | head -n 1)" \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1500 -max_len=20000 -print_final_stats=1 \
    -artifact_prefix="$build/$name-" "$build/corpus/$name" "${kept[@]}" \
    2>"$build/$name.log" || broken=1
  grep -E '^(#[0-9]+.*DONE|stat::number_of_executed_units|stat::average_exec|stat::peak_rss|SUMMARY|wanted)' \
    "$build/$name.log" || true
done
exit "$broken"
