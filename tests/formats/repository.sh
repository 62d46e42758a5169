#!/usr/bin/env bash
# repository.sh COMMAND: in a repository GitHub, GitLab and code scanning get paths from its root on,
# wherever the run began; all other formats have them as they were given.
set -euo pipefail
command=$1
work=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$work"' EXIT
failed=0

# paths WANTED FOLDER ARGUMENT...: what github, gitlab and sarif call the files, sorted, each once.
paths() {
    local wanted=$1 folder=$2 format seen
    shift 2
    for format in github gitlab sarif; do
        seen=$(cd "$folder" && "$command" --no-config --only double-hyphen --fail-on never --format "$format" "$@" |
            sed -n 's/.*,file=\([^,]*\),.*/\1/p; s/.*"\(path\|uri\)": "\([^"]*\)".*/\2/p' | sort -u | tr '\n' ' ')
        [[ $seen == "$wanted" ]] || {
            echo "$format of $* in $folder: \"$seen\" instead of \"$wanted\""
            failed=1
        }
    done
}

lesson() {
    printf 'export function L() {\n  return <LessonLayout><p>one -- two</p></LessonLayout>\n}\n'
}

mkdir -p "$work"/{repository/course/lessons,outside}
cd "$work/repository"
lesson | tee a.tsx course/b.tsx course/lessons/c.tsx >"$work/outside/d.tsx"

paths 'b.tsx ' course b.tsx # there is none yet
mkdir .git
paths 'course/b.tsx ' course b.tsx
paths 'course/b.tsx ' course ./b.tsx
paths 'course/lessons/c.tsx ' course lessons/c.tsx
paths 'a.tsx ' course ../a.tsx
paths 'a.tsx course/b.tsx ' . a.tsx course/b.tsx
paths 'course/b.tsx ' course "$work/repository/course/b.tsx"
paths '../../outside/d.tsx ' course ../../outside/d.tsx
ln -s course/lessons linked
paths 'course/lessons/c.tsx ' . linked/c.tsx # git follows files, not links
GIT_CEILING_DIRECTORIES=$work/repository paths 'b.tsx ' course b.tsx

# A work tree of its own has a file of that name.
mkdir inner
echo 'gitdir: elsewhere' >inner/.git
lesson >inner/e.tsx
paths 'e.tsx ' inner e.tsx

seen=$(cd course && "$command" --no-config --format compact --only double-hyphen b.tsx | cut -d: -f1 | sort -u)
[[ $seen == b.tsx ]] || { echo "compact: $seen"; failed=1; }
for where in course:repository "$work/outside:started"; do
    (cd "${where%:*}" && "$command" --no-config --format sarif --only double-hyphen ./*.tsx || true) |
        grep -A4 '"%SRCROOT%": {' | grep -q "${where#*:}" || { echo "%SRCROOT% in $where is not said"; failed=1; }
done
exit $failed
