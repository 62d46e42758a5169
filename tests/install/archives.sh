#!/usr/bin/env bash
# archives.sh SOURCE OUT: with the preset `static` the command needs no library of which there is an
# archive, and none besides those and libc. Uses the build of build.sh.
set -euo pipefail
source=$1 out=$2
log=$out/archives.log

quietly() {
    "$@" >"$log" 2>&1 || { cat "$log"; exit 1; }
}

rm -f "$out/build/CMakeCache.txt" # it remembers where the libraries are
(cd "$source" && quietly "$CMAKE" --preset static -B "$out/build" -G "$GENERATOR" \
    -DCMAKE_C_COMPILER="$CC" -DCMAKE_BUILD_TYPE= -DLESSONLINT_LTO=OFF -DLESSONLINT_WERROR=ON)
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
# What is left: libraries without an archive, and those of the compiler.
grep -vE '^(libc|libm|libgcc_s|ld-linux[a-z0-9-]*|libmd4c)[-.]' <<<"$needs" && status=1
grep -q '^libc\.' <<<"$needs" || { echo "libc is no archive here"; status=1; }
[[ $archives -gt 0 ]] || { echo "there are no archives here"; exit 77; }
cd "$source/fixtures/whole--planted"
cmp <("$out/build/lessonlint" --format json plan.md lesson.tsx) \
    <("$out/static/bin/lessonlint" --format json plan.md lesson.tsx) || status=1
exit $status
