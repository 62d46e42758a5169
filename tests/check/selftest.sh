#!/usr/bin/env bash
# selftest.sh FOLDER: each tool of ./dev check finds what it is there for, in a small tree made in
# FOLDER, and nothing in sound code.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
tree=$1
status=0

for tool in clang-tidy cppcheck gcc shellcheck; do
    command -v "$tool" >/dev/null || { echo "$tool is not there"; exit 77; }
done
rm -rf "$tree"
mkdir -p "$tree"/{src/{base,rule},include,tests,.ci}
cp "$root/.clang-tidy" "$tree"
cp "$root/src/rule/.clang-tidy" "$tree/src/rule"
cp "$root/tests/.clang-tidy" "$tree/tests"
cd "$tree"

# The flags of the preset `analyzer`.
analyzer=$(sed -n 's/.*"CMAKE_C_FLAGS": "\(-fanalyzer[^"]*\)".*/\1/p' "$root/CMakePresets.json")

run() {
    local flags=(-std=c11 -D_XOPEN_SOURCE=700) words
    case $1 in
    tidy) clang-tidy --quiet "$2" -- "${flags[@]}" ;;
    analyzer)
        read -ra words <<<"$analyzer"
        gcc "${flags[@]}" "${words[@]}" -Werror -c -o /dev/null "$2"
        ;;
    *) "$here/$1.sh" "$tree" ;;
    esac
}

# finds TOOL WORDS FILE: the tool fails on the file, which standard input holds, and says WORDS.
finds() {
    cat >"$3"
    if run "$1" "$3" >log 2>&1; then
        echo "$1 does not find $2"
        status=1
    elif ! grep -qF -- "$2" log; then
        echo "$1 does not say $2:"
        cat log
        status=1
    fi
    rm "$3"
}

passes() {
    run "$1" "${2:-}" >log 2>&1 || {
        echo "$1 finds something in sound code:"
        cat log
        status=1
    }
}

cat >src/base/sound.c <<'TEXT'
int sound(int a);
int sound(int a) {
    return a + 1;
}
TEXT
printf '#!/bin/sh\nprintf "%%s\\n" "$1"\n' | tee dev >.ci/run
passes tidy src/base/sound.c
passes analyzer src/base/sound.c
for tool in cppcheck shell excuses; do
    passes $tool
done

statements() {
    printf 'int f(int a);\nint f(int a) {\n'
    for ((i = 0; i < $1; i++)); do echo '    a += a;'; done
    printf '    return a;\n}\n'
}
nested() {
    printf 'int f(int a);\nint f(int a) {\n'
    for ((i = 0; i < $1; i++)); do echo "    while (a > $i) {"; done
    echo '    a--;'
    for ((i = 0; i < $1; i++)); do echo '    }'; done
    printf '    return a;\n}\n'
}
statements 81 | finds tidy readability-function-size src/base/long.c
nested 5 | finds tidy readability-function-size src/base/deep.c
nested 7 | finds tidy readability-function-cognitive-complexity src/base/deep.c
echo 'int f(int a, int b, int c, int d, int e, int g, int h, int i, int j);
int f(int a, int b, int c, int d, int e, int g, int h, int i, int j) {
    return a + b + c + d + e + g + h + i + j;
}' | finds tidy readability-function-size src/base/wide.c

echo 'int f(int a);
int f(int a) {
    return a > 0 ? f(a - 1) : 0;
}' | tee src/rule/recursion.c | finds tidy misc-no-recursion src/base/recursion.c
passes tidy src/rule/recursion.c
rm src/rule/recursion.c

echo '#include <stdlib.h>
int f(void);
int f(void) {
    int *a = malloc(sizeof *a);
    if (!a)
        return 0;
    *a = 1;
    free(a);
    return *a;
}' | tee src/base/freed.c | finds tidy clang-analyzer-unix.Malloc src/base/tidy.c
finds analyzer use-after-free src/base/freed.c <<<"$(cat src/base/freed.c)"

echo 'int f(int a);
int f(int a) {
    int b;
    if (a > 1)
        b = 1;
    return b;
}' | finds tidy clang-analyzer-core.uninitialized src/base/unset.c

echo 'int f(int a);
int f(int a) {
    int b = a * 2;
    b = a;
    a = 3;
    return b;
}' | finds cppcheck unreadVariable src/base/unread.c

echo '#include <string.h>
int f(const char *a);
int f(const char *a) {
    return memcmp(a, "abc", 2) == 0 || strcmp(a, "b");
}' | finds tidy bugprone-suspicious-string-compare tests/compare.c

echo '#include <stdio.h>
int f(const char *a);
int f(const char *a) {
    FILE *b = fopen(a, "r");
    return b ? fgetc(b) : 0;
}' | finds analyzer file-leak src/base/leak.c

for file in src/base/bounds.c tests/bounds.c tests/bounds.cpp; do
    echo 'int f(int a);
int f(int a) {
    int b[3] = {0};
    for (int i = 0; i <= 3; i++)
        b[i] = a;
    return b[0];
}' | finds cppcheck arrayIndexOutOfBounds $file
done

printf '#!/bin/sh\ncd $1\nrm -rf $2/*\n' | finds shell SC2164 tests/unquoted.sh
echo 'int a; // NOLINT' | finds excuses 'src/base/excused.c:1:' src/base/excused.c
exit $status
