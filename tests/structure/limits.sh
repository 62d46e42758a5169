#!/usr/bin/env bash
# limits.sh ROOT: each row of the table of limits in docs/design.md names a test that is there, and a
# file of src/ that is there.
set -euo pipefail
cd "$1"
status=0

complain() {
    echo "docs/design.md: $*"
    status=1
}

rows=$(sed -n '/^## Limits/,/^## Decisions/p' docs/design.md | grep '^| ' | tail -n +2 || true)
[[ -n $rows ]] || complain 'no table of limits'
while IFS='|' read -r _ what _ stated _ test _; do
    [[ $stated =~ \`([a-z0-9_/]+\.[ch])\` && -f src/${BASH_REMATCH[1]} ]] ||
        complain "no file states the limit of$what"
    [[ $test =~ \`([a-z_]+)\`:\ \`([a-z_]+)\` ]] || { complain "no test of$what"; continue; }
    grep -qE "(TEST\(|static void )${BASH_REMATCH[2]}\b" tests/*/"test_${BASH_REMATCH[1]}.c" 2>/dev/null ||
        complain "there is no ${BASH_REMATCH[2]} in test_${BASH_REMATCH[1]}.c"
done <<<"$rows"
exit $status
