#!/bin/sh
# Compares the rendered text of every fixture with React's: run.sh TEXT_DUMP SOURCE_DIR WORK_DIR.
# Ends with 77 when node or its packages are not there.
set -u
dump=$1 source=$2 work=$3
here=$(dirname "$0")

command -v node >/dev/null && command -v npm >/dev/null || {
    echo "node or npm is missing"
    exit 77
}
mkdir -p "$work"
if ! cmp -s "$here/package.json" "$work/package.json" || [ ! -d "$work/node_modules/react-dom" ]; then
    cp "$here/package.json" "$work/package.json"
    npm install --prefix "$work" --no-audit --no-fund --no-package-lock >"$work/npm.log" 2>&1 || {
        cat "$work/npm.log"
        rm -f "$work/package.json"
        echo "the packages cannot be installed"
        exit 77
    }
fi
find "$source/fixtures" "$source/tests/tsx" -name '*.tsx' | LC_ALL=C sort >"$work/files"
"$dump" <"$work/files" >"$work/ours" || exit 1
exec node "$here/text_oracle.mjs" "$work" <"$work/ours"
