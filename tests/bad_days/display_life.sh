#!/usr/bin/env bash
# A display's life (FAULTS 21, 24): off, 4K, 1080p, portrait and back, many times over, on an X
# server whose display can do all that. Each time the board fills the screen again within three
# seconds; at the end the glass is pixel for pixel what it was, and the board holds no more memory
# or descriptors than after the first rounds.
#   bash tests/bad_days/display_life.sh build/release/heiban [CYCLES, 500]
# By hand: it needs xserver-xorg-video-dummy, matchbox-window-manager and x11-xserver-utils.
set -euo pipefail
heiban=$(realpath "$1")
cycles=${2:-500}
patience=${HEIBAN_PATIENCE:-3} # seconds; more on a machine that does other things too
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/../e2e/world.sh"
state=$work/state
for tool in Xorg matchbox-window-manager xrandr xset xdotool; do
  command -v "$tool" >/dev/null || fail "$tool is not installed"
done

write_files() {
  cat >"$work/xorg.conf" <<'CONF'
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0 - 1000.0
  VertRefresh 5.0 - 200.0
  Modeline "1920x1080" 148.50 1920 2008 2052 2200 1080 1084 1089 1125
  Modeline "3840x2160" 297.00 3840 4016 4104 4400 2160 2168 2178 2250
  Modeline "1080x1920" 148.50 1080 1168 1212 1360 1920 1924 1929 1965
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1920x1080" "3840x2160" "1080x1920"
  EndSubSection
EndSection
CONF
  cat >"$work/heiban.toml" <<'TOML'
[bureau]
name = "云岭县教育局"

[screen]
pixel_shift = false # pictures are compared

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
 {"id": "1", "title": "关于做好学校安全工作的通知", "content_text": "各学校要落实安全责任，开展隐患排查，确保师生平安。",
  "date_published": "$(date -u -d '-1 hour' +%FT%TZ)"}]}
JSON
}

start_xorg() {
  Xorg -displayfd 3 -config "$work/xorg.conf" -logfile "$work/xorg-log" -noreset -nolisten tcp \
    -novtswitch -sharevts 3>"$work/display" 2>"$work/xorg.err" &
  shell_pids+=($!)
  wait_for 20 "Xorg is up" test -s "$work/display"
  DISPLAY=:$(cat "$work/display")
  export DISPLAY
  unset WAYLAND_DISPLAY SDL_VIDEODRIVER
}

start_manager() {
  matchbox-window-manager -use_titlebar no 2>"$work/manager.log" &
  manager=$!
  shell_pids+=("$manager")
}

# Uncompressed: a 4K picture as PNG takes longer than the board may.
shot() { import -silent -window root "$work/shot.ppm"; }
shows() { grep -q '"state": *"showing"' "$state/status.json" 2>/dev/null; }
window() { xdotool search --class heiban 2>/dev/null | head -n 1; }
fills() { # WIDTH HEIGHT
  [ "$(xdotool getwindowgeometry "$(window)" 2>/dev/null | awk '/Geometry/ { print $2 }')" = "$1x$2" ]
}
# A page of that size is on the glass: letters stand near its right end, where the old one had none.
readable() { # WIDTH HEIGHT
  shot
  ink "$work/shot.ppm" "$(($1 * 3 / 4))x$(($2 / 2))+$(($1 / 8))+$(($2 / 6))"
}
slowest=0 # ms until the window filled a new mode
mode() {  # WIDTH HEIGHT
  local begun took
  begun=$(date +%s%N)
  xrandr --output DUMMY0 --mode "$1x$2"
  wait_for "$patience" "the board fills $1x$2" fills "$1" "$2"
  took=$((($(date +%s%N) - begun) / 1000000))
  if [ "$took" -gt "$slowest" ]; then slowest=$took; fi
  wait_for "$patience" "there is a page on $1x$2" readable "$1" "$2"
}
pss_kb() { awk '/^Pss:/ { print $2 }' "/proc/$board/smaps_rollup"; }
descriptors() { find "/proc/$board/fd" -mindepth 1 | wc -l; }
lives() { kill -0 "$board" 2>/dev/null || fail "the board is gone"; }

cycle() {
  xrandr --output DUMMY0 --off
  sleep 0.2
  lives
  mode 3840 2160
  mode 1920 1080
  mode 1080 1920
  mode 1920 1080
  lives
}

write_files
start_xorg
start_manager
"$heiban" fetch --once --config "$work/heiban.toml" --state "$state" >"$work/fetch.log" 2>&1
"$heiban" board --config "$work/heiban.toml" --state "$state" >"$work/board.log" 2>&1 &
board=$!
wait_for 15 "the board shows a notice" shows
mode 1920 1080
first=$(middle "$work/shot.ppm")

step "the cursor is hidden and no screen saver comes"
xdotool mousemove 900 500
shot
[ "$(middle "$work/shot.ppm")" = "$first" ] || fail "the cursor is seen"
xset s 2 2
sleep 5
shot
[ "$(middle "$work/shot.ppm")" = "$first" ] || fail "the screen saver came"
xset q | grep -A 2 '^Screen Saver'

step "five cycles to warm up"
for _ in 1 2 3 4 5; do cycle; done
held=$(pss_kb) open=$(descriptors)
step "… PSS $held kB, $open descriptors; $cycles cycles"
for ((i = 1; i <= cycles; ++i)); do
  cycle
  if ((i % 50 == 0)); then step "… $i cycles, PSS $(pss_kb) kB, filled again after $slowest ms at most"; fi
done

step "the glass is what it was"
sleep 1
shot
[ "$(middle "$work/shot.ppm")" = "$first" ] || fail "another picture stands at the end"
grown=$(($(pss_kb) - held)) more=$(($(descriptors) - open))
step "… PSS grew by $grown kB, $more descriptors more"
[ "$grown" -le 2048 ] || fail "memory grew by $grown kB"
[ "$more" -le 0 ] || fail "$more descriptors leaked"

step "without its window manager, and with it again"
kill "$manager"
sleep 1
lives
readable 1920 1080 || fail "nothing on the glass without a window manager"
start_manager
sleep 1
mode 1080 1920
mode 1920 1080
sleep 1
shot
[ "$(middle "$work/shot.ppm")" = "$first" ] || fail "another picture stands at the end"
step "done: $cycles cycles"
