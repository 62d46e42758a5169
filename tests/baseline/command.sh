#!/usr/bin/env bash
# command.sh LESSONLINT FIXTURE: --baseline, --update-baseline and --prune-baseline of the command: what they
# write, what is reported then, and in which formats it agrees.
set -euo pipefail
command -v git >/dev/null || exit 77
lessonlint=$1 fixture=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0

complain() {
    echo "$*"
    failed=1
}

expect() { # STATUS COMMAND...
    local wanted=$1 seen=0
    shift
    "$@" >out 2>err || seen=$?
    [[ $seen == "$wanted" ]] || complain "status $seen, not $wanted: $* $(cat out err)"
}

holds() { # FILE TEXT
    grep -qF -- "$2" "$1" || complain "$1 does not hold \"$2\": $(cat "$1")"
}

lesson() { # TEXT: of a lesson
    printf 'export function L() {\n  return (\n    <LessonLayout>\n      <Row><Row.Content>\n'
    printf '        %s\n' "$1"
    printf '      </Row.Content></Row>\n    </LessonLayout>\n  )\n}\n'
}

lint() {
    "$lessonlint" --only double-hyphen,details-cursor --fail-on polish --date 2026-02-14 "$@"
}

lesson '<p>one -- two</p><p>three -- four</p>' >one.tsx
lesson '<p>five -- six</p>' >two.tsx

# A file that is to be read has to be there; one that is to be written is made.
expect 2 lint --baseline known one.tsx
holds err 'known: error: '
expect 2 lint --update-baseline one.tsx
holds err '--update-baseline needs the file: --baseline FILE'
expect 0 lint --baseline known --update-baseline one.tsx
holds err '2 known findings were left out'
[[ $(wc -l <known) == 3 ]] || complain "not one line for each finding: $(cat known)"
holds known '"since": "2026-02-14"'

# Only what is new is reported: in all formats.
lesson '<p>So.</p><p>three -- four</p><p>new -- newer</p><p>one -- two</p>' >one.tsx
for format in $("$lessonlint" --help | sed -n '/^formats:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    expect 1 lint --baseline known --format "$format" one.tsx
    case $format in
    html) continue ;; # its places are links
    markdown) found=$(grep -c '^#### ' out || true) ;;
    sarif) found=$(grep -c '"ruleId"' out || true) ;;
    *) found=$(grep -c 'between words' out || true) ;;
    esac
    [[ $found == 1 ]] || complain "$format reports $found findings: $(cat out)"
done
expect 1 lint --baseline known --format json one.tsx
holds out '"baseline": 2,'
! grep -q '"unchanged"' out || complain 'JSON speaks of --since without it'
holds out '"polish": 1,'
expect 1 lint --baseline known --format markdown one.tsx
holds out '2 known findings were left out by the baseline.'
expect 1 lint --baseline known --format html one.tsx
holds out '2 known findings were left out by the baseline.'
expect 1 lint --baseline known --quiet one.tsx
[[ ! -s err ]] || complain '--quiet speaks of the baseline'

# What is gone is named, of files and rules that were judged only, and removed when that is asked for.
expect 0 lint --baseline known --update-baseline two.tsx one.tsx
cp known all
lesson '<p>three -- four</p><p>new -- newer</p>' >one.tsx
expect 0 lint --baseline known two.tsx
! grep -q 'any more' err || complain 'a file that was not judged is said to be gone'
expect 0 "$lessonlint" --only details-cursor --baseline known one.tsx
! grep -q 'any more' err || complain 'a rule that was not run is said to be gone'
expect 0 lint --baseline known one.tsx
holds err 'note: double-hyphen in one.tsx does not occur any more'
cmp -s known all || complain 'the baseline was written without being asked for'
sed -i 's/"reason": ""/"reason": "kept"/' known
expect 0 lint --baseline known --prune-baseline one.tsx
[[ $(wc -l <known) == 4 && $(grep -c '"reason": "kept"' known) == 3 ]] ||
    complain "pruning went wrong: $(cat known)"

# Dates and reasons stay when it is written anew.
lesson '<p>three -- four</p><details><summary>A</summary></details>' >one.tsx
expect 0 "$lessonlint" --only double-hyphen,details-cursor --date 2027-01-01 --baseline known --update-baseline one.tsx
[[ $(grep -c '2026-02-14.*kept' known) == 2 && $(grep -c '2027-01-01' known) == 1 ]] ||
    complain "dates or reasons are gone: $(cat known)"

# Threads do not matter, nor does a second time.
expect 0 lint --baseline known --jobs 1 one.tsx two.tsx
cp known before
expect 0 lint --baseline known --update-baseline --jobs 4 one.tsx two.tsx
cmp -s known before || complain 'writing twice changes something'

# Two branches that add findings merge by keeping both sides.
git init -q . && git add known && git -c user.name=a -c user.email=a@b commit -qm one
git checkout -q -b other
lesson '<p>three -- four</p><p>mine -- here</p><details><summary>A</summary></details>' >one.tsx
expect 0 lint --baseline known --update-baseline one.tsx
cp known mine
git checkout -q known
lesson '<p>three -- four</p><p>theirs -- there</p><details><summary>A</summary></details>' >one.tsx
expect 0 lint --baseline known --update-baseline one.tsx
git merge-file -q --union known before mine || true
lesson '<p>three -- four</p><p>theirs -- there</p><p>mine -- here</p><details><summary>A</summary></details>' >one.tsx
expect 0 lint --baseline known one.tsx two.tsx
[[ ! -s out ]] || grep -q 'PASS' out || complain "the merged file does not know all: $(cat out)"

# Without a configuration a file is known by its path from the baseline's folder on, wherever the command is called.
mkdir -p a b
lesson '<p>one -- two</p>' >a/same.tsx
cp a/same.tsx b/same.tsx
expect 0 lint --baseline apart --update-baseline a/same.tsx
holds apart '"file": "a/same.tsx"'
expect 1 lint --baseline apart b/same.tsx
! grep -q 'any more' err || complain 'another file is taken for the one that is known'
expect 0 lint --baseline apart "$PWD/a/same.tsx"
cd b
expect 0 lint --baseline ../apart ../a/same.tsx
cd ..
expect 0 lint --baseline b/inner --update-baseline a/same.tsx b/same.tsx
holds b/inner '"file": "../a/same.tsx"'
holds b/inner '"file": "same.tsx"'

# One half of a pair, or a run without some rule, says nothing of what is found in the whole.
mkdir pair
cp "$fixture/plan.md" "$fixture/lesson.tsx" pair/
cd pair
sed -i '1i <!-- lessonlint-disable-file row-wrapping -->' plan.md
all() {
    "$lessonlint" --fail-on polish --date 2026-02-14 --baseline known "$@"
}
expect 0 all --update-baseline plan.md lesson.tsx
holds err "known: note: $(($(wc -l <known) - 1)) findings are known now: $(($(wc -l <known) - 1)) new, 0 gone"
for rule in lesson-length suppression-unused; do
    holds known "\"rule\": \"$rule\""
done
cp known whole
for way in --prune-baseline --update-baseline; do
    for half in plan.md lesson.tsx; do
        expect 0 all "$way" "$half"
        # a lone document may add something, but takes nothing away
        ! comm -13 <(sort known) <(sort whole) | grep . || complain "$way $half removes what still holds"
        cp whole known
    done
    expect 0 all "$way" --rule row-wrapping=off plan.md lesson.tsx
    cmp -s known whole || complain "$way without a rule removes what still holds: $(diff known whole)"
    sed -i '2{p;s/"fingerprint": "[0-9a-f]*"/"fingerprint": "00000000000000000000000000000000"/}' known
    expect 0 all "$way" plan.md lesson.tsx
    holds err 'does not occur any more and was removed'
    cmp -s known whole || complain "$way of the pair keeps what is gone: $(diff known whole)"
done
cd ..

# A rule that is off for good: pruning takes what it found away, writing anew does not; what judges the others
# has seen all the same. An option of one run is for that run alone.
cd pair
printf 'severity: { lesson-length: off }\n' >rules-off.yaml
expect 0 all --config rules-off.yaml plan.md lesson.tsx
! grep -q 'any more' err || complain "what a rule found that is off is said to be gone: $(cat err)"
expect 0 all --config rules-off.yaml --update-baseline plan.md lesson.tsx
grep -q lesson-length known || complain 'writing anew forgets a rule that is off'
cp whole known
expect 0 all --config rules-off.yaml --prune-baseline --skip misconception-count,double-hyphen plan.md lesson.tsx
diff <(grep -v lesson-length whole) known || complain 'pruning does not look at what is off for good alone'
holds err "known: note: $(($(wc -l <known) - 1)) findings are known now: 0 new, $(grep -c lesson-length whole) gone"
cp whole known
sed -i 's/<!-- lessonlint-disable-file row-wrapping -->//' plan.md
expect 0 all plan.md lesson.tsx
holds err 'note: suppression-unused in plan.md does not occur any more'
cd ..

# That a lesson cannot be parsed is never known: other rules were not run. Neither by writing nor by an entry.
printf 'export const L = () => <LessonLayout><p>one -- two</LessonLayout>\n' >broken.tsx
expect 1 "$lessonlint" --baseline broken --update-baseline broken.tsx
holds out '[tsx-syntax]'
! grep tsx-syntax broken || complain 'that a lesson cannot be parsed is written'
print=$("$lessonlint" --only tsx-syntax --fail-on never --format json broken.tsx | sed -n 's/.*"fingerprint": "\(.*\)".*/\1/p')
printf '{"file": "broken.tsx", "rule": "tsx-syntax", "fingerprint": "%s"}\n' "$print" >>broken
expect 1 "$lessonlint" --baseline broken broken.tsx
holds out '[tsx-syntax]'

# When all files of a configuration are read, what is known of others is gone: of one that was deleted or renamed, or
# that the patterns leave out. Not when paths are named, or a lesson may have imports that nobody sees.
mkdir course
cd course
whole() {
    lint --baseline known --fail-on never "$@"
}
printf 'plans: plans/{slug}.md\nlessons: lessons/{slug}.tsx\n' >.lessonlint.yaml
mkdir plans lessons
for name in one two three; do
    printf '# Lesson: %s\n\nSome -- words.\n' $name >plans/$name.md
    lesson "<p>lesson $name -- here</p>" >lessons/$name.tsx
done
expect 0 whole --update-baseline
cp known before
[[ $(grep -c '"file": "lessons/' known) == 3 ]] || complain "not all is known: $(cat known)"
mv lessons/one.tsx lessons/uno.tsx
rm lessons/two.tsx
expect 0 whole lessons/three.tsx
! grep -q 'any more' err || complain "what was not asked for is said to be gone: $(cat err)"
lesson '<p>open' >lessons/three.tsx
expect 0 whole
! grep -q 'any more' err || complain "a run that could not see all says what is gone: $(cat err)"
lesson '<p>lesson three -- here</p>' >lessons/three.tsx
expect 0 whole
holds err 'note: double-hyphen in lessons/one.tsx does not occur any more'
holds err 'note: double-hyphen in lessons/two.tsx does not occur any more'
cmp -s known before || complain 'the baseline was written without being asked for'
expect 0 whole --prune-baseline
holds err 'known: note: 1 finding is known now: 0 new, 2 gone'
cp before known
expect 0 whole --update-baseline
holds err 'known: note: 2 findings are known now: 1 new, 2 gone'
holds known '"file": "lessons/uno.tsx"'
sed -i 's|lessons/{slug}|lessons/t{slug}|' .lessonlint.yaml
expect 0 whole --prune-baseline
holds err 'double-hyphen in lessons/uno.tsx does not occur any more and was removed'
cd ..

# Only linting knows a baseline.
for command in fix review; do
    expect 2 "$lessonlint" "$command" --baseline known --prune-baseline one.tsx
    holds err "error: $command knows no baseline; --prune-baseline is for linting"
done

# What was written is said; an empty file is a new baseline, but none to be read.
: >empty
expect 2 lint --baseline empty two.tsx
expect 0 lint --baseline empty --update-baseline two.tsx
holds err 'empty: note: 1 finding is known now: 1 new, 0 gone'
holds empty '"file": "two.tsx"'
expect 2 lint --baseline pair --update-baseline two.tsx
holds err 'pair: error: this is a folder; expected the file of a baseline'

# What is gone stands in the order of the file, so many lines of it.
lesson "$(printf '<p>%s -- after</p>' {1..30})" >many.tsx
expect 0 lint --baseline many --update-baseline many.tsx
lesson '<p>So.</p>' >many.tsx
expect 0 lint --baseline many many.tsx
sed -n 's/^many:\([0-9]*\): note.*/\1/p' err | diff - <(seq 2 21) || complain 'what is gone is not in order'
holds err 'and 10 more entries of the baseline do not occur any more'

# What is no baseline.
printf '{"baseline": 1}\n<<<<<<< ours\n' >known
expect 2 lint --baseline known one.tsx
holds err 'known:2:1: error: a merge conflict'
[[ -z $(find . -name '*.tmp') ]] || complain 'something is left beside'
exit $failed
