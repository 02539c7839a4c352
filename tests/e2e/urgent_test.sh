#!/usr/bin/env bash
# An urgent item and an early warning, from nginx with TLS to the glass: each stands within its
# feed's refresh and two seconds, in the alert look, though the page before it has time left; goes
# at its end, the warning with nobody there; and the round goes on where it was. A drill changes
# nothing, a warning that is taken back leaves and stays away.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/world.sh"
port=$(free_port)
state=$work/state
refresh=1                      # seconds
allowed=$((refresh + 2))       # … and two: from the server to the glass
term=$((16 + 2 * (slower - 1))) # seconds that an urgent notice is in force
export TZ=Asia/Shanghai

moment() { date -d "@$1" +%Y-%m-%dT%H:%M:%S+08:00; }
put() { # FILE: what the server gives under that name, whole or not at all
  cat >"$work/www/$1.new"
  mv "$work/www/$1.new" "$work/www/$1"
}
urgent_feed() { # ITEM…
  put urgent.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:heiban="urn:heiban"><channel><title>紧急通知</title>$*</channel></rss>
XML
}
urgent_item() { # END
  echo "<item><title>今日停课通知</title><guid>u1</guid><pubDate>$(LC_ALL=C date -R)</pubDate>
    <heiban:urgency>紧急</heiban:urgency><heiban:validTo>$(moment "$1")</heiban:validTo>
    <description>因道路结冰，全县中小学今日停课。</description></item>"
}
warning() { # STATUS TYPE IDENTIFIER REFERENCES EXPIRES
  put warning.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>$3</identifier>
<sender>w@yunling.example</sender><sent>$(moment "$(date +%s)")</sent><status>$1</status>
<msgType>$2</msgType><scope>Public</scope><references>$4</references><info>
<language>zh-CN</language><category>Met</category><event>暴雨</event><urgency>Immediate</urgency>
<severity>Severe</severity><certainty>Observed</certainty><expires>$(moment "$5")</expires>
<senderName>云岭县气象台</senderName><headline>云岭县气象台发布暴雨橙色预警信号</headline>
<description>预计未来三小时城区有强降雨，请停止户外教学。</description></info></alert>
XML
}

mkdir -p "$work/www"
cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"
website = "https://www.yunling.example/"
[[feed]]
name = "公告"
url = "https://localhost:$port/feed.xml"
refresh = "1小时"
ca_file = "$work/ca.pem"
[[feed]]
name = "紧急通知"
url = "https://localhost:$port/urgent.xml"
refresh = "${refresh}秒"
ca_file = "$work/ca.pem"
urgent = true
[[feed]]
name = "气象预警"
url = "https://localhost:$port/warning.xml"
refresh = "${refresh}秒"
ca_file = "$work/ca.pem"
urgent = true
[programme]
dwell_min = 24 # a page stands longer than an urgent notice may wait, and longer than it is in force
dwell_max = 30
index_page = false
[screen]
pixel_shift = false # a pixel is looked at
transition = "none"
TOML

# A pixel of the frame at the left edge: an alert's is its own.
frame() { import -silent -window root -depth 8 -crop 1x1+6+360 rgb:- | od -An -tx1; }
alert_stands() { [ "$(frame)" != "$usual" ]; }
usual_stands() { [ "$(frame)" = "$usual" ]; }
ink_stands() { shot && ink "$work/shot.png" 1000x400+140+160; }
edition_has() { grep -q "$1" "$state/edition.json"; }
edition_lacks() { ! edition_has "$1"; }
board_lives() { kill -0 "$board" 2>/dev/null || fail "heiban run is gone"; }
served() { served_ms=$(date +%s%3N); }
since_served() { echo $(($(date +%s%3N) - served_ms)); }
# within its time on the glass, at once or not at all
comes_up() { # WHAT
  wait_for "$allowed" "$1 stands on the glass" alert_stands
  step "… on the glass $(since_served) ms after it was served"
  ink_stands || fail "no ink on it"
}
leaves_at() { # WHAT END
  local left=$(($2 * 1000 - $(date +%s%3N)))
  [ "$left" -gt 700 ] || fail "$1 came too late to see it leave"
  sleep "$(((left - 600) / 1000)).$(printf '%03d' $(((left - 600) % 1000)))"
  alert_stands || fail "$1 left before its end"
  wait_for 2 "$1 leaves at its end" usual_stands
}

make_certificates
start_display 1280x720
start_nginx
{
  printf '<?xml version="1.0"?><rss version="2.0"><channel><title>公告</title>'
  for n in 1 2 3; do
    printf '<item><title>第%s号通知</title><guid>%s</guid><pubDate>%s</pubDate><description>各校请遵照执行。</description></item>' \
      "$n" "$n" "$(LC_ALL=C date -R -d "-$n hours")"
  done
  printf '</channel></rss>'
} | put feed.xml
urgent_feed ""
warning Exercise Alert drill "" "$(($(date +%s) + 3600))"

step "notices stand, a drill does not"
"$heiban" run --config "$work/heiban.toml" --state "$state" >"$work/board.log" 2>&1 &
board=$!
wait_for 20 "the notices are in the edition" edition_has 第3号
wait_for 20 "a page stands" ink_stands
usual=$(frame)
edition_lacks 暴雨 || fail "a drill is in the edition"

step "an urgent item takes the glass"
end=$(($(date +%s) + 1 + term))
served
urgent_feed "$(urgent_item "$end")"
comes_up "the urgent item"
leaves_at "the urgent item" "$end"
sleep 2 # a page that stood less than a second is no line of the ledger

step "a warning takes the glass"
end=$(($(date +%s) + 1 + term))
served
warning Actual Alert w1 "" "$end"
comes_up "the warning"
step "… and goes by itself, with nobody there"
stop_nginx
leaves_at "the warning" "$end"
board_lives

step "one that is taken back leaves before its end, and a server that forgets it does not matter"
warning Actual Alert w2 "" "$(($(date +%s) + 3600))"
cp "$work/www/warning.xml" "$work/w2.xml"
start_nginx
wait_for 20 "the second warning stands" alert_stands
served
warning Actual Cancel w3 "w@yunling.example,w2,$(moment "$(date +%s)")" "$(($(date +%s) + 3600))"
wait_for "$allowed" "it leaves" usual_stands
step "… off the glass $(since_served) ms after its end was served"
put warning.xml <"$work/w2.xml"
sleep $((allowed + slower - 1))
usual_stands || fail "a warning that was taken back stands again"
edition_lacks 户外教学 || fail "it is in the edition"

step "the ledger has them all, and the round went on where it was"
kill "$board"
wait "$board" || fail "heiban run ended badly"
board=
"$heiban" ledger verify --state "$state" || fail "the chain does not hold"
python3 - "$state" <<'PY' || fail "the ledger tells another story"
import glob, json, sys
stood, before = [], 0
for path in sorted(glob.glob(sys.argv[1] + "/ledger/*.jsonl")):
    names = {}
    for line in map(json.loads, open(path, encoding="utf-8")):
        names.update({one["n"]: one.get("title", "") for one in line.get("names", [])})
        for number, *rest in line.get("shown", []):
            if rest[4:] != [1]:  # not the rest of a stay
                stood.append(names.get(number, ""))
print("  ", *stood)
alerts = [title for title in stood if "停课" in title or "暴雨" in title]
assert [a[:4] for a in alerts] == ["今日停课", "云岭县气", "云岭县气"], alerts
usual = [title for title in stood if title.endswith("号通知")]
order = ["第1号通知", "第2号通知", "第3号通知"]
assert usual[1] == usual[0], "the page that was cut short did not come again"
for one, next_one in zip(usual, usual[1:]):
    assert next_one in (one, order[(order.index(one) + 1) % 3]), (one, next_one)
assert len(usual) >= 3
PY
step "done"
