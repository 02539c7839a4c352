#!/usr/bin/env bash
# A list page as a feed on a real nginx: each article asked for once over many processes, a few at a
# time and one after the other; a missing page; a list that changes; a list of hundreds.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/../e2e/world.sh"
port=$(free_port)
state=$work/state
at=2026-11-24T12:00:00Z
make_certificates
start_nginx

row() { # NUMBER [TITLE]
  printf '<li><a href="/gg/%d.html">%s</a><span>2026-11-%02d</span></li>\n' "$1" \
    "${2:-关于第${1}号事项的通知}" $((24 - $1 / 20))
}
list() { # ROWS on stdin
  { printf '<html><head><meta charset="utf-8"><title>公示公告</title></head><body><ul class="list">'
    cat
    printf '</ul></body></html>\n'; } >"$work/www/list.new"
  mv "$work/www/list.new" "$work/www/list.html"
}
rows() { local i; for ((i = 0; i < $1; ++i)); do row "$i"; done; }
article() { # NUMBER TEXT
  printf '<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="关于第%d号事项的通知"><meta name="ContentSource" content="云岭县教育局"></head><body><div class="TRS_Editor"><p>%s</p></div></body></html>\n' \
    "$1" "$2" >"$work/www/gg/$1.html"
}
cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"
[[feed]]
name = "公示公告"
url = "https://localhost:$port/list.html"
kind = "page"
ca_file = "$work/ca.pem"
keep = 20
TOML
fetch() { # MINUTES later, a process of its own
  "$heiban" fetch --once --config "$work/heiban.toml" --state "$state" \
    --at "$(date -u -d "$at + $1 minutes" +%FT%TZ)" >"$work/fetch.log" 2>&1 || fail "fetch ended badly"
}
asked() { grep -c '"GET /gg/' "$work/access.log" || true; } # pages of articles so far
shown() { grep -o '关于第[0-9]*号事项的通知' "$state/edition.json" | sort -u | wc -l; }
expect() { [ "$2" = "$3" ] || fail "$1: wanted $2, got $3"; }
text_of() { grep -q "$1" "$state/edition.json"; }

mkdir -p "$work/www/gg"
for ((i = 0; i < 300; ++i)); do article "$i" "第${i}号事项的全文，请遵照执行。"; done
rm "$work/www/gg/3.html"

step "three hundred items: a few pages at a time, the newest only"
rows 300 | list
for minutes in 0 2 4 6 8; do
  before=$(asked)
  fetch "$minutes"
  [ $(($(asked) - before)) -le 8 ] || fail "a burst: $(($(asked) - before)) pages at once"
done
expect "pages asked for" 20 "$(asked)"
expect "asked more than once" "" "$(sed -n 's/.*"GET \(\/gg\/[^ ]*\).*/\1/p' "$work/access.log" | sort | uniq -d)"
expect "shown" 19 "$(shown)"
text_of 第7号事项的全文 || fail "an article's text is missing"

step "a missing page is told of, and asked for again later"
"$heiban" check --offline --config "$work/heiban.toml" --state "$state" >"$work/check.log" 2>&1 || true
grep -q '《关于第3号事项的通知》：文章页答复 404' "$work/check.log" || fail "404 is not told: $(cat "$work/check.log")"
article 3 "第3号事项的全文，补上了。"
fetch 60
expect "shown" 20 "$(shown)"
text_of 补上了 || fail "the page that came later is missing"

step "the same list, another list with the same items: nothing is asked for"
before=$(asked)
fetch 120
{ rows 300; echo '<!-- 浏览 5 次 -->'; } | list
fetch 180
expect "pages asked for again" "$before" "$(asked)"

step "one new item, one item with another title: these two alone"
article 900 "新事项的全文。"
article 5 "更正后的全文，以此为准。"
{ row 0 && printf '<li><a href="/gg/900.html">关于第900号事项的通知</a><span>2026-11-24</span></li>'
  for ((i = 1; i < 300; ++i)); do if [ "$i" = 5 ]; then row 5 "关于第5号事项的通知（更正）"; else row "$i"; fi; done; } | list
fetch 240
expect "pages asked for" $((before + 2)) "$(asked)"
text_of 更正后的全文 || fail "the corrected text is missing"
text_of 新事项的全文 || fail "the new item is missing"

step "a page that goes stays for once, and leaves when it is gone twice"
mv "$work/www/gg/7.html" "$work/www/gg/seven"
{ row 0; for ((i = 1; i < 300; ++i)); do if [ "$i" = 7 ]; then row 7 "关于第7号事项的通知（改）"; else row "$i"; fi; done; } | list
fetch 300
text_of 第7号事项的全文 || fail "one 404 took an article from the wall"
fetch 360
if text_of 第7号事项的全文; then fail "an article whose page is gone twice still stands"; fi

step "without the network everything stands"
stop_nginx
"$heiban" fetch --once --config "$work/heiban.toml" --state "$state" --at "$(date -u -d "$at + 7 hours" +%FT%TZ)" \
  >"$work/fetch.log" 2>&1 || true
text_of 更正后的全文 || fail "articles left with the network"
step "done"
