#!/usr/bin/env bash
# The invariants and the runt oracle of setting in full: 100,000 generated paragraphs each
# (CTest runs a few thousand). Minutes, not seconds.
#   bash tests/text/full.sh [BUILD]      HEIBAN_SEED=n for other paragraphs
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${1:-$root/build/release}
HEIBAN_PARAGRAPHS=${HEIBAN_PARAGRAPHS:-100000} exec env -u DISPLAY "$build/tests/test_text" \
  --gtest_filter='Invariants.*:Runts.*'
