#!/usr/bin/env bash
# What the glass costs: memory, CPU and wake-ups of a still minute, CPU with a fade every 10 s, and
# the time from exec to first ink; beside Debian's Chromium in kiosk mode with the same 30 notices
# and beside an SDL program that does nothing. One run, so that what counts is the ratio.
#   bash tests/bench/glass_cost.sh [path to heiban]
# Wanted: PSS at most 50 MB; at most 60 ms of CPU and 2 wake-ups in a still minute; a tenth of
# Chromium's CPU with fades; first ink within 300 ms of the empty program's.
# Needs the packages of [bench] and [test]; the machine should have nothing else to do.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
heiban=$(realpath "${1:-$root/build/release/heiban}")
minute=${HEIBAN_BENCH_SECONDS:-60} # of each measurement
work=$(mktemp -d)
pids=()
cleanup() {
  local pid
  trap - EXIT
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

for source in empty_sdl first_ink; do
  # shellcheck disable=SC2046
  c++ -O2 -o "$work/$source" "$root/tests/bench/$source.cpp" $(pkg-config --cflags --libs sdl2 x11)
done

python3 - "$work" <<'PY'
import datetime, json, sys
work = sys.argv[1]
now = datetime.datetime.now(datetime.timezone.utc)
text = '各学校要落实安全责任，开展隐患排查，建立台账，限期整改，确保师生平安。请各校于本周五前将排查情况报送办公室。'
items = [{'id': str(i), 'title': '关于做好第%d号学校安全工作的通知' % i,
          'content_html': ''.join('<p>%s</p>' % text for _ in range(3)),
          'date_published': (now - datetime.timedelta(hours=i + 1)).strftime('%Y-%m-%dT%H:%M:%SZ')}
         for i in range(30)]
json.dump({'version': 'https://jsonfeed.org/version/1.1', 'title': '公告公示', 'items': items},
          open(work + '/feed.json', 'w'))
for name, dwell in (('still', 600), ('fades', 10)):
    open('%s/%s.toml' % (work, name), 'w').write(
        '[bureau]\nname = "云岭县教育局"\n[[feed]]\nname = "公告公示"\nurl = "file:feed.json"\n'
        'refresh = "1小时"\n[programme]\ndwell_min = %d\ndwell_max = %d\nindex_page = false\n' % (dwell, dwell))
    pages = ''.join('<section><h1>%s</h1>%s</section>' % (i['title'], i['content_html']) for i in items)
    open('%s/%s.html' % (work, name), 'w').write(
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>body{margin:0;background:#14271f;'
        'color:#f1efe4;font:41px/1.6 "Noto Sans CJK SC"}section{position:absolute;inset:60px;opacity:0;'
        'transition:opacity .4s}h1{font-size:78px;text-align:center}section.on{opacity:1}</style>'
        + pages + '<script>const s=document.querySelectorAll("section");let n=0;s[0].className="on";'
        'setInterval(()=>{s[n].className="";n=(n+1)%%s.length;s[n].className="on"},%d)</script>'
        % (dwell * 1000))
PY

Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
pids+=($!)
until [ -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
unset WAYLAND_DISPLAY SDL_VIDEODRIVER DBUS_SESSION_BUS_ADDRESS

family() { # PID: it and all its descendants
  local pid
  echo "$1"
  for pid in $(pgrep -P "$1" || true); do family "$pid"; done
}
pss_mb() {
  local pid
  for pid in $(family "$1"); do cat "/proc/$pid/smaps_rollup" 2>/dev/null || true; done |
    awk '/^Pss:/ { n += $2 } END { printf "%.1f", n / 1024 }'
}
cpu_ms() {
  local pid
  for pid in $(family "$1"); do cat /proc/"$pid"/task/*/schedstat 2>/dev/null || true; done |
    awk '{ n += $1 } END { printf "%d", n / 1000000 }'
}
sleeps() {
  local pid
  for pid in $(family "$1"); do cat /proc/"$pid"/task/*/status 2>/dev/null || true; done |
    awk '/^voluntary/ { n += $2 } END { printf "%d", n }'
}

# run NAME COMMAND…: starts it, waits for ink; sets $program and $ink_ms.
run() {
  "$work/first_ink" >"$work/ink" &
  local watcher=$!
  "$@" >"$work/out" 2>&1 &
  program=$!
  pids+=("$program")
  wait "$watcher" || { tail "$work/out" >&2; echo "no ink: $*" >&2; exit 1; }
  ink_ms=$(cat "$work/ink")
}
end() {
  kill "$program" 2>/dev/null || true
  wait "$program" 2>/dev/null || true
  sleep 1
}
# measure: the program after it has settled, for a minute.
measure() {
  sleep 15
  local cpu before
  cpu=$(cpu_ms "$program") before=$(sleeps "$program")
  sleep "$minute"
  used_ms=$(($(cpu_ms "$program") - cpu)) slept=$(($(sleeps "$program") - before))
  memory=$(pss_mb "$program")
}
row() { printf '%-28s %10s %12s %12s %12s %12s\n' "$@"; }
best_ink() { # of three starts
  local best=999999 _
  for _ in 1 2 3; do
    run "$@"
    [ "$ink_ms" -ge "$best" ] || best=$ink_ms
    end
  done
  ink_ms=$best
}

kiosk() {
  exec chromium --kiosk --no-sandbox --no-first-run --disable-component-update --window-size=1920,1080 \
    --window-position=0,0 --user-data-dir="$work/chromium" "file://$work/$1.html"
}
heiban_board() { exec "$heiban" board --config "$work/$1.toml" --state "$work/state"; }
heiban_run() { exec "$heiban" run --config "$work/$1.toml" --state "$work/state"; }
"$heiban" fetch --once --config "$work/still.toml" --state "$work/state" 2>/dev/null

row "" "ink ms" "PSS MB" "still ms" "wake-ups" "fades ms"
best_ink "$work/empty_sdl"; empty_ink=$ink_ms
run "$work/empty_sdl"; measure; end
row "empty SDL program" "$empty_ink" "$memory" "$used_ms" "$slept" -

best_ink heiban_board still; our_ink=$ink_ms
run heiban_run still; measure; end
our_memory=$memory our_still=$used_ms our_slept=$slept
run heiban_run fades; measure; end
our_fades=$used_ms
row "heiban run" "$our_ink" "$our_memory" "$our_still" "$our_slept" "$our_fades"

if command -v chromium >/dev/null; then
  run kiosk still; its_ink=$ink_ms
  measure; end
  its_memory=$memory its_still=$used_ms its_slept=$slept
  run kiosk fades; measure; end
  row "Chromium kiosk" "$its_ink" "$its_memory" "$its_still" "$its_slept" "$used_ms"
  awk -v a="$our_fades" -v b="$used_ms" -v m="$our_memory" -v n="$its_memory" \
    'BEGIN { printf "of Chromium: %.3f of the CPU with fades, %.3f of the memory\n", a / b, m / n }'
fi
printf 'first ink %d ms after the empty program'"'"'s\n' "$((our_ink - empty_ink))"
