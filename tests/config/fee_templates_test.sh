#!/usr/bin/env bash
# The fee templates for staff are what their script makes, lint clean, and hold the same table.
set -euo pipefail
heiban=$(realpath "$1")
config=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../config" && pwd)
work=$(mktemp -d /tmp/heiban-test.XXXXXX)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

python3 "$config/make_templates.py" "$work"
for name in fees-template.xlsx fees-template.csv; do
  cmp "$work/$name" "$config/$name" || fail "$name is not what config/make_templates.py makes"
  "$heiban" fees lint "$config/$name" >"$work/findings" || fail "$name: $(cat "$work/findings")"
done

# The first sheet's rows; a CSV has no merges and no names.
table() { "$heiban" fees read "$config/$1" | python3 -c '
import json, sys
print(json.dumps(json.load(sys.stdin)["sheets"][0]["rows"], ensure_ascii=False))'; }
[ "$(table fees-template.xlsx)" = "$(table fees-template.csv)" ] || fail "the two templates differ"

# A template without its 文号 does not pass, so the two above were really read.
sed 's/ 省发改价格〔2021〕317号//' "$config/fees-template.csv" >"$work/bad.csv"
! "$heiban" fees lint "$work/bad.csv" >"$work/findings" || fail "a basis without 文号 passed"
grep -q '第7行F列 F1' "$work/findings" || fail "the missing 文号 was not named: $(cat "$work/findings")"
