#!/bin/sh
# What runs on the lobby screen's X server: a window manager, then the board in its place.
# heiban-board.service starts it; SDL learns of a changed resolution only through a window manager.
set -eu
xset s off -dpms 2>/dev/null || true
if command -v matchbox-window-manager >/dev/null; then
  matchbox-window-manager -use_titlebar no -use_cursor no &
elif command -v openbox >/dev/null; then
  openbox &
fi
exec heiban board "$@"
