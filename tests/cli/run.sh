#!/bin/sh
# run.sh COMMAND CASE WORK: runs the shell line CASE/cmd, in the folder WORK with a copy of CASE and of
# documents/, with $LESSONLINT for the command, and compares its status with CASE/status (0 without it), its output
# with CASE/stdout and its errors with CASE/stderr (nothing without them).
set -eu

LESSONLINT=$1
case=$2
work=$3
export LESSONLINT
unset NO_COLOR TERM
status=0

rm -rf "$work"
mkdir -p "$(dirname "$work")"
cp -R "$case" "$work"
# Paths do not depend on whether all of this lies in a repository.
GIT_CEILING_DIRECTORIES=$(cd "$(dirname "$work")" && pwd -P)
export GIT_CEILING_DIRECTORIES
cp "$(dirname "$0")"/documents/* "$work"
seen=$work.seen
mkdir -p "$seen"
(cd "$work" && sh ./cmd >"$seen/stdout" 2>"$seen/stderr" </dev/null) || status=$?
echo "$status" >"$seen/status"

failed=0
compare() { # NAME DEFAULT: the expected text is CASE/NAME or DEFAULT
    if [ -f "$case/$1" ]; then
        cp "$case/$1" "$seen/expected"
    else
        printf '%s' "$2" >"$seen/expected"
    fi
    diff -u --label "expected $1" --label "seen $1" "$seen/expected" "$seen/$1" || failed=1
}
compare status '0
'
compare stdout ''
compare stderr ''
exit $failed
