#!/usr/bin/env bash
# listed.sh ROOT COMMAND: what `COMMAND rules` lists are the ids of tests/structure/catalogue.txt, and
# each rule that can report exact findings has a planted defect: an exact finding that some
# fixtures/whole--planted*/expected.findings wants. The table of each planted.md beside such a list
# names the same places.
set -euo pipefail
cd "$1"
export LC_ALL=C
command=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# differ WANTED SEEN WORDS WORDS: what only one of two sorted files holds, each behind its words.
differ() {
    { comm -23 "$1" "$2" | sed "s|^|$3 |" && comm -13 "$1" "$2" | sed "s|^|$4 |"; } >"$work/differences"
    [[ ! -s $work/differences ]] || status=1
    cat "$work/differences"
}

# Columns are separated by two blanks or more.
"$command" --no-config rules >"$work/rules"
sed '1d; s/ .*//' "$work/rules" | sort >"$work/listed"
grep -v '^#' tests/structure/catalogue.txt | sort >"$work/catalogue"
differ "$work/catalogue" "$work/listed" "not listed:" "not in the catalogue:"

awk -F '  +' 'NR > 1 && $3 ~ /exact/ { print $1 }' "$work/rules" | sort >"$work/exact"
cat fixtures/whole--planted*/expected.findings | awk '$2 != "verify" { print $3 }' | sort -u >"$work/planted"
[[ -s $work/exact && -s $work/planted ]] || status=1
differ "$work/exact" "$work/planted" "no planted defect:" "planted, but no exact rule:"

for list in fixtures/whole--planted*/planted.md; do
    [[ -e $list ]] || continue
    sed -n 's/^| \([^|]*:[0-9]*\) | \([a-z-]*\)[^|]* | .*/\1 \2/p' "$list" | sort >"$work/told"
    sed 's/^\([^:]*:[0-9]*\):[0-9]* [a-z]* /\1 /' "${list%/*}/expected.findings" | sort >"$work/wanted"
    differ "$work/wanted" "$work/told" "$list: no row for" "$list: no finding for"
done
exit $status
