#!/usr/bin/env bash
# archives.sh SOURCE OUT: with LESSONLINT_STATIC the command needs no library of which there is an
# archive. Uses the build of build.sh.
set -euo pipefail
source=$1 out=$2
log=$out/archives.log

quietly() {
    "$@" >"$log" 2>&1 || { cat "$log"; exit 1; }
}

rm -f "$out/build/CMakeCache.txt" # it remembers where the libraries are
quietly "$CMAKE" -S "$source" -B "$out/build" -G "$GENERATOR" -DCMAKE_C_COMPILER="$CC" \
    -DCMAKE_BUILD_TYPE= -DLESSONLINT_TESTS=OFF -DLESSONLINT_WERROR=ON -DLESSONLINT_STATIC=ON
quietly "$CMAKE" --build "$out/build" --parallel 2 --target lessonlint_cli
needs=$(objdump -p "$out/build/lessonlint" | awk '$1 == "NEEDED" { print $2 }')
archives=0 status=0
for library in cyaml yaml pcre2-8 md4c jansson utf8proc stemmer; do
    [[ $("$CC" -print-file-name="lib$library.a") == /* ]] || continue
    archives=$((archives + 1))
    if grep -q "^lib${library}[-.]" <<<"$needs"; then
        echo "needs lib$library"
        status=1
    fi
done
[[ $archives -gt 0 ]] || { echo "there are no archives here"; exit 77; }
cd "$source/fixtures/whole--planted"
cmp <("$out/build/lessonlint" --format json plan.md lesson.tsx) \
    <("$out/static/bin/lessonlint" --format json plan.md lesson.tsx) || status=1
exit $status
