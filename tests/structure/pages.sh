#!/usr/bin/env bash
# pages.sh ROOT [--update]: docs/rules/ says what rules/ say. The rows of the index are made of the rules and of the first
# sentence of each page, the table at the top of a page of its rule; with --update they are written anew. Every option of
# a rule stands in its page, and every line of its examples in one of its fixtures, in a bad one if it is reported.
set -euo pipefail
cd "$1"
update=${2:-}
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

complain() {
    echo "$*"
    status=1
}

# Lines SEVERITIES|CONFIDENCES|READS|SINCE and, each behind "option ", the options of a rule file.
read_rule() {
    awk '
    function add_confidence(word) { if (word == "verify") verify = 1; else exact = 1 }
    /^[a-z]/ { part = $1 }
    /^severity: / { severities = first = $2 }
    /^confidence: / { own = $2 }
    /^since: / { since = $2 }
    /^reads: / { reads = $0; sub(/^reads: \[/, "", reads); sub(/\].*/, "", reads) }
    part == "cases:" && match($0, /severity: [a-z]+/) {
        word = substr($0, RSTART + 10, RLENGTH - 10)
        if (word != first && !(word in seen)) severities = severities ", " word
        seen[word]
    }
    part == "cases:" && match($0, /confidence: [a-z]+/) { add_confidence(substr($0, RSTART + 12, RLENGTH - 12)) }
    part == "options:" && match($0, /name: [a-z-]+/) { print "option " substr($0, RSTART + 6, RLENGTH - 6) }
    part == "count:" && /[{ ]min: / { print "option min" }
    part == "count:" && /[{ ]max: / { print "option max" }
    END {
        add_confidence(own)
        confidence = exact && verify ? "exact, or verify" : verify ? "verify" : "exact"
        if (reads == "") reads = "any document"
        if (!sub(/, widgets/, " and its widgets", reads)) gsub(/, /, " and ", reads)
        print severities "|" confidence "|" reads "|" since
    }' "$1"
}

# The first sentence of a page as a row of the index says it.
first_sentence() {
    awk 'NR > 2 && /^$/ { exit } NR > 2 { printf "%s ", $0 }' "$1" |
        sed 's/ *$//; s/^Reports //; s/\. [A-Z].*/./' | awk '{ print toupper(substr($0, 1, 1)) substr($0, 2) }'
}

# What is compared: lines without the blanks around them.
trimmed() {
    sed 's/^[ \t]*//; s/[ \t\r]*$//' | grep -av '^$' | sort -u || true
}

# examples PAGE HEADING: the lines of code below the heading; … stands for what is left out.
examples() {
    awk -v heading="## $2" '/^## / { on = $0 == heading } /^```/ { code = !code; next } on && code' "$1" |
        trimmed | grep -vx '…' || true
}

# check_examples ID HEADING FIXTURE…
check_examples() {
    local id=$1 heading=$2 line
    shift 2
    examples "docs/rules/$id.md" "$heading" >"$work/examples"
    find "$@" -type f \( -name '*.md' -o -name '*.tsx' -o -name '*.jsx' \) -exec cat {} + | trimmed >"$work/lines"
    while IFS= read -r line; do
        complain "docs/rules/$id.md, $heading: in no fixture of the rule: $line"
    done < <(comm -23 "$work/examples" "$work/lines")
}

cp docs/rules/README.md "$work/index"
for rule in rules/*.yaml; do
    id=${rule##*/}
    id=${id%.yaml}
    page=docs/rules/$id.md
    read_rule "$rule" >"$work/rule"
    IFS='|' read -r severities confidence reads since < <(tail -n 1 "$work/rule")
    hints=
    [[ $confidence == exact ]] || hints=', *verify*'
    row="| [$id]($id.md) | $severities$hints | $(first_sentence "$page") |"
    ROW=$row awk -v id="| [$id](" 'index($0, id) == 1 { print ENVIRON["ROW"]; next } { print }' "$work/index" >"$work/new"
    mv "$work/new" "$work/index"
    row="| $severities | $confidence | $reads | $since |"
    ROW=$row awk '/^\| Severity \|/ { print; getline; print; getline; print ENVIRON["ROW"]; next } { print }' \
        "$page" >"$work/page"
    if [[ $update == --update ]]; then
        cp "$work/page" "$page"
    else
        diff -u --label "$page" --label "as rules/ say" "$page" "$work/page" || status=1
    fi
    while read -r _ option; do
        grep -q "\`$option\`" "$page" || complain "$page: nothing about the option $option"
    done < <(grep '^option ' "$work/rule" || true)
    check_examples "$id" Reported fixtures/"$id"--bad*
    check_examples "$id" 'Not reported' fixtures/"$id"--*
done
if [[ $update == --update ]]; then
    cp "$work/index" docs/rules/README.md
else
    diff -u --label docs/rules/README.md --label "as rules/ and the pages say" docs/rules/README.md "$work/index" || status=1
fi
[[ $status == 0 ]] || echo 'write index and tables anew: ./dev docs'
exit $status
