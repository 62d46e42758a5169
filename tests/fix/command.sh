#!/usr/bin/env bash
# command.sh LESSONLINT: `lessonlint fix` on small files: what it writes, what it leaves alone, what it
# says and its status.
set -euo pipefail
command -v patch >/dev/null || exit 77
lessonlint=$1
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
failed=0

complain() {
    echo "$*"
    failed=1
}

# expect STATUS COMMAND...: runs it; standard output and error go to files.
expect() {
    local wanted=$1 seen=0
    shift
    "$@" >"$work/out" 2>"$work/err" || seen=$?
    [[ $seen == "$wanted" ]] || complain "status $seen, not $wanted: $* $(cat "$work/out" "$work/err")"
}

holds() { # FILE TEXT
    grep -qF -- "$2" "$1" || complain "$1 does not hold \"$2\": $(cat "$1")"
}

lesson() { # TEXT: a lesson that says it
    printf 'export function L() {\n  return (\n    <LessonLayout>\n      <Row><Row.Content>\n'
    printf '        %s\n' "$1"
    printf '      </Row.Content></Row>\n    </LessonLayout>\n  )\n}\n'
}

fix() { # with the rules that matter here
    "$lessonlint" fix --no-config --only double-hyphen,em-dash-spacing,details-cursor,interactive-cursor "$@"
}

# A file that can be mended, and what is said of it.
lesson '<p>one -- two</p>' >a.tsx
expect 0 fix a.tsx
holds a.tsx '<p>one&mdash;two</p>'
holds out 'a.tsx: 1 fixed (1 double-hyphen)'
holds out '1 finding fixed in 1 file, nothing left'
cp a.tsx once.tsx
expect 0 fix a.tsx
cmp -s a.tsx once.tsx || complain 'fixing twice changed something'
holds out 'nothing to fix, nothing left'
expect 0 fix --quiet a.tsx
[[ ! -s out ]] || complain '--quiet said something'

# --diff changes nothing, and says that there is something to fix.
lesson '<p>one -- two</p>' >a.tsx
cp a.tsx before.tsx
expect 1 fix --diff a.tsx
cmp -s a.tsx before.tsx || complain '--diff changed the file'
holds out '+        <p>one&mdash;two</p>'
holds err '1 finding would be fixed in 1 file, nothing left'
cp out a.diff
expect 0 fix a.tsx
expect 0 fix --diff a.tsx
[[ ! -s out ]] || complain 'there is a diff of nothing'

# patch(1) makes the same of it: blanks and quotation marks in names, several files, line ends of
# Windows, no line end behind the last line, a byte order mark, bytes that are no UTF-8.
mkdir -p 'in a folder' before behind
{
    lesson '<p>one -- two</p>' >'in a folder/the first.tsx'
    lesson '<p>one -- two</p>' | sed 's/$/\r/' >'wind"ows.tsx'
    printf 'export const L = () => <LessonLayout>\n<p>one -- two</p></LessonLayout>' >last.tsx
    printf '\357\273\277export const L = () => <LessonLayout><p>one -- two \377</p></LessonLayout>\n' >bytes.tsx
}
files=('in a folder/the first.tsx' 'wind"ows.tsx' last.tsx bytes.tsx)
tar cf - "${files[@]}" | tar xf - -C before
expect 1 fix --diff "${files[@]}"
cp out several.diff
expect 0 fix "${files[@]}"
holds out '4 findings fixed in 4 files'
(cd before && patch -s -p1 <../several.diff) || complain 'patch refuses the diff of several files'
for file in "${files[@]}"; do
    cmp -s "$file" "before/$file" || complain "patch made something else of $file"
    grep -q '&mdash;' "$file" || complain "$file was not mended"
done
[[ $(grep -c $'\r$' 'wind"ows.tsx') == $(wc -l <'wind"ows.tsx') ]] || complain 'line ends were changed'
[[ -n $(tail -c1 last.tsx) ]] || complain 'a line end was added'
[[ $(head -c3 bytes.tsx | od -An -tx1 | tr -d ' ') == efbbbf ]] || complain 'the byte order mark is gone'
LC_ALL=C grep -q $'\377' bytes.tsx || complain 'a byte that is no UTF-8 was changed'

# Mode stays, a link stays, and nothing is left beside the file.
mkdir kept
lesson '<p>one -- two</p>' >kept/real.tsx
chmod 640 kept/real.tsx
ln -s real.tsx kept/link.tsx
expect 0 fix kept/link.tsx
[[ -L kept/link.tsx && $(stat -c %a kept/real.tsx) == 640 ]] || complain 'mode or link changed'
[[ $(ls kept) == $'link.tsx\nreal.tsx' ]] || complain "left beside: $(ls kept)"

# Unsafe fixes only when they are asked for.
lesson '<button>A</button>' >a.tsx
expect 0 fix a.tsx
holds out 'nothing to fix, 1 left (1 polish)'
holds out '1 more can be fixed with --unsafe'
expect 1 fix --fail-on polish a.tsx
expect 0 fix --unsafe --fail-on polish a.tsx
holds a.tsx '<button className="cursor-pointer">A</button>'

# --only says what is mended; --skip what is not even looked at.
lesson '<p>one -- two</p><details><summary>A</summary></details>' >a.tsx
expect 0 "$lessonlint" fix --no-config --only details-cursor a.tsx
holds a.tsx 'one -- two'
holds a.tsx '<summary className="cursor-pointer">'
expect 0 fix --skip double-hyphen a.tsx
holds a.tsx 'one -- two'

# A fix that would add a finding, also of a rule that is not among those of --only, is not made.
mkdir rules
for rule in 'first foo bar' 'second bar ' 'third baz qux'; do
    read -r id pattern replace <<<"$rule"
    cat >"rules/$id.yaml" <<YAML
id: $id
kind: text
severity: polish
reads: [lesson]
title: "T"
message: "m"
issue: "i"
impact: "i"
fix: "f"
text: { scopes: [lesson.prose], pattern: $pattern${replace:+, replace: $replace, safety: safe} }
YAML
done
lesson '<p>foo and baz, foo</p>' >a.tsx
expect 0 "$lessonlint" fix --no-config --rules rules --only first,third a.tsx
holds a.tsx '<p>foo and qux, foo</p>'
holds out '2 fixes were not made: another finding would come of them'
holds out '2 left (2 polish)'

# What overlaps is made one after the other.
cat >rules/overlap.yaml <<'YAML'
id: overlap
kind: text
severity: polish
reads: [lesson]
title: "T"
message: "m"
issue: "i"
impact: "i"
fix: "f"
text: { scopes: [lesson.prose], pattern: "! b", replace: "; b", safety: safe }
YAML
lesson '<p>baz! baz</p>' >a.tsx
expect 0 "$lessonlint" fix --no-config --rules rules --only third,overlap a.tsx
holds a.tsx '<p>qux; qux</p>'
holds out '3 findings fixed'

# The widget of two lessons is mended once, and one given by itself, too.
mkdir parts
printf 'export function Gauge() { return <p>one -- two</p> }\n' >parts/Gauge.tsx
for name in One Two; do
    { echo "import { Gauge } from './parts/Gauge'"; lesson '<Gauge />'; } >"$name.tsx"
done
expect 1 fix --diff One.tsx Two.tsx
[[ $(grep -c '^+++' out) == 1 ]] || complain 'the widget of two lessons is not mended once'
expect 0 fix One.tsx Two.tsx parts/Gauge.tsx
holds parts/Gauge.tsx 'one&mdash;two'
holds out 'parts/Gauge.tsx: 1 fixed (1 double-hyphen)'

# What the widget compares it with may not change alone.
for seen in "label === 'one -- two' ? 'a' : 'b'" 'label'; do
    { echo "import { Step } from './Step'"; lesson '<Step label="one -- two" />'; } >given.tsx
    echo "export const Step = ({ label }) => <p>{$seen}</p>" >Step.tsx
    expect 0 fix given.tsx
    grep -q 'one -- two' given.tsx && echo kept || echo mended
done >kinds
[[ $(tr '\n' ' ' <kinds) == 'kept mended ' ]] || complain "a text for a widget: $(cat kinds)"

# A diff has names that patch and git take: from the working folder, and when a file lies outside, from the folder that
# it names.
mkdir -p course/src course/lessons
printf 'lessons: "lessons/{slug}.tsx"\n' >course/.lessonlint.yaml
lesson '<p>one -- two</p>' >course/lessons/cards.tsx
(cd course/src && expect 1 "$lessonlint" fix --only double-hyphen --diff ../src/../lessons/cards.tsx; exit $failed) || failed=1
holds out '+++ b/lessons/cards.tsx'
holds err 'the names in the diff count from ..: apply it there'
cp out outside.diff
(cd course/src && patch -s -p1 -d .. <../../outside.diff) || complain 'patch refuses a diff from a folder below'
holds course/lessons/cards.tsx 'one&mdash;two'
lesson '<p>one -- two</p>' >course/lessons/cards.tsx
expect 1 fix --diff "$work/course/src/../lessons/cards.tsx"
holds out '+++ b/course/lessons/cards.tsx'
! grep -q 'count from' err || complain 'the working folder was named'

# A plan alone.
cat >plan.md <<'MD'
# Lesson: X

### Modalities Planned

| Modality | What Specifically | Why This Modality |
|---|---|---|
| Visual | The chance P(hit|miss) | Seen |
MD
expect 0 "$lessonlint" fix --no-config --only table-row-ragged plan.md
holds plan.md 'P(hit\|miss)'

# More findings of one rule than ten reports would list.
lesson "$(printf '<p>one -- two</p>%.0s' {1..11000})" >many.tsx
expect 0 fix many.tsx
holds out '11000 findings fixed in 1 file, nothing left'
! grep -q -- ' -- ' many.tsx || complain 'findings are left that are not listed'
rm many.tsx

# What cannot be done.
expect 2 fix missing.tsx
holds err 'missing.tsx'
expect 2 fix - <a.tsx
holds err 'not standard input'
expect 2 fix --format json a.tsx
expect 2 "$lessonlint" --diff a.tsx
holds err '--diff is for `lessonlint fix`'
expect 2 "$lessonlint" --unsafe a.tsx

# A file that must not be written to is left alone, and is no hindrance to root; who is root tries both.
as_user() { # COMMAND...: as somebody who is not root
    if [[ $(id -u) == 0 ]]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}
mkdir locked
lesson '<p>one -- two</p>' | tee locked/a.tsx locked/b.tsx >locked/c.tsx
chmod 444 locked/a.tsx
[[ $(id -u) != 0 ]] || chown -R 65534:65534 locked
chmod 755 "$work"
if as_user test -x "$lessonlint"; then
    (cd locked && expect 2 as_user "$lessonlint" fix --no-config --only double-hyphen a.tsx; exit $failed) || failed=1
    holds err 'a.tsx: error: cannot write'
    holds out 'nothing was fixed, nothing else left'
    holds locked/a.tsx 'one -- two'
    [[ $(stat -c %a locked/a.tsx) == 444 ]] || complain 'the mode was changed'
    # the others are written all the same, and what became of all is said
    lesson '<p>five -- six</p>' | as_user tee locked/d.tsx >/dev/null
    (cd locked && expect 2 as_user "$lessonlint" fix --no-config --only double-hyphen a.tsx d.tsx; exit $failed) || failed=1
    holds err 'a.tsx: error: cannot write'
    holds out 'd.tsx: 1 fixed (1 double-hyphen)'
    holds out '1 finding fixed in 1 file, nothing else left'
    holds out '1 file could not be written'
    ! grep -q '^a.tsx' out || complain "a file is said to be fixed that was not: $(cat out)"
    holds locked/d.tsx 'five&mdash;six'
    holds locked/a.tsx 'one -- two'
    rm locked/d.tsx
    chmod 555 locked
    (cd locked && expect 2 as_user "$lessonlint" fix --no-config --only double-hyphen b.tsx; exit $failed) || failed=1
    holds err 'b.tsx: error: cannot make a file beside it: '
    holds locked/b.tsx 'one -- two'
    chmod 755 locked
fi
[[ $(ls locked | wc -l) == 3 ]] || complain "left beside: $(ls locked)"
if [[ $(id -u) == 0 ]]; then
    expect 0 fix locked/a.tsx
    holds locked/a.tsx 'one&mdash;two'
    [[ $(stat -c %a:%u locked/a.tsx) == 444:65534 ]] || complain 'mode or owner were changed by root'
fi

# Of two names of a file the one that is given is mended; both when both are given.
lesson '<p>one -- two</p>' >one-name.tsx
ln one-name.tsx other-name.tsx
expect 0 fix one-name.tsx
holds one-name.tsx 'one&mdash;two'
holds other-name.tsx 'one -- two'
expect 0 fix other-name.tsx
holds other-name.tsx 'one&mdash;two'
exit $failed
