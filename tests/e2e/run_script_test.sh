#!/usr/bin/env bash
# The first command a stranger types: config/run.sh, where there is no display and everything is
# installed and built. It must start the program it has built and leave the pages as PNG files.
#   run_script_test.sh HEIBAN
set -euo pipefail
program=$1
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT

root=$(cd "$(dirname "$0")/../.." && pwd)
if [ "$program" != "$root/build/release/heiban" ]; then
  echo "not the program config/run.sh builds: nothing to show here"
  exit 0
fi
env -u DISPLAY -u WAYLAND_DISPLAY bash "$root/config/run.sh" --state "$state" >"$state/out" 2>"$state/err" || {
  cat "$state/out" "$state/err"
  exit 1
}
pages=$(find "$state" -name '*.png' -path '*p1.png' | wc -l)
echo "$pages first pages as PNG files"
[ "$pages" -ge 24 ]
