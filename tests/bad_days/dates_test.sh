#!/usr/bin/env bash
# The board and its fetcher over a midnight that matters: the end of a month, of a year, of February
# in a leap year, the second after which 32 bits of seconds are full, 49.7 days of uptime. On each of
# them a 公示 ends: it stands before and has left after, with its persons' names, and no server to
# ask; the round goes on. The dates go by at once, side by side.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/../e2e/world.sh"
faketime_library=$(dpkg -L libfaketime | grep -m1 'libfaketimeMT.so.1$')
export SDL_AUDIODRIVER=dummy
lead=8 # seconds from a start to the instant
export TZ=Asia/Shanghai

# world NAME INSTANT TITLE: a state folder whose fetcher last ran a minute before, then lost its feed.
world() {
  local dir=$work/$1 made content
  made=$(date -u -d "@$(($2 - 60))" +%FT%TZ)
  mkdir -p "$dir/state"
  cat >"$dir/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"
[[feed]]
name = "公告"
url = "file:feed.json"
refresh = "1小时"
[programme]
dwell_min = 3
dwell_max = 5
index_page = false
[screen]
transition = "none"
TOML
  cat >"$dir/feed.json" <<JSON
{"version": "https://jsonfeed.org/version/1.1", "title": "公告", "items": [
 {"id": "1", "title": "$3", "content_text": "甄不凡等同志，反映情况请来电。",
  "date_published": "$made", "_heiban": {"valid_to": "$(date -u -d "@$2" +%FT%TZ)"}},
 {"id": "2", "title": "关于值班安排的通知", "content_text": "各学校要安排人员值班。",
  "date_published": "$(date -u -d "@$(($2 - 7200))" +%FT%TZ)"}]}
JSON
  "$heiban" fetch --once --config "$dir/heiban.toml" --state "$dir/state" --at "$made" \
    2>"$dir/fetch.log" || fail "$1: no first edition"
  rm "$dir/feed.json"
  # The mark of an earlier boot, so that a year long after the program's build is believed: ten
  # minutes and all the time this machine has been up before the instant.
  content=$(printf '{"at":"%s","boot_id":"before","boot_seconds":1,"confirmed":true}' \
    "$(date -u -d "@$(($2 - 600 - $(cut -d. -f1 /proc/uptime)))" +%FT%TZ)")
  printf '{"format":"heiban-clock","schema":1,"sha256":"%s","content":\n%s\n}\n' \
    "$(printf %s "$content" | sha256sum | cut -d' ' -f1)" "$content" >"$dir/state/clock.json"
}

# cross NAME INSTANT COMMAND…: a board over that instant, started by a command that sets its clocks.
cross() {
  local dir=$work/$1 run
  "${@:3}" "$heiban" run --config "$dir/heiban.toml" --state "$dir/state" >"$dir/board.log" 2>&1 &
  run=$!
  sleep $((lead - 2))
  grep -rqaF 甄不凡 "$dir/state/edition.json" || echo "it left before its end" >>"$dir/wrong"
  sleep 7
  ! grep -rqaF 甄不凡 "$dir/state" || echo "its names are there after its end" >>"$dir/wrong"
  grep -q '"state": "showing"' "$dir/state/status.json" || echo "nothing shows" >>"$dir/wrong"
  kill "$run"
  wait "$run" || echo "heiban run ended badly" >>"$dir/wrong"
  ! grep -q '"trusted":false' "$dir"/state/ledger/* || echo "the clock was doubted" >>"$dir/wrong"
  "$heiban" ledger verify --state "$dir/state" >>"$dir/verify.log" || echo "a broken chain" >>"$dir/wrong"
  # 展示,2026-11-30,23:59:57,00:00:00,3,TITLE,…
  "$heiban" ledger export --state "$dir/state" >"$dir/stood.csv"
  awk -F, -v end="$(date -d "@$2" '+%F %T')" '$1 !~ /展示/ { next }
    { over = $4 < $3 || $2 " " $4 > end } # it stood beyond the instant
    /值班/ { later = later || over; next }
    over { wrong = 1 } { before = 1 } END { exit !before || !later || wrong }' "$dir/stood.csv" ||
    echo "the ledger tells another story" >>"$dir/wrong"
}

# over NAME DATE TITLE: told by the wall clock alone.
over() {
  local instant
  instant=$(date -d "$2" +%s)
  world "$1" "$instant" "$3"
  cross "$1" "$instant" env "LD_PRELOAD=$faketime_library" FAKETIME_NO_CACHE=1 \
    DONT_FAKE_MONOTONIC=1 FAKETIME_DONT_FAKE_MONOTONIC=1 \
    "FAKETIME=@$(date -d "@$((instant - lead))" '+%F %T')"
}

# The machine has been up for 49.7 days: 32 bits of milliseconds are full. The wall clock is true.
over_uptime() {
  local ahead instant=$(($(date +%s) + lead + 1))
  world uptime "$instant" 关于临时停水的通知
  rm "$work/uptime/state/clock.json"
  while [ "$(date +%s)" -lt $((instant - lead)) ]; do sleep 0.1; done
  ahead=$((4294967 - lead - $(cut -d. -f1 /proc/uptime)))
  cross uptime "$instant" unshare -rT --monotonic "$ahead" --boottime "$ahead"
}

start_display 640x360
names=()
boards=()
begin() { # NAME DATE TITLE
  over "$@" &
  names+=("$1")
  boards+=($!)
}
begin month "2026-12-01 00:00:00" 关于拟聘用人员的公示
begin year "2027-01-01 00:00:00" 关于拟聘用人员的公示
begin leap "2028-02-29 00:00:00" 关于拟聘用人员的公示
begin after_leap "2028-03-01 00:00:00" 关于拟聘用人员的公示
begin full_32_bits "2038-01-19 11:14:08" 关于临时停水的通知
if unshare -rT true 2>/dev/null; then # the kernel lets us set a clock that counts from boot
  over_uptime &
  names+=(uptime)
  boards+=($!)
else
  step "no time namespaces here: 49.7 days are left to test_app"
fi
wait "${boards[@]}" || true
for name in "${names[@]}"; do
  [ -s "$work/$name/stood.csv" ] || fail "$name: the board did not come that far"
  [ ! -e "$work/$name/wrong" ] || fail "$name: $(cat "$work/$name/wrong")"
  step "$name"
done
step "done"
