#!/usr/bin/env bash
# What a quiet day writes to the disk: `heiban run` under a clock that runs fast, three feeds that
# answer 304, every write call below the state folder added up by file. Wanted: at most 5 MiB a day.
#   bash tests/bad_days/quiet_day.sh build/release/heiban [SPEED]      (300: a day in 288 s)
set -euo pipefail
heiban=$(realpath "$1")
speed=${2:-300}
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/../e2e/world.sh"
port=$(free_port)
state=$work/state
make_certificates
start_nginx
start_display 640x360
{
  printf '[bureau]\nname = "云岭县教育局"\n[programme]\ndwell_min = 20\n'
  for feed in 一 二 三; do
    printf '[[feed]]\nname = "公告%s"\nurl = "https://localhost:%s/%s.xml"\nca_file = "%s"\nlink_hosts = ["e.example"]\n' \
      "$feed" "$port" "$feed" "$work/ca.pem"
    {
      printf '<rss version="2.0"><channel><title>公告</title>'
      for i in 1 2 3 4 5 6 7 8; do
        printf '<item><title>关于第%s%s号事项的通知</title><link>https://e.example/%s%s.html</link>' "$feed" "$i" "$feed" "$i"
        printf '<pubDate>%s</pubDate>' "$(LC_ALL=C date -u -d "-$i hours" -R)"
        printf '<description>&lt;p&gt;各学校要落实安全责任，开展隐患排查，确保师生平安。&lt;/p&gt;</description></item>'
      done
      printf '</channel></rss>'
    } >"$work/www/$feed.xml"
  done
} >"$work/heiban.toml"

seconds=$((86400 / speed))
step "a day in $seconds s"
strace -f -y -qq -s 0 -e trace=write,writev,pwrite64,pwritev -o "$work/trace" \
  faketime -f "+0 x$speed" "$heiban" run --window 640x360 --config "$work/heiban.toml" \
  --state "$state" >"$work/board.log" 2>&1 &
board=$!
sleep "$seconds"
kill -0 "$board" || fail "heiban run ended by itself"
kill "$(cat "$state/board.lock")" # the board itself, under strace and faketime
wait "$board" || true
board=

# write(7</state/archive.db>, ""..., 4096) = 4096
awk -v state="$state/" '
  { at = index($0, "<" state); if (!at) next
    path = substr($0, at + 1 + length(state)); sub(/>.*/, "", path); sub(/ .deleted.$/, "", path)
    if ($NF > 0) { bytes[path] += $NF; calls[path]++; total += $NF } }
  END { for (path in bytes) printf "%10d bytes %6d writes  %s\n", bytes[path], calls[path], path
        printf "%10d bytes in all\n", total; exit total > 5 * 1024 * 1024 }' "$work/trace" |
  sort -rn || fail "more than 5 MiB on a quiet day"
printf '%s requests, of them %s answered by 304\n' "$(wc -l <"$work/access.log")" \
  "$(grep -c '" 304 ' "$work/access.log" || true)"
printf '%s ledger lines\n' "$(cat "$state"/ledger/* | wc -l)"
