#!/usr/bin/env bash
# A disk that fails and a machine that dies while the fetcher writes: killed at its system calls one
# after another, refused by a full disk, a quota, an I/O error. The edition that stands is the old
# one or the new one, and the next fetch goes on from there; a board that can write nothing shows.
set -euo pipefail
heiban=$(realpath "$1")
# shellcheck source=tests/e2e/world.sh
source "$(dirname "${BASH_SOURCE[0]}")/../e2e/world.sh"
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 # no leak check under a tracer
calls=write,pwrite64,fsync,fdatasync,rename,ftruncate,unlink
old=$work/old

cat >"$work/heiban.toml" <<TOML
[bureau]
name = "云岭县教育局"

[[feed]]
name = "公告公示"
url = "file:feed.json"

[programme]
index_page = false
TOML
feed() { # NUMBER…: a feed of these items
  local number items=
  for number; do
    items+=$(printf ',{"id": "%s", "title": "第%s号公告", "content_text": "正文。", "date_published": "%s"}' \
      "$number" "$number" "$(date -u -d "-$number hours" +%FT%TZ)")
  done
  printf '{"version": "https://jsonfeed.org/version/1.1", "title": "公告", "items": [%s]}' \
    "${items:1}" >"$work/feed.json"
}
fetch() { # STATE [TRACER…]
  local state=$1
  shift
  "$@" "$heiban" fetch --once --config "$work/heiban.toml" --state "$state" >>"$work/fetch.log" 2>&1
}
# How many notices a board would show; it fails where there is no edition it believes.
shown() {
  local lines
  lines=$("$heiban" check --offline --json --config "$work/heiban.toml" --state "$1" 2>>"$work/check.log") || true
  sed -n '/"round"/,/}/s/^ *"notices": *\([0-9]*\),*$/\1/p' <<<"$lines"
}
copy_of_old() {
  rm -rf "$work/state"
  cp -a "$old" "$work/state"
}
# stands_and_recovers WHAT: two notices or three now, three after the next fetch.
stands_and_recovers() {
  local now
  now=$(shown "$work/state")
  [ "$now" = 2 ] || [ "$now" = 3 ] || fail "$1: ${now:-no} notices stand"
  fetch "$work/state" || fail "$1: the next fetch fails"
  [ "$(shown "$work/state")" = 3 ] || fail "$1: after the next fetch $(shown "$work/state") notices"
}

feed 1 2
fetch "$old" || fail "the first fetch fails"
[ "$(shown "$old")" = 2 ] || fail "$(shown "$old") notices, not 2"
feed 1 2 3
copy_of_old
fetch "$work/state" strace -f -qq -e trace="$calls" -o "$work/trace"
count=$(wc -l <"$work/trace")
[ "$count" -ge 20 ] || fail "only $count system calls seen"

step "killed at each of $count system calls"
for n in $(seq 1 "$slower" "$count"); do # under a sanitizer at every fourth
  copy_of_old
  fetch "$work/state" strace -f -qq -e trace=none -e inject="$calls:signal=SIGKILL:when=$n" || true
  stands_and_recovers "killed at call $n"
done

step "refused by the disk"
for error in ENOSPC EDQUOT EIO; do
  for from in 1 $((count / 3)) $((count * 2 / 3)); do
    copy_of_old
    fetch "$work/state" strace -f -qq -e trace=none -e inject="$calls:error=$error:when=$from+" || true
    stands_and_recovers "$error from call $from on"
  done
done
copy_of_old
fetch "$work/state" strace -f -qq -e trace=none -e inject=fsync,fdatasync:error=EIO || true
stands_and_recovers "no fsync"

step "a real disk that is full"
mkdir "$work/disk"
if mount -t tmpfs -o size=1m tmpfs "$work/disk" 2>>"$work/mount.log"; then
  trap 'umount "$work/disk"; cleanup' EXIT
  cp -a "$old" "$work/disk/state"
  dd if=/dev/zero of="$work/disk/filler" bs=4k 2>>"$work/mount.log" || true
  fetch "$work/disk/state" || true
  now=$(shown "$work/disk/state")
  [ "$now" = 2 ] || [ "$now" = 3 ] || fail "on a full disk ${now:-no} notices stand"
  rm "$work/disk/filler"
  fetch "$work/disk/state" || fail "the disk has room again, the fetch fails"
  [ "$(shown "$work/disk/state")" = 3 ] || fail "the disk has room again: $(shown "$work/disk/state") notices"
else
  step "… left out: only root mounts one"
fi

step "a board that can write nothing shows"
start_display 1280x720
strace -f -qq -e trace=none -e inject=fsync,fdatasync,rename,mkdir:error=EROFS \
  "$heiban" board --config "$work/heiban.toml" --state "$old" >"$work/board.log" 2>&1 &
board=$!
inked() { shot && ink "$work/shot.png" 1000x300+140+150; }
wait_for 15 "ink on the glass" inked
kill -0 "$board" || fail "the board is gone"
step "done"
