#!/usr/bin/env bash
# A long list of names, and the board restarted in the middle of it: the page that stood stands once
# more, the pages after it follow in order to the last, and only then comes the next notice.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/world.sh"
state=$work/state

cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"
[[feed]]
name = "公告"
url = "file:feed.json"
[programme]
dwell_min = 3
dwell_max = 5
index_page = false
[screen]
transition = "none"
TOML
rows=$(for n in $(seq 150); do printf '<tr><td>%s</td><td>学生%s</td><td>城关第一小学</td></tr>' "$n" "$n"; done)
cat >"$work/feed.json" <<JSON
{"version": "https://jsonfeed.org/version/1.1", "title": "公告", "items": [
 {"id": "1", "title": "城关第一小学录取名单", "date_published": "$(date -u -d '-1 hour' +%FT%TZ)",
  "content_html": "<table><tr><th>序号</th><th>姓名</th><th>学校</th></tr>$rows</table>"},
 {"id": "2", "title": "关于值班安排的通知", "date_published": "$(date -u -d '-2 hours' +%FT%TZ)",
  "content_text": "各学校要安排人员值班。"}]}
JSON

start_board() {
  rm -f "$state/status.json"
  "$heiban" board --config "$work/heiban.toml" --state "$state" >>"$work/board.log" 2>&1 &
  board=$!
  wait_for 10 "a page stands" test -e "$state/status.json"
}
stop_board() {
  kill "$board"
  wait "$board" || fail "heiban board ended with $?"
  board=
}
page() { # that stands
  kill -USR1 "$board"
  sleep 0.2
  sed -n 's/^ *"page": *\([0-9]*\),*$/\1/p' "$state/status.json"
}
page_is() { [ "$(page)" = "$1" ]; }

start_display 640x360
"$heiban" fetch --once --config "$work/heiban.toml" --state "$state" 2>"$work/fetch.log"
start_board
wait_for 30 "the list is at its third page" page_is 3
sleep 1 # less is no showing
stop_board
step "restarted at page 3"
start_board
wait_for 30 "the list goes on" page_is 5
sleep 1
stop_board

# 展示,DATE,FROM,TO,SECONDS,TITLE,PAGE,OF,…
stood=$("$heiban" ledger export --state "$state" | awk -F, '$1 ~ /展示/ && $6 ~ /名单/ { print $7 }')
# shellcheck disable=SC2086 # one line
step "pages that stood:" $stood
[ "$(tr '\n' ' ' <<<"$stood")" = "1 2 3 3 4 5 " ] || fail "the list did not go on where it was"
[ "$("$heiban" ledger export --state "$state" | grep -c 值班)" = 0 ] || fail "the next notice cut in"
step "done"
