#!/usr/bin/env bash
# words.sh ROOT: what a review says stands in src/rule/words.h: its code has no texts of its own but
# names (of rules, options, components) and the keywords of the form, which begin in capitals.
set -euo pipefail
cd "$1"

mapfile -t files < <(find src/review src/check/person.c -name '*.c' | LC_ALL=C sort)
[[ ${#files[@]} -gt 1 && -f src/rule/words.h ]] || { echo 'no code of reviews'; exit 1; }

# A text has two words, or a word beside a conversion.
awk '
    /^ *(\/\*|\*|#include)/ { next }
    {
        line = $0
        sub(/\/\*.*/, "", line)
        while (match(line, /"[^"]*"/)) {
            text = substr(line, RSTART + 1, RLENGTH - 2)
            line = substr(line, RSTART + RLENGTH)
            words = text
            gsub(/%[-.*0-9]*[a-z]/, " ", words)
            if (words ~ /[a-z][a-z]/ && (text ~ /%/ || words ~ / /) && text !~ /^[A-Z][A-Z]/) {
                printf "%s:%d: \"%s\" belongs into src/rule/words.h\n", FILENAME, FNR, text
                failed = 1
            }
        }
    }
    END { exit failed }
' "${files[@]}"
