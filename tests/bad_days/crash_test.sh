#!/usr/bin/env bash
# A notice the board dies over: after two deaths it is left out and the others go on; after five
# within ten minutes the bureau's own page stands. A signal from outside plays the crash. And a
# display that does not answer: the board does not wait for it for ever.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/../e2e/world.sh"
state=$work/state
arguments=(--config "$work/heiban.toml" --state "$state")

cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"

[[feed]]
name = "公告公示"
url = "file:feed.json"

[programme]
dwell_min = 600
dwell_max = 600
index_page = false
TOML
cat >"$work/feed.json" <<JSON
{"version": "https://jsonfeed.org/version/1.1", "title": "公告公示", "items": [
 {"id": "1", "title": "关于做好学校安全工作的通知", "content_text": "各学校要落实安全责任，确保师生平安。",
  "date_published": "$(date -u -d '-1 hour' +%FT%TZ)"},
 {"id": "2", "title": "教师资格认定工作公告", "content_text": "网上报名时间为本月内的工作日。",
  "date_published": "$(date -u -d '-2 hours' +%FT%TZ)"},
 {"id": "3", "title": "城区学校学位预警公示", "content_text": "城关第一小学学位已满。",
  "date_published": "$(date -u -d '-3 hours' +%FT%TZ)"}]}
JSON

told() { sed -n "s/^ *\"$1\": *\"\([^\"]*\)\".*/\1/p" "$state/status.json" 2>/dev/null; }
stands() { [ "$(told state)" = "$1" ]; }
# Starts a board and waits until it says that this stands: showing or fallback.
start() {
  rm -f "$state/status.json"
  "$heiban" board "${arguments[@]}" >>"$work/board.log" 2>&1 &
  board=$!
  wait_for 15 "the board says $1" stands "$1"
}
die() { # SIGNAL
  kill "-$1" "$board"
  wait "$board" 2>/dev/null || true
  board=
}
planned() { "$heiban" plan "${arguments[@]}" --for 1h 2>>"$work/plan.log" | grep -c "$1" || true; }

start_display 1280x720
"$heiban" fetch --once "${arguments[@]}" >"$work/fetch.log" 2>&1

step "boards that are killed or leave say nothing against a notice"
start showing
die KILL
start showing
die TERM
[ ! -s "$state/crashes" ] || fail "a crash was noted: $(cat "$state/crashes")"

step "boards die until two have died over one notice"
deaths=0 bad=
while [ -z "$bad" ]; do
  [ "$deaths" -lt 4 ] || fail "no notice was noted twice: $(cat "$state/crashes")"
  start showing
  die ABRT
  deaths=$((deaths + 1))
  bad=$(awk '{ print $3 }' "$state/crashes" | sort | uniq -d)
done
[ "$(wc -l <"$state/crashes")" = "$deaths" ] || fail "$deaths deaths, noted: $(cat "$state/crashes")"

step "it is left out, the others stand, and staff are told"
start showing
[ -n "$(told notice)" ] || fail "the board does not say what stands"
[ "$(told notice)" != "$bad" ] || fail "the notice that two boards died over stands again"
[ "$(planned "$bad")" = 0 ] || fail "heiban plan still names it"
"$heiban" check --offline "${arguments[@]}" >"$work/check" && fail "check finds nothing"
grep -q '两次在显示这条公告时出错退出' "$work/check" || fail "check does not name it"
die ABRT

step "after five deaths the bureau's own page stands"
for _ in $(seq $((deaths + 2)) 5); do
  start showing
  die ABRT
done
[ "$(planned title)" -gt 0 ] || fail "no notice is left that could have stood"
start fallback
die TERM

step "a display that has stopped"
display=${shell_pids[0]}
kill -STOP "$display"
"$heiban" board "${arguments[@]}" >>"$work/board.log" 2>&1 &
board=$!
ended() { has_ended "$board"; }
wait_for 15 "the board gives it up" ended
kill -CONT "$display"
wait "$board" && fail "the board left as if all were well"
grep -q 'the display did not answer' "$work/board.log" || fail "the log does not say why it ended"
step "done"
