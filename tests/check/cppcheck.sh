#!/usr/bin/env bash
# cppcheck.sh ROOT: cppcheck 2.10 finds nothing in src/, include/, tests/ and docs/examples/. Nothing is
# excused in the code; what is switched off for all of it:
#   knownConditionTrueFalse  takes the result of `len < MOST ? len : MOST` for 0
#   missingIncludeSystem     the headers of the system are not read
#   readdirCalled            asks for readdir_r, which POSIX has taken back
#   unusedStructMember       does not see what is used behind a cast or by a macro of base/array.h
# It does not know _Noreturn in front of a function with a variable number of arguments.
set -euo pipefail
cd "$1"

off=(knownConditionTrueFalse missingIncludeSystem readdirCalled unusedStructMember)
look() {
    cppcheck --quiet -j "$(nproc)" --error-exitcode=1 -I src -I include \
        --enable=warning,style,performance,portability "${off[@]/#/--suppress=}" "$@"
}

folders=()
for folder in src include tests docs/examples; do
    [[ ! -d $folder ]] || folders+=("$folder")
done
mapfile -t cplusplus < <(find "${folders[@]}" -name '*.cpp')
look --std=c11 --language=c --library=posix -D_XOPEN_SOURCE=700 \
    '-D_Noreturn=__attribute__((noreturn))' "${cplusplus[@]/#/-i}" "${folders[@]}"
[[ ${#cplusplus[@]} -eq 0 ]] || look --std=c++11 --language=c++ "${cplusplus[@]}"
