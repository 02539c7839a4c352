#!/usr/bin/env bash
# Staff and their heiban.toml: what they save is on the glass in seconds, without a restart; what
# they save with a mistake in it changes nothing, not even for a board and a fetcher that start then.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/../e2e/world.sh"
state=$work/state
arguments=(--config "$work/heiban.toml" --state "$state")

save() { # THEME [LINE…]: in place, as WPS and Notepad do
  {
    printf '[bureau]\nname = "云岭县教育局"\n[[feed]]\nname = "公告公示"\nurl = "file:feed.json"\n'
    printf '[programme]\ndwell_min = 600\ndwell_max = 600\nindex_page = false\n'
    printf '[screen]\ntransition = "none"\npixel_shift = false\ntheme = "%s"\n' "$1"
    printf '%s\n' "${@:2}"
  } >"$work/heiban.toml"
}
spoil() { head -c 60 "$work/heiban.toml" >"$work/half" && cat "$work/half" >"$work/heiban.toml"; }
cat >"$work/feed.json" <<JSON
{"version": "https://jsonfeed.org/version/1.1", "title": "公告公示", "items": [
 {"id": "1", "title": "关于做好学校安全工作的通知", "content_text": "各学校要落实安全责任，确保师生平安。",
  "date_published": "$(date -u -d '-1 hour' +%FT%TZ)"}]}
JSON

# The glass's background: the theme's, dark or light.
brightness() {
  shot
  convert "$work/shot.png" -crop 200x60+1000+620 +repage -colorspace Gray -format '%[fx:int(100*mean)]' info:
}
dark() { [ "$(brightness)" -lt 30 ]; }
light() { [ "$(brightness)" -gt 70 ]; }
said() { grep -q "$1" "$state/status.json"; }
start() { # COMMAND
  "$heiban" "$1" "${arguments[@]}" >>"$work/board.log" 2>&1 &
  board=$!
}
end() {
  kill "$board"
  wait "$board" || fail "heiban ended with $?"
  board=
}

start_display 1280x720
save heiban
"$heiban" fetch --once "${arguments[@]}" >"$work/fetch.log" 2>&1

step "a board with the dark theme"
start board
shows() { said '"state": *"showing"' 2>/dev/null; }
wait_for 15 "a notice stands" shows
dark || fail "the board is not dark: $(brightness)"

step "another theme is saved"
save gongwen
wait_for 5 "the board is light" light

step "something broken is saved"
spoil
broken() { said 'the config has errors'; }
wait_for 5 "status.json says that the config has errors" broken
light || fail "a broken config took the theme away"

step "board and fetcher start with it"
end
start run
wait_for 15 "the board is light" light
fetcher() { pgrep -P "$board" -f " fetch( |$)" >/dev/null; }
wait_for 10 "its fetcher runs" fetcher
sleep 1
fetcher || fail "its fetcher did not stay"

step "it is mended, and upright now"
save heiban 'rotation = 90'
upright() { said '"width": *720'; }
wait_for 5 "the page is upright" upright
dark || fail "the board is not dark: $(brightness)"
end

step "without a config that was ever right it says so and leaves"
spoil
status=0
"$heiban" board --config "$work/heiban.toml" --state "$work/new" >"$work/new.log" 2>&1 || status=$?
[ "$status" = 78 ] || fail "exit $status, not 78"
grep -q 'heiban.toml:' "$work/new.log" || fail "it does not name the line"
step "done"
