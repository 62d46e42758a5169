#!/usr/bin/env bash
# excuses.sh ROOT: no place in the code is excused from a check; what does not fit the house style is
# switched off for all of it, with its reason (.clang-tidy, tests/check/cppcheck.sh). A table of bytes
# may keep the layout that shows what it is.
set -euo pipefail
cd "$1"

if grep -rnE --include='*.[ch]' --include='*.inc' --include='*.def' \
    'NOLINT|cppcheck-suppress|__clang_analyzer__|#pragma' src include tests; then
    echo 'a place in the code is excused from a check'
    exit 1
fi
