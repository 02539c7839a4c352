#!/usr/bin/env bash
# What a stranger sees first: the built-in sample feeds, with next to no environment and no display.
# Every sample is shown, none is held, every page has ink and nothing but ink.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/world.sh"
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bare=(env -i HOME="$work" PATH=/usr/bin:/bin)

step "without a display, heiban run makes pictures and says where"
cd /
"${bare[@]}" "$heiban" run --config "$root/config/heiban.toml" >"$work/out" 2>"$work/run.log"
pages=$(tail -n 1 "$work/out")
[ -d "$pages" ] || fail "heiban run did not say where the pictures are, but: $pages"

titles=$(sed -n 's/^ *"title": "\(.*\)",$/\1/p' "$pages/index.json" | sort -u | grep -c .)
entries=$(cat "$root"/assets/samples/*.sample.* | grep -cE '^<item>|^<entry>|^ *"date_published"')
[ "$entries" -ge 24 ] || fail "only $entries samples"
[ "$titles" -ge "$entries" ] || fail "$entries samples, but $titles titles on the wall"

step "$(find "$pages" -name '*.png' | wc -l) pages, all of them with ink"
for picture in "$pages"/*.png; do
  [ "$(identify -format '%wx%h' "$picture")" = 1920x1080 ] || fail "$picture has another size"
  ink "$picture" 1920x860+0+110 || fail "no ink on $picture"
done

step "heiban check finds nothing to complain of"
"${bare[@]}" "$heiban" check --config "$root/config/heiban.toml" >"$work/check.log" 2>&1 ||
  fail "heiban check ended with $?"
step "done"
