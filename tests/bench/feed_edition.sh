#!/usr/bin/env bash
# A 19 MB RSS of 10,000 items from bytes to the edition on disk, beside Debian's newsboat reloading
# the same file into its own cache. Wanted: at most a third of newsboat's time.
#   bash tests/bench/feed_edition.sh [path to heiban]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
heiban=${1:-$root/build/release/heiban}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$work/feed.xml" <<'PY'
import sys
para = ('<p style="text-indent: 2em">　　根据《云岭县中小学招生工作实施办法》第%d条的规定，现将2026年'
        '<span lang="EN-US">%d</span>月有关事项公告如下，请各学校认真遵照执行，并于公示期内向社会公开'
        '，接受监督。联系电话：县教育局办公室。</p>\n')
with open(sys.argv[1], 'w') as out:
    out.write('<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>公告</title>')
    for i in range(10000):
        body = ''.join(para % (i % 40 + 1, k + 1) for k in range(6))
        out.write('<item><title>关于第%d号公告的通知</title><link>https://e.example/%d.html</link>'
                  '<guid>https://e.example/%d.html</guid><pubDate>Tue, 24 Nov 2026 09:%02d:%02d +0800</pubDate>'
                  '<description><![CDATA[%s<p align="right">云岭县教育局<br />2026年11月24日</p>]]></description></item>\n'
                  % (i, i, i, i // 60 % 60, i % 60, body))
    out.write('</channel></rss>')
PY
cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"
[[feed]]
name = "公告"
url = "file:feed.xml"
link_hosts = ["e.example"]
max_age = "3650天"
TOML
measure() { # name, command …: seconds on the clock, of CPU, and peak KiB
  local name=$1
  shift
  /usr/bin/time -f "$name %e %U %S %M" -o "$work/time" "$@" >"$work/out" 2>&1 ||
    { cat "$work/out" "$work/time" >&2; exit 1; }
  tee -a "$work/times" <"$work/time" |
    awk '{ printf "%-9s %5.2f s  %5.2f s cpu  %4.0f MiB\n", $1, $2, $3 + $4, $5 / 1024 }'
}
printf 'feed %s bytes\n' "$(stat -c %s "$work/feed.xml")"
for _ in 1 2 3; do
  rm -rf "$work/state" "$work/cache.db"
  measure heiban "$heiban" fetch --once --config "$work/heiban.toml" --state "$work/state"
  test -s "$work/state/edition.json"
  if command -v newsboat >/dev/null; then
    echo "file://$work/feed.xml" >"$work/urls"
    : >"$work/config"
    mkdir -p "$work/home"
    HOME=$work/home measure newsboat newsboat -u "$work/urls" -c "$work/cache.db" -C "$work/config" -x reload
  fi
done
awk '{ cpu = $3 + $4
       if (!($1 in wall) || $2 < wall[$1]) wall[$1] = $2
       if (!($1 in best) || cpu < best[$1]) best[$1] = cpu }
     END { if (wall["newsboat"]) printf "the best of three: %.2f of newsboat on the clock, %.2f of its CPU\n",
           wall["heiban"] / wall["newsboat"], best["heiban"] / best["newsboat"] }' "$work/times"
