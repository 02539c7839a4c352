#!/usr/bin/env bash
# A display that dies (FAULTS 22): the X server is killed by its id while a notice stands, and then
# the window manager alone, many times over. Two loops stand in for the two systemd units (Restart=
# always, RestartSec=1); between them runs the session script that the service starts. After each
# death a readable page stands again within ten seconds, and nothing is left running.
#   bash tests/bad_days/display_deaths.sh build/release/heiban [DEATHS, 50]
# By hand: it needs xvfb, matchbox-window-manager and imagemagick.
set -euo pipefail
heiban=$(realpath "$1")
deaths=${2:-50}
patience=${HEIBAN_PATIENCE:-10} # seconds; more on a machine that does other things too
project=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
# shellcheck source=tests/e2e/world.sh
source "$project/tests/e2e/world.sh"
state=$work/state
command -v matchbox-window-manager >/dev/null || fail "matchbox-window-manager is not installed"

cat >"$work/heiban.toml" <<'TOML'
[bureau]
name = "云岭县教育局"

[[feed]]
name = "公告公示"
url = "file:feed.json"
TOML
cat >"$work/feed.json" <<JSON
{"version": "https://jsonfeed.org/version/1.1", "title": "公告公示", "items": [
 {"id": "1", "title": "关于做好学校安全工作的通知", "content_text": "各学校要落实安全责任，开展隐患排查，确保师生平安。",
  "date_published": "$(date -u -d '-1 hour' +%FT%TZ)"}]}
JSON

# The service finds the program in its PATH.
mkdir "$work/bin"
ln -s "$heiban" "$work/bin/heiban"
PATH=$work/bin:$PATH
number=$(free_port)
export DISPLAY=:$number
unset WAYLAND_DISPLAY SDL_VIDEODRIVER

# unit NAME COMMAND…: starts it again a second after each end, its id in $work/NAME.pid.
unit() {
  local name=$1 child=
  shift
  trap 'kill "$child" 2>/dev/null; exit' TERM
  while :; do
    "$@" >>"$work/$name.log" 2>&1 &
    child=$!
    echo "$child" >"$work/$name.pid"
    wait "$child" 2>/dev/null || true
    sleep 1
  done
}
id_of() { cat "$work/$1.pid"; }
manager_of() { # that of this display, and no other's
  local id
  for id in $(pgrep -f "^matchbox-window-manager"); do
    if grep -qz "^DISPLAY=:$number\$" "/proc/$id/environ" 2>/dev/null; then echo "$id"; fi
  done
}
managed_again() { [ -n "$(manager_of)" ] && [ "$(manager_of)" != "$manager" ]; }
readable() {
  timeout 5 import -silent -window root "$work/shot.ppm" 2>/dev/null &&
    ink "$work/shot.ppm" 1400x500+260+280
}
boards() { pgrep -fc "^heiban board --config $work/" || true; }

"$heiban" fetch --once --config "$work/heiban.toml" --state "$state" >"$work/fetch.log" 2>&1
unit display Xvfb "$DISPLAY" -screen 0 1920x1080x24 -nolisten tcp &
shell_pids+=($!)
unit board bash "$project/config/x-session.sh" --config "$work/heiban.toml" --state "$state" &
shell_pids+=($!)
wait_for 20 "a page stands" readable

step "the X server is killed, $deaths times"
slowest=0
for ((i = 1; i <= deaths; ++i)); do
  sleep "0.$((RANDOM % 10))"
  begun=$(date +%s%N)
  kill -9 "$(id_of display)"
  sleep 0.3
  wait_for "$patience" "a page stands again after death $i" readable
  took=$((($(date +%s%N) - begun) / 1000000))
  if [ "$took" -gt "$slowest" ]; then slowest=$took; fi
done
step "… a page stood again after $slowest ms at most"

step "the window manager is killed, $deaths times"
for ((i = 1; i <= deaths; ++i)); do
  manager=$(manager_of)
  kill -9 "$manager"
  wait_for "$patience" "the window manager is back after death $i" managed_again
  wait_for 3 "a page stands after the window manager's death $i" readable
done

step "one board runs, no more"
[ "$(boards)" = 1 ] || fail "$(boards) boards run"
step "done: $deaths deaths each"
