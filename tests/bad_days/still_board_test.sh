#!/usr/bin/env bash
# A board nobody touches and a board everybody touches: what it costs while still, that visitors'
# keys change nothing, that it obeys the service manager, that it goes down with its X server and
# takes its fetcher with it.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/../e2e/world.sh"
state=$work/state

cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"

[[feed]]
name = "公告公示"
url = "file:feed.json"
refresh = "1小时"

[programme]
dwell_min = 600
dwell_max = 600
index_page = false

[screen]
pixel_shift = false # pictures are compared
TOML
cat >"$work/feed.json" <<JSON
{"version": "https://jsonfeed.org/version/1.1", "title": "公告公示", "items": [
 {"id": "1", "title": "关于做好学校安全工作的通知", "content_text": "各学校要落实安全责任，开展隐患排查，确保师生平安。",
  "date_published": "$(date -u -d '-1 hour' +%FT%TZ)"},
 {"id": "2", "title": "教师资格认定工作公告", "content_text": "网上报名时间为本月内的工作日，逾期不再受理。",
  "date_published": "$(date -u -d '-2 hours' +%FT%TZ)"}]}
JSON

start() { # COMMAND
  "$heiban" "$1" --config "$work/heiban.toml" --state "$state" >"$work/board.log" 2>&1 &
  board=$!
}
shows() { grep -q '"state": *"showing"' "$state/status.json" 2>/dev/null; }
told() { # KEY: what the board says of itself now
  kill -USR1 "$board"
  sleep 0.5
  sed -n "s/^ *\"$1\": *\([0-9]*\),*$/\1/p" "$state/status.json"
}
sleeps() { cat "/proc/$board"/task/*/status | awk '/^voluntary/ { n += $2 } END { print n }'; }
busy_ms() { cat "/proc/$board"/task/*/schedstat | awk '{ n += $1 } END { print int(n / 1000000) }'; }
gone() { has_ended "$1"; }

start_display 1280x720
"$heiban" fetch --once --config "$work/heiban.toml" --state "$state" >"$work/fetch.log" 2>&1
rm -f "$state/status.json"

holds_usr1() { # the tenth of its blocked signals
  local mask
  mask=$(sed -n 's/^SigBlk:\t//p' "/proc/$board/status")
  ((0x$mask & 0x200))
}

step "a program asked for its status before it can tell is not killed by that"
mkfifo "$work/slow"
exec 9<>"$work/slow"
"$heiban" notice - <"$work/slow" 9>&- >"$work/slow.log" 2>&1 &
board=$!
wait_for 5 "its own code runs" holds_usr1
kill -USR1 "$board"
exec 9>&-
code=0
wait "$board" || code=$?
[ "$code" -lt 128 ] || fail "it was killed: $code"

step "the board stands"
start board
wait_for 15 "the board shows a notice" shows
sleep 2
shot
ink "$work/shot.png" 1000x300+140+150 || fail "no ink on the glass"
cp "$work/shot.png" "$work/before.png"

step "while it stands nothing is drawn but the clock, and it sleeps"
presents=$(told presents) slept=$(sleeps) busy=$(busy_ms)
sleep 30
slept=$(($(sleeps) - slept)) busy=$(($(busy_ms) - busy)) presents=$(($(told presents) - presents))
step "… 30 s: $presents presents, $slept wake-ups, $busy ms of CPU"
[ "$presents" -le 1 ] || fail "$presents presents in 30 s"
[ "$slept" -le 12 ] || fail "$slept wake-ups in 30 s" # the clock's tick wakes two threads
grep -q __asan_init "$heiban" || [ "$busy" -le 60 ] || fail "$busy ms of CPU in 30 s"

step "keys, clicks and the mouse change nothing"
for _ in 1 2 3; do
  xdotool key --delay 1 Escape q Q space Return Right Left F4 F11 alt+F4 ctrl+c ctrl+alt+Delete \
    mousemove 300 300 click 1 click 2 click 3 mousemove 900 500 type --delay 1 'hello world'
done
shot
[ "$(middle "$work/shot.png" 1000x400+140+150)" = "$(middle "$work/before.png" 1000x400+140+150)" ] ||
  fail "the page changed"
kill -0 "$board" || fail "a key ended the board"

step "a second board says so and leaves"
status=0
"$heiban" board --config "$work/heiban.toml" --state "$state" >"$work/second.log" 2>&1 || status=$?
[ "$status" != 0 ] || fail "a second board ran"
grep -q "已有一块板正在使用" "$work/second.log" || fail "it does not say why it left"

step "it leaves when it is told to"
begun=$(date +%s%N)
kill -TERM "$board"
wait "$board" || fail "it ended with $?"
[ $((($(date +%s%N) - begun) / 1000000)) -lt 3000 ] || fail "it took its time"
grep -q '"state": *"left"' "$state/status.json" || fail "status.json does not say so"

step "the fetcher does not outlive a killed board"
start run
wait_for 15 "the board shows a notice" shows
wait_for 15 "a fetcher runs" pgrep -P "$board"
fetcher=$(pgrep -P "$board")
kill -9 "$board"
wait "$board" 2>/dev/null || true
wait_for 5 "the fetcher is gone" gone "$fetcher"

step "when the X server dies the board ends, for its unit to start it again"
rm -f "$state/status.json"
start board
wait_for 15 "the board shows a notice" shows
kill -9 "${shell_pids[0]}"
wait_for 5 "the board has ended" gone "$board"
status=0
wait "$board" || status=$?
[ "$status" != 0 ] || fail "it ended as if all were well"
board=

step "without a display the pages become files"
unset DISPLAY
"$heiban" run --config "$work/heiban.toml" --state "$state" >"$work/folder" 2>"$work/files.log" ||
  fail "heiban run ended with $?"
folder=$(cat "$work/folder")
[ -s "$folder/index.json" ] || fail "no index.json in $folder"
[ "$(find "$folder" -name '0*.png' | wc -l)" = 2 ] || fail "not a file for each page"
ink "$folder/$(find "$folder" -name '0001-*.png' -printf '%f')" || fail "no ink on the first page"
step "done"
