#!/usr/bin/env bash
# build.sh SOURCE OUT: installs a static and a shared lessonlint, and moves both trees to
# OUT/static and OUT/shared, where the other tests find them. One build: only the links differ.
set -euo pipefail
source=$1 out=$2
build=$out/build
rm -rf "${out:?}"/{static,shared,stage,destdir}
mkdir -p "$out"

# quietly COMMAND…: its output is shown when it fails.
quietly() {
    "$@" >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
}

declare -A shared=([static]=OFF [shared]=ON) # one with what a packager may set, one without
declare -A named=([static]='' [shared]='-DLESSONLINT_HOMEPAGE=https://lessons.example/lint?a=1
    -DLESSONLINT_MAINTAINER=Some_Body_<somebody@lessons.example>')
for kind in static shared; do
    rm -f "$build/CMakeCache.txt" # an option that was on would stay on
    # No build type: not optimised, and with assertions, which know the names of files.
    quietly "$CMAKE" -S "$source" -B "$build" -G "$GENERATOR" -DCMAKE_C_COMPILER="$CC" \
        -DCMAKE_BUILD_TYPE= -DLESSONLINT_WERROR=ON -DLESSONLINT_TESTS=OFF \
        -DCMAKE_INSTALL_PREFIX=/opt/lessonlint -DBUILD_SHARED_LIBS="${shared[$kind]}" ${named[$kind]}
    quietly "$CMAKE" --build "$build" --parallel 2
    quietly "$CMAKE" --install "$build" --prefix "$out/stage/$kind"

    # DESTDIR stands before the prefix of the configuration, with the same files.
    DESTDIR=$out/destdir/$kind quietly "$CMAKE" --install "$build"
    diff <(cd "$out/stage/$kind" && find . | LC_ALL=C sort) \
        <(cd "$out/destdir/$kind/opt/lessonlint" && find . | LC_ALL=C sort)
    [[ $(ls "$out/destdir/$kind") == opt ]]

    mv "$out/stage/$kind" "$out/$kind"
done
