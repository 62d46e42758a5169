#!/bin/sh
# interrupted.sh COMMAND KILLED_AT DOCUMENTS WORK: `review --write` that is killed or interrupted at many moments,
# and whose disk is full. The plan is the old or the new one afterwards, never anything else.
set -eu

LESSONLINT=$1
killed_at=$2
documents=$3
work=$4
# Leaks cannot be looked for in a process that is traced.
export ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0"

fail() {
    echo "interrupted: $*" >&2
    exit 1
}

rm -rf "$work"
mkdir -p "$work"
cp "$documents/lesson.tsx" "$work"
cd "$work"
# Long enough for several blocks of a disk.
{
    cat "$documents/plan.md"
    i=0
    while [ $i -lt 400 ]; do
        i=$((i + 1))
        printf '\nParagraph %d says that a card is compared with its neighbor and stays or moves.\n' $i
    done
} >old.md
set -- "$LESSONLINT" review --write plan.md lesson.tsx --date 2026-02-01 --fail-on never
cp old.md plan.md
"$@" >written
cp plan.md new.md
cmp -s old.md new.md && fail "nothing was written"
[ "$(head -c "$(stat -c %s old.md)" new.md | cmp - old.md)" = "" ] || fail "more than the end was changed"

# ---- killed, step by step ----

cp old.md plan.md
status=0
"$killed_at" 9 0 "$@" >written || status=$?
[ $status != 77 ] || { echo "processes cannot be traced here"; exit 77; }
[ $status = 0 ] || fail "the command ended with $status"
steps=$(tail -n 1 written)
cmp -s plan.md new.md || fail "the command wrote something else when it was watched"
# Reading takes most of the steps; writing is among the last ones. A signal that may be held
# leaves nothing behind; in the last step, which ends the process, it comes too late.
for signal in 9 2 15; do
    before=0
    behind=0
    step=1
    last=$steps
    [ $signal = 9 ] || { step=$((steps - 80)) && last=$((steps - 1)); }
    while [ $step -le "$last" ]; do
        cp old.md plan.md
        "$killed_at" $signal $step "$@" >written && fail "signal $signal did not end it at step $step of $steps"
        if cmp -s plan.md old.md; then
            [ $behind = 0 ] || fail "at step $step the plan is the old one again"
            before=$((before + 1))
        elif cmp -s plan.md new.md; then
            behind=$((behind + 1))
        else
            fail "ended by $signal at step $step of $steps the plan is neither the old nor the new one"
        fi
        [ $signal = 9 ] || [ -z "$(find . -name 'plan.md.*')" ] || fail "signal $signal at step $step left a file behind"
        rm -f plan.md.*
        if [ $step -lt $((steps - 80)) ]; then step=$((step + 20)); else step=$((step + 1)); fi
    done
    { [ $before -gt 0 ] && [ $behind -gt 0 ]; } || fail "by signal $signal old $before times, new $behind times"
done

# ---- a report, interrupted ----

# Its file is the old or the new one, and none is left beside it.
set -- "$LESSONLINT" --format json=report.json --format human=other.txt lesson.tsx --fail-on never
printf 'old\n' >report.json
cp report.json old.json
"$@"
cp report.json new.json
steps=$("$killed_at" 15 0 "$@" | tail -n 1)
report_before=0
report_behind=0
step=$((steps - 80))
while [ $step -lt "$steps" ]; do
    cp old.json report.json
    "$killed_at" 15 $step "$@" >written && fail "signal 15 did not end it at step $step of $steps"
    if cmp -s report.json old.json; then
        report_before=$((report_before + 1))
    elif cmp -s report.json new.json; then
        report_behind=$((report_behind + 1))
    else
        fail "ended at step $step of $steps the report is neither the old nor the new one"
    fi
    [ -z "$(find . -name '*.tmp')" ] || fail "ended at step $step a file was left beside the report"
    step=$((step + 1))
done
{ [ $report_before -gt 0 ] && [ $report_behind -gt 0 ]; } ||
    fail "report: old $report_before times, new $report_behind times"
set -- "$LESSONLINT" review --write plan.md lesson.tsx --date 2026-02-01 --fail-on never

# ---- a full disk ----

# A limit is what every machine can make: what goes up to it is written and the rest is an error, as on a full disk. The
# error comes when the signal is ignored, else the process ends. A block of ulimit has 512 bytes.
for blocks in 0 1 30 $(($(stat -c %s old.md) / 512)); do
    for signal in '' XFSZ; do
        cp old.md plan.md
        status=0
        (
            [ "$signal" = '' ] && trap '' XFSZ
            ulimit -f "$blocks"
            exec "$@"
        ) >written 2>&1 || status=$?
        [ $status != 0 ] || fail "nothing was said about a file of at most $blocks blocks"
        cmp -s plan.md old.md || fail "a file of at most $blocks blocks was written"
        if [ "$signal" = '' ] && [ "$blocks" != 0 ]; then
            [ $status = 2 ] || fail "status $status when the plan could not be written"
            grep -q 'plan.md: error: cannot write' written || fail "it said: $(cat written)"
            [ -z "$(find . -name 'plan.md.*')" ] || fail "a file was left behind"
        fi
        rm -f plan.md.*
    done
done

echo "killed: old $before times, new $behind times; full disk: the old one"
