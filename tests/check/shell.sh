#!/usr/bin/env bash
# shell.sh ROOT: shellcheck warns of nothing in dev, .ci/run and the scripts of the tests, of the action and of bash.
set -euo pipefail
cd "$1"

places=()
for place in dev .ci/run .github completions tests; do
    [[ -e $place ]] && places+=("$place")
done
find "${places[@]}" -type f \( -name '*.sh' -o -name '*.bash' -o -name dev -o -name run \) -print0 |
    xargs -0 shellcheck --severity=warning
