#!/usr/bin/env bash
# run.sh DUMP ROOT FOLDER: compares the rendered text of the fixtures with React's. FOLDER is in the
# build folder and keeps what npm brings. Ends with 77 when node or a package is not there.
set -euo pipefail
dump=$1 root=$2 folder=$3
oracle=$root/tests/oracle/text
export LC_ALL=C

skip() {
    echo "$*"
    exit 77
}

# Packages are brought into a folder of another name first, so that an interrupted run leaves
# nothing that looks complete.
bring_modules() {
    cmp -s "$oracle/package.json" "$folder/package.json" && return
    rm -rf "$folder/new" && mkdir -p "$folder/new"
    cp "$oracle/package.json" "$folder/new/"
    npm install --prefix "$folder/new" --no-audit --no-fund --no-package-lock --ignore-scripts \
        >"$folder/npm.log" 2>&1 || skip "npm cannot bring React, see $folder/npm.log"
    rm -rf "$folder/node_modules"
    mv "$folder/new/node_modules" "$folder/"
    mv "$folder/new/package.json" "$folder/"
}

command -v node >/dev/null && command -v npm >/dev/null || skip 'node or npm is not there'
mkdir -p "$folder"
bring_modules
find "$root/fixtures" "$root/tests/tsx" -name '*.tsx' -type f | sort >"$folder/files.txt"
"$dump" <"$folder/files.txt" >"$folder/ours.txt"
node "$oracle/text_oracle.mjs" "$folder" <"$folder/ours.txt"
