#!/usr/bin/env bash
# The whole board on real parts: nginx with TLS, Xvfb at 1920 × 1080, `heiban run` between them.
# A feed is shown; it gains an item; it answers garbage; it falls silent; the fetcher is killed; the
# board is started with nobody there. All the while a notice stands on the glass.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/world.sh"
port=$(free_port)
state=$work/state
first_ink=5 # seconds from start to a notice, without a network

item() { # NUMBER TITLE TEXT
  printf '<item><title>%s</title><link>https://www.yunling.example/%d.html</link>' "$2" "$1"
  printf '<guid>%d</guid><pubDate>%s</pubDate>' "$1" "$(LC_ALL=C date -u -d "-$((60 - $1)) minutes" -R)"
  printf '<description>&lt;p&gt;%s&lt;/p&gt;</description></item>\n' "$3"
}
serve() { # the items in $work/items
  {
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>公告公示</title>'
    printf '<link>https://www.yunling.example/</link><description>公告</description>\n'
    cat "$work"/items/*
    printf '</channel></rss>\n'
  } >"$work/www/feed.new"
  mv "$work/www/feed.new" "$work/www/feed.xml"
}

write_config() {
  cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"
website = "https://www.yunling.example/"

[[feed]]
name = "公告公示"
url = "https://localhost:$port/feed.xml"
refresh = "2秒"
ca_file = "$work/ca.pem"
link_hosts = ["yunling.example"]

[programme]
dwell_min = 3
dwell_max = 5
index_page = false

[screen]
pixel_shift = false # pictures are compared
TOML
}

start_board() {
  "$heiban" run --config "$work/heiban.toml" --state "$state" >"$work/board.log" 2>&1 &
  board=$!
}
stop_board() {
  local status=0
  kill "$board"
  wait "$board" || status=$?
  board=
  [ "$status" = 0 ] || fail "heiban run ended with $status"
}
board_lives() { kill -0 "$board" 2>/dev/null || fail "heiban run is gone"; }

# The notices of the next round, one title a line.
titles() {
  "$heiban" plan --config "$work/heiban.toml" --state "$state" --for 1m 2>>"$work/plan.log" |
    sed -n 's/.*"title": *"\([^"]*\)".*/\1/p' | sort -u
}
count_planned() { [ "$(titles | wc -l)" = "$1" ]; }
planned() { titles | grep -qxF "$1"; }

# Pictures of every page of the round, as on the wall; sums of their middles, with their names.
learn_pages() {
  rm -rf "$work/pages"
  "$heiban" snapshot --config "$work/heiban.toml" --state "$state" --size 1920x1080 \
    --out "$work/pages" >"$work/snapshot.log" 2>&1 || fail "heiban snapshot failed"
  local picture
  for picture in "$work"/pages/0*.png; do
    ink "$picture" || fail "no ink on $(basename "$picture")"
    echo "$(middle "$picture") $(basename "$picture")"
  done >"$work/sums"
}
# Which of them stands on the glass now; nothing while one fades into another.
standing() {
  board_lives
  shot
  { grep -F "$(middle "$work/shot.png")" "$work/sums" || true; } | awk '{ print $NF }'
}
page_stands() { [ -n "$(standing)" ]; }
notice_stands() { standing | grep -qF -- "-$1-"; }
id_of() { # TITLE
  "$heiban" plan --config "$work/heiban.toml" --state "$state" --for 1m 2>>"$work/plan.log" |
    grep -F "\"$1\"" | head -n 1 | sed -n 's/.*"notice": *"\([^"]*\)".*/\1/p'
}
# At least this many different pages come by within the seconds given, and none is black.
pages_turn() { # SECONDS COUNT
  local until=$((SECONDS + $1)) seen=
  while [ "$SECONDS" -lt "$until" ]; do
    seen+="$(standing)"$'\n'
    ink "$work/shot.png" || fail "no ink on the glass"
    [ "$(sort -u <<<"$seen" | grep -c .)" -lt "$2" ] || return 0
    sleep 0.3
  done
  fail "fewer than $2 pages came by in $1 s"
}

fetcher() { pgrep -P "$board" -f " fetch( |$)" || true; }
another_fetcher() { [ -n "$(fetcher)" ] && [ "$(fetcher)" != "$1" ]; }

# Sockets of a process that the kernel lists among the IP ones.
ip_sockets() {
  local inode
  find "/proc/$1/fd" -lname 'socket:*' -printf '%l\n' 2>/dev/null | tr -dc '0-9\n' |
    while read -r inode; do
      cat "/proc/$1/net/"{tcp,tcp6,udp,udp6,udplite,raw,raw6,icmp} 2>/dev/null | grep -w "$inode" || true
    done
}

mkdir -p "$work/www" "$work/items"
item 1 "关于做好学校安全工作的通知" "各学校要落实安全责任，开展隐患排查，确保师生平安。" >"$work/items/1"
item 2 "教师资格认定工作公告" "网上报名时间为本月内的工作日，逾期不再受理。" >"$work/items/2"
item 3 "城区学校学位预警公示" "城关第一小学学位已满，请家长提前做好入学安排。" >"$work/items/3"
make_certificates
start_display 1920x1080
start_nginx
serve
write_config


step "a feed over HTTPS comes on the glass"
start_board
wait_for 20 "three notices are planned" count_planned 3
learn_pages
wait_for 20 "a page of them stands on the glass" page_stands
ink "$work/shot.png" || fail "no ink on the glass"
pages_turn 30 3

step "the board has no IP socket, the fetcher has"
[ -z "$(ip_sockets "$board")" ] || fail "the board has an IP socket: $(ip_sockets "$board")"
[ -n "$(fetcher)" ] || fail "no fetcher beside the board"

step "an item comes into the feed and onto the glass"
item 4 "关于暂停办理转学业务的公告" "因系统维护，转学业务暂停办理半天，敬请谅解。" >"$work/items/4"
serve
wait_for 8 "the new item is planned" planned "关于暂停办理转学业务的公告"
learn_pages
wait_for 15 "the new item stands on the glass" notice_stands "$(id_of 关于暂停办理转学业务的公告)"

step "the feed answers garbage and nothing is lost"
head -c 20000 /dev/urandom >"$work/www/feed.xml"
sleep 3
printf '<!DOCTYPE html><html><body><h1>请登录网络</h1></body></html>' >"$work/www/feed.xml"
sleep 3
count_planned 4 || fail "garbage took notices off the wall"
pages_turn 30 3

step "nginx stops and the round goes on"
serve
stop_nginx
pages_turn 30 3

step "the fetcher is killed and the screen does not notice"
old=$(fetcher)
kill -9 "$old"
pages_turn 15 2
wait_for 15 "another fetcher runs" another_fetcher "$old"
stop_board

step "the board starts with nobody there"
rm -f "$work/shot.png"
begun=$(date +%s%N)
start_board
wait_for "$first_ink" "a notice stands on the glass" page_stands
step "… and shows a notice after $((($(date +%s%N) - begun) / 1000000)) ms"
ink "$work/shot.png" || fail "no ink on the glass"
grep -q '"state": *"showing"' "$state/status.json" || fail "status.json does not say that it shows"
stop_board

step "strace sees the board open no IP socket, and would have seen one"
ASAN_OPTIONS=detect_leaks=0 timeout 6 strace -f -qq -e trace=socket -o "$work/board.trace" \
  "$heiban" board --config "$work/heiban.toml" --state "$state" >"$work/board.log" 2>&1 || true
grep -q AF_UNIX "$work/board.trace" || fail "the trace saw no display"
! grep -E 'AF_INET|AF_PACKET|AF_NETLINK' "$work/board.trace" || fail "the board opened an IP socket"
ASAN_OPTIONS=detect_leaks=0 timeout 20 strace -f -qq -e trace=socket -o "$work/fetch.trace" \
  "$heiban" fetch --once --config "$work/heiban.toml" --state "$state" >"$work/fetch.log" 2>&1 || true
grep -q AF_INET "$work/fetch.trace" || fail "the trace saw no fetch"
step "done"
