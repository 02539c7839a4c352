#!/usr/bin/env bash
# A simulated year of the ledger: its size, what was written, and a thousand kills on the way.
#   bash tests/bench/ledger_year.sh [BUILD]     BUILD: build/release
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
HEIBAN_KILLS=1000 HEIBAN_LEDGER_DAYS=365 \
  "${1:-build/release}/tests/test_ledger" --gtest_filter='LedgerLong.*'
