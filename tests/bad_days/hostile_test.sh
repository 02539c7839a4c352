#!/usr/bin/env bash
# Every file within 2 s of CPU and 200 MiB, whatever it is: bombs, endless and broken documents,
# pictures that are not what they say. The quick ones; all of them (some minutes):
#   bash tests/bad_days/hostile_test.sh build/release/heiban --all
# Further arguments go to tests/bad_days/hostile_files.py.
set -euo pipefail
heiban=$(realpath "$1")
shift
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
# shellcheck source=tests/e2e/world.sh
source "$here/../e2e/world.sh"
port=$(free_port)

serve_http() {
  run_nginx <<CONF
  access_log off;
  default_type application/octet-stream;
  server {
    listen 127.0.0.1:$port;
    root $work/www;
    location ~ \.gz\$ { default_type application/rss+xml; add_header Content-Encoding gzip; }
  }
CONF
}

serve_http
python3 "$here/hostile_files.py" "$heiban" "$work" "http://127.0.0.1:$port" "$@" ||
  fail "a file was over its bar"
