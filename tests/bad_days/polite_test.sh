#!/usr/bin/env bash
# How fetch treats other people's servers, shown by a real nginx's own log: validators byte for byte
# over restarts and dropped after eight days, nothing written for a 304, Retry-After, moves, captive
# portals, certificates; then a fetcher left running among feeds that ask for patience.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/../e2e/world.sh"
port=$(free_port)
tls=()
for _ in 1 2 3; do tls+=("$(free_port)"); done
state=$work/state
at=2026-11-24T12:00:00Z

certificate() { # NAME HOST DAYS [faketime …]
  local name=$1 host=$2 days=$3
  shift 3
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$host" \
    -keyout "$work/$name.key" -out "$work/$name.csr" 2>>"$work/openssl.log"
  printf 'subjectAltName=DNS:%s\n' "$host" >"$work/san"
  "$@" openssl x509 -req -in "$work/$name.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" \
    -CAcreateserial -days "$days" -extfile "$work/san" -out "$work/$name.pem" 2>>"$work/openssl.log"
}
tls_server() { # PORT NAME
  printf 'server { listen 127.0.0.1:%s ssl; root %s/www; ssl_certificate %s/%s.pem; ssl_certificate_key %s/%s.key; }\n' \
    "$1" "$work" "$work" "$2" "$work" "$2"
}

start_server() {
  run_nginx <<CONF
  log_format asked escape=none '\$msec \$request_uri \$status [\$http_if_none_match] [\$http_if_modified_since]';
  access_log $work/access.log asked;
  default_type application/rss+xml;
  types { text/html html; }
  limit_conn_zone \$server_addr zone=alone:1m;
  limit_conn_status 409;
  server {
    listen 127.0.0.1:$port;
    location /slow/ { limit_rate 40k; sendfile_max_chunk 8k; limit_conn alone 1; }
    root $work/www;
    location = /odd.xml { etag off; add_header ETag 'W/"é, b\\\\"'; add_header Last-Modified "yesterday, perhaps"; try_files /feed.xml =404; }
    location = /busy.xml { add_header Retry-After 7200 always; return 503; }
    location = /busydate.xml { add_header Retry-After "Tue, 24 Nov 2037 14:00:00 GMT" always; return 429; }
    location = /gone.xml { return 410; }
    location = /old.xml { return 301 /feed.xml; }
    location = /fresh.xml { add_header Cache-Control max-age=86400; try_files /feed.xml =404; }
    location = /portal.xml {
      if (-f \$document_root/portal302) { return 302 /login.html; }
      if (-f \$document_root/portal511) { return 511; }
      try_files /portal_feed.xml =404;
    }
  }
  $(tls_server "${tls[0]}" expired)
  $(tls_server "${tls[1]}" other)
  $(tls_server "${tls[2]}" ending)
CONF
}

feed_of() { # TEXT [MORE]: a feed of one item
  printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>公告</title>%s' "${2:-}"
  printf '<item><title>%s</title><guid>1</guid><pubDate>Tue, 24 Nov 2026 09:00:00 GMT</pubDate>' "$1"
  printf '<description>&lt;p&gt;各学校要落实责任。&lt;/p&gt;</description></item></channel></rss>\n'
}
config() { # NAME=PATH or NAME=URL …
  local one url
  {
    printf '[bureau]\nname = "云岭县教育局"\n'
    for one in "$@"; do
      url=${one#*=}
      [[ $url == http* ]] || url=http://127.0.0.1:$port$url
      printf '[[feed]]\nname = "%s"\nurl = "%s"\n' "${one%%=*}" "$url"
      [[ $url == *yunling* ]] || printf 'refresh = "2秒"\n' # so often only on this machine
      [[ $url != https* ]] || printf 'ca_file = "%s"\n' "$work/ca.pem"
    done
  } >"$work/heiban.toml"
}
later() { date -u -d "$at + $1" +%FT%TZ; }
fetch() { # LATER, such as "1 hour": one round at that instant, in a process of its own
  "$heiban" fetch --once --config "$work/heiban.toml" --state "$state" --at "$(later "$1")" \
    >"$work/fetch.log" 2>&1 || [ $? = 69 ] || fail "fetch ended badly"
}
asked() { grep -c " $1 " "$work/access.log" || true; } # PATH
last() { grep " $1 " "$work/access.log" | tail -n 1 | cut -d ' ' -f 2-; }
expect() { # WHAT WANTED GOT
  [ "$2" = "$3" ] || fail "$1: wanted '$2', got '$3'"
}
asked_at_once() { grep -c ' /slow/.* 409 ' "$work/access.log" || true; }
told() { grep -q "$1" "$work/fetch.log" || fail "not told: $1 in: $(cat "$work/fetch.log")"; }
sums() { (cd "$state" && sha256sum archive.db edition.json); }
fresh_state() { rm -rf "$state"; : >"$work/access.log"; }

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 \
  -subj "/CN=heiban test authority" -keyout "$work/ca.key" -out "$work/ca.pem" 2>"$work/openssl.log"
certificate expired localhost 1 faketime '2020-01-01 00:00:00'
certificate other elsewhere.example 90
certificate ending localhost 10
start_server
feed_of '关于做好安全工作的通知' >"$work/www/feed.xml"
feed_of '关于做好安全工作的通知' >"$work/www/portal_feed.xml"
echo '<html><body><form>请先登录</form></body></html>' >"$work/www/login.html"

step "validators"
config 公告=/feed.xml
fetch "0 hours"
expect "the first request" "/feed.xml 200 [] []" "$(last /feed.xml)"
before=$(sums)
fetch "1 hour"
[[ $(last /feed.xml) =~ ^/feed.xml\ 304\ \[\"[0-9a-f]+-[0-9a-f]+\"\]\ \[.*GMT\]$ ]] || fail "after a restart: $(last /feed.xml)"
expect "a 304 writes nothing" "$before" "$(sums)"
fetch "9 days"
expect "validators nine days old" "/feed.xml 200 [] []" "$(last /feed.xml)"
fetch "10 days"
[[ $(last /feed.xml) == "/feed.xml 304 "* ]] || fail "validators were not renewed: $(last /feed.xml)"

step "odd validators, byte for byte"
fresh_state
config 公告=/odd.xml
fetch "0 hours"
fetch "1 hour"
expect "the second request" '/odd.xml 200 [W/"é, b\"] [yesterday, perhaps]' "$(last /odd.xml)"

step "none of a body that could not be read"
fresh_state
config 公告=/feed.xml
fetch "0 hours"
mv "$work/www/feed.xml" "$work/feed.good"
echo 'no feed at all' >"$work/www/feed.xml"
fetch "1 hour"
told '读不懂'
fetch "2 hours"
expect "after garbage" "/feed.xml 200 [] []" "$(last /feed.xml)"
grep -q 做好安全工作 "$state/edition.json" || fail "garbage took the notice from the wall"
mv "$work/feed.good" "$work/www/feed.xml"

step "Retry-After"
fresh_state
config 忙=/busy.xml 停=/busydate.xml 公告=/feed.xml
fetch "0 hours"
told '503'
fetch "1 hour"
expect "asked before its time" 1 "$(asked /busy.xml)"
expect "asked before its date" 1 "$(asked /busydate.xml)"
expect "another feed of the same host" 2 "$(asked /feed.xml)"
fetch "3 hours"
expect "asked after its time" 2 "$(asked /busy.xml)"
fetch "25 hours"
expect "a date in 2037 is a day" 2 "$(asked /busydate.xml)"

step "a permanent move is believed after three days"
fresh_state
config 旧=/old.xml
for days in 0 1 2; do fetch "$days days"; done
expect "asked at the old place" 3 "$(asked /old.xml)"
fetch "4 days"
expect "asked at the new place alone" "3 4" "$(asked /old.xml) $(asked /feed.xml)"

step "captive portals"
fresh_state
config 公告=/portal.xml
fetch "0 hours"
before=$(sha256sum "$state/edition.json")
for portal in portal302 portal511; do
  touch "$work/www/$portal"
  fetch "1 hour"
  rm "$work/www/$portal"
  grep -q 做好安全工作 "$state/edition.json" || fail "$portal took the notice from the wall"
done
told '511'
cp "$work/www/login.html" "$work/www/portal_feed.xml"
fetch "2 hours"
told '网页'
grep -q 做好安全工作 "$state/edition.json" || fail "a login page took the notice from the wall"

step "certificates"
fresh_state
config "甲=https://localhost:${tls[0]}/feed.xml" "乙=https://localhost:${tls[1]}/feed.xml" \
  "丙=https://localhost:${tls[2]}/feed.xml"
fetch "0 hours"
told '来源“甲”：.*证书已过期'
told '来源“乙”：.*证书与域名不符'
"$heiban" check --offline --config "$work/heiban.toml" --state "$state" >"$work/check.log" 2>&1 || true
grep -q '证书还有 9 天到期' "$work/check.log" || fail "an ending certificate is not reported: $(cat "$work/check.log")"

step "no network at all is no feed's fault"
if unshare -rn true 2>/dev/null; then
  fresh_state
  config 公告=http://www.yunling.example/feed.xml
  unshare -rn "$heiban" fetch --once --config "$work/heiban.toml" --state "$state" >"$work/fetch.log" 2>&1 || true
  told '网络不通'
fi

# Every answer takes the server some tenths of a second; a second request beside it would be refused (409).
step "one request at a time to a host: feeds, a list page, its articles"
fresh_state
mkdir -p "$work/www/slow"
padding="<!--$(printf "%16000s" .)-->"
for one in a b; do feed_of "通知$one" "$padding" >"$work/www/slow/$one.xml"; done
for one in 1 2; do
  echo "<a href='$one.html'>关于开展校园安全检查的通知（第${one}号）</a><span>2026-11-2$one</span><br>"
  printf '<title>通知</title><div class="TRS_Editor"><p>各学校要落实第%s号通知的责任。</p></div>%s' \
    "$one" "$padding" >"$work/www/slow/$one.html"
done >"$work/www/slow/list.html"
echo "$padding" >>"$work/www/slow/list.html"
config 甲=/slow/a.xml 乙=/slow/b.xml 丙=/slow/list.html
printf 'kind = "page"\n' >>"$work/heiban.toml"
fetch "0 hours"
grep -q 第2号通知的责任 "$state/edition.json" || fail "the slow articles were not read: $(cat "$work/fetch.log")"
expect "requests and refusals" "5 0" "$(grep -c ' /slow/' "$work/access.log") $(asked_at_once)"
# Two fetchers beside each other are refused: the server does see it.
for one in 1 2; do
  "$heiban" fetch --once --config "$work/heiban.toml" --state "$work/beside$one" --at "$at" \
    >"$work/beside.log" 2>&1 &
  shell_pids+=($!)
done
wait "${shell_pids[@]: -2}" || true
[ "$(asked_at_once)" != 0 ] || fail "the server does not notice two requests at once"

step "a fetcher among feeds that ask for patience"
fresh_state
hour=$(date -u +%H)
feed_of '跳过钟点' "<skipHours><hour>$((10#$hour))</hour><hour>$((10#$hour + 1 == 24 ? 0 : 10#$hour + 1))</hour></skipHours>" >"$work/www/skip.xml"
feed_of '自称两天' '<ttl>2880</ttl>' >"$work/www/ttl.xml"
config 平常=/feed.xml 取消=/gone.xml 忙=/busy.xml 新鲜=/fresh.xml 跳过=/skip.xml 自称=/ttl.xml
"$heiban" fetch --config "$work/heiban.toml" --state "$state" >"$work/fetch.log" 2>&1 &
shell_pids+=($!)
often_asked() { [ "$(asked /feed.xml)" -ge 6 ] && [ "$(asked /ttl.xml)" = 1 ]; } # two seconds each
wait_for 60 "the usual feed is asked" often_asked
kill "${shell_pids[-1]}"
wait "${shell_pids[-1]}" || true
told '永久取消（410）'
for path in /gone.xml /busy.xml /fresh.xml /skip.xml /ttl.xml; do
  expect "$path asked once" 1 "$(asked "$path")"
done
# No burst at the start: the first requests stand two seconds apart, one after the other.
awk '!seen[$2]++ { if (last && $1 - last < 1) exit 1; last = $1 }' "$work/access.log" ||
  fail "a burst at the start: $(head "$work/access.log")"
step "done"
