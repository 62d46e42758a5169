#!/usr/bin/env bash
# robustness.sh COMMAND FOLDER SECONDS CASE: gives the command one kind of bad input, made in
# FOLDER/CASE. It has to say something sensible, with the right exit status, within SECONDS of
# processor time (so that a busy machine does not matter).
set -euo pipefail

command=$1
work=$2/$4
limit=$3
status=0
# A generous limit means sanitizers: the largest inputs are then a tenth.
scale=$((limit > 10 ? 10 : 1))

# expect STATUS[|STATUS] WORDS ARGUMENT…: runs the command. Status 0 and 1 say WORDS on standard
# output and nothing on standard error; status 2 is the other way round.
expect() {
    local wanted=$1 words=$2 seen=0 seconds said=out silent=err
    shift 2
    local TIMEFORMAT='%U %S'
    # The kernel ends what computes for too long; `timeout` what waits and will wait for ever.
    seconds=$(ulimit -t $((limit * 2))
        { time timeout $((limit * 100)) "$command" "$@" </dev/null >out 2>err ||
            echo $? >status; } 2>&1)
    if [[ -f status ]]; then
        seen=$(<status)
        rm status
    fi
    if [[ $seen == 2 ]]; then
        said=err silent=out
    fi
    echo "$seconds s (user, system): lessonlint $*"
    [[ "|$wanted|" == *"|$seen|"* ]] || complain "exit status $seen, expected $wanted" "$@"
    grep -qF -- "$words" $said || complain "'$words' is not on standard ${said}put" "$@"
    [[ ! -s $silent ]] || complain "something is on standard $silent, too" "$@"
    awk -v limit="$limit" '{ exit $1 + $2 > limit }' <<<"$seconds" ||
        complain "took $seconds seconds, at most $limit" "$@"
}

complain() {
    echo "$1 (lessonlint ${*:2})"
    head -c 600 err
    head -c 600 out
    status=1
}

# --- documents -------------------------------------------------------------------------------------

# repeat COUNT TEXT: the text so many times, on one line; \n makes lines of it.
repeat() {
    awk -v count="$1" -v text="$2" 'BEGIN {
        for (i = 0; i < 1000; i++) block = block text
        for (; count >= 1000; count -= 1000) printf "%s", block
        for (; count > 0; count--) printf "%s", text
    }'
}

plan_head() {
    printf '# Lesson: Robust\n\n**Slug:** robust\n\n## Phase 2: Design\n\n'
}

misconceptions_head() {
    plan_head
    printf '### Misconceptions Table\n\n'
    printf '| Misconception | Why Students Believe It | Negative Example | Where Addressed |\n'
    printf '|---|---|---|---|\n'
}

# lesson: standard input as the children of one Row's content.
lesson() {
    printf "'use client'\n\nexport function RobustLesson() {\n  return (\n    <LessonLayout>\n"
    printf '      <Row>\n        <Row.Content>\n'
    cat
    printf '\n        </Row.Content>\n      </Row>\n    </LessonLayout>\n  )\n}\n'
}

# --- cases -----------------------------------------------------------------------------------------

case_missing_file() {
    expect 2 missing.md missing.md
    expect 2 missing.tsx missing.tsx
}

case_folder() {
    mkdir folder.md
    expect 2 folder.md folder.md
}

case_empty_file() {
    : >empty.md
    : >empty.tsx
    expect '0|1' '' empty.md
    expect '0|1' '' empty.tsx
    expect '0|1' '' empty.md empty.tsx
}

case_binary() {
    local i bytes=
    for ((i = 0; i < 256; i++)); do
        bytes+=$(printf '\\%03o' $((i * 167 % 256)))
    done
    for ((i = 0; i < 400; i++)); do printf '%b' "$bytes"; done >binary.md
    cp binary.md binary.tsx
    expect 1 input-encoding binary.md
    expect 1 input-encoding binary.tsx
}

case_invalid_utf8() {
    { plan_head; printf 'caf\351 \300\200 \355\240\200 \377\n'; } >plan.md
    printf '<p>caf\351</p>' | lesson >lesson.tsx
    expect 1 input-encoding plan.md
    expect 1 input-encoding lesson.tsx
}

case_only_faults() {
    head -c 10000000 /dev/zero | tr '\0' '\377' >plan.md
    cp plan.md lesson.tsx
    expect 1 input-encoding plan.md lesson.tsx
}

case_too_long() {
    head -c $((64 * 1024 * 1024 + 1)) /dev/zero | tr '\0' a >plan.md
    expect 2 plan.md plan.md
    grep -q 64 err || complain 'the limit is not named' plan.md
    mv plan.md lesson.tsx
    expect 2 lesson.tsx lesson.tsx
}

case_unclosed_tag() {
    echo '<p><strong>never closed</p>' | lesson >lesson.tsx
    expect 1 tsx-syntax lesson.tsx
    printf '<LessonLayout><Row' >lesson.tsx
    expect 1 tsx-syntax lesson.tsx
}

case_nested_tags() {
    { repeat 100000 '<div>'; repeat 100000 '</div>'; } | lesson >lesson.tsx
    expect '0|1' '' lesson.tsx
    ! grep -q tsx-syntax out || complain 'nesting is no fault' lesson.tsx
    { repeat 50000 '<div>{x && (<b>'; repeat 50000 '</b>)}</div>'; } | lesson >lesson.tsx
    expect '0|1' '' lesson.tsx
    repeat 100000 '<div>' | lesson >lesson.tsx
    expect 1 tsx-syntax lesson.tsx
}

case_nested_brackets() {
    { printf 'const x = '; repeat 100000 '({['; repeat 100000 ']})'; echo; } >lesson.tsx
    lesson </dev/null >>lesson.tsx
    expect '0|1' '' lesson.tsx
    { printf 'const x = '; repeat 100000 '`${'; } >lesson.tsx
    expect 1 tsx-syntax lesson.tsx
}

case_table_rows() {
    {
        plan_head
        printf '### Prerequisites Table\n\n'
        printf '| Concept | Required Depth | Actual Depth | Source | Status | Reasoning |\n'
        printf '|---|---|---|---|---|---|\n'
        repeat $((1000000 / scale)) '| a | APPLIED | MENTIONED | s | OK |\n'
    } >plan.md
    expect 1 prerequisite-depth plan.md
    { plan_head; printf '| A | B |\n|---|---|\n'; repeat $((1000000 / scale)) '| a | b |\n'; } >plan.md
    expect '0|1' '' plan.md
    { plan_head; printf '| A | B |\n|---|---|\n'; repeat $((1000000 / scale)) '|'; } >plan.md
    expect '0|1|2' '' plan.md
}

case_long_line() {
    local piece
    for piece in a '|' '[' '*' '`' '_*' '![' '<' '&' '>' '- ' '# ' ' ' '](' '~' '\\' '<!--' '**Key:** a | '; do
        { plan_head; repeat $((10000000 / scale / ${#piece})) "$piece"; } >plan.md
        expect '0|1|2' '' plan.md
    done
    for piece in a ' ' '{' '<' "'" '"' '`' '/' '/*' '&' '<a' '<a>' '{" "}' '(' 'a<b>' '&mdash;' '</' '${' 'a='; do
        repeat $((10000000 / scale / ${#piece})) "$piece" | lesson >lesson.tsx
        expect '0|1|2' '' lesson.tsx
    done
}

case_dashes() {
    { printf '<p>'; repeat $((200000 / scale)) 'word — word '; printf '</p>'; } | lesson >lesson.tsx
    expect '0|1' em-dash-spacing lesson.tsx
    repeat $((200000 / scale)) '<p>word&mdash;\nword</p>\n' | lesson >lesson.tsx
    expect '0|1' em-dash-line-wrap lesson.tsx
    { printf '<p>'; repeat $((200000 / scale)) 'word -- word '; printf '</p>'; } | lesson >lesson.tsx
    expect '0|1' double-hyphen lesson.tsx
    { printf '<p>'; repeat $((200000 / scale)) '—'; printf '</p>'; } | lesson >lesson.tsx
    expect '0|1' '' lesson.tsx
}

case_details() {
    repeat 50000 '<details><summary>Why?</summary>So.</details>\n' | lesson >lesson.tsx
    expect '0|1' details-cursor lesson.tsx
    { repeat $((100000 / scale)) '<details><summary>a</summary>'; repeat $((100000 / scale)) '</details>'; } |
        lesson >lesson.tsx
    expect '0|1' details-cursor lesson.tsx
}

case_rows() {
    printf "export function RobustLesson() {\n  return (\n    <LessonLayout>\n" >lesson.tsx
    repeat 50000 '<Row><Row.Aside>a</Row.Aside></Row>\n<div/>\n' >>lesson.tsx
    printf '    </LessonLayout>\n  )\n}\n' >>lesson.tsx
    expect 1 row-structure lesson.tsx
}

case_misconceptions() {
    {
        misconceptions_head
        awk 'BEGIN {
            for (i = 0; i < 20000; i++)
                printf "| Larger networks number %d always generalise better than smaller ones | size" \
                    " | a tiny model number %d beats the giant on clean data | Section %d |\n", i, i, i
        }'
    } >plan.md
    {
        printf "export function RobustLesson() {\n  return (\n    <LessonLayout>\n"
        awk 'BEGIN {
            for (i = 0; i < 2000; i++)
                printf "<Row><Row.Content><p>Networks number %d generalise on clean data</p>" \
                    "</Row.Content></Row>\n", i
        }'
        printf '    </LessonLayout>\n  )\n}\n'
    } >lesson.tsx
    expect 1 misconception-uncovered plan.md lesson.tsx
}

# A string that is handed to functions, deep and often.
case_calls() {
    { printf "const x = 'abc'\n"; repeat 60000 'f('; printf x; repeat 60000 ')'; } >deep.tsx
    expect '0|1' '' deep.tsx
    { printf "const x = 'abc'\n"; repeat 400000 '\n'; repeat 60000 'f(x)\n'; } >often.tsx
    expect '0|1' '' often.tsx
    { printf "const x = 'abc'\nf("; repeat 60000 '(x,'; printf x; repeat 60000 ')'; printf ')'; } >groups.tsx
    expect '0|1' '' groups.tsx
}

case_notebooks() {
    { plan_head; repeat 20000 'no notebook '; } >denied.md
    expect '0|1' '' denied.md
    { plan_head; repeat 80000 'notebook '; } >named.md
    expect '0|1' '' named.md
}

# A name in braces, whose long value may hold the answer of each check.
case_long_values() {
    {
        printf 'const X = '
        repeat 50000 '1+'
        printf '1\nexport default function L() { return (<LessonLayout>'
        repeat 6000 '<Row><Row.Content><SectionHeader title="Check" />{X}</Row.Content></Row>'
        printf '</LessonLayout>) }\n'
    } >lesson.tsx
    expect '0|1' '' lesson.tsx
}

# One text that is like each of the others, and has all of their numbers.
case_numbers_of_alike_texts() {
    local i
    for ((i = 0; i < 8000; i++)); do
        printf 'w%da w%db w%dc w%dd w%de w%df and the words that all of them have beside %d, %d and %d here. ' \
            $i $i $i $i $i $i $i $((i + 1)) $((i + 2))
    done >sentences
    {
        printf '<p>'
        cat sentences
        printf '</p>'
        sed 's#here\. #here.</p><p>#g; s#^#<p>#; s#$#</p>#' sentences
    } | lesson >lesson.tsx
    expect '0|1' '' lesson.tsx
}

# Findings with long titles, and entries of a later review that have none of them.
case_titles_of_findings() {
    local i words
    words=$(for ((i = 0; i < 300; i++)); do printf 'w%d ' $i; done)
    {
        plan_head
        printf '\n## Review 2026-01-02 (Iteration 1/3)\n\n### Findings\n\n'
        for ((i = 0; i < 600; i++)); do
            printf '#### [POLISH] %s f%d\n\n**Issue:** x\n\n' "$words" $i
        done
        printf '## Review 2026-01-03 (Iteration 2/3)\n\n### Iteration 1 Fixes Verified\n\n'
        for ((i = 0; i < 600; i++)); do
            printf -- '- [POLISH] w299 w298 w297 e%d - FIXED.\n' $i
        done
    } >plan.md
    lesson </dev/null >lesson.tsx
    expect '0|1' '' plan.md lesson.tsx
}

case_same_file_twice() {
    plan_head >plan.md
    lesson </dev/null >lesson.tsx
    expect 2 plan.md plan.md plan.md
    expect 2 lesson.tsx lesson.tsx ./lesson.tsx
}

# What the report says of rules and lines, whatever the files are called.
places() {
    { grep -o '"rule": *"[a-z-]*"\|"line": *[0-9]*' out || true; }
}

case_named_the_wrong_way() {
    misconceptions_head >plan.md
    printf '| Bigger is always better | because | a small one wins | Section 1 |\n' >>plan.md
    echo '<p>word — word</p><details><summary>a</summary></details>' | lesson >lesson.tsx
    expect 1 misconception-count --skip plan-slug-mismatch --format json plan.md lesson.tsx
    places >right
    cp plan.md wrong.tsx
    cp lesson.tsx wrong.md
    expect 1 misconception-count --skip plan-slug-mismatch --format json wrong.md wrong.tsx
    places | diff -u right - || complain 'other findings' wrong.md wrong.tsx
}

rm -rf "$work"
mkdir -p "$work"
cd "$work"
"case_$4"
cd ..
[[ $status != 0 ]] || rm -r "$work"
exit $status
