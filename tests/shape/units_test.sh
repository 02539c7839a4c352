#!/usr/bin/env bash
# The systemd units are valid and their sandboxes as tight as they were made: verified offline where
# systemd-analyze is at hand; what needs no tool is checked always.
set -euo pipefail
program=$1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
units=$root/config/systemd
fail() {
  echo "$*"
  exit 1
}

# The board has no network, whatever else changes.
grep -qx 'RestrictAddressFamilies=AF_UNIX' "$units/heiban-board.service" || fail "the board may open IP sockets"
grep -qx 'PrivateNetwork=yes' "$units/heiban-board.service" || fail "the board has a network"
grep -q 'AF_INET6' "$units/heiban-fetch.service" || fail "the fetcher has no network"
for unit in "$units"/*.service; do
  grep -qx 'Restart=always' "$unit" || fail "$unit: is not restarted"
done

command -v systemd-analyze >/dev/null || { echo "no systemd-analyze: sandboxes not measured"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Programs that need not be installed where tests run stand in by ours.
for unit in "$units"/*.service; do
  sed -E "s#^(Exec[A-Za-z]+=)[^ ]+#\1$(realpath "$program")#" "$unit" >"$work/$(basename "$unit")"
done
complaints=$(SYSTEMD_UNIT_PATH=$work: systemd-analyze verify --man=no "$work"/heiban-*.service 2>&1 |
  grep -F heiban- || true)
[ -z "$complaints" ] || fail "$complaints"
for unit in heiban-fetch heiban-board; do
  systemd-analyze security --offline=true --threshold=25 --no-pager "$work/$unit.service" >"$work/report" 2>&1 ||
    fail "$(cat "$work/report")"
  tail -n 1 "$work/report"
done
