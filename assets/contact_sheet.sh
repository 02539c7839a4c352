#!/usr/bin/env bash
# Draws the README's pictures from the sample feeds, by the very code that draws the wall:
# assets/board.png, one page, and assets/looks.png, the three themes and the shapes of screen.
# Needs ImageMagick and python3.
#   bash assets/contact_sheet.sh [path to heiban]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
heiban=$(realpath "${1:-$root/build/release/heiban}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The samples, but few of each, so that a round is soon drawn, and every page in its middle place.
sed -e 's/^# pixel_shift .*/pixel_shift = false/' -e "s#\"file:\.\./#\"file:$root/#" -e '/^keep /d' -e 's/^\[\[feed\]\]$/[[feed]]\nkeep = 2/' \
  "$root/config/heiban.toml" >"$work/heiban.toml"
"$heiban" fetch --once --config "$work/heiban.toml" --state "$work/state" 2>/dev/null

# The morning that comes next, Beijing time: a board is looked at by day.
now=$(TZ=UTC-8 date +%s)
day=$(TZ=UTC-8 date -d "@$((now - 34200 + 86400))" +%F) # 9:30 is 34200 s into a day

# take NAME THEME SIZE WORD…: draws a round; NAME-1.png … are the first pages of the first notices
# with these words in their titles.
take() {
  "$heiban" snapshot --config "$work/heiban.toml" --state "$work/state" --theme "$2" --size "$3" \
    --at "${day}T09:30" --out "$work/$1" 2>/dev/null
  python3 - "$work/$1" "${@:4}" <<'PY'
import json, shutil, sys
folder, words = sys.argv[1], sys.argv[2:]
pages = [page for page in json.load(open(folder + '/index.json')) if page['page'] == 1]
for number, word in enumerate(words, 1):
    page = next(page for page in pages if word in page['title'])
    pages.remove(page)
    shutil.copy(folder + '/' + page['file'], '%s-%d.png' % (folder, number))
PY
}
take board heiban 1920x1080 目录 收费公示表 公告 通知
take paper gongwen 1920x1080 通知
take strong contrast 1920x1080 公告
take tall heiban 1080x1920 公告
take low contrast 1920x540 公告

row() {
  convert "$work/$1.png" "$work/$2.png" -resize 640x -bordercolor white -border 6 \
    -background white -gravity center +append "$work/$3.png"
}
row board-1 board-2 row-1
row paper-1 strong-1 row-2
row board-3 low-1 row-3
convert "$work/row-1.png" "$work/row-2.png" "$work/row-3.png" -append "$work/wide.png"
convert "$work/wide.png" \( "$work/tall-1.png" -resize x1050 -bordercolor white -border 6 \) \
  -background white -gravity center +append -strip +dither -colors 200 "png8:$root/assets/looks.png"
convert "$work/board-4.png" -resize 1280x -strip +dither -colors 128 "png8:$root/assets/board.png"
