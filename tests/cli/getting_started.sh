#!/usr/bin/env bash
# getting_started.sh COMMAND ROOT FOLDER: see getting_started.py. Ends with 77 when python3 or git is not there.
set -euo pipefail
for need in python3 git; do
    command -v $need >/dev/null || { echo "$need is not there"; exit 77; }
done
exec python3 "$(dirname "$0")/getting_started.py" "$@"
