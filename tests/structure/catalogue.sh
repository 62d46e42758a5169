#!/usr/bin/env bash
# catalogue.sh ROOT: one id, spelled the same, in rules/, docs/rules/, its index, src/check/,
# fixtures/<id>--bad and --good and tests/structure/catalogue.txt; a part that is missing or that
# belongs to no rule is a failure.
set -euo pipefail
cd "$1"
export LC_ALL=C
status=0

complain() {
    echo "$*"
    status=1
}

# names FOLDER/*.SUFFIX: the names without folder and suffix, one a line.
names() {
    local path
    for path in "$@"; do
        [[ -e $path ]] || continue
        path=${path##*/}
        echo "${path%.*}"
    done | sort -u
}

# same_ids WHAT: the ids on standard input are those of the catalogue.
same_ids() {
    local what=$1 id
    while IFS= read -r id; do
        complain "$what: missing for $id"
    done < <(comm -23 <(echo "$ids") "$found")
    while IFS= read -r id; do
        complain "$what: $id is no rule"
    done < <(comm -13 <(echo "$ids") "$found")
}

found=$(mktemp)
trap 'rm -f "$found"' EXIT
ids=$(grep -v '^#' tests/structure/catalogue.txt | sort)
[[ -z $(uniq -d <<<"$ids") ]] || complain "tests/structure/catalogue.txt: an id stands twice"

names rules/*.yaml >"$found"
same_ids rules/ID.yaml

{ names docs/rules/*.md | grep -vx README || true; } >"$found"
same_ids docs/rules/ID.md

{
    grep -o '](\(\./\)\?[a-z0-9-]*\.md)' docs/rules/README.md || true
} | sed 's/^](\(\.\/\)\?//; s/\.md)$//' | sort -u >"$found"
same_ids docs/rules/README.md

for kind in bad good; do
    for folder in fixtures/*--"$kind"; do
        [[ -d $folder ]] || continue
        folder=${folder#fixtures/}
        echo "${folder%--"$kind"}"
    done | sort >"$found"
    same_ids "fixtures/ID--$kind"
    while IFS= read -r id; do
        [[ -f fixtures/$id--$kind/args && -f fixtures/$id--$kind/expected.findings ]] ||
            complain "fixtures/$id--$kind: no args or no expected.findings"
    done <<<"$ids"
done

# Each rule names itself, and those of the kind `check` have their C file.
for rule in rules/*.yaml; do
    id=$(names "$rule")
    grep -qx "id: $id" "$rule" || complain "$rule: the id is not the file's name"
done
ids=$({ grep -lx 'kind: check *\(#.*\)\?' rules/*.yaml || true; } | sed 's/^rules\///; s/\.yaml$//' | sort)
for check in src/check/*.c; do
    [[ -e $check ]] || continue
    id=$(names "$check" | tr _ -)
    # Other files of the folder are helpers; a check is what has its row in checks.def.
    ! grep -q -e "\"$id\"" -e "(${id//-/_}[,)]" src/check/checks.def || echo "$id"
done | sort >"$found"
same_ids "src/check/ID.c with its row in checks.def"
exit $status
