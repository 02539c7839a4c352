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
  local user=
  [ "$(id -u)" != 0 ] || user="user root;"
  mkdir -p "$work/www" "$work/nginx"
  cat >"$work/nginx.conf" <<CONF
$user
daemon off;
worker_processes 1;
pid $work/nginx/pid;
error_log $work/nginx.log;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path $work/nginx/a; proxy_temp_path $work/nginx/b;
  fastcgi_temp_path $work/nginx/c; uwsgi_temp_path $work/nginx/d; scgi_temp_path $work/nginx/e;
  default_type application/octet-stream;
  server {
    listen 127.0.0.1:$port;
    root $work/www;
    location ~ \.gz\$ { default_type application/rss+xml; add_header Content-Encoding gzip; }
  }
}
CONF
  nginx -p "$work/nginx" -c "$work/nginx.conf" -e "$work/nginx.log" &
  nginx=$!
  wait_for 10 "nginx answers" port_answers
}

serve_http
python3 "$here/hostile_files.py" "$heiban" "$work" "http://127.0.0.1:$port" "$@" ||
  fail "a file was over its bar"
