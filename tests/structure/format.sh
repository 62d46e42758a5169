#!/usr/bin/env bash
# format.sh ROOT: the C and C++ code is laid out as clang-format 14 does it; other versions differ.
set -euo pipefail
cd "$1"

version=$(clang-format --version 2>/dev/null) || version=
if [[ $version != *' version 14.'* ]]; then
    echo 'clang-format 14 is not there'
    exit 77
fi
find src include tests docs/examples \( -name '*.[ch]' -o -name '*.cpp' \) -print0 | LC_ALL=C sort -z |
    xargs -0 clang-format --dry-run --Werror
