# shellcheck shell=bash
# Functions that config/run.sh and tests/run.sh share: install what is missing, build.
# Sourced by them, not run by anybody.
# Nothing here is cleverer than it must be: Debian 12, bash, apt, cmake, ninja.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# A service manager or a cron job gives us next to no environment.
export PATH="${PATH:-/usr/local/bin:/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin"
export LC_ALL=C.UTF-8
HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
export HOME

say() { printf '== %s\n' "$*" >&2; }
die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# packages_of run build …: the packages of these sections, one a line.
packages_of() {
  local section
  for section in "$@"; do
    awk -v wanted="[$section]" '/^\[/ { on = $0 == wanted } /^[a-z0-9]/ && on { print $1 }' \
      "$root/config/packages.txt"
  done
}

# Those of the given packages that are not installed.
missing_of() {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "installing packages needs root: run this as root, or install sudo"
  fi
}

# Debian starts a service when its package comes in. policy-rc.d forbids that while we install;
# afterwards the service is disabled, so that it does not start with the machine either.
guard=/usr/sbin/policy-rc.d
guarded=
forbid_services() {
  [ -e "$guard" ] && return
  guarded=yes
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$guard" >/dev/null
  as_root chmod 755 "$guard"
}
allow_services() {
  [ -n "$guarded" ] || return 0
  guarded=
  as_root rm -f "$guard"
}
disable_service() {
  as_root deb-systemd-helper disable "$1.service" >/dev/null 2>&1 || true
  as_root update-rc.d "$1" disable >/dev/null 2>&1 || true
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=600 "$@"; }

# install_packages run build …: asks the network for nothing when all is there.
install_packages() {
  local wanted missing
  mapfile -t wanted < <(packages_of "$@")
  mapfile -t missing < <(missing_of "${wanted[@]}")
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "installing ${#missing[@]} packages: ${missing[*]}"
  trap allow_services EXIT
  forbid_services
  apt -o Acquire::Retries=3 update >&2 || die "apt-get update failed: is there a network?"
  apt -o Acquire::Retries=3 install --no-install-recommends "${missing[@]}" >&2 ||
    die "apt-get could not install: ${missing[*]}"
  allow_services
  trap - EXIT
  case " ${missing[*]} " in *" nginx-light "*) disable_service nginx ;; esac
}

# configure PRESET ON|OFF (tests wanted or not): once; ninja notices later changes by itself.
configure() {
  local preset=$1 tests=$2 folder=$root/build/$1
  if [ -e "$folder/build.ninja" ] &&
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt" &&
    { [ "$tests" = OFF ] || grep -qxF "HEIBAN_TESTS:BOOL=ON" "$folder/CMakeCache.txt"; }; then
    return
  fi
  say "configuring build/$preset"
  rm -f "$folder/CMakeCache.txt"
  (cd "$root" && cmake --preset "$preset" -DHEIBAN_TESTS="$tests" >&2) || die "cmake failed"
}

# build PRESET TARGET ON|OFF
build() {
  configure "$1" "$3"
  say "building build/$1"
  ninja -C "$root/build/$1" -j "$(nproc)" "$2" >&2 || die "the build failed"
}
