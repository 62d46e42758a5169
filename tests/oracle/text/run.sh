#!/usr/bin/env bash
# run.sh --sample|--all ROOT FOLDER DUMP: compares the rendered text of the fixtures, of all entities
# and of 200 generated lessons (or 2,200) with React's. FOLDER is in the build folder and keeps what npm
# brings. Ends with 77 when node or a package is not there.
set -euo pipefail
mode=$1 root=$2 folder=$3 dump=$4
oracle=$root/tests/oracle/text
export LC_ALL=C
# shellcheck source=tests/node.sh
source "$root/tests/node.sh"

bring_packages "$oracle" "$folder"

# compare lessons|samples FOLDER KNOWN-DIFFERENCES: the files below it that are listed on standard input.
compare() {
    sort | "$dump" >"$folder/ours.txt"
    node "$oracle/text_oracle.mjs" "$1" "$folder" "$2" "$3" <"$folder/ours.txt"
}

find "$root/fixtures" -name '*.tsx' -type f | compare lessons "$root" "$oracle/known-differences.txt"
find "$root/tests/tsx" -name '*.tsx' -type f | compare samples "$root" /dev/null

rm -rf "$folder/entities"
node "$oracle/entities.mjs" "$folder" "$root/src/text/html5.inc" "$folder/entities"
find "$folder/entities" -name '*.tsx' | compare lessons "$folder/entities" /dev/null

generate() {
    rm -rf "$folder/generated"
    node "$oracle/generate.mjs" "$1" "$2" "$folder/generated"
    find "$folder/generated" -name '*.tsx' | compare lessons "$folder/generated" /dev/null
}

generate 1 200
if [[ $mode == --all ]]; then
    for seed in 2 3 4 5 6; do
        generate "$seed" 400
    done
fi
