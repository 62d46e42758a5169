#!/usr/bin/env bash
# commit.sh LESSONLINT ROOT: commits in a repository of its own, with the hooks of .pre-commit-hooks.yaml
# run by pre-commit, and with the hook of docs/hooks.md: a bad one is stopped, a good one is not, and the
# partner of a file is read though it was not changed. Nothing is fetched from anywhere.
set -euo pipefail
command -v git pre-commit >/dev/null || exit 77
lessonlint=$1 root=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work/home PRE_COMMIT_HOME=$work/cache GIT_CONFIG_NOSYSTEM=1 PRE_COMMIT_COLOR=never
mkdir -p "$work/home" "$work/bin" "$work/course/plans" "$work/course/lessons"
ln -s "$lessonlint" "$work/bin/lessonlint"
export PATH=$work/bin:$PATH
git config --global user.name somebody
git config --global user.email somebody@example.org
git config --global init.defaultBranch main
git config --global protocol.file.allow always
failed=0

complain() {
    echo "$*"
    failed=1
}

commit() { # stopped|made MESSAGE
    local wanted=$1 seen=made
    git commit -q -m "$2" >"$work/out" 2>&1 || seen=stopped
    [[ $seen == "$wanted" ]] || complain "\"$2\" was $seen: $(cat "$work/out")"
}

holds() {
    grep -qF -- "$1" "$work/out" || complain "it does not say \"$1\": $(cat "$work/out")"
}

plan() { # NUMBER of misconceptions
    printf '# Lesson: Cards\n\n**Slug:** cards\n\n| Misconception | Why | Negative Example | Where |\n|---|---|---|---|\n'
    for i in $(seq "$1"); do
        printf '| Claim number %s | Habit | An example that shows it well | 1 |\n' "$i"
    done
}

lesson() {
    printf 'export function CardsLesson() {\n  return (\n    <LessonLayout>\n      <Row><Row.Content>\n'
    printf '        %s\n      </Row.Content></Row>\n    </LessonLayout>\n  )\n}\n' "$1"
}

# The project as a repository that pre-commit takes its hooks from.
mkdir "$work/project"
cp "$root/.pre-commit-hooks.yaml" "$work/project"
git -C "$work/project" init -q
git -C "$work/project" add -A
git -C "$work/project" commit -q -m hooks

cd "$work/course"
git init -q
cat >.lessonlint.yaml <<'YAML'
plans: "plans/{slug}.md"
lessons: "lessons/{Slug}Lesson.tsx"
YAML
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $work/project
    rev: $(git -C "$work/project" rev-parse HEAD)
    hooks:
      - id: lessonlint-fix
      - id: lessonlint
        args: [--only, "misconception-count,double-hyphen,row-wrapping,details-cursor", --fail-on, polish]
YAML
pre-commit install >"$work/out" 2>&1 || complain "$(cat "$work/out")"

# A bad plan is stopped, with a lesson that is none of its business; a good one is not.
plan 2 >plans/cards.md
lesson '<p>Five cards.</p>' >lessons/CardsLesson.tsx
printf '# What this is\n\nA README -- no plan.\n' >README.md
git add -A
commit stopped 'two misconceptions'
holds '[misconception-count]'
! grep -q README "$work/out" || complain 'a README was checked'
plan 3 >plans/cards.md
git add -A
commit made 'three misconceptions'

# The plan is not changed, and is read with the lesson all the same.
plan 1 >plans/cards.md
git add -A
git commit -q --no-verify -m 'only one'
lesson '<p>Six cards.</p>' >lessons/CardsLesson.tsx
git add -A
commit stopped 'a lesson whose plan is bad'
holds 'plans/cards.md:5:1'
plan 3 >plans/cards.md
git add -A
commit made 'both'

# What can be mended is mended, and looked at before it is committed.
lesson '<p>Seven -- cards.</p>' >lessons/CardsLesson.tsx
git add -A
commit stopped 'two hyphens'
holds 'files were modified by this hook'
grep -q 'Seven&mdash;cards' lessons/CardsLesson.tsx || complain 'it was not mended'
git add -A
commit made 'a dash'

# A widget is no lesson, and is checked with the one that imports it.
printf 'export function Gauge() {\n  return <p>Ten cards.</p>\n}\n' >lessons/Gauge.tsx
{ echo "import { Gauge } from './Gauge'" && lesson '<Gauge />'; } >lessons/CardsLesson.tsx
git add -A
commit made 'a widget'
printf 'export function Gauge() {\n  return <p>Ten -- cards.</p>\n}\n' >lessons/Gauge.tsx
git add -A
commit stopped 'a widget alone'
grep -q 'Ten&mdash;cards' lessons/Gauge.tsx || complain 'the widget was not mended'
git add -A
commit made 'a mended widget'

# What belongs to no pair stops nothing.
printf '# Another\n\nNo plan -- at all.\n' >README.md
git add -A
commit made 'a README'

# The hook of the page, for git alone.
pre-commit uninstall >/dev/null
sed -n '/^```bash$/,/^```$/p' "$root/docs/hooks.md" | sed '1d;$d' |
    sed 's/lessonlint --partners/& --only misconception-count/' >.git/hooks/pre-commit
chmod +x .git/hooks/pre-commit
plan 1 >plans/cards.md
git add -A
git commit -q --no-verify -m 'one again'
lesson '<p>Eight cards.</p>' >lessons/CardsLesson.tsx
git add -A
commit stopped 'by git alone'
holds '[misconception-count]'
plan 3 >plans/cards.md
git add -A
commit made 'by git alone, good'
mkdir -p 'some notes'
printf 'x\n' >'some notes/a b.md'
git add -A
commit made 'a name with blanks'
exit $failed
