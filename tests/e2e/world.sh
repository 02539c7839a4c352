# shellcheck shell=bash
# The world a whole-program test needs: a folder, an X display, a web server with a certificate of
# its own. Sourced by tests/*/*_test.sh, which have set heiban=PROGRAM; everything it starts ends
# with the test, by its id.

work=$(mktemp -d /tmp/heiban-test.XXXXXX)
chmod 755 "$work" # nginx's workers read it
shell_pids=()
board=
nginx=

cleanup() {
  local status=$? pid
  trap - EXIT
  for pid in $board $nginx "${shell_pids[@]}"; do
    kill "$pid" 2>/dev/null || true
    kill -CONT "$pid" 2>/dev/null || true # a test may have stopped it
  done
  wait 2>/dev/null || true
  if [ "$status" != 0 ]; then
    tail -n 40 "$work"/*.log 2>/dev/null || true
  fi
  rm -rf "$work"
  exit "$status"
}
trap cleanup EXIT

fail() {
  printf 'FAILED after %s s: %s\n' "$SECONDS" "$*" >&2
  exit 1
}
step() { printf '%3d s  %s\n' "$SECONDS" "$*"; }

# A sanitizer makes the program several times slower: what a test allows grows with it.
slower=1
if grep -q __asan_init "${heiban:?}"; then slower=4; fi

# Whether a child of ours has ended: a dead one stays a zombie until it is waited for.
has_ended() { # PID
  local state
  state=$(sed -n 's/^State:\t\(.\).*/\1/p' "/proc/$1/status" 2>/dev/null) || true
  [ -z "$state" ] || [ "$state" = Z ]
}

# A board that is waited for in vain: by which signal or with which code it went.
fail_dead() { # WHAT
  local code=0 how
  wait "$board" || code=$?
  how="with exit code $code"
  [ "$code" -le 128 ] || how="by SIG$(kill -l $((code - 128)))"
  [ ! -s "${state:-}/crashes" ] || printf 'crashes: %s\n' "$(tail -n 1 "$state/crashes")" >&2
  board=
  fail "the board ended $how while waited for: $1"
}

# wait_for SECONDS WHAT COMMAND…: until the command is true. It fails at once when the board dies
# that was alive when the waiting began.
wait_for() {
  local until what=$2 alive=
  until=$(($(date +%s%N) + $1 * slower * 1000000000))
  [ -z "$board" ] || has_ended "$board" || alive=yes
  shift 2
  until "$@"; do
    [ -z "$alive" ] || ! has_ended "$board" || "$@" || fail_dead "$what"
    [ "$(date +%s%N)" -lt "$until" ] || fail "not within its time: $what"
    sleep 0.1
  done
}

start_display() {
  Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp 3>"$work/display" 2>"$work/xvfb.log" &
  shell_pids+=($!)
  wait_for 20 "Xvfb is up" test -s "$work/display"
  DISPLAY=:$(cat "$work/display")
  export DISPLAY
  unset WAYLAND_DISPLAY SDL_VIDEODRIVER
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# An authority and a certificate for localhost: $work/ca.pem, $work/server.pem, $work/server.key.
make_certificates() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 \
    -subj "/CN=heiban test authority" -keyout "$work/ca.key" -out "$work/ca.pem" 2>"$work/openssl.log"
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=localhost" \
    -keyout "$work/server.key" -out "$work/server.csr" 2>>"$work/openssl.log"
  printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n' >"$work/san"
  openssl x509 -req -in "$work/server.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" -CAcreateserial \
    -days 90 -extfile "$work/san" -out "$work/server.pem" 2>>"$work/openssl.log"
}

# Runs nginx in $work until the script ends; its http block's content is on stdin.
run_nginx() {
  local user=
  [ "$(id -u)" != 0 ] || user="user root;"
  mkdir -p "$work/www" "$work/nginx"
  {
    cat <<CONF
$user
daemon off;
worker_processes 1;
pid $work/nginx/pid;
error_log $work/nginx.log;
events { worker_connections 64; }
http {
  client_body_temp_path $work/nginx/a; proxy_temp_path $work/nginx/b;
  fastcgi_temp_path $work/nginx/c; uwsgi_temp_path $work/nginx/d; scgi_temp_path $work/nginx/e;
CONF
    cat
    echo "}"
  } >"$work/nginx.conf"
  nginx -p "$work/nginx" -c "$work/nginx.conf" -e "$work/nginx.log" </dev/null &
  nginx=$!
  wait_for 10 "nginx answers" port_answers
}

# Serves $work/www at https://localhost:$port.
start_nginx() {
  run_nginx <<CONF
  access_log $work/access.log;
  types { application/rss+xml xml; application/feed+json json; image/png png; text/html html; }
  server {
    listen 127.0.0.1:$port ssl;
    ssl_certificate $work/server.pem;
    ssl_certificate_key $work/server.key;
    root $work/www;
  }
CONF
}
port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }

stop_nginx() {
  kill "$nginx"
  wait "$nginx" 2>/dev/null || true
  nginx=
}

shot() { import -silent -window root "$work/shot.png"; }

# The pixels of an image's middle, where no live label stands.
middle() { convert "$1" -crop "${2:-1600x620+160+230}" +repage -depth 8 rgb:- | md5sum; }

# ink FILE [AREA]: not one colour, not black: a share of light and of dark pixels.
ink() {
  local deviation light
  read -r deviation light < <(convert "$1" -crop "${2:-1600x620+160+230}" +repage -colorspace Gray \
    -format '%[fx:int(1000*standard_deviation)] %[fx:int(1000*maxima)]\n' info:)
  [ "$deviation" -ge 30 ] && [ "$light" -ge 500 ]
}
