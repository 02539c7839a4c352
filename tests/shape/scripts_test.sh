#!/usr/bin/env bash
# Every shell script of the project is one ShellCheck has nothing to say about, and ShellCheck is
# seen to object to a bad one.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# shellcheck disable=SC2016 # the planted fault: an unquoted $1
if printf '#!/bin/bash\nrm $1\n' | shellcheck - >/dev/null; then
  echo "ShellCheck let a planted fault pass"
  exit 1
fi

mapfile -t scripts < <(find "$root/config" "$root/tests" "$root/.ci" -name '*.sh' -o -path '*/.ci/run')
[ "${#scripts[@]}" -ge 5 ] || { echo "only ${#scripts[@]} scripts found"; exit 1; }
shellcheck --external-sources --source-path="$root" "${scripts[@]}"
echo "${#scripts[@]} scripts are clean"
