#!/usr/bin/env bash
# progress.sh COMMAND DOCUMENTS FOLDER: a long run says on a terminal how far it has come, and takes that away; a short one, one
# without a terminal and one that is to be quiet say nothing. The terminal is that of `script`; ends with 77 without it.
set -euo pipefail
command=$1 documents=$2 folder=$3
export LC_ALL=C TERM=xterm
status=0
command -v script >/dev/null || { echo 'script is not there'; exit 77; }

rm -rf "$folder" && mkdir -p "$folder" && cd "$folder"
for number in $(seq 51); do
    sed "s/sorting-cards/cards-$number/" "$documents/plan.md" >"cards-$number.md"
    cp "$documents/lesson.tsx" "cards-$number.tsx"
done

# seen NAME FILES [MORE]: what the run shows on a terminal; its report goes to a file.
seen() {
    script -qec "'$command' --only row-wrapping --format human=report $2 ${3:-}" /dev/null >"$1" </dev/null
}
says_nothing() {
    if grep -q lessons "$1"; then
        echo "$1: a line of progress"
        status=1
    fi
}

seen long '*.md *.tsx'
grep -q $'\r1 of 51 lessons\e\[K' long || { echo 'long: no line of progress'; cat -v long; status=1; }
grep -q $'\r\e\[K$' long || { echo 'long: the line stays'; cat -v long; status=1; }
grep -q '51 reviews: 51 PASS' report || { echo 'long: no report'; status=1; }

seen quiet '*.md *.tsx' --quiet
says_nothing quiet
seen elsewhere '*.md *.tsx' '2>errors'
says_nothing elsewhere
says_nothing errors
TERM=dumb seen dumb '*.md *.tsx'
says_nothing dumb
rm cards-51.*
seen short '*.md *.tsx'
says_nothing short
exit $status
