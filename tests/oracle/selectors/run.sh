#!/usr/bin/env bash
# run.sh ROOT FOLDER COMMAND ROUNDS: compares what rules of the kind `element` find with what css-select finds, by 60
# selectors on one tree in each round. FOLDER is in the build folder and keeps what npm brings. Ends with 77 when node or
# a package is not there.
set -euo pipefail
root=$1 folder=$2 command=$3 rounds=$4
oracle=$root/tests/oracle/selectors
export LC_ALL=C

skip() {
    echo "$*"
    exit 77
}

command -v node >/dev/null && command -v npm >/dev/null || skip 'node or npm is not there'
mkdir -p "$folder"
if ! cmp -s "$oracle/package.json" "$folder/package.json"; then
    rm -rf "$folder/new" && mkdir -p "$folder/new"
    cp "$oracle/package.json" "$folder/new/"
    npm install --prefix "$folder/new" --no-audit --no-fund --no-package-lock --ignore-scripts \
        >"$folder/npm.log" 2>&1 || skip "npm cannot bring css-select, see $folder/npm.log"
    rm -rf "$folder/node_modules"
    mv "$folder/new/node_modules" "$folder/new/package.json" "$folder/"
fi
node "$oracle/selectors.mjs" "$folder" "$command" "$rounds"
