#!/usr/bin/env bash
# Staff's words to a running board, on real processes: a feed over HTTPS, Xvfb, `heiban run`.
# stop: a neutral page within two seconds, over a SIGKILL and a restart, until resume. A held item is
# approved; a notice is withdrawn and leaves; a feed that lost most of its items is kept, then let
# pass. Each has its line in the ledger, and the chain holds.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/world.sh"
stop_ms=$((2000 * slower))
port=$(free_port)
state=$work/state

item() { # NUMBER TITLE TEXT
  printf '<item><title>%s</title><link>https://www.yunling.example/%d.html</link>' "$2" "$1"
  printf '<guid>%d</guid><pubDate>%s</pubDate>' "$1" "$(LC_ALL=C date -u -d "-$((60 - $1)) minutes" -R)"
  printf '<description>&lt;p&gt;%s&lt;/p&gt;</description></item>\n' "$3"
}
serve() {
  {
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>公告</title>'
    printf '<link>https://www.yunling.example/</link><description>公告</description>\n'
    cat "$work"/items/* 2>/dev/null || true # none: a feed emptied
    printf '</channel></rss>\n'
  } >"$work/www/feed.new"
  mv "$work/www/feed.new" "$work/www/feed.xml"
}
staff() { "$heiban" "$@" --config "$work/heiban.toml" --state "$state" 2>>"$work/staff.log"; }
start_board() {
  "$heiban" run --config "$work/heiban.toml" --state "$state" >>"$work/board.log" 2>&1 &
  board=$!
}
state_is() { grep -q "\"state\": *\"$1\"" "$state/status.json" 2>/dev/null; }
checked() { # TITLE: what check says of it, on a line; check itself ends with 1 where it has findings
  local all
  all=$(staff check --offline --json) || true
  tr -d '\n' <<<"$all" | sed 's/}, *{/}\n{/g' | grep -F "$1" || true
}
verdict_is() { [[ $(checked "$1") =~ \"verdict\":\ *\"$2\" ]]; }
number_of() { checked "$1" | sed -n '1s/.*"notice": *"\([0-9a-f]*\)".*/\1/p'; }
notices() { # on the wall
  staff plan --for 2m | sed -n 's/.*"notice": *"\([0-9a-f]*\)".*/\1/p' | sort -u | grep -c . || true
}
notices_are() { [ "$(notices)" = "$1" ]; }
told() { staff ledger export | grep -qF "$1"; }

mkdir -p "$work/www" "$work/items"
cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"
website = "https://www.yunling.example/"
[[feed]]
name = "公告"
url = "https://localhost:$port/feed.xml"
refresh = "2秒"
ca_file = "$work/ca.pem"
link_hosts = ["yunling.example"]
[review]
held_words = ["内部资料"]
[programme]
dwell_min = 3
dwell_max = 5
index_page = false
TOML
item 1 "关于做好学校安全工作的通知" "各学校要落实安全责任，开展隐患排查，确保师生平安。" >"$work/items/1"
item 2 "教师资格认定工作公告" "网上报名时间为本月内的工作日，逾期不再受理。" >"$work/items/2"
item 3 "城区学校学位预警公告" "城关第一小学学位已满，请家长提前做好入学安排。" >"$work/items/3"
item 4 "关于汇编材料的说明" "本汇编为内部资料，请妥善保管。" >"$work/items/4"
make_certificates
start_display 1280x720
start_nginx
serve
start_board
wait_for 30 "three notices are planned" notices_are 3
wait_for 30 "the board shows" state_is showing

step "stop of a folder that is not there is no stop"
status=0
"$heiban" stop --state "$work/nowhere" 2>>"$work/staff.log" || status=$?
[ "$status" = 66 ] || fail "heiban stop of a folder that is not there: exit $status"

step "stop: the neutral page within ${stop_ms} ms"
begun=$(date +%s%N)
staff stop --reason "演练" || fail "heiban stop failed"
took=$((($(date +%s%N) - begun) / 1000000))
[ "$took" -le "$stop_ms" ] || fail "it took $took ms"
state_is stopped || fail "status.json does not say so"
grep -q '"reason": *"演练"' "$state/status.json" || fail "status.json gives no reason"
shot
ink "$work/shot.png" 1200x600+40+60 || fail "the neutral page is black"
stopped_page=$(middle "$work/shot.png" 1200x200+40+420)
step "… after $took ms"

step "it survives a SIGKILL and a restart"
kill -9 "$board"
wait "$board" 2>/dev/null || true
rm -f "$state/status.json"
start_board
wait_for 20 "the board is stopped again" state_is stopped
sleep 1
shot
[ "$(middle "$work/shot.png" 1200x200+40+420)" = "$stopped_page" ] || fail "another page stands"

step "resume: the notices are back"
staff resume || fail "heiban resume failed"
wait_for 5 "the board shows" state_is showing
[ ! -e "$state/stopped.json" ] || fail "stopped.json is still there"

step "a held item is approved"
verdict_is "关于汇编材料的说明" held || fail "it is not held"
staff approve "汇编材料" || fail "heiban approve failed"
wait_for 10 "it is planned" notices_are 4
status=0
staff approve "没有这样的标题" || status=$?
[ "$status" = 65 ] || fail "an unknown notice gave $status"
status=0
staff approve "的" || status=$?
[ "$status" = 65 ] || fail "several matches gave $status"

step "a notice is withdrawn and leaves"
staff withdraw "$(number_of 教师资格认定工作公告)" --reason "时间有误" || fail "heiban withdraw failed"
wait_for 10 "it is not planned" notices_are 3
verdict_is "教师资格认定工作公告" withdrawn || fail "check does not list it"
wait_for 20 "the ledger tells of it" told "《教师资格认定工作公告》工作人员撤下：时间有误"

step "a feed that lost most of its items is kept, until staff let it pass"
for n in 5 6 7 8 9; do item "$n" "第${n}号通知" "请各校遵照执行。" >"$work/items/$n"; done
serve
wait_for 10 "five more" notices_are 8
rm "$work"/items/*
serve
sleep 5
notices_are 8 || fail "an emptied feed took notices off the wall"
staff approve --feed 公告 || fail "heiban approve --feed failed"
wait_for 15 "the wall is empty" notices_are 0
wait_for 20 "the board shows its own page" state_is fallback

step "the fetcher sleeps after a word"
sleep 2
fetcher=$(pgrep -P "$board" -f " fetch( |$)")
ticks() { awk '{ print $14 + $15 }' "/proc/$fetcher/stat"; }
before=$(ticks)
sleep 3
[ $(($(ticks) - before)) -le 60 ] || fail "the fetcher used $(($(ticks) - before)) ticks in 3 s"

step "everything is in the ledger, and it holds"
kill "$board"
wait "$board" || fail "heiban run ended badly"
board=
told "紧急断播,$(TZ=Asia/Shanghai date +%F)" || fail "no line of the stop"
told "恢复播出,$(TZ=Asia/Shanghai date +%F)" || fail "no line of the end of it"
staff ledger verify || fail "the chain does not hold"
staff ledger export "学校安全工作" --out "$work/certificate.html" || fail "no certificate"
grep -q "完整展示" "$work/certificate.html" || fail "the certificate does not say how often it stood"
staff ledger report --year "$(TZ=Asia/Shanghai date +%Y)" | grep -q "紧急断播1次" || fail "the report misses the stop"
sed -i '3s/:[0-9]\([0-9]\),/:9\1,/;3s/"kind"/"kinD"/' "$state"/ledger/*.jsonl
status=0
staff ledger verify >"$work/verify" || status=$?
[ "$status" = 1 ] || fail "an altered line gave $status"
grep -q "第 3 行" "$work/staff.log" || fail "the altered line is not named"
step "done"
