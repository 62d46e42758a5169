#!/usr/bin/env bash
# check.sh SOURCE OUT static|shared CHECK: one check of the tree that build.sh installed.
set -euo pipefail
source=$1 out=$2 kind=$3 check=$4
prefix=$out/$kind
fixture=$source/fixtures/whole--planted
work=$out/work/$kind.$check
rm -rf "$work"
mkdir -p "$work"

fail() {
    echo "$*"
    exit 1
}

# quietly COMMAND…: its output is shown when it fails.
quietly() {
    "$@" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
}

need_cxx() {
    command -v "${CXX:=g++}" >/dev/null || { echo "there is no C++ compiler"; exit 77; }
    export CXX
}

library=$(dirname "$(find "$prefix" -name 'liblessonlint.*' -print -quit)")

# Names of the functions that the headers declare for others.
declared() {
    cat "$prefix"/include/lessonlint/*.h | grep -v '^#' | tr '\n' ' ' |
        sed 's,/\*[^*]*\(\*[^*/]\+\)*\*/,,g' |
        grep -o 'LL_API [^;(]*(' | sed 's/($//; s/.*[ *]//' | LC_ALL=C sort
}

# What is there, that it can be moved, and what the library shows of itself.
check_tree() {
    local file
    for file in bin/lessonlint include/lessonlint/lessonlint.h share/doc/lessonlint/LICENSE \
        share/doc/lessonlint/library.md share/lessonlint/lessonlint.schema.json share/lessonlint/report.schema.json share/doc/lessonlint/rules/README.md \
        share/doc/lessonlint/examples/lint_pair.c share/bash-completion/completions/lessonlint \
        share/zsh/site-functions/_lessonlint share/fish/vendor_completions.d/lessonlint.fish \
        share/man/man1/lessonlint.1 share/man/man5/lessonlint.yaml.5; do
        [[ -e $prefix/$file ]] || fail "missing: $file"
    done
    for file in pkgconfig/lessonlint.pc cmake/lessonlint/lessonlintConfig.cmake \
        cmake/lessonlint/lessonlintConfigVersion.cmake cmake/lessonlint/lessonlintTargets.cmake; do
        [[ -e $library/$file ]] || fail "missing: $file"
    done
    "$source/tests/structure/links.sh" "$source" "$prefix/share/doc/lessonlint"
    # Neither where it was built nor where it was installed first, which no longer exists.
    if grep -rlF -e "$source" -e "$out" -e /opt/lessonlint "$prefix"; then
        fail "these files name a place of the machine that built them"
    fi
    [[ $("$prefix/bin/lessonlint" --version) == "lessonlint $(version)" ]] || fail "--version"
    "check_symbols_$kind"
}

version() {
    sed -n 's/.*VERSION_\(MAJOR\|MINOR\|PATCH\) \([0-9]*\)$/\2/p' \
        "$source/include/lessonlint/version.h" | paste -sd.
}

check_symbols_shared() {
    local soname
    diff <(declared) <(nm -D --defined-only "$library/liblessonlint.so" | awk '{ print $3 }' |
        LC_ALL=C sort) || fail "the headers (<) and what is exported (>) differ"
    soname=$(objdump -p "$library/liblessonlint.so" | awk '$1 == "SONAME" { print $2 }')
    [[ $soname == "liblessonlint.so.$(version | sed 's/^\(0\.[0-9]*\)\..*/\1/; t; s/\..*//')" ]] ||
        fail "soname: $soname"
    [[ -e $library/$soname ]] || fail "missing: $soname"
    grep -q '^Requires.private: *$' "$library/pkgconfig/lessonlint.pc" || fail "Requires.private"
}

# An archive cannot hide what its parts share, but its names must not meet those of others.
check_symbols_static() {
    comm -23 <(declared) <(nm --defined-only -g "$library/liblessonlint.a" 2>/dev/null |
        awk 'NF == 3 { print $3 }' | LC_ALL=C sort) | grep . && fail "declared, but not there"
    nm --defined-only -g "$library/liblessonlint.a" 2>/dev/null |
        awk 'NF == 3 && $3 !~ /^ll_/ { print $3; found = 1 } END { exit found }' ||
        fail "names without ll_"
}

# The address of the project stands where a packager wants it, when there is one: nowhere else, and of no rule that
# somebody has made.
check_homepage() {
    local homepage='' pages rules
    [[ $kind == static ]] || homepage='https://lessons.example/lint?a=1'
    printf 'id: my-own\nkind: text\nseverity: polish\nreads: [plan]\ntitle: T\nmessage: m\nissue: i\nimpact: i\nfix: f\n%s\n' \
        'text: { scopes: [plan.prose], pattern: never }' >"$work/my-own.yaml"
    "$prefix/bin/lessonlint" --rules "$work" --format sarif --fail-on never "$fixture/plan.md" >"$work/sarif"
    "$prefix/bin/lessonlint" --help >"$work/help"
    pages=$(grep -c '"helpUri": "'"$homepage"'"' "$work/sarif" || true)
    rules=$(grep -c '"defaultConfiguration"' "$work/sarif")
    if [[ -z $homepage ]]; then
        ! grep -q 'Uri": "http' "$work/sarif" || fail "an address that nobody has set"
        ! grep -q '^more:' "$work/help" || fail "--help names a place that nobody has set"
        ! grep -q '^URL' "$library/pkgconfig/lessonlint.pc" || fail "the .pc file names a place that nobody has set"
    else
        grep -qF '"informationUri": "'"$homepage"'"' "$work/sarif" || fail "SARIF has no informationUri"
        [[ $pages == $((rules - 1)) ]] || fail "$pages of $rules rules have a helpUri; one is not ours"
        grep -qxF "more: $homepage" "$work/help" || fail "--help does not name $homepage"
        grep -qxF "URL: $homepage" "$library/pkgconfig/lessonlint.pc" || fail "the .pc file does not name $homepage"
        grep -qF '.Lk https://lessons.example/lint?a=1' "$prefix/share/man/man1/lessonlint.1" || fail "lessonlint(1)"
        grep -qF "CPACK_PACKAGE_HOMEPAGE_URL \"$homepage\"" "$out/build/CPackConfig.cmake" || fail "CPack: homepage"
        grep -qF 'CPACK_PACKAGE_CONTACT "Some_Body_<somebody@lessons.example>"' "$out/build/CPackConfig.cmake" ||
            fail "CPack: maintainer"
    fi
    # What helps is in the report itself, also without an address.
    [[ $(grep -c '"markdown": "## What is wrong' "$work/sarif") == "$rules" ]] || fail "a rule without help"
    ! "$CMAKE" -S "$source" -B "$work/wrong" -G "$GENERATOR" -DLESSONLINT_HOMEPAGE='a "quoted" text' >"$work/log" 2>&1 ||
        fail "anything may be an address"
    grep -q 'LESSONLINT_HOMEPAGE has to be' "$work/log" || fail "$(cat "$work/log")"
}

# Each header alone, in C and in C++.
check_headers() {
    local header name
    need_cxx
    for header in "$prefix"/include/lessonlint/*.h; do
        name=lessonlint/${header##*/}
        printf '#include <%s>\n#include <%s>\nint main(void) { return 0; }\n' "$name" "$name" \
            >"$work/alone.c"
        cp "$work/alone.c" "$work/alone.cpp"
        quietly "$CC" -std=c11 -Wall -Wextra -Wpedantic -Wc++-compat -Wstrict-prototypes -Werror \
            -I"$prefix/include" -fsyntax-only "$work/alone.c"
        quietly "$CXX" -std=c++11 -Wall -Wextra -Wpedantic -Wold-style-cast -Werror \
            -I"$prefix/include" -fsyntax-only "$work/alone.cpp"
    done
}

# runs CLIENT: it finds what was planted, and says when it cannot work.
runs() {
    local status=0
    (cd "$fixture" && "$1" plan.md lesson.tsx) >"$work/seen" || status=$?
    [[ $status == 1 ]] || fail "$1: exit status $status"
    sed -n 's/^\([^ ]*\): \([a-z]*\): .* \[\([a-z-]*\)]$/\1 \2 \3/p' "$work/seen" >"$work/listed"
    diff <(LC_ALL=C sort "$fixture/expected.findings") <(LC_ALL=C sort "$work/listed") ||
        fail "$1: expected (<) and listed (>) findings differ"
    status=0
    "$1" "$work/missing.md" "$fixture/lesson.tsx" >/dev/null 2>"$work/error" || status=$?
    [[ $status == 2 ]] || fail "$1: exit status $status for a missing file"
    grep -qF missing.md "$work/error" || fail "$1: does not name the missing file"
    status=0
    "$1" "$fixture/plan.md" "$fixture/lesson.tsx" >/dev/full 2>"$work/error" || status=$?
    [[ $status == 2 ]] || fail "$1: exit status $status for a full disk"
}

# linked CLIENT: with the library that was meant.
linked() {
    local seen=static needs
    needs=$(objdump -p "$1" | awk '$1 == "NEEDED" { print $2 }')
    [[ $needs != *liblessonlint.so* ]] || seen=shared
    [[ $seen == "$kind" ]] || fail "$1 was linked with the $seen library"
    # What only lessonlint needs is hidden behind a shared one.
    [[ $kind == static || $needs != *libcyaml* ]] || fail "$1 needs libcyaml itself"
}

both_run() {
    local client
    for client in lint_pair lint_pair_cpp; do
        linked "$1/$client"
        runs "$1/$client"
    done
}

check_cmake() {
    need_cxx
    quietly "$CMAKE" -S "$prefix/share/doc/lessonlint/examples" -B "$work/build" -G "$GENERATOR" \
        -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_C_COMPILER="$CC" -DCMAKE_CXX_COMPILER="$CXX" \
        -DCMAKE_C_FLAGS='-Wall -Wextra -Werror' -DCMAKE_CXX_FLAGS='-Wall -Wextra -Werror'
    quietly "$CMAKE" --build "$work/build"
    both_run "$work/build"
    check_cmake_version
}

# The version file: this minor version, and no other.
check_cmake_version() {
    local wanted
    for wanted in 0.0 0.2 1.0; do
        printf '%s\n' 'cmake_minimum_required(VERSION 3.25)' 'project(other LANGUAGES C)' \
            "find_package(lessonlint $wanted REQUIRED)" >"$work/CMakeLists.txt"
        if "$CMAKE" -S "$work" -B "$work/other" -DCMAKE_PREFIX_PATH="$prefix" \
            -DCMAKE_C_COMPILER="$CC" >"$work/log" 2>&1; then
            fail "find_package(lessonlint $wanted) is satisfied with $(version)"
        fi
        grep -q "version: $(version)" "$work/log" || { cat "$work/log"; exit 1; }
    done
}

check_pkgconfig() {
    need_cxx
    cp "$prefix"/share/doc/lessonlint/examples/* "$work"
    export PKG_CONFIG_PATH=$library/pkgconfig
    [[ $(pkg-config --modversion lessonlint) == "$(version)" ]] || fail "--modversion"
    quietly make -C "$work" CC="$CC" CXX="$CXX" CFLAGS='-Wall -Wextra -Werror' \
        CXXFLAGS='-Wall -Wextra -Werror' LDFLAGS="-Wl,-rpath,$library"
    both_run "$work"
}

"check_$check"
