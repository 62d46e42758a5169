#!/usr/bin/env bash
# cppcheck.sh ROOT: cppcheck 2.10 finds nothing in src/ and include/. Nothing is excused in the code;
# what is switched off for all of it:
#   knownConditionTrueFalse  takes the result of `len < MOST ? len : MOST` for 0
#   missingIncludeSystem     the headers of the system are not read
#   readdirCalled            asks for readdir_r, which POSIX has taken back
#   unusedStructMember       does not see what is used behind a cast or by a macro of base/array.h
set -euo pipefail
cd "$1"

off=(knownConditionTrueFalse missingIncludeSystem readdirCalled unusedStructMember)
cppcheck --quiet -j "$(nproc)" --error-exitcode=1 --std=c11 --language=c --library=posix \
    -I src -I include -D_XOPEN_SOURCE=700 \
    --enable=warning,style,performance,portability "${off[@]/#/--suppress=}" src include
