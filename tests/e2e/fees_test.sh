#!/usr/bin/env bash
# A fee schedule's life: an XLSX served by nginx comes on the glass; next month's version is served
# and waits; one without a 文号 is refused; with the web server gone, the wall changes at 00:00
# Beijing time by itself.
set -euo pipefail
heiban=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/e2e/world.sh
source "$here/world.sh"
port=$(free_port)
state=$work/state
autumn="云岭县第一中学收费公示表（秋季学期）"
spring="云岭县第一中学收费公示表（春季学期）"

beijing() { date -u -d "@$(($1 + 28800))" "+$2"; }
this_month=$(beijing "$(date +%s)" %Y-%m)-01
for months in 1 2; do # the next midnight of a first day that is not about to strike
  switch=$(($(date -u -d "$this_month +$months month" +%s) - 28800))
  [ $((switch - $(date +%s))) -lt 600 ] || break
done

# The template for staff with another term, first day, fee and basis.
serve() { # TERM FIRST_DAY FEE BASIS
  python3 - "$here/../../config" "$work/www/fees.new" "$@" <<'PY'
import sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import make_templates as template
term, day, fee, basis = sys.argv[3:]
template.LINES[:] = [term, f"自{day}起执行"]
for row in template.ROWS:
    if row[0] == "学费":
        row[1], row[5] = int(fee), basis
template.write_xlsx(sys.argv[2])
PY
  mv "$work/www/fees.new" "$work/www/fees.xlsx"
}
basis="省发展和改革委员会、省财政厅、省教育厅 云发改价格〔2021〕556号"

cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"
website = "https://www.yunling.example/"

[[feed]]
name = "收费公示"
url = "https://localhost:$port/fees.xlsx"
kind = "fees"
refresh = "2秒"
ca_file = "$work/ca.pem"

[programme]
dwell_min = 3
dwell_max = 5
index_page = false
TOML

command_of() { "$heiban" "$@" --config "$work/heiban.toml" --state "$state" 2>>"$work/commands.log"; }
titles_at() { # INSTANT: of the page that stands then; the plan goes on past midnight
  command_of plan --at "$(date -u -d "@$1" +%Y-%m-%dT%H:%M:%SZ)" --for 1s |
    sed -n '1s/.*"title": *"\([^"]*\)".*/\1/p'
}
titles_now() { command_of plan --for 30s | sed -n 's/.*"title": *"\([^"]*\)".*/\1/p' | sort -u; }
stands_now() { [ "$(titles_now)" = "$1" ]; }
stands_at() { [ "$(titles_at "$1")" = "$2" ]; }
# Pictures of a moment's pages, the sums of their middles in a file of that name.
learn_pages() { # NAME INSTANT
  command_of snapshot --at "$(date -u -d "@$2" +%Y-%m-%dT%H:%M:%SZ)" --size 1920x1080 \
    --out "$work/$1.pages" >>"$work/commands.log" || fail "heiban snapshot failed"
  local picture
  for picture in "$work/$1.pages"/0*.png; do middle "$picture"; done >"$work/$1.sums"
}
on_glass() { # NAME
  shot
  grep -qF "$(middle "$work/shot.png")" "$work/$1.sums"
}
start_board() {
  "$heiban" run --config "$work/heiban.toml" --state "$state" >>"$work/board.log" 2>&1 &
  board=$!
}
problem_told() { grep -sq "没有采用，屏幕上不变" "$state/feeds.json" "$state/edition.json"; }
edition_has() { grep -q "$1" "$state/edition.json"; }

mkdir -p "$work/www"
make_certificates
start_display 1920x1080
start_nginx
serve 秋季学期 2025年9月1日 850 "$basis"

step "a spreadsheet comes on the glass"
start_board
wait_for 30 "the schedule is planned" stands_now "$autumn"
learn_pages autumn $(($(date +%s) + 2))
wait_for 20 "the schedule stands on the glass" on_glass autumn

step "next month's version is served and waits"
serve 春季学期 "$(beijing "$switch" %Y年%-m月%-d日)" 900 "$basis"
wait_for 20 "the new version is announced" edition_has "新的收费标准自$(beijing "$switch" %Y年%-m月%-d日)起执行"
stands_now "$autumn" || fail "the coming version stands already"
stands_at $((switch - 1)) "$autumn" || fail "at 23:59:59 there is: $(titles_at $((switch - 1)))"
stands_at "$switch" "$spring" || fail "at 00:00:00 there is: $(titles_at "$switch")"

step "a version without 文号 is refused, and nothing changes"
serve 春季学期 "$(beijing "$switch" %Y年%-m月%-d日)" 990 "省发展和改革委员会"
wait_for 20 "the refusal is told" problem_told
stands_now "$autumn" || fail "the refused version took the old one away"
stands_at "$switch" "$spring" || fail "the refused version took the coming one away"
edition_has '"900"' || fail "the last good version is gone"
edition_has '"990"' && fail "a refused fee is in the edition"
command_of check --offline >"$work/check.txt" || true
grep -q "F1" "$work/check.txt" || fail "check does not say what to mend: $(cat "$work/check.txt")"
learn_pages autumn $((switch - 20))
learn_pages spring "$switch"
kill "$board"
wait "$board" || true
board=
stop_nginx

if grep -q __asan_init "$heiban"; then
  step "done; another clock cannot be put before a sanitizer's library"
  exit 0
fi
step "midnight strikes with the web server gone"
# A clock of the test's own, and a kernel that says it is right, as NTP would: a jump of days that
# nobody confirms is not believed, and the old version would stay.
cat >"$work/ntp.c" <<'C'
#include <sys/timex.h>
#include <time.h>
int adjtimex(struct timex *t) {
  t->status = 0;
  t->time.tv_sec = time(NULL);
  t->time.tv_usec = 0;
  return TIME_OK;
}
C
cc -shared -fPIC "$work/ntp.c" -o "$work/ntp.so"
before=12
clock=$(find /usr/lib -name libfaketimeMT.so.1 | head -n 1)
offset=$((switch - before - $(date +%s)))
(
  export LD_PRELOAD="$work/ntp.so $clock" FAKETIME="+${offset}s" FAKETIME_DONT_FAKE_MONOTONIC=1
  exec "$heiban" run --config "$work/heiban.toml" --state "$state"
) >>"$work/board.log" 2>&1 &
board=$!
wait_for $((before - 2)) "the old version stands on the glass before midnight" on_glass autumn
wait_for $((before + 10)) "the new version stands on the glass after midnight" on_glass spring
! on_glass autumn || fail "the old version came back"
step "done"
