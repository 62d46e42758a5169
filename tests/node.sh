# shellcheck shell=bash
# Sourced by the tests that need node and packages of npm.

skip() {
    echo "$*"
    exit 77
}

# bring_packages TESTS FOLDER: installs what TESTS/package.json names into FOLDER, unless it is there.
# Into a folder of another name first, so that an interrupted run leaves nothing that looks complete.
# Skips the test when node, npm or a package is not to be had.
bring_packages() {
    local tests=$1 folder=$2
    command -v node >/dev/null && command -v npm >/dev/null || skip 'node or npm is not there'
    mkdir -p "$folder"
    cmp -s "$tests/package.json" "$folder/package.json" && return
    rm -rf "$folder/new" && mkdir -p "$folder/new"
    cp "$tests/package.json" "$folder/new/"
    npm install --prefix "$folder/new" --no-audit --no-fund --no-package-lock --ignore-scripts \
        >"$folder/npm.log" 2>&1 || skip "npm cannot bring the packages, see $folder/npm.log"
    rm -rf "$folder/node_modules"
    mv "$folder/new/node_modules" "$folder/new/package.json" "$folder/"
}
