#!/usr/bin/env bash
# selftest.sh GOLDEN FOLDER: the golden runner passes on what is as expected, and fails on each
# difference, tried with a stand-in command.
set -euo pipefail
golden=$1
work=$2
status=0

rm -rf "$work"
mkdir -p "$work"/{case,out}
cat >"$work/command" <<'STANDIN'
#!/bin/sh
# Says what the files beside the fixture say.
case "$*" in
"plan.md --format json") cat ../json ;;
"plan.md --format markdown --color never --date 2026-01-02") echo "# Review" ;;
"plan.md") echo "error: no" >&2 ;;
*) echo "unexpected: $*"; exit 3 ;;
esac
exit "$(cat ../status)"
STANDIN
chmod +x "$work/command"
cat >"$work/json" <<'JSON'
{"schema":1,"lessons":[{"findings":[
{"rule":"b","severity":"polish","confidence":"exact","file":"plan.md","line":10,"column":1},
{"rule":"a","severity":"improvement","confidence":"verify","file":"plan.md","line":9,"column":20}]}],
"curriculum":{"findings":[
{"rule":"c","severity":"improvement","confidence":"exact","file":"plan.md","line":9,"column":3}]}}
JSON
echo 1 >"$work/status"
echo plan.md >"$work/case/args"
cat >"$work/case/expected.findings" <<'FINDINGS'
# by hand
plan.md:10:1 polish b
plan.md:9:3 improvement c
plan.md:9:20 verify a
FINDINGS
echo "# Review" >"$work/case/expected.markdown"

run() {
    "$golden" "$work/command" "$work/case" "$work/out" "$@" >"$work/log" 2>&1
}

passes() {
    run || {
        echo "fails, but all is as expected: $1"
        cat "$work/log"
        status=1
    }
}

# fails WORDS COMMAND: after COMMAND in a copy the runner fails and says WORDS.
fails() {
    cp -R "$work/case" "$work/kept"
    cp "$work/json" "$work/status" "$work/kept"
    (cd "$work/case" && eval "$2")
    if run; then
        echo "passes after: $2"
        status=1
    elif ! grep -qF -- "$1" "$work/log"; then
        echo "does not say '$1' after: $2"
        cat "$work/log"
        status=1
    fi
    mv "$work"/kept/{json,status} "$work"
    rm -r "$work/case"
    mv "$work/kept" "$work/case"
}

passes 'findings in any order, markdown'
run --update
passes 'after --update'
grep -q '"rule": "a"' "$work/case/expected.json" || { echo 'no expected.json'; status=1; }
fails '-plan.md:9:20 verify a' "sed -i '/\"a\"/d; s/\"column\":1},/\"column\":1}]}],/' ../json"
fails '+plan.md:9:20 verify a' "sed -i /:20/d expected.findings"
fails '+plan.md:10:1 polish b' "sed -i 's/polish/critical/' expected.findings"
fails '+plan.md:10:1 polish b' "sed -i s/10:1/10:2/ expected.findings"
fails '"line": 8' "sed -i 's/\"line\": 9/\"line\": 8/' expected.json"
fails '+# Review' 'echo other >expected.markdown'
fails 'exit status 0, expected 1' 'echo 0 >../status'
fails 'exit status 1, expected 0' 'echo 0 >expected.status'
fails 'no JSON' 'echo x >../json'
fails 'no JSON' 'echo >../json; echo 139 >../status'
fails 'exit status 1, expected 2' 'echo "error: no" >expected.error'
fails '+error: no' 'echo 2 >../status; echo "error: yes" >expected.error'
echo 2 >"$work/status"
echo 'error: no' >"$work/case/expected.error"
passes 'an error'
exit $status
