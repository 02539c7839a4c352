#!/bin/sh
# What runs on the lobby screen's X server: a window manager, then the board in its place.
# heiban-board.service starts it; SDL learns of a changed resolution only through a window manager.
set -eu
xset s off -dpms 2>/dev/null || true

# It starts again when it dies, as long as the board (which takes this shell's place) runs.
keep() { while kill -0 $$ 2>/dev/null; do
  "$@" || true
  sleep 1
done; }
# matchbox knows one screen only: beside several displays it would spread the board over all.
one_display() { [ "$(xrandr --query 2>/dev/null | grep -c ' connected')" -lt 2 ]; }
if command -v matchbox-window-manager >/dev/null && { one_display || ! command -v openbox >/dev/null; }; then
  keep matchbox-window-manager -use_titlebar no -use_cursor no &
elif command -v openbox >/dev/null; then
  keep openbox &
fi
exec heiban board "$@"
