#!/usr/bin/env bash
# Installs what is missing, builds heiban and runs the board on the built-in sample feeds.
#   bash config/run.sh [arguments of `heiban run`]
# Where there is a display it opens a window (--window WxH for another size; `heiban run` itself
# fills the screen). Where there is none it renders the same pages to PNG files and says where.
set -euo pipefail
# shellcheck source=config/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_packages run build
build release heiban OFF
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [[ " $* " != *" --window"* ]]; then
  set -- --window 1280x720 "$@"
fi
exec "$root/build/release/heiban" run "$@"
