#!/usr/bin/env bash
# fixtures.sh LESSONLINT FIXTURES: what `lessonlint fix` does to copies of all fixtures. No rule finds
# more than before, nothing that can be mended safely is left, a second time changes nothing, and the
# diff makes with patch(1) what the fix makes. With --unsafe the same.
set -euo pipefail
command -v patch python3 >/dev/null || exit 77
lessonlint=$1 fixtures=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
status=0 fixed=0

complain() {
    echo "$*"
    status=1
}

# numbers FILE...: how often each rule fails, and how many findings have safe edits only.
numbers() {
    { "$lessonlint" --no-config --fail-on never --format json "$@" || [[ $? == 1 ]]; } |
        python3 -c '
import json, sys
lesson = json.load(sys.stdin)["lessons"][0]
for check in lesson["checks"]:
    print(check["rule"], check["failed"])
safe = lambda f: f["edits"] and all(e["safety"] == "safe" for e in f["edits"])
print("edits", sum(len(f["edits"]) for f in lesson["findings"]))
print("safe", sum(map(bool, map(safe, lesson["findings"]))))
'
}

run() { # the status of the command is judged elsewhere
    "$@" || [[ $? == 1 ]]
}

# try NAME FILES ARGUMENT...: on the copy in the folder $work/NAME
try() {
    local name=$1 folder=$work/$1
    shift
    cd "$folder"
    local files=()
    [[ ! -f plan.md ]] || files+=(plan.md)
    [[ ! -f lesson.tsx ]] || files+=(lesson.tsx)
    [[ ${#files[@]} -gt 0 ]] || return 0
    numbers "${files[@]}" >"$work/before" 2>/dev/null || return 0 # one that cannot be read
    ! grep -q '^edits 0' "$work/before" || return 0
    cp -r . "$work/patched"
    run "$lessonlint" fix --no-config "$@" --diff "${files[@]}" >"$work/diff" 2>/dev/null
    run "$lessonlint" fix --no-config "$@" "${files[@]}" >"$work/said"
    (cd "$work/patched" && { [[ ! -s $work/diff ]] || patch -s -p1 <"$work/diff"; }) ||
        complain "$name: patch refuses the diff"
    diff -r "$work/patched" . >/dev/null || complain "$name: the diff makes another file"
    rm -rf "$work/patched"
    numbers "${files[@]}" >"$work/behind"
    cp -r . "$work/first"
    run "$lessonlint" fix --no-config "$@" "${files[@]}" >/dev/null
    diff -r "$work/first" . >/dev/null || complain "$name: fixing twice changes something"
    rm -rf "$work/first"
    paste -d' ' "$work/before" "$work/behind" | awk '
        $1 == "edits" { next }
        $1 == "safe" { if ($4 > 0) print "left", $4; next }
        $1 !~ /^(review|finding)-/ && $4 > $2 { print $1, $2, "became", $4 }' >"$work/worse"
    [[ ! -s $work/worse ]] || complain "$name: $(tr '\n' ' ' <"$work/worse")"
    [[ ! -s $work/diff ]] || fixed=$((fixed + 1))
}

for fixture in "$fixtures"/*/; do
    name=$(basename "$fixture")
    for mode in "" --unsafe; do
        [[ $name == whole--* || -n $mode ]] || continue # what is safe is among what is not
        cp -r "$fixture" "$work/$name"
        try "$name" $mode
        rm -rf "${work:?}/$name"
    done
done
echo "$fixed fixtures were mended"
[[ $fixed -gt 40 ]] || complain "that is too few to show anything"
exit $status
