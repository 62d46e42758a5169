#!/usr/bin/env bash
# sizes.sh ROOT: files of at most 600 lines, functions of at most 80 (nine in ten under 60, half
# under 20), counted on code as clang-format leaves it. Generated tables (.inc) are not counted.
set -euo pipefail
cd "$1"

mapfile -t files < <(find src include -name '*.[ch]' | LC_ALL=C sort)
[[ ${#files[@]} -gt 0 ]] || { echo "no sources"; exit 1; }

awk '
    FNR == 1 { opens = 0; begin = 0 }
    FNR == 601 { printf "%s:601: the file has more than 600 lines\n", FILENAME; failed = 1 }
    /\\$/ { next }                                 # a macro
    /^ \*/ { next }                                # a comment
    begin == 0 && /^[A-Za-z_]/ { first = FNR }     # a declaration begins
    begin == 0 && /^[A-Za-z_ ].*\) \{$/ { begin = first; head = $0 }
    begin != 0 && /^}/ {
        length_ = FNR - begin + 1
        functions++
        under_20 += length_ < 20
        under_60 += length_ < 60
        if (length_ > 80) {
            printf "%s:%d: a function of %d lines, at most 80\n", FILENAME, begin, length_
            failed = 1
        }
        begin = 0
    }
    END {
        if (functions > 0 && under_20 * 2 < functions) {
            printf "only %d of %d functions are under 20 lines, not half\n", under_20, functions
            failed = 1
        }
        if (under_60 * 10 < functions * 9) {
            printf "only %d of %d functions are under 60 lines, not nine in ten\n", under_60, functions
            failed = 1
        }
        printf "%d functions, %d under 20 lines, %d under 60\n", functions, under_20, under_60
        exit failed
    }
' "${files[@]}"
