#!/usr/bin/env bash
# selftest.sh ROBUSTNESS FOLDER: robustness.sh notices a wrong status, silence, noise, slowness and
# a crash of a stand-in command.
set -euo pipefail
robustness=$1
work=$2
status=0
mkdir -p "$work"

# stand_in CODE: the command; `name` is its last argument.
stand_in() {
    printf '#!/bin/bash\nname=${!#}\n%s\n' "$1" >"$work/command"
    chmod +x "$work/command"
}

run() {
    "$robustness" "$work/command" "$work" 1 missing_file >"$work/log" 2>&1
}

fails() {
    stand_in "$2"
    if run || ! grep -qF "$1" "$work/log"; then
        echo "not seen: $1"
        cat "$work/log"
        status=1
    fi
}

stand_in 'echo "error: $name is missing" >&2; exit 2'
run || { cat "$work/log"; status=1; }
fails 'exit status 1, expected 2' 'echo "error: $name is missing" >&2; exit 1'
fails 'exit status 139, expected 2' 'kill -SEGV $$'
fails 'is not on standard' 'echo "error" >&2; exit 2'
fails 'something is on standard out' 'echo "error: $name" >&2; echo x; exit 2'
fails 'seconds, at most 1' '[[ $name != missing.md ]] || while :; do :; done'
exit $status
