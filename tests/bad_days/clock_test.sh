#!/usr/bin/env bash
# A clock that is wrong at boot, and one that jumps: notices stay on the glass, nothing is expired
# for good, nothing that was over comes back, nothing turns or fetches in a storm, and a boot in
# 2099 leaves no trace. Dates are Beijing's whatever TZ says.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/../e2e/world.sh"
state=$work/state
ledger=$state/ledger
faketime_library=$(dpkg -L libfaketime | grep -m1 'libfaketimeMT.so.1$')

cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"

[[feed]]
name = "公告公示"
url = "file:feed.json"
refresh = "1分钟"

[programme]
dwell_min = 5
dwell_max = 5
index_page = false
TOML
cat >"$work/feed.json" <<JSON
{"version": "https://jsonfeed.org/version/1.1", "title": "公告公示", "items": [
 {"id": "1", "title": "关于做好学校安全工作的通知", "content_text": "各学校要落实安全责任。",
  "date_published": "$(date -u -d '-1 hour' +%FT%TZ)"},
 {"id": "2", "title": "教师资格认定工作公告", "content_text": "网上报名时间为本月内的工作日。",
  "date_published": "$(date -u -d '-2 hours' +%FT%TZ)"}]}
JSON

# The wall clock is made to lie; the steady and the boot clock are true.
lying=(env "LD_PRELOAD=$faketime_library" DONT_FAKE_MONOTONIC=1 FAKETIME_DONT_FAKE_MONOTONIC=1
  FAKETIME_NO_CACHE=1)
notices() { grep -o '"id":"[0-9a-f]\{16\}"' "$state/edition.json" | sort -u | wc -l; }
stands() { sed -n 's/^ *"state": *"\(.*\)",*$/\1/p' "$state/status.json" 2>/dev/null; }
shows() { [ "$(stands)" = showing ]; }
turns() {
  kill -USR1 "$board"
  sleep 0.3
  sed -n 's/^ *"turns": *\([0-9]*\),*$/\1/p' "$state/status.json"
}
no_trace_of() { # YEAR
  [ -z "$(find "$ledger" -name "$1-*.jsonl" -print -quit)" ] || fail "the ledger has a day of $1"
  ! grep -q "\"$1-" "$state/clock.json" || fail "the mark stands in $1"
  ! grep -q "\"made_at\":\"$1-" "$state/edition.json" || fail "the edition is of $1"
}

start_display 1280x720
"$heiban" fetch --once --config "$work/heiban.toml" --state "$state" 2>"$work/fetch.log"
[ "$(notices)" = 2 ] || fail "the first edition has $(notices) notices"
export SDL_AUDIODRIVER=dummy

for year in 1970 2000 2099; do
  step "boot in $year"
  rm -f "$state/status.json"
  "${lying[@]}" "FAKETIME=@$year-01-01 08:00:00" "$heiban" fetch --once --config "$work/heiban.toml" \
    --state "$state" 2>"$work/fetch.log" || fail "fetch --once in $year"
  [ "$(notices)" = 2 ] || fail "a fetch in $year left $(notices) notices"
  "${lying[@]}" "FAKETIME=@$year-01-01 08:00:00" "$heiban" board --config "$work/heiban.toml" \
    --state "$state" 2>"$work/board.log" &
  board=$!
  wait_for 10 "a notice is on the glass in $year" shows
  kill -TERM "$board"
  wait "$board" || fail "the board of $year ended with $?"
  grep -q '"trusted":false' "$ledger"/*.jsonl || fail "the ledger does not say that $year is doubted"
  no_trace_of "$year"
done

step "after it the true time: both notices are there, the day is today's"
"$heiban" fetch --once --config "$work/heiban.toml" --state "$state" 2>"$work/fetch.log"
[ "$(notices)" = 2 ] || fail "$(notices) notices are left"
"$heiban" plan --for 10s --config "$work/heiban.toml" --state "$state" 2>/dev/null |
  grep -q "\"at\":\"$(date -u +%Y-%m-%d)" || fail "the plan is not of today"

step "a clock that jumps ±1 h, ±30 d, ±10 y while the board runs"
mkdir "$work/clock" # not beside the config, whose folder is watched
echo "+0" >"$work/clock/offset"
"${lying[@]}" "FAKETIME_TIMESTAMP_FILE=$work/clock/offset" "$heiban" run --config "$work/heiban.toml" \
  --state "$state" 2>"$work/board.log" &
board=$!
sleep 1
wait_for 10 "a notice is on the glass" shows
before=$(turns)
began=$SECONDS
for jump in +3600 -3600 +2592000 -2592000 +315360000 -315360000 +0; do
  echo "$jump" >"$work/clock/offset"
  sleep 1.2
  [ "$(stands)" = showing ] || fail "after a jump of $jump: $(stands)"
done
turned=$(($(turns) - before)) took=$((SECONDS - began))
[ "$turned" -le $((took / 5 + 2)) ] || fail "$turned turns in $took s"
[ "$turned" -ge 1 ] || fail "no turn in $took s"
fetched=$(grep -c 'edition [0-9]* with' "$work/board.log" || true)
[ "$fetched" -le 8 ] || fail "$fetched editions in $took s: more than one a jump"
kill -TERM "$board"
wait "$board" || fail "the board ended with $?"
[ "$(notices)" = 2 ] || fail "after the jumps $(notices) notices are left"
no_trace_of "$(date -d '+10 years' +%Y)"

step "the same plan in every time zone"
for zone in "" UTC Asia/Shanghai America/New_York Europe/Dublin; do
  TZ=$zone "$heiban" plan --for 1m --at 2027-01-01T00:00:00 --config "$work/heiban.toml" \
    --state "$state" 2>/dev/null >"$work/plan.${zone//\//-}"
  cmp -s "$work/plan.${zone//\//-}" "$work/plan." || fail "another plan with TZ=$zone"
done
step "done"
