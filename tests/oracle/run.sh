#!/usr/bin/env bash
# run.sh --sample|--all ROOT FOLDER DUMP: compares the TSX scanner with TypeScript on the fixtures
# and on the .tsx files of the packages of packages.txt (300 of them, or all). FOLDER is in the
# build folder and keeps what npm brings. Ends with 77 when node or a package is not there.
set -euo pipefail
mode=$1 root=$2 folder=$3 dump=$4
oracle=$root/tests/oracle
export LC_ALL=C
# shellcheck source=tests/node.sh
source "$root/tests/node.sh"

bring_package() {
    local package=$1 target=$folder/packages/$1 archive
    [[ -d $target ]] && return
    rm -rf "$folder/new" && mkdir -p "$folder/new/files" "${target%/*}"
    archive=$(cd "$folder/new" && npm pack --silent "$package" 2>>"$folder/npm.log") ||
        skip "npm cannot bring $package, see $folder/npm.log"
    tar -xzf "$folder/new/${archive##*$'\n'}" -C "$folder/new/files"
    mv "$folder/new/files" "$target"
}

# list FOLDER PREFIX: "name<TAB>path" of its .tsx files.
list() {
    find "$1" -name '*.tsx' -type f | sort | while IFS= read -r path; do
        printf '%s%s\t%s\n' "$2" "${path#"$1"/}" "$path"
    done
}

bring_packages "$oracle" "$folder"
while IFS= read -r package; do
    bring_package "$package"
done <"$oracle/packages.txt"

node "$oracle/entities.mjs" "$folder" jsx | diff - "$root/src/text/entities.c"
node "$oracle/entities.mjs" "$folder" html5 | diff - "$root/src/text/html5.inc"
{
    list "$root/fixtures" fixtures/
    list "$root/tests/tsx" tests/tsx/
    list "$folder/packages" ''
} >"$folder/files${mode#--}.txt"
node "$oracle/tsx_oracle.mjs" "$mode" --modules "$folder" --dump "$dump" \
    --known "$oracle/known-differences.txt" "$folder/files${mode#--}.txt"
