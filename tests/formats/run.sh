#!/usr/bin/env bash
# run.sh ROOT FOLDER COMMAND: runs over several documents with all formats at once, and each report
# by something that knows its format, see README.md. FOLDER is in the build folder and keeps what npm
# brings. Ends with 77 when node, xmllint or a package is not there.
set -euo pipefail
root=$1 folder=$2 command=$3
tests=$root/tests/formats
export LC_ALL=C
# shellcheck source=tests/node.sh
source "$root/tests/node.sh"

formats=(checkstyle compact github gitlab html json junit markdown ndjson rdjson sarif)
known=$("$command" --help | sed -n '/^formats:/,/^$/s/^  \([a-z]*\) .*/\1/p' | tr '\n' ' ')
wanted=$(printf '%s\n' human "${formats[@]}" | sort | tr '\n' ' ')
[[ $known == "$wanted" ]] || { echo "formats: $known; here: $wanted"; exit 1; }

# lint NAME STATUS FOLDER ARGUMENT…: one run with every format, in FOLDER; the reports go to runs/NAME.
lint() {
    local name=$1 expected=$2 status=0 format reports=()
    mkdir -p "$runs/$name"
    for format in "${formats[@]}"; do
        reports+=(--format "$format=$runs/$name/report.$format")
    done
    cd "$3"
    pwd >"$runs/$name/folder"
    shift 3
    "$command" --date 2026-01-02 --format human "${reports[@]}" "$@" >"$runs/$name/report.human" \
        2>"$runs/$name/errors" || status=$?
    [[ $status == "$expected" ]] || { cat "$runs/$name/errors"; echo "$name: status $status"; exit 1; }
}

command -v xmllint >/dev/null || skip 'xmllint is not there'
command -v git >/dev/null || skip 'git is not there'
bring_packages "$tests" "$folder"
runs=$folder/runs
rm -rf "$runs" && mkdir -p "$runs/documents"
node "$tests/hostile.mjs" "$runs/documents"

# Paths do not depend on whether all of this lies in a repository; repository.sh looks at one.
GIT_CEILING_DIRECTORIES=$(realpath "$root/fixtures"):$(realpath "$runs"):$(realpath "$runs/documents")
export GIT_CEILING_DIRECTORIES
echo '{"baseline": 1}' >"$runs/none"
lint pair 1 "$root/fixtures/whole--planted" plan.md lesson.tsx
cd "$runs/documents"
lint hostile 1 . ./*.md ./*.tsx
lint alone 1 "$root/fixtures/whole--planted" ./lesson.tsx
lint clean 0 "$root/fixtures/whole--capstone" --only row-wrapping plan.md lesson.tsx
lint polish 0 "$root/fixtures/whole--planted" --only em-dash-spacing,lesson-length plan.md lesson.tsx
lint severe 1 "$root/fixtures/whole--planted" --fail-on polish --only em-dash-spacing plan.md lesson.tsx
lint many 1 "$runs/documents/many" --only double-hyphen --fail-on polish lesson.tsx
lint given-up 2 "$runs/documents/given-up" --rules rules --only x-slow plan.md
lint known 1 "$root/fixtures/whole--planted" --baseline "$runs/none" plan.md lesson.tsx

# Keys that only a repository brings.
mkdir "$runs/repository"
cp "$root"/fixtures/whole--planted/{plan.md,lesson.tsx} "$runs/repository"
cd "$runs/repository"
git init --quiet .
git add .
git -c user.name=A -c user.email=a@example.org commit --quiet --message=all
"$command" --since HEAD --format json=since.json --format human plan.md lesson.tsx >/dev/null

for report in "$runs"/*/report.junit; do
    xmllint --noout --nonet --schema "$tests/junit.xsd" "$report"
    xmllint --noout --nonet --schema "$tests/checkstyle.xsd" "${report%.junit}.checkstyle"
done
cd "$folder"
chmod +x node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
for run in "$runs"/*/report.json; do
    node "$tests/validate.mjs" "$folder" "$(dirname "$run")" "$tests"
done
node "$tests/json.mjs" "$folder" "$root/schema/report.schema.json" "$root/docs/usage.md" "$runs"/*/report.json "$runs/repository/since.json" \
    "$root"/fixtures/*/expected.json
