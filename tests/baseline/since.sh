#!/usr/bin/env bash
# since.sh LESSONLINT: --since in a repository of its own.
set -euo pipefail
command -v git >/dev/null || exit 77
lessonlint=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work GIT_CONFIG_NOSYSTEM=1
git config --global user.name somebody
git config --global user.email somebody@example.org
failed=0

complain() {
    echo "$*"
    failed=1
}

lines() { # LINES ARGUMENT...: the lines of the findings
    local wanted=$1 seen
    shift
    seen=$("$lessonlint" --no-config --only double-hyphen --fail-on never --format compact "$@" 2>"$work/err" |
        cut -d: -f1,2 | tr '\n' ' ') || complain "$* failed: $(cat "$work/err")"
    [[ $seen == "$wanted" ]] || complain "$*: found in \"$seen\", not in \"$wanted\""
}

cannot() { # TEXT ARGUMENT...: status 2 and the text
    local wanted=$1 seen=0
    shift
    "$lessonlint" --no-config "$@" >/dev/null 2>"$work/err" || seen=$?
    [[ $seen == 2 ]] || complain "$*: status $seen"
    grep -qF -- "$wanted" "$work/err" || complain "$*: $(cat "$work/err")"
}

lesson() { # TEXT...: one a line, from line 4 on
    printf 'export function L() {\n  return (\n    <LessonLayout><Row><Row.Content>\n'
    printf '      <p>%s</p>\n' "$@"
    printf '    </Row.Content></Row></LessonLayout>\n  )\n}\n'
}

mkdir "$work/course" && cd "$work/course"
lesson 'one -- two' >lone.tsx
cannot 'not a git repository' --since HEAD lone.tsx
git init -q
cannot 'git knows no commit "HEAD"' --since HEAD lone.tsx
mkdir 'a folder'
lesson 'one -- two' 'three -- four' 'five -- six' >'a folder/a "name.tsx'
lesson 'one -- two' 'three -- four' '++ five' >old.tsx
rm lone.tsx
git add -A && git commit -q -m one

lines '' --since HEAD old.tsx
lesson 'one -- two' 'new -- here' 'three -- four' '++ five' '+++ six -- more' >old.tsx
lines 'old.tsx:5 old.tsx:8 ' --since HEAD old.tsx
git add -A # what is staged has changed, too
lines 'old.tsx:5 old.tsx:8 ' --since HEAD old.tsx
says() { # TEXT: a line of standard error; "" for none
    [[ $(cat "$work/err") == "$1" ]] || complain "it does not say \"$1\" alone: $(cat "$work/err")"
}
says 'lessonlint: note: 2 findings were left out: their lines have not changed since HEAD'
report() { # TEXT FORMAT: the report on old.tsx has the line TEXT
    "$lessonlint" --no-config --only double-hyphen --fail-on never --since HEAD --format "$2" old.tsx 2>/dev/null |
        grep -qF -- "$1" || complain "$2 does not say \"$1\""
}
report '"unchanged": 2,' json
report '"unchanged": 2,' ndjson
report '2 findings were left out on lines that have not changed.' markdown
report '2 findings were left out on lines that have not changed.' html
lines 'old.tsx:5 old.tsx:8 ' --since HEAD --quiet old.tsx
says ''
git commit -q -m two
lines '' --since HEAD old.tsx
lines 'old.tsx:5 old.tsx:8 ' --since HEAD~1 old.tsx

# A name that git quotes, from a folder below, and a configuration of git that changes its diffs.
git config diff.noprefix true
git config diff.mnemonicPrefix true
git config color.ui always
lesson 'one -- two' 'three -- four' 'six -- seven' >'a folder/a "name.tsx'
(cd 'a folder' && lines 'a "name.tsx:6 ' --since HEAD 'a "name.tsx')

# A file that was renamed and changed, one that git does not know, and one that it does not look at.
git commit -q -a -m three
git mv old.tsx renamed.tsx
lesson 'one -- two' 'new -- here' 'three -- four' '++ five' '+++ six -- another' >renamed.tsx
lines 'renamed.tsx:8 ' --since HEAD renamed.tsx
lesson 'one -- two' >fresh.tsx
lines 'fresh.tsx:4 ' --since HEAD fresh.tsx

# A line that looks like a head of the diff, before another change.
lesson 'one' $'two\n++ b/other.tsx\n' 'three' 'four -- five' >heads.tsx
git add -A && git commit -q -m heads
lesson 'one' $'2\n++ b/another.tsx\n' 'three' 'four -- 5 more' >heads.tsx
lines 'heads.tsx:9 ' --since HEAD heads.tsx

# What is missing in a document is reported when the document has changed.
printf '# Lesson: X\n\n| Misconception | Why | Negative Example |\n|---|---|---|\n| One | Habit | An example that shows it |\n' >plan.md
git add -A && git commit -q -m four
missing() {
    "$lessonlint" --no-config --only plan-section-missing --fail-on never --format compact --since HEAD plan.md |
        grep -c plan-section-missing || true
}
[[ $(missing) == 0 ]] || complain 'what is missing in an old plan is reported'
printf '| Two | Habit | Another example that shows it |\n' >>plan.md
[[ $(missing) != 0 ]] || complain 'what is missing in a plan that has changed is not reported'

# Git in a hook may be told where the repository is by a path from the top on.
lesson 'one -- two' 'three -- four' 'six -- eight' >'a folder/a "name.tsx'
export GIT_DIR=.git
lines 'a folder/a "name.tsx:6 ' --since HEAD 'a folder/a "name.tsx'
unset GIT_DIR

# What git does not compare has changed: files that it ignores, those of a repository inside, and those
# not called like a document. What it takes for binary is compared.
printf 'ignored.tsx\n' >.gitignore
printf 'one.tsx -diff\n' >.gitattributes
lesson 'one -- two' >ignored.tsx
lesson 'one -- two' 'three' >one.tsx
lesson 'one -- two' 'three' >kept.tsx
git init -q inner
lesson 'one -- two' >inner/inner.tsx
git -C inner add -A && git -C inner commit -q -m inner
git add -A 2>"$work/err" && git commit -q -m attributes
lesson 'one -- two' 'three -- four' >one.tsx
lines 'ignored.tsx:4 ' --since HEAD ignored.tsx
lines 'one.tsx:5 ' --since HEAD one.tsx
lines 'kept.tsx:4 ' --since HEAD~1 kept.tsx
lines '' --since HEAD kept.tsx
lines 'inner/inner.tsx:4 ' --since HEAD plan.md inner/inner.tsx
git mv kept.tsx lesson.text
lines 'lesson.text:4 ' --since HEAD lesson.text

# A deletion is a change of the lines around it.
lesson 'one -- two' 'three' 'four -- five' 'six -- seven' >gap.tsx
git add -A && git commit -q -m gap
lesson 'one -- two' 'four -- five' 'six -- seven' >gap.tsx
lines 'gap.tsx:4 gap.tsx:5 ' --since HEAD gap.tsx

# What is said at the start of a tag speaks of its attributes, and a number of the whole file.
found() { # COUNT RULE FILE
    local seen
    seen=$("$lessonlint" --no-config --only "$2" --fail-on never --format compact --since HEAD "$3" 2>"$work/err" |
        grep -c "\[$2\]" || true)
    [[ $seen == "$1" ]] || complain "$2 in $3: found $seen times instead of $1: $(cat "$work/err")"
}
summary() { # CLASS
    printf 'export function L() {\n  return (\n    <LessonLayout><Row><Row.Content>\n'
    printf '      <details>\n        <summary\n          id="more"\n          className="%s"\n        >More</summary>\n        <p>Text</p>\n      </details>\n' "$1"
    printf '    </Row.Content></Row></LessonLayout>\n  )\n}\n'
}
table() { # COUNT of the rows
    printf '# Lesson: X\n\nText.\n\n| Misconception | Why |\n|---|---|\n'
    seq -f '| Claim %.0f | Habit |' "$1"
    printf '\nMore text.\n'
}
summary cursor-pointer >tag.tsx
summary cursor-pointer >details.tsx
table 3 >count.md
git add -A && git commit -q -m places
found 0 details-cursor tag.tsx
summary font-bold >tag.tsx
found 1 details-cursor tag.tsx
sed -i '/<summary/,/summary>/d' details.tsx
found 1 details-structure details.tsx
table 1 >count.md
found 1 misconception-count count.md
git commit -qam places
sed -i 's/More text/Other text/' count.md
found 1 misconception-count count.md
git commit -qam text
found 0 misconception-count count.md

# A branch is compared with where it parted from the other one, whatever came to that one later.
lesson 'one -- two' 'three' 'four' >parted.tsx
lesson 'one -- two' 'three' 'four' >later.tsx
git add -A && git commit -q -m parting
git checkout -q -b topic
lesson 'one -- two' 'three' 'mine -- here' >parted.tsx
git commit -qam mine
git checkout -q -
trunk=$(git rev-parse --abbrev-ref HEAD)
lesson 'one -- 2' 'three' 'four' >parted.tsx
lesson 'one -- 2' 'three' 'four' >later.tsx
git commit -qam theirs
git checkout -q topic
lines 'parted.tsx:6 ' --since "$trunk" parted.tsx
lines '' --since "$trunk" later.tsx
lesson 'one -- two' 'mine -- too' 'mine -- here' >parted.tsx # not committed
lines 'parted.tsx:5 parted.tsx:6 ' --since "$trunk" parted.tsx
git add -A
lines 'parted.tsx:5 parted.tsx:6 ' --since "$trunk" parted.tsx
git commit -qm more
git merge -q -X ours "$trunk" -m merged >/dev/null # from here on theirs counts, of which line 4 was refused
lines 'parted.tsx:4 parted.tsx:5 parted.tsx:6 ' --since "$trunk" parted.tsx
lines '' --since "$trunk" later.tsx

# Another history, and one of which a shallow clone has no more than the end.
git checkout -q --orphan apart && git commit -q -m apart
cannot 'HEAD and "topic" have no common ancestor' --since topic parted.tsx
git checkout -q topic
git clone -q --depth 1 --no-single-branch "file://$work/course" "$work/shallow" 2>/dev/null
(cd "$work/shallow" && cannot "HEAD and \"origin/$trunk\" have no common ancestor" --since "origin/$trunk" parted.tsx; exit $failed) ||
    failed=1

# What cannot be done.
cannot 'git knows no commit "nowhere"' --since nowhere fresh.tsx
cannot 'what names a commit' --since=--output=x fresh.tsx
real=$lessonlint
lessonlint=$work/without-git
printf '#!/bin/sh\nPATH=/nowhere exec "%s" "$@"\n' "$real" >"$lessonlint"
chmod +x "$lessonlint"
cannot 'cannot run git: No such file' --since HEAD fresh.tsx
exit $failed
