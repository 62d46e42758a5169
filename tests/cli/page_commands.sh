#!/usr/bin/env bash
# page_commands.sh COMMAND ROOT FOLDER: every line of README.md and docs/*.md that calls lessonlint in a block of `sh` works, that
# is, ends with status 0 or 1. FOLDER gets the files that the lines name; each page begins with them anew.
set -euo pipefail
command=$1 root=$2 folder=$3
documents=$root/tests/cli/documents
export LC_ALL=C
status=0 lines=0

# plan SLUG: the plan of the documents under another slug.
plan() {
    sed "s/sorting-cards/$1/" "$documents/plan.md"
}

prepare() {
    rm -rf "$folder/work" && mkdir -p "$folder/work" && cd "$folder/work"
    mkdir -p kit my-rules curriculum/module-2-1/lessons src
    cp "$documents/plan.md" "$documents/lesson.tsx" .
    echo 'export function Gauge() { return <p>0</p> }' >kit/Gauge.tsx
    for name in a b; do
        plan $name >$name.md
        cp lesson.tsx "${name^}Lesson.tsx"
    done
    plan sorting >curriculum/module-2-1/lessons/sorting.md
    cp lesson.tsx src/SortingLesson.tsx
    awk '/^```yaml$/ { ++block; next } /^```$/ { if (block) exit } block == 1' "$root/docs/writing-rules.md" >my-rules/no-filler.yaml
}

# What `lessonlint init` writes is to be filled in.
fill_in() {
    cat >.lessonlint.yaml <<'END'
plans: "curriculum/**/lessons/{slug}.md"
lessons: "src/{Slug}Lesson.tsx"
END
}

run() { # PAGE LINE
    local ended=0
    (eval "lessonlint() { \"$command\" \"\$@\"; }; $2") >seen 2>&1 </dev/null || ended=$?
    lines=$((lines + 1))
    [[ $ended -gt 1 ]] || return 0
    echo "${1#"$root"/}: status $ended: $2"
    cat seen
    status=1
}

for page in "$root"/README.md "$root"/docs/*.md; do
    # A page that is done from its beginning to its end, by getting_started.sh.
    [[ $page != */getting-started.md ]] || continue
    prepare
    [[ $page != */ci.md ]] || fill_in
    while IFS= read -r line; do
        run "$page" "$line"
        [[ $line != 'lessonlint init'* ]] || fill_in
    done < <(awk '/^```sh$/ { on = 1; next } /^```/ { on = 0 } on && /^lessonlint/' "$page")
done
[[ $lines -gt 10 ]] || { echo "only $lines lines"; status=1; }
exit $status
