#!/usr/bin/env bash
# apply.sh LESSONLINT: what `lessonlint fix --diff` prints, given to git apply and to patch -p1: in the root of a
# repository, in a folder in which the files lie, in one in which none lies, and through a pipe. It makes the
# same of the files as `lessonlint fix`, and passes over none.
set -euo pipefail
command -v git >/dev/null && command -v patch >/dev/null || exit 77
lessonlint=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work GIT_CONFIG_NOSYSTEM=1
cd "$work"
failed=0
names=(cards.tsx 'a b.tsx' 'ü"q.tsx' windows.tsx)

complain() {
    echo "$*"
    failed=1
}

lesson() {
    printf 'export function L() {\n  return (\n    <LessonLayout>\n      <Row>\n        <p>one -- two</p>\n      </Row>\n    </LessonLayout>\n  )\n}\n'
}

fix() {
    "$lessonlint" fix --only double-hyphen "$@"
}

repository() { # a new one, with lessons that can be mended
    rm -rf repo
    mkdir -p repo/lessons repo/src
    git -C repo init -q
    printf 'lessons: "lessons/{slug}.tsx"\n' >repo/.lessonlint.yaml
    for name in "${names[@]}"; do
        lesson >"repo/lessons/$name"
    done
    sed -i 's/$/\r/' repo/lessons/windows.tsx
}

check() { # WHAT was done
    for name in "${names[@]}"; do
        cmp -s "repo/lessons/$name" "mended/$name" || complain "$1: $name is not mended as fix does it"
    done
}

repository
fix --quiet repo/lessons >/dev/null || complain 'fix itself failed'
cp -r repo/lessons mended
[[ $(grep -l 'one&mdash;two' mended/*.tsx | wc -l) == "${#names[@]}" ]] || complain 'not all were mended'

# FOLDER where lessonlint is started, INTO where its diff is applied, as standard error says from src alone.
while read -r folder into; do
    for tool in 'git apply' 'patch -s -p1'; do
        repository
        cd "repo/$folder"
        fix --diff >"$work/diff" 2>"$work/err" && complain "nothing to fix in $folder"
        [[ $into == . ]] || grep -qF "the names in the diff count from $into: apply it there" "$work/err" ||
            complain "it is not said where to apply it: $(cat "$work/err")"
        (cd "$into" && $tool <"$work/diff") >"$work/out" 2>&1 || complain "$tool in $folder: $(cat "$work/out")"
        cd "$work"
        check "$tool in $folder"
    done
done <<'FOLDERS'
. .
lessons .
src ..
FOLDERS

# As docs/fixing.md has it, by a pipe; and back again.
repository
(cd repo && { fix --diff 2>/dev/null || true; } | git apply) || complain 'git apply refuses what comes through a pipe'
check 'a pipe'
(cd repo && git apply -R <"$work/diff" 2>"$work/err") || complain "it cannot be taken back: $(cat "$work/err")"
grep -q 'one -- two' repo/lessons/cards.tsx || complain 'it was not taken back'
exit $failed
